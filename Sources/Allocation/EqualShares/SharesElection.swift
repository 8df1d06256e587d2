/// What the method of equal shares needs to know of an election.
final class SharesElection: Sendable {
    let support: Support
    let costs: [Int64]
    /// What a unit of weight is worth: the project's cost, or 1.
    let values: [Int64]
    /// Each project's place in the tie-break order.
    let ranks: [Int]
    let budget: Budget
    /// What add1u adds for each voter.
    let unit: Int64
    /// Projects that cost something and have support, in tie-break order.
    let candidates: [Int]
    /// Projects that cost nothing and have support, in tie-break order: they are funded at once.
    let free: [Int]
    /// For each project the first one that has the same cost, value, supporters and weights: their claims stay equal
    /// whatever happens.
    let twins: [Int]
    /// Whether a project has another that is like it.
    let isTwin: [Bool]

    init(_ election: Election, _ satisfaction: Satisfaction, _ ties: TieBreaking) throws(AllocationError) {
        try election.check()
        support = try Support(election, satisfaction)
        costs = election.projects.map(\.cost)
        values = election.values(satisfaction)
        let order = ties.order(election.projects)
        ranks = ties.ranks(election.projects)
        budget = election.budget
        unit = election.currencyUnit
        let (costs, totals) = (costs, support.totals)
        candidates = order.filter { totals[$0] > 0 && costs[$0] > 0 }
        free = order.filter { totals[$0] > 0 && costs[$0] == 0 }
        twins = Self.twins(support, costs)
        var alike = [Int](repeating: 0, count: costs.count)
        for first in twins { alike[first] += 1 }
        isTwin = twins.map { alike[$0] > 1 }
    }

    private static func twins(_ support: Support, _ costs: [Int64]) -> [Int] {
        var first: [Claim: Int] = [:]
        return costs.indices.map { project in
            let claim = Claim(
                cost: costs[project], types: support.types[support.entries(project)],
                weights: support.weights[support.entries(project)])
            if let twin = first[claim] { return twin }
            first[claim] = project
            return project
        }
    }

    private struct Claim: Hashable {
        let cost: Int64
        let types: ArraySlice<Int32>
        let weights: ArraySlice<Int64>
    }
}
