import Numerics

/// A share from so many of so many, with Wilson's 95 % interval, which keeps within 0 and 1 and holds for small samples.
///
/// centre = (p + z^2 / 2n) / (1 + z^2 / n), half width = z sqrt(p (1 - p) / n + z^2 / 4n^2) / (1 + z^2 / n).
/// Source: Wilson (1927), Journal of the American Statistical Association 22.
public struct ShareEstimate: Sendable, Equatable {
    public let count: Int
    public let total: Int
    public let share: Double
    public let interval: ClosedRange<Double>

    /// - Returns: nil where there is nothing of which it could be a share.
    public init?(_ count: Int, of total: Int) {
        guard total > 0, (0...total).contains(count) else { return nil }
        self.count = count
        self.total = total
        let (p, n) = (Double(count) / Double(total), Double(total))
        let square = Self.z * Self.z
        let centre = (p + square / (2 * n)) / (1 + square / n)
        let half = Self.z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / (1 + square / n)
        share = p
        // Without rounding the ends would be 0 and 1 here.
        interval = (count == 0 ? 0 : centre - half)...(count == total ? 1 : centre + half)
    }

    /// The normal quantile at 0.975.
    private static let z = 1.959_963_984_540_054
}
