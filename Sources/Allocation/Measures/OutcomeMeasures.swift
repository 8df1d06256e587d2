/// What can be said of an outcome: how much is spent, how well voters are served, and who is left out.
public struct OutcomeMeasures: Sendable, Equatable {
    /// Projects that got all they asked for.
    public var realised: Int
    /// Money given over the budget, 0 to 1; 0 without a budget.
    public var spentShare: Double
    /// The mean of voters' satisfaction: money, projects or points; nil without voters.
    public var averageSatisfaction: Double?
    /// The share of voters for whom nothing that they support was realised, 0 to 1; nil without voters.
    public var shareWithNothing: Double?
    /// Gini's coefficient of satisfaction, 0 (all alike) to near 1 (one has all); nil where nobody has any.
    public var gini: Double?
    /// By category, target and district of projects, where given.
    public var tags: [TagServed]
    /// By group of voters, where given.
    public var groups: [GroupServed]

    /// - Throws: what ``Election/tally(_:)`` throws.
    public init(
        _ outcome: Outcome, of election: Election, satisfaction: Satisfaction
    ) throws(AllocationError) {
        let served = try VoterSatisfaction(outcome, of: election, satisfaction)
        let parts = election.parts(of: satisfaction)
        realised = served.realised.count
        spentShare = election.budget > 0 ? Double(outcome.spent) / Double(election.budget) : 0
        let levels = Self.levels(served)
        let voters = Double(served.support.voters)
        let sum = levels.reduce(0) { $0 + Double($1.value) * Double($1.voters) }
        averageSatisfaction = voters > 0 ? sum / voters / parts : nil
        let without = levels.first.map { $0.value == 0 ? Double($0.voters) : 0 } ?? 0
        shareWithNothing = voters > 0 ? without / voters : nil
        gini = sum > 0 ? Self.gini(levels, sum: sum, voters: voters) : nil
        tags = TagServed.all(outcome, of: election, served)
        groups = GroupServed.all(of: election, served, parts: parts)
    }

    /// Satisfactions from the lowest on, and how many voters have each.
    private static func levels(_ served: VoterSatisfaction) -> [(value: Int128, voters: Int64)] {
        let multiplicity = served.support.multiplicity
        let idle = Int64(served.support.voters) - multiplicity.reduce(0, +)
        var all: [(value: Int128, voters: Int64)] = multiplicity.indices.map { (served.ofType[$0], multiplicity[$0]) }
        all.append((0, idle))
        var levels: [(value: Int128, voters: Int64)] = []
        for level in all.sorted(by: { $0.value < $1.value }) where level.voters > 0 {
            if levels.last?.value == level.value {
                levels[levels.count - 1].voters += level.voters
            } else {
                levels.append(level)
            }
        }
        return levels
    }

    /// sum_i (2 i - n - 1) x_i / (n sum_i x_i) over voters in ascending order, summed level by level.
    private static func gini(_ levels: [(value: Int128, voters: Int64)], sum: Double, voters: Double) -> Double {
        var before = 0.0
        var weighted = 0.0
        for (value, count) in levels {
            let level = Double(count)
            weighted += Double(value) * level * (2 * before + level - voters)
            before += level
        }
        return weighted / (voters * sum)
    }
}
