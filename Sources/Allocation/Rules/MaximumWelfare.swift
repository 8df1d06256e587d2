/// The highest total satisfaction that the budget can buy, exactly.
///
/// Every set of projects within the budget is considered, though most are never looked at: branch and bound over projects
/// in the order of satisfaction over cost, with the bound of the fractional knapsack. Among several sets of the same
/// highest welfare the one is taken that has the first project, in tie-break order, in which they differ.
///
/// Exactness: whole numbers of 64 and 128 bits throughout. Cost: exponential in the worst case, hence a limit of work.
/// Source: Talmon and Faliszewski, "A Framework for Approval-Based Budgeting Methods", 2019; Dantzig 1957 for the bound.
public struct MaximumWelfare: FundingRule, Equatable {
    /// What is maximised; nil for the usual of the ballots.
    public var satisfaction: Satisfaction?
    /// How many branches may be looked at before the rule gives up, at least 1.
    public var limit: Int
    /// What becomes of an election that the limit does not suffice for: false refuses it, true funds the best set found.
    public var takesBestFound: Bool

    public init(satisfaction: Satisfaction? = nil, limit: Int = 20_000_000, takesBestFound: Bool = false) {
        self.satisfaction = satisfaction
        self.limit = limit
        self.takesBestFound = takesBestFound
    }

    /// - Throws: ``AllocationError/tooMuchWork(rule:steps:)`` if the limit was reached before a
    ///   proof and the best set found will not do.
    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let satisfaction = satisfaction ?? .usual(for: election.ballots.kind)
        let welfare = try Self.welfare(election, satisfaction)
        let order = ties.order(election.projects).filter { welfare[$0] > 0 }
        let items = order.map { Knapsack.Item(project: $0, value: welfare[$0], cost: election.projects[$0].cost) }
        var search = Knapsack(items, budget: election.budget, limit: limit)
        let (chosen, isProven) = search.best()
        guard isProven || takesBestFound else { throw .tooMuchWork(rule: Self.description.name, steps: limit) }
        let unit =
            satisfaction == .points
            ? Double(election.ballots.pointParts)
            : satisfaction == .cost ? Double(election.currencyUnit) : 1
        var outcome = Outcome(
            budget: election.budget, steps: [], scoreMeaning: Text(en: "total satisfaction", zh: "总满意度"))
        for project in chosen { outcome.fund(project, of: election.projects, score: Double(welfare[project]) / unit) }
        return outcome
    }

    /// The satisfaction that each project gives all voters together.
    private static func welfare(_ election: Election, _ satisfaction: Satisfaction) throws(AllocationError) -> [Int64] {
        let (votes, values) = (try election.tally(satisfaction), election.values(satisfaction))
        var welfare: [Int64] = []
        var sum: Int64 = 0
        for project in votes.indices {
            let (product, isTooLarge) = votes[project].multipliedReportingOverflow(by: values[project])
            let (next, isSumTooLarge) = sum.addingReportingOverflow(max(0, product))
            guard !isTooLarge, !isSumTooLarge else { throw .tooLarge(Text(en: "total satisfaction is", zh: "总满意度")) }
            welfare.append(product)
            sum = next
        }
        return welfare
    }

    static let limitID = "limit"

    public static let description = RuleDescription(
        id: "maximum-welfare", name: Text(en: "highest total satisfaction", zh: "总满意度最大"),
        meaning: Text(
            en: "Of all sets of projects within the budget, the one with the highest total satisfaction.",
            zh: "在预算内的所有项目组合中，取总满意度最高者。"),
        isVote: true,
        parameters: [
            .satisfaction,
            RuleParameter(
                id: limitID, allowed: .whole(from: 1), usual: Text(en: "20000000", zh: "20000000"),
                meaning: Text(en: "branches to look at before giving up", zh: "放弃前最多考察的分支数")),
        ],
        source: "Talmon and Faliszewski 2019")
}
