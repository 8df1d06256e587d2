import Numerics

/// The ratio of two expected values from a paired sample, with Fieller's interval.
///
/// From pairs (y, x) the ratio is mean(y) / mean(x). Its interval holds every rho for which Student's test on the numbers
/// y - rho x does not reject the mean 0: |mean(y) - rho mean(x)| <= t sqrt((s_yy - 2 rho s_xy + rho^2 s_xx) / n). It is
/// bounded where mean(x) is clearly not 0 at the same confidence. Source: Fieller (1954).
public struct RatioOfMeans: Sendable, Equatable {
    public let ratio: Double
    public let interval: ClosedRange<Double>

    /// - Returns: nil for fewer than two pairs of finite numbers, and where the denominators' mean is not clearly above or
    ///   below 0.
    public init?(of numerators: [Double], to denominators: [Double], confidence: Double = Estimate.usualConfidence) {
        let pairs = zip(numerators, denominators).filter { $0.isFinite && $1.isFinite }
        guard let y = Statistics.mean(pairs.map(\.0)), let x = Statistics.mean(pairs.map(\.1)), pairs.count > 1
        else { return nil }
        let n = Double(pairs.count)
        func covariance(_ product: ((Double, Double)) -> Double) -> Double {
            pairs.reduce(0) { $0 + product(($1.0 - y, $1.1 - x)) } / (n - 1)
        }
        let t = StudentT.quantile(0.5 + 0.5 * confidence, degrees: n - 1)
        let scale = t * t / n
        // The ends are the roots of a rho^2 - 2 b rho + c, which opens upwards where mean(x) is clear of 0.
        let a = x * x - scale * covariance { $0.1 * $0.1 }
        let b = x * y - scale * covariance { $0.0 * $0.1 }
        let c = y * y - scale * covariance { $0.0 * $0.0 }
        guard a > 0 else { return nil }
        // Below 0 by rounding alone: the ratio itself always lies between the roots.
        let root = max(0, b * b - a * c).squareRoot()
        ratio = y / x
        interval = (b - root) / a...(b + root) / a
    }
}
