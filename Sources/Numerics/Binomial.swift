@preconcurrency import CGSL

/// The binomial distribution, for tests.
public enum Binomial {
    /// The probability of `count` or more successes in `trials` trials of that probability each; 1 for a count of 0 or less.
    ///
    /// By GSL, so the last digits may differ between machines.
    public static func upperTail(_ count: Int, of trials: Int, probability: Double) -> Double {
        precondition(trials >= 0 && (0...1).contains(probability), "\(trials) trials of probability \(probability)")
        guard count > 0 else { return 1 }
        guard count <= trials else { return 0 }
        // GSL's incomplete beta has no answer at the ends.
        guard probability > 0 else { return 0 }
        guard probability < 1 else { return 1 }
        GSL.prepare()
        return gsl_cdf_binomial_Q(UInt32(count - 1), probability, UInt32(trials))
    }
}
