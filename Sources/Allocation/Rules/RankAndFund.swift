/// A project's claim to money; the stronger goes first.
struct Claim<Strength: Comparable> {
    /// The project's place in the list.
    let project: Int
    let strength: Strength
}

/// Funds projects in full in the order of their claims while the budget lasts: one that does not fit what remains is
/// skipped and the next one tried. Shared by every rule that ranks first and spends afterwards.
/// - Parameters:
///   - projects: all projects; only those with a claim are considered.
///   - ties: who goes first among equal claims.
///   - score: the number shown for a claim.
func rankAndFund<Strength: Comparable>(
    _ claims: [Claim<Strength>], projects: [BallotProject], budget: Budget, ties: TieBreaking, scoreMeaning: Text,
    score: (Strength) -> Double
) -> Outcome {
    let ranks = ties.ranks(projects)
    let ordered = claims.sorted {
        $0.strength != $1.strength ? $0.strength > $1.strength : ranks[$0.project] < ranks[$1.project]
    }
    var outcome = Outcome(budget: budget, steps: [], scoreMeaning: scoreMeaning)
    var left = budget
    for (place, claim) in ordered.enumerated() where projects[claim.project].cost <= left {
        let level = ordered[(place + 1)...].prefix { $0.strength == claim.strength }.map(\.project)
        let others = level.filter { projects[$0].cost <= left }.sorted()
        if !others.isEmpty { outcome.ties.append(.init(step: outcome.steps.count, others: others)) }
        left -= projects[claim.project].cost
        outcome.fund(claim.project, of: projects, score: score(claim.strength))
    }
    return outcome
}

extension Outcome {
    /// Adds a project that is funded in full.
    mutating func fund(_ project: Int, of projects: [BallotProject], score: Double) {
        steps.append(
            Step(project: project, id: projects[project].id, amount: projects[project].cost, score: score))
    }
}
