public import Archive
public import Governance
import Numerics

/// How a plan fares under sets of behavioural parameters.
///
/// In a set it keeps its goals where every gain over going on without a plan is the smallest that counts or more, and its dearest year is within
/// the budget; it is undominated where neither another plan of the front nor going on without one is better in every goal. Parameters
/// that break it are told by PAWN indices of the margin by which goals and budget are kept, held against those of dummies
/// (``PAWN``).
public struct PlanRobustness: Sendable, Equatable {
    /// Sets in which everything could be lived.
    public let sets: Int
    public let kept: ShareEstimate
    public let undominated: ShareEstimate
    public let inBudget: ShareEstimate
    /// By goal: sets in which it gains at least the smallest that counts; nil for costs.
    public let goals: [ShareEstimate?]
    /// Parameters that decide whether it keeps its goals, the strongest first.
    public let deciding: [Influence]

    /// What a parameter does to a plan.
    public struct Influence: Sendable, Equatable {
        public let key: String
        public let meaning: Text
        public let index: Double
        /// The share of sets in which the plan keeps its goals, where the parameter is in the lowest and the highest third of its range.
        public let low: ShareEstimate?
        public let high: ShareEstimate?
    }

    /// What one set gave: without a plan, and by member of the front.
    public struct Trial: Sendable, Codable, Equatable {
        public var without: [PlanRun?]
        public var members: [[PlanRun?]]

        public init(without: [PlanRun?], members: [[PlanRun?]]) {
            self.without = without
            self.members = members
        }
    }

    /// - Parameters:
    ///   - points: by set, in the order of the parameters.
    ///   - typical: by goal, gains that put goals on one scale.
    /// - Returns: nil where no set could be lived.
    init?(
        member: Int, trials: [Trial], points: [[Double]], parameters: [ParameterField], aims: [PlanAim], budget: Double,
        typical: [Double], threshold: (Int) -> Double
    ) {
        var lived: [Int] = []
        var (keeps, leads, pays, margins): ([Bool], [Bool], [Bool], [Double]) = ([], [], [], [])
        var reached = [Int](repeating: 0, count: aims.count)
        for (set, trial) in trials.enumerated() {
            guard let without = PlanOutcome(trial.without, aims: aims),
                let own = PlanOutcome(trial.members[member], aims: aims)
            else { continue }
            lived.append(set)
            let others =
                [without]
                + trial.members.indices.filter { $0 != member }.compactMap {
                    PlanOutcome(trial.members[$0], aims: aims)
                }
            leads.append(!others.contains { Dominance.dominates($0.objectives, own.objectives) })
            let gains = zip(without.objectives, own.objectives).map { $0 - $1 }
            var margin = budget > 0 ? (budget - own.dearest) / budget : 0
            pays.append(own.dearest <= budget)
            var isKept = own.dearest <= budget
            for (goal, aim) in aims.enumerated() where !aim.isCost {
                let isReached = gains[goal] >= aim.smallest
                if isReached { reached[goal] += 1 } else { isKept = false }
                margin = min(margin, (gains[goal] - aim.smallest) / max(abs(typical[goal]), aim.smallest, 1e-12))
            }
            keeps.append(isKept)
            margins.append(margin)
        }
        guard let kept = ShareEstimate(keeps.count { $0 }, of: lived.count),
            let undominated = ShareEstimate(leads.count { $0 }, of: lived.count),
            let inBudget = ShareEstimate(pays.count { $0 }, of: lived.count)
        else { return nil }
        sets = lived.count
        (self.kept, self.undominated, self.inBudget) = (kept, undominated, inBudget)
        goals = aims.enumerated().map { goal, aim in
            aim.isCost ? nil : ShareEstimate(reached[goal], of: lived.count)
        }
        let inputs = lived.map { points[$0] }
        guard let pawn = PAWN(inputs: inputs, results: margins) else {
            deciding = []
            return
        }
        let bound = threshold(pawn.observations)
        deciding = parameters.indices.filter { pawn.indices[$0] > bound }.sorted { pawn.indices[$0] > pawn.indices[$1] }
            .map { place in
                let range = parameters[place].range
                let third = (range.upperBound - range.lowerBound) / 3
                func share(_ holds: (Double) -> Bool) -> ShareEstimate? {
                    let own = inputs.indices.filter { holds(inputs[$0][place]) }
                    return ShareEstimate(own.count { keeps[$0] }, of: own.count)
                }
                return Influence(
                    key: parameters[place].key, meaning: parameters[place].meaning, index: pawn.indices[place],
                    low: share { $0 < range.lowerBound + third }, high: share { $0 > range.upperBound - third })
            }
    }
}
