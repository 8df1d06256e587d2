public import Allocation
import Governance

/// What one or several rules make of an election: for the screen, as JSON and as a chart.
public struct AllocationReport: Sendable {
    let file: PabulibFile
    /// What the election is called where the file does not tell.
    let name: String
    let trials: [RuleTrial]
    let satisfaction: Satisfaction
    /// The tie-breaking convention, as it was asked for.
    let ties: String

    /// - Parameters:
    ///   - name: what the election is called where the file does not tell.
    ///   - satisfaction: what the trials were measured by.
    ///   - ties: the tie-breaking convention, as it was asked for.
    public init(
        _ file: PabulibFile, name: String, trials: [RuleTrial], satisfaction: Satisfaction, ties: String
    ) {
        self.file = file
        self.name = name
        self.trials = trials
        self.satisfaction = satisfaction
        self.ties = ties
    }

    var election: Election { file.election }

    /// How many voters support each project.
    var votes: [Int64] { (try? election.tally(.cardinality)) ?? [] }

    /// The places of all projects, those that most voters support first.
    var byVotes: [Int] {
        let votes = votes
        return election.projects.indices.sorted { votes[$0] != votes[$1] ? votes[$0] > votes[$1] : $0 < $1 }
    }

    /// What each project receives in an outcome.
    func amounts(_ outcome: Outcome) -> [Int64] {
        var amounts = [Int64](repeating: 0, count: election.projects.count)
        for step in outcome.steps { amounts[step.project] = step.amount }
        return amounts
    }

    /// The election's name and its size, one text each.
    var heading: [Text] {
        let title = file["description"] ?? name
        let currency = file["currency"].map { " " + $0 } ?? ""
        let (projects, voters) = (election.projects.count, election.ballots.count)
        let kind = election.ballots.kind.label
        return [
            Text(TextLayout.visible(title)),
            Text(
                en: "\(NumberText.whole(projects)) projects, \(NumberText.whole(voters)) voters (\(kind.en)), budget "
                    + money(election.budget) + currency,
                zh: "\(NumberText.whole(projects)) 个项目，\(NumberText.whole(voters)) 名投票人（\(kind.zh)），预算 "
                    + money(election.budget) + currency),
        ]
    }

    /// An amount in units of the currency.
    func money(_ amount: Int64) -> String {
        let isWhole = amount.isMultiple(of: election.currencyUnit)
        return NumberText.fixed(Double(amount) / Double(election.currencyUnit), decimals: isWhole ? 0 : 2) ?? ""
    }

    /// A project's name and id; where they are too long for the width, what fits of the name alone.
    func label(_ project: Int, within width: Int = .max) -> String {
        let id = TextLayout.visible(election.projects[project].id)
        let name = TextLayout.visible(election.projects[project].name)
        guard !name.isEmpty else { return id }
        guard DisplayWidth.of(name) + DisplayWidth.of(id) + 3 > width else { return "\(name) (\(id))" }
        guard DisplayWidth.of(name) > width else { return name }
        var (cut, used) = ("", 0)
        for character in name {
            used += DisplayWidth.of(character)
            guard used <= width - 3 else { break }
            cut.append(character)
        }
        return TextLayout.trimmedEnd(cut) + "..."
    }

    /// A share in per cent.
    static func percent(_ share: Double?) -> String {
        share.flatMap { NumberText.fixed($0 * 100, decimals: 1) } ?? "-"
    }

    /// A mean satisfaction.
    func level(_ satisfaction: Double?) -> String {
        satisfaction.flatMap { NumberText.fixed($0, decimals: NumberText.decimals(of: $0)) } ?? "-"
    }
}
