@preconcurrency import CGSL

/// A continuous probability distribution, for intervals and tests in analysis.
///
/// By GSL, so the last digits may differ between machines; draws for the model come from ``Draws`` instead.
public enum Distribution: Sendable, Equatable {
    /// The normal distribution; `sd` is the standard deviation, above 0.
    case normal(mean: Double, sd: Double)
    /// Student's t with `freedom` degrees of freedom, above 0.
    case studentT(freedom: Double)
    /// Chi-square with `freedom` degrees of freedom, above 0.
    case chiSquare(freedom: Double)
    /// Fisher's F with degrees of freedom of numerator and denominator, both at least 1.
    case fisherF(numerator: Double, denominator: Double)
    /// The beta distribution on [0, 1] of mean a / (a + b), both above 0.
    case beta(_ a: Double, _ b: Double)

    /// The probability of a value of at most `x`, from 0 to 1.
    ///
    /// - Throws: `NumericsError.outOfRange` where a parameter is out of its range or `x` is not a number.
    public func cdf(_ x: Double) throws(NumericsError) -> Double {
        try checkParameters()
        try NumericsError.require(!x.isNaN, "x", x, "a number")
        return probability(upTo: x)
    }

    /// The value that is not exceeded with probability `p`; at 0 and 1 the ends of the range, which may be infinite.
    ///
    /// - Throws: `NumericsError.outOfRange` where a parameter is out of its range or `p` is not from 0 to 1;
    ///   `NumericsError.failed` where no value is found.
    public func quantile(_ p: Double) throws(NumericsError) -> Double {
        try checkParameters()
        try NumericsError.require(p >= 0 && p <= 1, "p", p, "a probability from 0 to 1")
        let x =
            switch self {
            case .normal(let mean, let sd): mean + gsl_cdf_gaussian_Pinv(p, sd)
            case .studentT(let freedom): gsl_cdf_tdist_Pinv(p, freedom)
            case .chiSquare(let freedom): gsl_cdf_chisq_Pinv(p, freedom)
            case .fisherF(let numerator, let denominator): gsl_cdf_fdist_Pinv(p, numerator, denominator)
            case .beta(let a, let b): gsl_cdf_beta_Pinv(p, a, b)
            }
        return x.isNaN ? try searchedQuantile(p) : x
    }

    /// The quantile where GSL's own iteration finds none, as for beta(1000, 5) or chi-square with 100,000 degrees of
    /// freedom: by Brent's method.
    private func searchedQuantile(_ p: Double) throws(NumericsError) -> Double {
        let end: Double
        switch self {
        case .beta: end = 1
        // Beyond it lies less than 2^-53 (Laurent and Massart's bound).
        case .chiSquare(let freedom): end = 2 * freedom + 200
        default: throw .failed(task: "the quantile of \(self) at \(p)", reason: "GSL found none")
        }
        return try Roots.brent(in: 0...end, tolerance: .leastNormalMagnitude) { probability(upTo: $0) - p }
    }

    private func probability(upTo x: Double) -> Double {
        // GSL's own answers at infinity, and for F below 0, are not all right.
        guard x.isFinite else { return x > 0 ? 1 : 0 }
        return switch self {
        case .normal(let mean, let sd): gsl_cdf_gaussian_P(x - mean, sd)
        case .studentT(let freedom): gsl_cdf_tdist_P(x, freedom)
        case .chiSquare(let freedom): gsl_cdf_chisq_P(x, freedom)
        case .fisherF(let numerator, let denominator): gsl_cdf_fdist_P(max(x, 0), numerator, denominator)
        case .beta(let a, let b): gsl_cdf_beta_P(x, a, b)
        }
    }

    private func checkParameters() throws(NumericsError) {
        GSL.prepare()
        switch self {
        case .normal(let mean, let sd):
            try NumericsError.require(mean.isFinite, "mean", mean, "finite")
            try Self.requirePositive("sd", sd)
        case .studentT(let freedom), .chiSquare(let freedom):
            try Self.requirePositive("freedom", freedom)
        case .fisherF(let numerator, let denominator):
            try NumericsError.require(numerator >= 1 && numerator.isFinite, "numerator", numerator, "finite, 1 or more")
            try NumericsError.require(
                denominator >= 1 && denominator.isFinite, "denominator", denominator, "finite, 1 or more")
        case .beta(let a, let b):
            try Self.requirePositive("a", a)
            try Self.requirePositive("b", b)
        }
    }

    private static func requirePositive(_ name: String, _ value: Double) throws(NumericsError) {
        try NumericsError.require(value > 0 && value < .infinity, name, value, "above 0 and finite")
    }
}
