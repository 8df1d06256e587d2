import Analysis
import Archive
import Claims
import Governance
import Scenarios

/// `claims.csv`: a row a claim, with its main metric over the mean of places.
enum ClaimsFile {
    static let name = "claims.csv"

    static func write(_ report: ClaimsReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "claim,kind,source,metric,value,lower,upper,unit,direction,against,smallest,d,replicates,verdict,remark,p,p_holm,"
                + "confounded,sets,robust_share,robust_lower,robust_upper\n")
        for line in report.lines {
            let (result, main) = (line.result, line.result.main)
            let (finding, metric, share) = (main.whole, main.metric, line.robustness?.supported)
            let source = "\(result.claim.source.author) \(result.claim.source.year)"
            let head = CSV.line([result.claim.id, result.claim.kind.rawValue, source, metric.id])
            let numbers = CSV.numbers([finding.value, finding.interval?.lowerBound, finding.interval?.upperBound])
            let asked = CSV.line([metric.unit, metric.direction.rawValue])
            let sizes = CSV.numbers([metric.against, metric.smallest, finding.effectSize])
            let verdict = CSV.line([result.verdict.rawValue, result.remark?.rawValue ?? ""])
            let together = CSV.numbers([result.probability, result.adjusted])
            let robust = CSV.numbers([share?.share, share?.interval.lowerBound, share?.interval.upperBound])
            let sets = line.robustness.map { String($0.sets) } ?? ""
            try file.append(
                "\(head),\(numbers),\(asked),\(sizes),\(finding.replicates),\(verdict),\(together),\(result.isConfounded),"
                    + "\(sets),\(robust)\n")
        }
        try file.finish()
    }
}

/// `metrics.csv`: a row a metric and place, and one over the mean of places (`all`).
enum MetricsFile {
    static let name = "metrics.csv"

    static func write(_ report: ClaimsReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "claim,metric,place,observable,value,lower,upper,unit,direction,against,smallest,d,replicates,verdict,remark,p,judged\n"
        )
        for result in report.lines.map(\.result) {
            for metric in result.metrics {
                let rows = [("all", metric.whole)] + zip(result.claim.places, metric.places)
                for (place, finding) in rows {
                    let own = metric.metric
                    let head = CSV.line([result.claim.id, own.id, place, own.observable])
                    let numbers = CSV.numbers([
                        finding.value, finding.interval?.lowerBound, finding.interval?.upperBound,
                    ])
                    let asked = CSV.line([own.unit, own.direction.rawValue])
                    let sizes = CSV.numbers([own.against, own.smallest, finding.effectSize])
                    let verdict = CSV.line([finding.verdict.rawValue, finding.remark?.rawValue ?? ""])
                    try file.append(
                        "\(head),\(numbers),\(asked),\(sizes),\(finding.replicates),\(verdict),"
                            + "\(CSV.numbers([finding.probability])),\(!own.isReported)\n")
                }
            }
        }
        try file.finish()
    }
}

/// `confounding.csv`: what sides have unequal beyond 1 %, declared or not.
enum ConfoundingFile {
    static let name = "confounding.csv"

    static func write(_ report: ClaimsReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append("claim,place,observable,least,least_amount,most,most_amount,share,standing\n")
        for result in report.lines.map(\.result) {
            for found in result.inequalities {
                let head = CSV.line([result.claim.id, result.claim.places[found.place], found.observable])
                let (least, most) = (found.least, found.most)
                try file.append(
                    "\(head),\(CSV.field(least.arm)),\(CSV.number(least.amount)),\(CSV.field(most.arm)),"
                        + "\(CSV.number(most.amount)),\(CSV.number(found.share)),"
                        + (found.follows ? "follows" : found.isDeclared ? "declared" : "confounds") + "\n")
            }
        }
        try file.finish()
    }
}

/// `robustness.csv`: a row a claim and parameter that decides it, those that none decides with one row.
enum RobustnessFile {
    static let name = "robustness.csv"

    static func write(_ report: ClaimsReport, to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "claim,sets,supported,share,lower,upper,right_way,undefined,threshold,rank,parameter,index,share_lowest_third,"
                + "share_highest_third\n")
        for line in report.lines {
            guard let robustness = line.robustness else { continue }
            let share = robustness.supported
            let shares = CSV.numbers([
                share.share, share.interval.lowerBound, share.interval.upperBound, robustness.rightWay.share,
            ])
            let head =
                "\(line.result.claim.id),\(robustness.sets),\(share.count),\(shares),\(robustness.undefined),"
                + CSV.numbers([robustness.threshold])
            guard !robustness.deciding.isEmpty else {
                try file.append("\(head),,,,,\n")
                continue
            }
            for (rank, influence) in robustness.deciding.enumerated() {
                let ends = CSV.numbers([influence.index, influence.low?.share, influence.high?.share])
                try file.append("\(head),\(rank + 1),\(influence.parameter.key),\(ends)\n")
            }
        }
        try file.finish()
    }
}
