import Numerics

/// The difference between two scenarios in one measure, shared out among their switches by Shapley values, with intervals over replicates.
///
/// Every replicate is a game of its own, in which all scenarios share their draws; a share is the mean over replicates, with Student's
/// interval and the bootstrap's. Where orders were sampled, the variance of a share is
///
///     var = s_R^2 / R + s_P^2 / P
///
/// s_R the spread over replicates of the mean over pairs of orders, s_P that over pairs of the mean over replicates, R and P their numbers: a
/// little too large, as what both share is counted twice. Degrees of freedom are Welch and Satterthwaite's; the bootstrap then tells of
/// replicates alone.
public struct LeverShares: Sendable {
    /// What a share is known by.
    public struct Share: Sendable {
        /// The mean over replicates with its interval, sampled orders included.
        public let estimate: Estimate
        /// Of replicates; nil for few of them.
        public let bootstrap: ClosedRange<Double>?
        /// What the switch changes if it is the first to be turned, and if it is the last.
        public let alone: Estimate
        public let last: Estimate
        /// Standard error that comes of sampled orders; 0 where all were lived.
        public let samplingError: Double
    }

    public let measure: Measure
    /// By switch.
    public let shares: [Share]
    /// The first scenario's value, the second's, and their difference, over the replicates that count.
    public let first: Estimate
    public let second: Estimate
    public let difference: Estimate
    public let differenceBootstrap: ClosedRange<Double>?
    /// Of pairs i < j at place `[i][j - i - 1]`; empty where orders were sampled.
    public let interactions: [[Estimate]]
    /// Replicates in which some scenario has no value; they are left out.
    public let dropped: Int
    /// The largest distance, over replicates, between the sum of the shares and the difference.
    public let residual: Double

    /// - Parameters:
    ///   - values: by replicate, the measure in the scenario of a coalition; NaN where it has none.
    ///   - players: how many switches there are.
    ///   - sample: the orders that were sampled; nil where every coalition was lived.
    public init(
        _ measure: Measure, values: [[UInt64: Double]], players: Int, sample: PermutationSample? = nil,
        confidence: Double = Estimate.usualConfidence
    ) {
        self.measure = measure
        let all = (UInt64(1) << UInt64(players)) - 1
        let asked = sample?.coalitions ?? Array(0...all)
        let kept = values.filter { run in asked.allSatisfy { run[$0]?.isFinite ?? false } }
        dropped = values.count - kept.count
        func value(_ run: [UInt64: Double], _ coalition: UInt64) -> Double { run[coalition] ?? .nan }
        let bootstrap = kept.isEmpty ? nil : Bootstrap(count: kept.count)
        func estimate(_ sample: [Double]) -> Estimate { Estimate(of: sample, confidence: confidence) }
        let differences = kept.map { value($0, all) - value($0, 0) }
        first = estimate(kept.map { value($0, 0) })
        second = estimate(kept.map { value($0, all) })
        difference = estimate(differences)
        differenceBootstrap = bootstrap?.interval(differences, confidence: confidence)

        // By replicate: a single "pair" where every order counts.
        let games = sample == nil ? kept.map { run in ShapleyGame(values: asked.map { value(run, $0) }) } : []
        let byPair =
            sample.map { sample in kept.map { run in sample.shares { value(run, $0) } } } ?? games.map { [$0.shares] }
        let means = byPair.map { pairs in
            (0..<players).map { player in pairs.reduce(0) { $0 + $1[player] } / Double(pairs.count) }
        }
        shares = (0..<players).map { player in
            let bit = UInt64(1) << UInt64(player)
            let own = means.map { $0[player] }
            let pairs = (0..<(byPair.first?.count ?? 0)).map { pair in
                byPair.reduce(0) { $0 + $1[pair][player] } / Double(max(1, byPair.count))
            }
            let error = Self.standardError(pairs)
            return Share(
                estimate: Estimate(of: own, withError: error, degrees: Double(pairs.count - 1), confidence: confidence),
                bootstrap: bootstrap?.interval(own, confidence: confidence),
                alone: estimate(kept.map { value($0, bit) - value($0, 0) }),
                last: estimate(kept.map { value($0, all) - value($0, all & ~bit) }), samplingError: error)
        }
        residual = zip(means, differences).map { abs($0.reduce(0, +) - $1) }.max() ?? 0
        let pairs = games.map(\.interactions)
        interactions =
            pairs.isEmpty
            ? []
            : (0..<players).map { i in
                (0..<(players - i - 1)).map { j in estimate(pairs.map { $0[i][j] }) }
            }
    }

    /// Of the mean of a sample; 0 for fewer than two numbers.
    private static func standardError(_ sample: [Double]) -> Double {
        (Statistics.standardDeviation(sample) ?? 0) / Double(max(1, sample.count)).squareRoot()
    }

    /// The interaction of two switches; nil where orders were sampled.
    public func interaction(_ i: Int, _ j: Int) -> Estimate? {
        let (low, high) = (min(i, j), max(i, j))
        guard low < high, low < interactions.count, high - low - 1 < interactions[low].count else { return nil }
        return interactions[low][high - low - 1]
    }
}
