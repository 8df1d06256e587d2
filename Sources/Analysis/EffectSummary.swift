import Numerics

/// What one scenario changes against another in an observable: in a month, or over the whole run as the area between their curves.
public struct EffectSummary: Sendable {
    /// The month, from 1; nil for the area: the sum of the differences of all months in which both have a value.
    public let month: Int?
    /// Of the month, or of the area in unit-months.
    public let paired: PairedDifference
    /// The bootstrap's interval of the difference; nil for few pairs.
    public let bootstrap: ClosedRange<Double>?
    /// Mean difference over the mean of the two standard deviations (d_av of Lakens 2013, Frontiers in Psychology 4, 863): unlike d_z it does not
    /// grow with what shared draws cancel. Nil where neither varies.
    public let averageEffect: Double?
    /// Replicates whose Student's interval would reach a tenth of the difference to either side; nil where the difference is 0.
    public let replicatesForTenth: Int?

    init(month: Int?, baseline: [Double], other: [Double], _ bootstraps: inout [Int: Bootstrap], confidence: Double) {
        self.month = month
        paired = PairedDifference(baseline: baseline, other: other, confidence: confidence)
        let kept = zip(baseline, other).filter { $0.isFinite && $1.isFinite }
        let sample = kept.map { $1 - $0 }
        if sample.count >= Bootstrap.fewest {
            let own = bootstraps[sample.count] ?? Bootstrap(count: sample.count)
            bootstraps[sample.count] = own
            bootstrap = own.interval(sample, confidence: confidence)
        } else {
            bootstrap = nil
        }
        let spreads = [kept.map(\.0), kept.map(\.1)].compactMap { Statistics.standardDeviation($0) }
        let spread = spreads.count == 2 ? (spreads[0] + spreads[1]) / 2 : 0
        averageEffect =
            spread > 1e-12 * max(abs(paired.baselineMean), abs(paired.otherMean))
            ? paired.difference.mean / spread : nil
        replicatesForTenth = paired.difference.replicates(
            forHalfWidth: abs(paired.difference.mean) / 10, confidence: confidence)
    }
}

extension PairedContrast {
    /// The months that stand for the run, then the area between the curves, of one observable.
    ///
    /// - Parameter bootstraps: made once for each count of pairs.
    public func effects(observable: Int, _ bootstraps: inout [Int: Bootstrap]) -> [EffectSummary] {
        func samples(_ month: Int) -> [[Double]] {
            [baseline, other].map { table.sample(scenario: $0, month: month, observable: observable) }
        }
        var effects: [EffectSummary] = []
        for month in summaryMonths(of: months) {
            let own = samples(month)
            effects.append(
                EffectSummary(month: month, baseline: own[0], other: own[1], &bootstraps, confidence: confidence))
        }
        var sums = [[Double]](repeating: Array(repeating: .nan, count: table.replicates), count: 2)
        for month in 1..<months + 1 {
            let own = samples(month)
            for replicate in 0..<table.replicates where own[0][replicate].isFinite && own[1][replicate].isFinite {
                for side in 0...1 {
                    let before = sums[side][replicate]
                    sums[side][replicate] = (before.isNaN ? 0 : before) + own[side][replicate]
                }
            }
        }
        effects.append(
            EffectSummary(month: nil, baseline: sums[0], other: sums[1], &bootstraps, confidence: confidence))
        return effects
    }
}

extension Estimate {
    /// The least number of replicates, 2 or more, whose Student's interval would have that half-width at most, if they vary as these do.
    ///
    /// - Returns: nil for no half-width above 0, or a sample whose spread is not known.
    public func replicates(forHalfWidth half: Double, confidence: Double = usualConfidence) -> Int? {
        guard let standardDeviation, half > 0 else { return nil }
        func width(_ n: Int) -> Double {
            StudentT.quantile(0.5 + confidence / 2, degrees: Double(n - 1)) * standardDeviation / Double(n).squareRoot()
        }
        guard width(2) > half else { return 2 }
        var (low, high) = (2, 4)
        while width(high) > half {
            guard high < 1 << 40 else { return nil }
            (low, high) = (high, high * 2)
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if width(middle) > half { low = middle } else { high = middle }
        }
        return high
    }
}
