import Allocation
import Foundation

extension AllocationReport {
    /// The whole report as JSON: one object, names in both languages, money in units of the currency.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(AllocationFile(self)) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// The form of the report as JSON.
private struct AllocationFile: Encodable {
    let election: String
    let ballots: String
    let projects: Int
    let voters: Int
    let budget: Double
    let satisfaction: String
    let ties: String
    let rules: [Trial]

    struct Trial: Encodable {
        let rule: String
        let name: Text
        var error: Text?
        var winners: [String]?
        var amounts: [String: Double]?
        var spent: Double?
        var measures: Measures?
        var ties: [Tie]?
        var wronged: [Wronged]?
    }

    struct Measures: Encodable {
        let realised: Int
        let spentShare: Double
        let averageSatisfaction: Double?
        let shareWithNothing: Double?
        let gini: Double?
        let tags: [Tag]
        let groups: [Group]
    }

    struct Tag: Encodable {
        let kind, tag: String
        let projects, realised: Int
        let moneyShare, choiceShare: Double
        let excludedShare: Double?
    }

    struct Group: Encodable {
        let grouping, group: String
        let voters: Int
        let averageSatisfaction, shareWithNothing: Double
    }

    struct Tie: Encodable {
        let preferred: String
        let others: [String]
    }

    /// Voters are told by their `voter_id`.
    struct Wronged: Encodable {
        let project: String
        let voters: [String]
        let satisfaction, owed: Double
    }

    init(_ report: AllocationReport) {
        let unit = Double(report.election.currencyUnit)
        election = report.file["description"] ?? report.name
        ballots = report.election.ballots.kind.rawValue
        projects = report.election.projects.count
        voters = report.election.ballots.count
        budget = Double(report.election.budget) / unit
        satisfaction = report.satisfaction.rawValue
        ties = report.ties
        rules = report.trials.map { Self.trial($0, report, unit) }
    }

    private static func trial(_ trial: RuleTrial, _ report: AllocationReport, _ unit: Double) -> Trial {
        var told = Trial(rule: trial.rule.id, name: trial.rule.name)
        switch trial.result {
        case .failure(let error): told.error = error.message
        case .success(let finding):
            let outcome = finding.outcome
            let id = { (project: Int) in report.election.projects[project].id }
            let voterColumn = report.file.votes.column("voter_id")
            told.winners = outcome.funded
            told.amounts = Dictionary(uniqueKeysWithValues: outcome.steps.map { ($0.id, Double($0.amount) / unit) })
            told.spent = Double(outcome.spent) / unit
            told.measures = measures(finding.measures)
            told.ties = outcome.decisiveTies.map {
                Tie(preferred: outcome.steps[$0.step].id, others: $0.others.map(id))
            }
            told.wronged = finding.wronged.map { group in
                Wronged(
                    project: id(group.project),
                    voters: group.voters.map { voter in voterColumn.map { report.file.votes[voter, $0] } ?? "\(voter)"
                    },
                    satisfaction: group.satisfaction, owed: group.owed)
            }
        }
        return told
    }

    private static func measures(_ measures: OutcomeMeasures) -> Measures {
        Measures(
            realised: measures.realised, spentShare: measures.spentShare,
            averageSatisfaction: measures.averageSatisfaction, shareWithNothing: measures.shareWithNothing,
            gini: measures.gini,
            tags: measures.tags.map {
                Tag(
                    kind: $0.kind.rawValue, tag: $0.tag, projects: $0.projects, realised: $0.realised,
                    moneyShare: $0.moneyShare, choiceShare: $0.choiceShare, excludedShare: $0.excludedShare)
            },
            groups: measures.groups.map {
                Group(
                    grouping: $0.grouping, group: $0.group, voters: $0.voters,
                    averageSatisfaction: $0.averageSatisfaction, shareWithNothing: $0.shareWithNothing)
            })
    }
}
