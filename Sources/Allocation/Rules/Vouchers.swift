/// Every voter gets a voucher of the same worth and spends it on what it wants.
///
/// A voucher is worth the budget over the number of voters, in whole smallest units. A voter's voucher is divided over
/// the projects it supports in proportion to its points (equally where it gives none; rankings by places counted from
/// the end), odd units to the first in tie-break order. A project gets what was given to it, but no more than it asks
/// for: the rest, and the vouchers of those who support nothing, are left over. So projects may be funded in part.
/// Source: service vouchers in Qin's account of Liyuan; as a rule for public goods it is the free market's baseline.
public struct Vouchers: FundingRule, Equatable {
    /// The rule has nothing to set.
    public init() {}

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let meaning = Text(en: "vouchers received", zh: "所得券额")
        guard election.ballots.count > 0 else {
            return Outcome(budget: election.budget, steps: [], scoreMeaning: meaning)
        }
        let ranks = ties.ranks(election.projects)
        let given = try gifts(election, ranks, worth: election.budget / Int64(election.ballots.count))
        let steps = given.indices.filter { given[$0] > 0 }.sorted {
            given[$0] != given[$1] ? given[$0] > given[$1] : ranks[$0] < ranks[$1]
        }.map {
            Outcome.Step(
                project: $0, id: election.projects[$0].id, amount: min(given[$0], election.projects[$0].cost),
                score: Double(given[$0]) / Double(election.currencyUnit))
        }
        return Outcome(budget: election.budget, steps: steps.filter { $0.amount > 0 }, scoreMeaning: meaning)
    }

    /// What each project is given.
    private func gifts(_ election: Election, _ ranks: [Int], worth: Int64) throws(AllocationError) -> [Int64] {
        _ = try election.tally(.points)
        var given = [Int64](repeating: 0, count: election.projects.count)
        var (voter, choices): (Int, [(project: Int, weight: Int64)]) = (0, [])
        election.ballots.weigh(.points) { next, project, weight in
            if next != voter {
                Self.spend(worth, on: choices, ranks, &given)
                (voter, choices) = (next, [])
            }
            if weight > 0 { choices.append((project, weight)) }
        }
        Self.spend(worth, on: choices, ranks, &given)
        return given
    }

    private static func spend(
        _ worth: Int64, on choices: [(project: Int, weight: Int64)], _ ranks: [Int], _ given: inout [Int64]
    ) {
        let whole = choices.reduce(Int128(0)) { $0 + Int128($1.weight) }
        guard whole > 0 else { return }
        var left = worth
        for (project, weight) in choices {
            let part = Int64(Int128(worth) * Int128(weight) / whole)
            given[project] += part
            left -= part
        }
        for (project, _) in choices.sorted(by: { ranks[$0.project] < ranks[$1.project] }).prefix(Int(left)) {
            given[project] += 1
        }
    }

    public static let description = RuleDescription(
        id: "vouchers", name: Text(en: "vouchers", zh: "服务券"),
        meaning: Text(
            en:
                "Every voter divides an equal voucher over the projects it supports; a project gets what it is given, up "
                + "to its cost.",
            zh: "每位投票人把等值的券分给所支持的项目；项目所得以其费用为限。"),
        parameters: [], source: "Qin's account of service vouchers")
}
