@preconcurrency import CGSL

/// Where a function of one number is 0.
public enum Roots {
    /// A root of `function` between the ends of `bracket`, by Brent's method.
    ///
    /// - Parameters:
    ///   - function: continuous, with values of opposite sign (or 0) at the two ends.
    ///   - bracket: two different finite ends. Where several roots lie between them, one is found.
    ///   - tolerance: the largest distance of the answer from a root; above 0. Rounding alone leaves about 1e-16 of it.
    /// - Throws: `NumericsError.outOfRange` for a wrong bracket or tolerance; `NumericsError.failed` where the values
    ///   at the ends have the same sign, a value is not finite, or 1000 steps do not suffice.
    public static func brent(
        in bracket: ClosedRange<Double>, tolerance: Double = 1e-12, _ function: @escaping (Double) -> Double
    ) throws(NumericsError) -> Double {
        let (low, high) = (bracket.lowerBound, bracket.upperBound)
        try NumericsError.require(low.isFinite && low < high, "the lower end", low, "finite and below the upper")
        try NumericsError.require(high.isFinite, "the upper end", high, "finite")
        try NumericsError.require(tolerance > 0, "tolerance", tolerance, "above 0")
        GSL.prepare()
        guard let solver = gsl_root_fsolver_alloc(gsl_root_fsolver_brent) else {
            throw .failed(task: task, reason: "no memory")
        }
        defer { gsl_root_fsolver_free(solver) }
        let box = Function(function)
        return try withExtendedLifetime(box) { () throws(NumericsError) in
            let call = UnsafeMutablePointer<gsl_function>.allocate(capacity: 1)
            defer { call.deallocate() }
            call.initialize(to: box.callback)
            try GSL.check(gsl_root_fsolver_set(solver, call, low, high), task: task)
            return try iterate(solver, tolerance: tolerance)
        }
    }

    private static let task = "the search for a root"

    /// Steps until the bracket is within the tolerance, or within the spacing of numbers.
    private static func iterate(
        _ solver: UnsafeMutablePointer<gsl_root_fsolver>, tolerance: Double
    ) throws(NumericsError) -> Double {
        for _ in 0..<1000 {
            try GSL.check(gsl_root_fsolver_iterate(solver), task: task)
            let (low, high) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
            if high - low <= max(tolerance, 2 * max(abs(low), abs(high)).ulp) { return gsl_root_fsolver_root(solver) }
        }
        throw .failed(task: task, reason: "no answer after 1000 steps")
    }

    /// Holds a function where GSL's C callback can reach it.
    private final class Function {
        let value: (Double) -> Double

        init(_ value: @escaping (Double) -> Double) { self.value = value }

        /// Valid while this object lives.
        var callback: gsl_function {
            gsl_function(
                function: { x, context in
                    guard let context else { return .nan }
                    return Unmanaged<Function>.fromOpaque(context).takeUnretainedValue().value(x)
                },
                params: Unmanaged.passUnretained(self).toOpaque())
        }
    }
}
