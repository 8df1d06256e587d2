@preconcurrency import CGSL

/// Student's t distribution.
public enum StudentT {
    /// The number below which a t variable of so many degrees of freedom lies with probability `p`.
    ///
    /// - Parameters:
    ///   - p: above 0, below 1.
    ///   - degrees: above 0.
    public static func quantile(_ p: Double, degrees: Double) -> Double {
        precondition(p > 0 && p < 1 && degrees > 0, "a quantile at \(p) of \(degrees) degrees")
        return gsl_cdf_tdist_Pinv(p, degrees)
    }

    /// The probability that a t variable is at least as far from 0 as `t` is: the p-value of a two-sided test.
    ///
    /// 0 for an infinite `t`.
    ///
    /// - Parameter degrees: above 0.
    public static func twoSided(_ t: Double, degrees: Double) -> Double {
        precondition(degrees > 0, "\(degrees) degrees of freedom")
        return t.isInfinite ? 0 : 2 * gsl_cdf_tdist_Q(abs(t), degrees)
    }
}
