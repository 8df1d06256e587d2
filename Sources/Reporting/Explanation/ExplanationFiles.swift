import Analysis
import Archive
import Scenarios

/// `shares.csv`: the share of every switch in every measure; `difference` stands for all of them.
///
/// Numbers are in the observable's recorded unit. `bootstrap_*` are intervals over replicates; `sampling_error` is the standard error that comes
/// of sampled orders and is part of `lower` and `upper`.
enum SharesFile {
    static let name = "shares.csv"

    static func write(_ report: ExplanationReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "measure,switch,share,lower,upper,bootstrap_lower,bootstrap_upper,sampling_error,part,alone,alone_lower,alone_upper,"
                + "last,last_lower,last_upper,first,second,replicates\n")
        for shares in report.measures {
            let levels: [Double?] = [shares.first.mean, shares.second.mean]
            for (own, share) in zip(report.switches, shares.shares) {
                var row = numbers(share.estimate) + ends(share.bootstrap)
                let whole = shares.difference.mean
                row += [share.samplingError, whole == 0 ? nil : share.estimate.mean / whole]
                row += numbers(share.alone)
                row += numbers(share.last)
                try line([shares.measure.description, own.id], row + levels, shares, file)
            }
            var row = numbers(shares.difference) + ends(shares.differenceBootstrap)
            row += [0, 1] + Array(repeating: nil, count: 6)
            try line([shares.measure.description, "difference"], row + levels, shares, file)
        }
        try file.finish()
    }

    private static func line(
        _ words: [String], _ numbers: [Double?], _ shares: LeverShares, _ file: WholeFile
    ) throws(ArchiveError) {
        try file.append("\(CSV.line(words)),\(CSV.numbers(numbers)),\(shares.difference.count)\n")
    }

    static func numbers(_ estimate: Estimate) -> [Double?] { [estimate.mean] + ends(estimate.interval) }

    static func ends(_ interval: ClosedRange<Double>?) -> [Double?] { [interval?.lowerBound, interval?.upperBound] }
}

/// `interactions.csv`: the Shapley interaction index of every pair of switches.
enum InteractionsFile {
    static let name = "interactions.csv"

    static func write(_ report: ExplanationReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("measure,switch_1,switch_2,interaction,lower,upper\n")
        for shares in report.measures {
            for i in report.switches.indices {
                for j in report.switches.indices where j > i {
                    guard let estimate = shares.interaction(i, j) else { continue }
                    let words = [shares.measure.description, report.switches[i].id, report.switches[j].id]
                    try file.append("\(CSV.line(words)),\(CSV.numbers(SharesFile.numbers(estimate)))\n")
                }
            }
        }
        try file.finish()
    }
}

/// `switches.csv`: what each switch turns.
enum SwitchesFile {
    static let name = "switches.csv"

    static func write(_ switches: [Switch], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("switch,name_en,name_zh,element\n")
        for own in switches {
            for element in own.elements {
                try file.append(CSV.line([own.id, own.name.en, own.name.zh, element]) + "\n")
            }
        }
        try file.finish()
    }
}
