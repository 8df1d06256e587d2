public import Archive
import Governance
import Numerics

/// What a search for plans found, once its best were lived again.
///
/// Those that look best in the runs by which they were chosen owe some of it to chance (the winner's curse). So the front of
/// the search is lived under other draws, what is dominated or too dear there falls out, and only these runs are told.
public struct PlanFindings: Sendable {
    public let aims: [PlanAim]
    public let budget: Double
    /// Of the search, in the order in which they were lived again.
    public let candidates: [NSGA2.Candidate]
    /// What each came to in fresh runs; nil where one broke.
    public let effects: [PlanEffect?]
    /// Places of the candidates that make the final front, by cost.
    public let front: [Int]
    /// Those that fell out, and why.
    public let fallen: [(place: Int, reason: Reason)]
    /// By place in `front`; empty where no sets were asked for.
    public let robustness: [PlanRobustness?]

    public enum Reason: Sendable, Equatable {
        case dominated, overBudget, broken
    }

    /// - Parameters:
    ///   - searched: what runs of the search came to without a plan.
    ///   - fresh: runs of each candidate, and without a plan, under draws that the search has not seen.
    public init(
        candidates: [NSGA2.Candidate], searched without: PlanOutcome, fresh: [[PlanRun?]], freshWithout: [PlanRun],
        aims: [PlanAim], budget: Double, trials: [PlanRobustness.Trial] = [], points: [[Double]] = [], seed: UInt64 = 1
    ) {
        self.aims = aims
        self.budget = budget
        self.candidates = candidates
        let outcomes = fresh.map { PlanOutcome($0, aims: aims) }
        effects = candidates.indices.map { place in
            let runs = fresh[place].compactMap(\.self)
            guard outcomes[place] != nil else { return nil }
            let promised = zip(without.objectives, candidates[place].objectives).map { $0 - $1 }
            return PlanEffect(runs, without: freshWithout, promised: promised, aims: aims)
        }
        (front, fallen) = Self.front(of: outcomes, budget: budget, aims: aims)
        var thresholds: [Int: Double] = [:]
        let parameters = Parameters.all
        var robustness: [PlanRobustness?] = []
        for (member, place) in front.enumerated() where !trials.isEmpty {
            robustness.append(
                PlanRobustness(
                    member: member, trials: trials, points: points, parameters: parameters, aims: aims, budget: budget,
                    typical: effects[place]?.gains.map(\.mean) ?? [],
                    threshold: { observations in
                        if let known = thresholds[observations] { return known }
                        let bound = PAWN.threshold(
                            observations: observations, inputs: parameters.count,
                            stream: Stream(seed: seed, replicate: 0, name: "plan.dummies"))
                        thresholds[observations] = bound
                        return bound
                    }))
        }
        self.robustness = robustness
    }

    /// The candidates that keep the budget and that none dominates in fresh runs, by cost, else by the first goal; and the others.
    public static func front(
        of outcomes: [PlanOutcome?], budget: Double, aims: [PlanAim]
    ) -> (front: [Int], fallen: [(place: Int, reason: Reason)]) {
        let able = outcomes.indices.filter { place in outcomes[place].map { $0.excess(over: budget) <= 0 } ?? false }
        func objectives(_ place: Int) -> [Double] { outcomes[place]?.objectives ?? [] }
        let best = Dominance.front(able.map(objectives), violations: able.map { _ in 0 }).map { able[$0] }
        let key = aims.firstIndex(where: \.isCost) ?? 0
        let front = best.sorted { (objectives($0)[key], $0) < (objectives($1)[key], $1) }
        let fallen = outcomes.indices.filter { !front.contains($0) }.map { place in
            (place, outcomes[place] == nil ? Reason.broken : able.contains(place) ? .dominated : .overBudget)
        }
        return (front, fallen)
    }
}
