public import Archive

/// A goal as results are weighed by it.
public struct PlanAim: Sendable, Equatable {
    /// Whether less is better.
    public let isLess: Bool
    public let isCost: Bool
    /// The least change from what would be without a plan that keeps the goal.
    public let smallest: Double

    public init(isLess: Bool, isCost: Bool, smallest: Double) {
        self.isLess = isLess
        self.isCost = isCost
        self.smallest = smallest
    }

    /// How much better a value is than another.
    func gain(_ value: Double, over other: Double) -> Double { isLess ? other - value : value - other }
}

/// What runs of a plan come to: means over replicates.
public struct PlanOutcome: Sendable, Equatable {
    /// By goal, the less the better.
    public let objectives: [Double]
    /// Yuan in the plan's dearest year, the mean over replicates of each year.
    public let dearest: Double

    /// - Returns: nil where a run broke, or a goal has no value.
    public init?(_ runs: [PlanRun?], aims: [PlanAim]) {
        let lived = runs.compactMap(\.self)
        guard lived.count == runs.count, let first = lived.first else { return nil }
        var objectives: [Double] = []
        for (place, aim) in aims.enumerated() {
            let values = lived.compactMap { $0.goals[place] }
            guard values.count == lived.count else { return nil }
            let mean = values.reduce(0, +) / Double(values.count)
            objectives.append(aim.isLess ? mean : -mean)
        }
        self.objectives = objectives
        dearest =
            first.years.indices.map { year in
                lived.reduce(0) { $0 + $1.costs[year] } / Double(lived.count)
            }.max() ?? 0
    }

    /// By how much of the budget it is beyond it; 0 within.
    public func excess(over budget: Double) -> Double { max(0, dearest - budget) / max(1, budget) }
}

/// What a plan brings and costs, from runs whose draws the search has not seen, against the same runs without a plan.
public struct PlanEffect: Sendable, Equatable {
    /// By goal: the level, and how much better it is than without a plan, over pairs of replicates.
    public let levels: [Estimate]
    public let gains: [Estimate]
    /// By goal that is to last: the part that is left of the gain while attention lasted; nil for others, and where nothing was
    /// clearly gained.
    public let left: [RatioOfMeans?]
    /// Yuan by year, by what it is paid for, means over the replicates.
    public let years: [[String: Double]]
    /// Yuan in the dearest year.
    public let dearest: Double
    /// By goal: the mean gain that the search saw in its own runs.
    public let promised: [Double]

    init(_ runs: [PlanRun], without: [PlanRun], promised: [Double], aims: [PlanAim]) {
        func value(_ run: PlanRun, _ goal: Int) -> Double { run.goals[goal] ?? .nan }
        levels = aims.indices.map { goal in Estimate(of: runs.map { value($0, goal) }) }
        gains = aims.enumerated().map { goal, aim in
            Estimate(of: zip(runs, without).map { aim.gain(value($0, goal), over: value($1, goal)) })
        }
        left = aims.enumerated().map { goal, aim in
            let early = zip(runs, without).compactMap { run, other -> Double? in
                guard let own = run.before[goal], let others = other.before[goal] else { return nil }
                return aim.gain(own, over: others)
            }
            guard early.count == runs.count, Estimate(of: early).isAboveZero else { return nil }
            return RatioOfMeans(
                of: zip(runs, without).map { aim.gain(value($0, goal), over: value($1, goal)) }, to: early,
                confidence: Estimate.usualConfidence)
        }
        let count = Double(max(1, runs.count))
        years = (runs.first?.years.indices ?? 0..<0).map { year in
            var sums: [String: Double] = [:]
            for run in runs { for (purpose, yuan) in run.years[year] { sums[purpose, default: 0] += yuan } }
            return sums.mapValues { $0 / count }
        }
        dearest =
            years.map { year in year.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }.max() ?? 0
        self.promised = promised
    }
}
