public import Numerics

/// Morris' elementary effects: what a result changes by when one input is moved and all others stay.
///
///     effect = (y after the move - y before) / (the input after - before), the input in units of its range
///     mu = mean of an input's effects;  mu* = mean of their sizes;  sigma = their standard deviation
///
/// mu* tells which inputs matter; sigma, beside it, where effects hang on the other inputs or are not linear; mu far below mu*
/// where they change sign.
///
/// Sources: Morris (1991), Technometrics 33(2); Campolongo, Cariboni and Saltelli (2007), Environmental Modelling & Software
/// 22(10), for mu*.
public struct MorrisEffects: Sendable, Equatable {
    /// The measures of one input.
    public struct Effect: Sendable, Equatable {
        public let mu: Double
        public let muStar: Double
        /// With n - 1 in the denominator; 0 for a single trajectory.
        public let sigma: Double
        /// Of mu*, by resampling trajectories; 0 where nothing was resampled.
        public let standardError: Double

        /// The normal interval of mu* of that confidence, above 0 and below 1.
        public func interval(confidence: Double = Estimate.usualConfidence) -> ClosedRange<Double> {
            let half = StandardNormal.quantile(0.5 + confidence / 2) * standardError
            return (muStar - half)...(muStar + half)
        }
    }

    /// One an input.
    public let inputs: [Effect]
    /// The elementary effects of each input, trajectory by trajectory.
    public let elementary: [[Double]]

    /// The effects from the results at the points of a sample, in their order.
    ///
    /// - Parameters:
    ///   - results: finite, one a point.
    ///   - resamples: how many bootstrap samples the standard errors of mu* rest on; 0 for none.
    ///   - stream: tells which trajectories are resampled; agent r of month 0 draws sample r.
    /// - Throws: `NumericsError.outOfRange` where results are missing or not finite.
    public init(
        _ results: [Double], on sample: MorrisTrajectories, resamples: Int = 200, stream: Stream
    ) throws(NumericsError) {
        guard results.count == sample.points.count else {
            throw .outOfRange(
                argument: "the number of results", found: Double(results.count), wanted: "\(sample.points.count)")
        }
        if let wrong = results.first(where: { !$0.isFinite }) {
            throw .outOfRange(argument: "a result", found: wrong, wanted: "finite")
        }
        self.init(results, by: MorrisMoves(sample), resamples: resamples, stream: stream)
    }

    /// The effects from finite results at the points of trajectories, in their order.
    init(_ results: [Double], by moves: MorrisMoves, resamples: Int, stream: Stream) {
        let elementary = moves.effects(results)
        let spreads = Self.spreads(elementary, count: moves.count, resamples: resamples, stream)
        self.elementary = elementary
        inputs = zip(elementary, spreads).map { effects, spread in
            let mu = effects.reduce(0, +) / Double(effects.count)
            let squares = effects.reduce(0) { $0 + ($1 - mu) * ($1 - mu) }
            return Effect(
                mu: mu, muStar: effects.reduce(0) { $0 + abs($1) } / Double(effects.count),
                sigma: effects.count > 1 ? (squares / Double(effects.count - 1)).squareRoot() : 0,
                standardError: spread)
        }
    }

    /// Standard deviation of mu* over resampled trajectories, by input.
    private static func spreads(
        _ elementary: [[Double]], count: Int, resamples: Int, _ stream: Stream
    ) -> [Double] {
        guard resamples > 1 else { return elementary.map { _ in 0 } }
        let drawn = (0..<resamples).map { r in
            var draws = stream.draws(agent: UInt64(r), month: 0)
            return (0..<count).map { _ in draws.integer(below: count) }
        }
        return elementary.map { effects in
            let means = drawn.map { sample in sample.reduce(0) { $0 + abs(effects[$1]) } / Double(count) }
            return Statistics.standardDeviation(means) ?? 0
        }
    }
}
