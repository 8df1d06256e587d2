/// The same to everyone: the old practice of giving each community its equal part, whatever it plans.
///
/// With m recipients each gets floor(budget / m), and the first `budget mod m` of the tie-break order one unit more, so
/// that the parts sum to the budget exactly.
public struct EqualSplit: FundingRule, Equatable {
    /// The rule has nothing to set.
    public init() {}

    /// The parts of `budget` (smallest unit of money, at least 0) for each of `recipients`, in tie-break order. The
    /// recipients' costs are not looked at, except where `ties` goes by cost. Without recipients all is left over.
    /// - Throws: ``AllocationError/negativeBudget(_:)``, ``AllocationError/duplicateProject(_:)``.
    public func split(
        _ budget: Budget, over recipients: [BallotProject], ties: TieBreaking = .identifier
    ) throws(AllocationError) -> Outcome {
        try checkMoney(recipients, budget)
        var steps: [Outcome.Step] = []
        if !recipients.isEmpty {
            let (part, odd) = budget.quotientAndRemainder(dividingBy: Int64(recipients.count))
            for (place, index) in ties.order(recipients).enumerated() {
                let amount = part + (Int64(place) < odd ? 1 : 0)
                steps.append(.init(project: index, id: recipients[index].id, amount: amount, score: 1))
            }
        }
        return Outcome(budget: budget, steps: steps, scoreMeaning: Text(en: "equal parts", zh: "等份"))
    }

    /// The same to every project, but to none more than it asks for; what that saves is divided again among the others
    /// (the rule of constrained equal awards; Thomson, "How to Divide When There Isn't Enough", 2019). Votes are not
    /// looked at, and most projects get a part of their cost only.
    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let (projects, ranks) = (election.projects, ties.ranks(election.projects))
        let asking = projects.indices.filter { projects[$0].cost > 0 }
            .sorted {
                projects[$0].cost != projects[$1].cost ? projects[$0].cost < projects[$1].cost : ranks[$0] < ranks[$1]
            }
        var left = election.budget
        var served = 0
        while served < asking.count, projects[asking[served]].cost <= left / Int64(asking.count - served) {
            left -= projects[asking[served]].cost
            served += 1
        }
        let rest = try split(left, over: asking[served...].map { projects[$0] }, ties: ties)
        let places = Dictionary(uniqueKeysWithValues: projects.indices.map { (projects[$0].id, $0) })
        var outcome = Outcome(budget: election.budget, steps: [], scoreMeaning: rest.scoreMeaning)
        for project in asking[..<served] { outcome.fund(project, of: projects, score: 1) }
        for step in rest.steps where step.amount > 0 {
            outcome.steps.append(
                .init(project: places[step.id] ?? 0, id: step.id, amount: step.amount, score: step.score))
        }
        return outcome
    }

    public static let description = RuleDescription(
        id: "equal-split", name: Text(en: "equal split", zh: "平均分配"),
        meaning: Text(
            en: "Every project gets the same, up to its cost; votes are not looked at.",
            zh: "各项目所得相同，以其费用为限；不看票数。"),
        parameters: [], source: "the old practice; constrained equal awards, Thomson 2019")
}

/// Checks what every rule requires: a budget and costs of at least 0, and ids that are unique.
func checkMoney(_ projects: [BallotProject], _ budget: Budget) throws(AllocationError) {
    guard budget >= 0 else { throw .negativeBudget(budget) }
    var seen: Set<String> = []
    for project in projects {
        guard project.cost >= 0 else { throw .negativeCost(project: project.id, cost: project.cost) }
        guard seen.insert(project.id).inserted else { throw .duplicateProject(project.id) }
    }
}
