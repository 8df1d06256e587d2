/// The normal distribution with mean 0 and standard deviation 1, from a number in (0, 1).
public enum StandardNormal {
    /// The value below which a standard normal falls with probability `p`, with relative error below 1e-15 or so.
    ///
    /// It rises with `p`, so that runs which share their draws stay close; minus and plus infinity at 0 and 1. The same
    /// bits on every machine.
    /// Source: Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution", Applied
    /// Statistics 37(3), the routine of 16 figures.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        let q = p - 0.5
        if abs(q) <= 0.425 { return q * ratio(central, at: 0.180625 - q * q) }
        let r = (-Portable.log(q < 0 ? p : 1 - p)).squareRoot()
        let size = r <= 5 ? ratio(outer, at: r - 1.6) : ratio(far, at: r - 5)
        return q < 0 ? -size : size
    }

    /// A polynomial's coefficients, from the constant to that of the seventh power.
    private typealias Polynomial = (Double, Double, Double, Double, Double, Double, Double, Double)

    private static func ratio(_ parts: (Polynomial, Polynomial), at x: Double) -> Double {
        value(parts.0, at: x) / value(parts.1, at: x)
    }

    private static func value(_ c: Polynomial, at x: Double) -> Double {
        let high = c.4 + x * (c.5 + x * (c.6 + x * c.7))
        return c.0 + x * (c.1 + x * (c.2 + x * (c.3 + x * high)))
    }

    private static let central: (Polynomial, Polynomial) = (
        (
            3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
            45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727
        ),
        (
            1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
            21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852545925
        )
    )

    private static let outer: (Polynomial, Polynomial) = (
        (
            1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
            1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4
        ),
        (
            1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
            0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9
        )
    )

    private static let far: (Polynomial, Polynomial) = (
        (
            6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
            0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7
        ),
        (
            1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
            7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15
        )
    )
}
