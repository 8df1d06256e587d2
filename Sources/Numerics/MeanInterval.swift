/// The mean of a sample and Student's t interval for the expected value.
public struct MeanInterval: Sendable, Equatable {
    /// The sample's mean.
    public let mean: Double
    /// The sample's standard deviation, with n - 1 in the denominator.
    public let standardDeviation: Double
    /// The interval's lower end: the mean itself where the sample does not vary.
    public let lower: Double
    /// The interval's upper end.
    public let upper: Double
}

/// The interval `mean ± t s / sqrt(n)`, t being Student's quantile at `1 - (1 - confidence) / 2` with n - 1 degrees.
///
/// - Parameters:
///   - sample: finite numbers, taken as independent draws of one distribution.
///   - confidence: how often such an interval covers the expected value if the sample is normal; above 0, below 1.
/// - Returns: nil for fewer than two numbers, which tell nothing about spread.
public func meanInterval(_ sample: [Double], confidence: Double) -> MeanInterval? {
    precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
    guard let mean = Statistics.mean(sample), let sd = Statistics.standardDeviation(sample) else { return nil }
    let n = Double(sample.count)
    let half = StudentT.quantile(0.5 + 0.5 * confidence, degrees: n - 1) * sd / n.squareRoot()
    return MeanInterval(mean: mean, standardDeviation: sd, lower: mean - half, upper: mean + half)
}
