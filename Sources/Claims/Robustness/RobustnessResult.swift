public import Analysis
public import Governance
import Numerics
import Scenarios

/// How widely a claim holds over sets of behavioural parameters, and which parameters decide it.
///
/// A set supports a claim where each judged metric, as it comes out in the set's few replicates, goes the claimed way by the
/// smallest effect of interest or more. No interval is asked of a set: with a few replicates it would be wide, and chance
/// averages out over sets. What decides is asked of the claim's margin, the least over its metrics of
/// (effect - smallest) / smallest, by ``PAWN``.
public struct RobustnessResult: Sendable {
    /// Sets that were lived.
    public let sets: Int
    /// Sets that support the claim, and sets in which every metric at least goes the claimed way; of all sets.
    public let supported: ShareEstimate
    public let rightWay: ShareEstimate
    /// Sets in which a metric has no value: a run broke, or there was nothing to divide by. They count as not supporting.
    public let undefined: Int
    /// Effects of the main metric in the claimed direction, by set; NaN where there is none.
    public let effects: [Double]
    /// What ``PAWN`` indices of parameters that say nothing stay below; nil where none could be made.
    public let threshold: Double?
    /// Parameters that decide, those with the largest index first.
    public let deciding: [Influence]

    /// What a parameter does to a claim.
    public struct Influence: Sendable {
        public let parameter: ParameterField
        public let index: Double
        /// The share of sets that support the claim where the parameter is in the lowest and in the highest third of its range.
        public let low: ShareEstimate?
        public let high: ShareEstimate?
    }

    /// - Parameters:
    ///   - values: by set, then by judged metric; nil where a set was not lived.
    ///   - thresholds: those found before, by the number of observations.
    init?(
        _ claim: Claim, parameters: [ParameterField], points: [[Double]], values: [[Double]?], seed: UInt64,
        thresholds: inout [Int: Double]
    ) {
        let metrics = claim.judged
        let lived = values.indices.filter { values[$0]?.count == metrics.count }
        let effects = lived.map { set in
            zip(metrics, values[set] ?? []).map { metric, value in metric.effect(of: value) }
        }
        let margins = effects.map { effects in Self.margin(effects, metrics) }
        let supports = margins.map { $0 >= 0 }
        guard let supported = ShareEstimate(supports.count { $0 }, of: lived.count),
            let rightWay = ShareEstimate(effects.count { $0.allSatisfy { $0 > 0 } }, of: lived.count)
        else { return nil }
        sets = lived.count
        self.supported = supported
        self.rightWay = rightWay
        undefined = margins.count { $0.isNaN }
        self.effects = effects.map { $0.first ?? .nan }
        let inputs = lived.map { points[$0] }
        guard let pawn = PAWN(inputs: inputs, results: margins) else {
            (threshold, deciding) = (nil, [])
            return
        }
        let threshold =
            thresholds[pawn.observations]
            ?? PAWN.threshold(
                observations: pawn.observations, inputs: parameters.count,
                stream: Stream(seed: seed, replicate: 0, name: "dummies"))
        thresholds[pawn.observations] = threshold
        self.threshold = threshold
        let beyond = parameters.indices.filter { pawn.indices[$0] > threshold }
            .sorted { pawn.indices[$0] > pawn.indices[$1] }
        deciding = beyond.map { place in
            let range = parameters[place].range
            let third = (range.upperBound - range.lowerBound) / 3
            func share(_ holds: (Double) -> Bool) -> ShareEstimate? {
                let own = inputs.indices.filter { holds(inputs[$0][place]) }
                return ShareEstimate(own.count { supports[$0] }, of: own.count)
            }
            return Influence(
                parameter: parameters[place], index: pawn.indices[place],
                low: share { $0 < range.lowerBound + third }, high: share { $0 > range.upperBound - third })
        }
    }

    /// How far the weakest metric is beyond its smallest effect of interest, in units of that; NaN where one has no value.
    private static func margin(_ effects: [Double], _ metrics: [Claim.Metric]) -> Double {
        let margins = zip(effects, metrics).map { ($0 - $1.smallest) / $1.smallest }
        return margins.contains(where: \.isNaN) ? .nan : margins.min() ?? .nan
    }
}
