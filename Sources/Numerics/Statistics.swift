@preconcurrency import CGSL

/// Measures of a sample of finite numbers.
///
/// Sums are GSL's, in extended precision, whose last digit may differ between machines; ``gini(_:)`` alone is the same
/// everywhere.
public enum Statistics {
    /// The arithmetic mean; nil for an empty sample.
    public static func mean(_ sample: [Double]) -> Double? {
        sample.isEmpty ? nil : gsl_stats_mean(sample, 1, sample.count)
    }

    /// The standard deviation with n - 1 in the denominator; nil for fewer than two numbers.
    public static func standardDeviation(_ sample: [Double]) -> Double? {
        sample.count < 2 ? nil : gsl_stats_sd(sample, 1, sample.count)
    }

    /// The value below which the share `p`, from 0 to 1, of the sample lies; nil for an empty sample.
    ///
    /// Linear between the order statistics, the least at 0 and the greatest at 1 (type 7 of Hyndman and Fan 1996).
    public static func quantile(_ sample: [Double], at p: Double) -> Double? {
        precondition(p >= 0 && p <= 1, "a quantile at \(p)")
        return sample.isEmpty ? nil : gsl_stats_quantile_from_sorted_data(sample.sorted(), 1, sample.count, p)
    }

    /// The Gini coefficient of amounts of 0 or more: 0 if all are equal, (n - 1) / n if one has everything.
    ///
    /// G = sum_i (2i - n - 1) x_(i) / (n sum_i x_i), x_(i) in rising order; nil where the amounts are none or sum to 0.
    /// The same bits on every machine.
    public static func gini(_ amounts: [Double]) -> Double? {
        var total = 0.0
        var weighted = 0.0
        for (i, amount) in amounts.sorted().enumerated() {
            precondition(amount >= 0, "a Gini coefficient with an amount of \(amount)")
            total += amount
            weighted += Double(2 * i + 1 - amounts.count) * amount
        }
        return total > 0 ? weighted / (Double(amounts.count) * total) : nil
    }
}
