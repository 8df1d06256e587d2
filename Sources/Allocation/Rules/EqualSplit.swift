/// The same to everyone: the old practice of giving each community its equal part, whatever it plans.
///
/// With m recipients each gets floor(budget / m), and the first `budget mod m` of the tie-break order one unit more, so
/// that the parts sum to the budget exactly.
public struct EqualSplit: Sendable, Equatable {
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
