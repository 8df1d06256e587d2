/// The difference that a scenario makes against a baseline, from replicates that share their random draws.
///
/// Replicate r of one is paired with replicate r of the other (common random numbers), so that what chance does to both
/// alike cancels. A pair in which either number is undefined is dropped.
public struct PairedDifference: Sendable, Equatable {
    /// Means over the pairs that were kept.
    public let baselineMean: Double
    public let otherMean: Double
    /// Of `other - baseline`, in the observable's unit.
    public let difference: Estimate
    /// Cohen's d_z: mean difference over the standard deviation of differences; nil where they do not vary, or where
    /// there are fewer than two.
    public let effectSize: Double?
    /// Share of pairs whose difference has the sign of the mean difference; nil where the mean difference is 0.
    public let sameSign: Double?
    /// Pairs that were dropped.
    public let dropped: Int

    /// Pairs that were kept.
    public var pairs: Int { difference.count }

    /// The difference of two samples in the same order of replicates; where one is longer, its rest is dropped.
    public init(baseline: [Double], other: [Double], confidence: Double = Estimate.usualConfidence) {
        let kept = zip(baseline, other).filter { $0.isFinite && $1.isFinite }
        let differences = kept.map { $1 - $0 }
        let difference = Estimate(of: differences, confidence: confidence)
        self.difference = difference
        dropped = max(baseline.count, other.count) - kept.count
        baselineMean = Estimate(of: kept.map(\.0)).mean
        otherMean = Estimate(of: kept.map(\.1)).mean
        // Differences that are equal but for rounding do not vary.
        let rounding = 1e-12 * max(abs(baselineMean), abs(otherMean))
        effectSize = difference.standardDeviation.flatMap { $0 > rounding ? difference.mean / $0 : nil }
        if difference.mean > 0 {
            sameSign = Double(differences.count { $0 > 0 }) / Double(differences.count)
        } else if difference.mean < 0 {
            sameSign = Double(differences.count { $0 < 0 }) / Double(differences.count)
        } else {
            sameSign = nil
        }
    }
}
