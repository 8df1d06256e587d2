import Analysis
import Scenarios

/// What replicates say of a metric, on one place or over the mean of several.
///
/// Replicate r of every arm shares its draws, so a metric has one value a replicate and the interval is Student's over them
/// (paired t). A ratio of means has Fieller's interval (``RatioOfMeans``); a sum of several ratios the interval of its
/// linearised values z_r = sum of w (rho + (y_r - rho x_r) / mean x).
public struct MetricFinding: Sendable {
    /// NaN where there is none.
    public let value: Double
    /// Of 95 %.
    public let interval: ClosedRange<Double>?
    /// Cohen's d_z: the effect over the standard deviation of the paired values; nil where they do not vary.
    public let effectSize: Double?
    /// Replicates that have a value.
    public let replicates: Int
    public let verdict: ClaimVerdict
    public let remark: VerdictRemark?
    /// p of Student's two-sided test that the effect is just the smallest of interest: at most 0.05 where the interval leaves it
    /// out. Nil without an interval.
    public let probability: Double?

    /// - Parameter sample: a term's values by replicate.
    init(_ metric: Claim.Metric, sample: (Claim.Term) -> [Double]) {
        func sums(_ terms: [Claim.Term]) -> [Double] {
            let samples = terms.map { term in sample(term).map { term.weight * $0 } }
            guard let first = samples.first else { return [] }
            return first.indices.map { r in samples.reduce(0) { $0 + $1[r] } }
        }
        let parts = metric.parts.map { (weight: $0.weight, y: sums($0.terms), x: $0.per.isEmpty ? nil : sums($0.per)) }
        let count = parts.map(\.y.count).min() ?? 0
        let whole = (0..<count).filter { r in
            parts.allSatisfy { $0.y[r].isFinite && ($0.x?[r].isFinite ?? true) }
        }
        let kept = parts.map { part in
            Part(weight: part.weight, y: whole.map { part.y[$0] }, x: part.x.map { x in whole.map { x[$0] } })
        }
        let threshold = metric.against + metric.direction.sign * metric.smallest
        let estimated = Self.estimate(kept, threshold: threshold)
        (value, interval, probability) = (estimated.value, estimated.interval, estimated.probability)
        replicates = whole.count
        effectSize = estimated.deviation.flatMap { deviation in
            let effect = metric.effect(of: estimated.value)
            return deviation > 1e-12 * abs(effect) ? effect / deviation : nil
        }
        let effect = interval.map { interval in
            let ends = [interval.lowerBound, interval.upperBound].map(metric.effect).sorted()
            return ends[0]...ends[1]
        }
        verdict = ClaimVerdict(effect, smallest: metric.smallest)
        remark = VerdictRemark(effect, smallest: metric.smallest, isRatio: metric.isRatio, runs: whole.count)
    }

    /// One part's values by replicate.
    private struct Part {
        let weight: Double
        let y: [Double]
        let x: [Double]?

        var meanX: Double { x.map { Estimate(of: $0).mean } ?? 1 }
        var ratio: Double { Estimate(of: y).mean / meanX }

        /// Whether what is divided by is clearly above 0.
        var isClear: Bool { x.map { Estimate(of: $0).isAboveZero } ?? true }

        var linearised: [Double] {
            guard let x else { return y.map { weight * $0 } }
            let (ratio, mean) = (ratio, meanX)
            return zip(y, x).map { weight * (ratio + ($0 - ratio * $1) / mean) }
        }
    }

    private struct Estimated {
        var value = Double.nan
        var interval: ClosedRange<Double>?
        var deviation: Double?
        var probability: Double?
    }

    private static func estimate(_ parts: [Part], threshold: Double) -> Estimated {
        guard let first = parts.first, !first.y.isEmpty else { return Estimated() }
        var estimated = Estimated(value: parts.reduce(0) { $0 + $1.weight * $1.ratio })
        guard parts.allSatisfy(\.isClear) else { return estimated }
        let z = first.y.indices.map { r in parts.reduce(0) { $0 + $1.linearised[r] } }
        let paired = Estimate(of: z)
        estimated.deviation = paired.standardDeviation
        if parts.count == 1, let x = first.x {
            estimated.interval = RatioOfMeans(of: first.y.map { first.weight * $0 }, to: x)?.interval
            let test = zip(first.y, x).map { first.weight * $0 - threshold * $1 }
            estimated.probability = Estimate(of: test).probabilityUnderZero
        } else {
            estimated.interval = paired.interval
            estimated.probability = Estimate(of: z.map { $0 - threshold }).probabilityUnderZero
        }
        return estimated
    }
}
