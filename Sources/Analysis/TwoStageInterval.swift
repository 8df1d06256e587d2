import Numerics

/// An interval of stated half-width from as many replicates as that takes: Stein's two stages.
///
/// A pilot of n0 replicates tells how much they vary; that alone, and not what the mean looks like, says how many are needed:
///
///     N = max(n0, ceil((t(1 - a/2, n0 - 1) s0 / h)^2)),      interval = mean of all N ± t(1 - a/2, n0 - 1) s0 / sqrt(N)
///
/// For normal replicates it covers the expected value with at least the stated confidence, whatever N comes to, and its half-width is at most h.
/// To look again and again, and stop as soon as the usual interval is narrow enough, does not: it stops when the spread happens to look small, and
/// then covers less often than it says.
///
/// Source: Stein (1945), Annals of Mathematical Statistics 16(3); on stopping by the width itself, Anscombe (1952), Mathematical
/// Proceedings of the Cambridge Philosophical Society 48(4).
public struct TwoStageInterval: Sendable, Equatable {
    /// Replicates of the pilot that have a value, and those that the stated half-width takes.
    public let pilot: Int
    public let needed: Int
    private let spread: Double
    private let quantile: Double

    /// - Parameters:
    ///   - pilot: numbers that are not finite are left out.
    ///   - halfWidth: above 0.
    /// - Returns: nil for fewer than two numbers.
    public init?(pilot sample: [Double], halfWidth: Double, confidence: Double = Estimate.usualConfidence) {
        let defined = sample.filter(\.isFinite)
        guard halfWidth > 0, let spread = Statistics.standardDeviation(defined) else { return nil }
        pilot = defined.count
        self.spread = spread
        quantile = StudentT.quantile(0.5 + confidence / 2, degrees: Double(defined.count - 1))
        let wanted = (quantile * spread / halfWidth) * (quantile * spread / halfWidth)
        needed = max(defined.count, Int(min(wanted.rounded(.up), 1e15)))
    }

    /// The interval from all replicates, the pilot's among them; nil for none.
    public func interval(_ sample: [Double]) -> ClosedRange<Double>? {
        let defined = sample.filter(\.isFinite)
        guard let mean = Statistics.mean(defined) else { return nil }
        let half = quantile * spread / Double(defined.count).squareRoot()
        return (mean - half)...(mean + half)
    }
}
