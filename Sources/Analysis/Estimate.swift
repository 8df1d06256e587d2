import Numerics

/// What a sample of replicates says about an expected value: mean, spread and Student's t interval.
///
/// The interval is `mean ± t(1 - a/2, n - 1) s / sqrt(n)` at confidence `1 - a`. It covers the expected value with that
/// frequency where the sample is normal, and nearly so where the mean of n replicates is.
public struct Estimate: Sendable, Equatable {
    /// NaN where no number of the sample is defined.
    public let mean: Double
    /// With n - 1 in the denominator; nil for fewer than two numbers.
    public let standardDeviation: Double?
    /// Nil for fewer than two numbers: one replicate tells nothing about spread.
    public let interval: ClosedRange<Double>?
    /// Numbers that are defined.
    public let count: Int

    /// How sure intervals are unless told otherwise.
    public static let usualConfidence = 0.95

    /// The estimate from a sample; numbers that are not finite are left out.
    public init(of sample: [Double], confidence: Double = usualConfidence) {
        let defined = sample.filter(\.isFinite)
        count = defined.count
        guard let first = defined.first else {
            mean = .nan
            standardDeviation = nil
            interval = nil
            return
        }
        guard defined.count > 1, let summary = meanInterval(defined, confidence: confidence) else {
            mean = first
            standardDeviation = nil
            interval = nil
            return
        }
        mean = summary.mean
        standardDeviation = summary.standardDeviation
        interval = summary.lower...summary.upper
    }

    /// The estimate from a sample whose mean has an error of another source beside its spread: variances add, degrees of freedom are Welch
    /// and Satterthwaite's.
    ///
    /// - Parameters:
    ///   - error: the standard error of the other source; 0 for none.
    ///   - degrees: those with which it is known.
    init(of sample: [Double], withError error: Double, degrees: Double, confidence: Double = usualConfidence) {
        let own = Estimate(of: sample, confidence: confidence)
        guard error > 0, degrees > 0, let sd = own.standardDeviation else {
            self = own
            return
        }
        let (a, b) = (sd * sd / Double(own.count), error * error)
        let joint = (a + b) * (a + b) / (a * a / Double(own.count - 1) + b * b / degrees)
        let half = StudentT.quantile(0.5 + confidence / 2, degrees: joint) * (a + b).squareRoot()
        mean = own.mean
        standardDeviation = sd
        count = own.count
        interval = (own.mean - half)...(own.mean + half)
    }

    /// Whether the interval is there and leaves 0 out.
    public var excludesZero: Bool { isAboveZero || isBelowZero }

    public var isAboveZero: Bool { interval.map { $0.lowerBound > 0 } ?? false }

    public var isBelowZero: Bool { interval.map { $0.upperBound < 0 } ?? false }

    /// The probability of a mean at least as far from 0 if the expected value were 0 (Student's two-sided test): at most
    /// 1 - confidence just where the interval leaves 0 out. 0 or 1 for numbers that do not vary; nil without an interval.
    public var probabilityUnderZero: Double? {
        guard let standardDeviation else { return nil }
        guard mean != 0 else { return 1 }
        let t = mean / (standardDeviation / Double(count).squareRoot())
        return StudentT.twoSided(t, degrees: Double(count - 1))
    }
}
