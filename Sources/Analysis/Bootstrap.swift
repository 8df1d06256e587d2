public import Numerics

/// Bootstrap intervals for the mean of a sample of that size: resampled with replacement, many times.
///
/// The interval's ends are the quantiles of the resampled means at p and 1 - p with
///
///     p = Phi(-t(1 - a/2, n - 1) sqrt(n / (n - 1)))
///
/// which is the usual a / 2 for large samples; for small ones it makes up for what percentiles lack in width (the resampled means' spread is
/// too small by sqrt((n - 1) / n), and normal where Student's t should be), so that the interval of a normal sample is Student's but for
/// the resampling. Where a sample is skewed, the bootstrap's interval is too, and Student's is not: then they disagree.
///
/// The same resamples serve every sample of one size, so that what sums to something does so in each of them.
/// Source: expanded percentile interval, Hesterberg (2015), The American Statistician 69(4), 3.
public struct Bootstrap: Sendable {
    /// The size of the samples.
    public let count: Int
    public let resamples: Int
    /// How often each member is drawn, resample by resample within a member: columns that are added up.
    private let weights: [Double]

    /// Resamples unless told otherwise.
    public static let usualResamples = 4000
    /// Smaller samples have too few different resamples for quantiles this far out.
    public static let fewest = 6

    /// - Parameters:
    ///   - count: 1 or more.
    ///   - stream: agent r of month 0 draws resample r.
    public init(
        count: Int, resamples: Int = usualResamples,
        stream: Stream = Stream(seed: 0, replicate: 0, name: "analysis.bootstrap")
    ) {
        self.count = count
        self.resamples = resamples
        var weights = [Double](repeating: 0, count: count * resamples)
        for r in 0..<resamples {
            var draws = stream.draws(agent: UInt64(r), month: 0)
            for _ in 0..<count { weights[draws.integer(below: count) * resamples + r] += 1 / Double(count) }
        }
        self.weights = weights
    }

    /// The interval for the expected value; nil for samples of another size, with undefined numbers, or of fewer than
    /// ``fewest``.
    public func interval(_ sample: [Double], confidence: Double = Estimate.usualConfidence) -> ClosedRange<Double>? {
        guard sample.count == count, count >= Self.fewest, let first = sample.first, sample.allSatisfy(\.isFinite)
        else { return nil }
        guard sample.contains(where: { $0 != first }) else { return first...first }
        let n = Double(count)
        let t = StudentT.quantile(0.5 + confidence / 2, degrees: n - 1)
        let p = (try? Distribution.normal(mean: 0, sd: 1).cdf(-t * (n / (n - 1)).squareRoot())) ?? 0
        let means = self.means(sample)
        guard let low = Statistics.quantile(means, at: p), let high = Statistics.quantile(means, at: 1 - p) else {
            return nil
        }
        return low...high
    }

    private func means(_ sample: [Double]) -> [Double] {
        var means = [Double](repeating: 0, count: resamples)
        for (member, value) in sample.enumerated() {
            let start = member * resamples
            for r in 0..<resamples { means[r] += weights[start + r] * value }
        }
        return means
    }
}
