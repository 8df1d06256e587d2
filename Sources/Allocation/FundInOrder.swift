/// Funds projects in full in the given order while the budget lasts: one that does not fit what remains is skipped and
/// the next one tried. Shared by every rule that ranks first and spends afterwards.
func fundInOrder(
    _ order: [Int], projects: [BallotProject], budget: Budget, scoreMeaning: String, score: (Int) -> Double
) -> Outcome {
    var left = budget
    var steps: [Outcome.Step] = []
    for index in order where projects[index].cost <= left {
        left -= projects[index].cost
        steps.append(
            .init(project: index, id: projects[index].id, amount: projects[index].cost, score: score(index)))
    }
    return Outcome(budget: budget, steps: steps, scoreMeaning: scoreMeaning)
}
