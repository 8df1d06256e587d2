import Analysis
import Archive
import Governance

/// `winners.csv`: who wins and who loses by each scenario against the baseline, over the last year of the runs.
///
/// `part` is whole, group, domain, type or community; `name` its id (a type's name in English); `fate` wins, loses,
/// unclear (the interval includes 0) or unknown (there is none).
enum WinnersFile {
    static let name = "winners.csv"

    static func write(_ winners: [(ids: [String], winners: Winners)], to folder: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: folder)
        try file.append(
            "baseline,other,part,name,type,subject,unit,baseline_mean,other_mean,difference,lower,upper,effect_size,"
                + "pairs,fate\n")
        for (ids, winners) in winners {
            for row in winners.rows {
                for subject in Standing.Subject.allCases {
                    guard let paired = row.differences[subject] else { continue }
                    let key = CSV.line(ids + row.party.fields + [subject.rawValue, subject.unit])
                    let interval = paired.difference.interval
                    let numbers = [
                        paired.baselineMean, paired.otherMean, paired.difference.mean, interval?.lowerBound,
                        interval?.upperBound, paired.effectSize,
                    ]
                    try file.append(
                        "\(key),\(CSV.numbers(numbers)),\(paired.pairs),\(row.verdict(subject).rawValue)\n")
                }
            }
        }
        try file.finish()
    }
}

extension Winners.Party {
    /// Part, name and type of community.
    fileprivate var fields: [String] {
        switch self {
        case .whole: ["whole", "", ""]
        case .group(let group): ["group", group.rawValue, ""]
        case .domain(let domain): ["domain", domain.rawValue, ""]
        case .type(let type): ["type", type.en, type.en]
        case .community(let community): ["community", community.id, community.type?.en ?? ""]
        }
    }
}
