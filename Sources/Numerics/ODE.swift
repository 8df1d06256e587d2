@preconcurrency import CGSL

/// Ordinary differential equations dy/dt = f(t, y) from a given start, with steps that adapt to the error.
public enum ODE {
    /// How to step.
    public enum Method: Sendable {
        /// The explicit Runge-Kutta pair of Fehlberg, orders 4 and 5: the usual choice.
        case rungeKuttaFehlberg
        /// Adams' multistep method of variable order: fewer evaluations where they are dear and the solution smooth.
        case adams
    }

    /// The largest local error of a step in any y: `absolute` + `relative` |y|.
    public struct Tolerance: Sendable {
        /// In the unit of y.
        public let absolute: Double
        /// As a share of y.
        public let relative: Double

        /// Both 0 or more, one above 0.
        public init(absolute: Double = 1e-10, relative: Double = 1e-10) {
            self.absolute = absolute
            self.relative = relative
        }
    }

    /// The states at `times`, one array a time; the first is `initial` itself.
    ///
    /// - Parameters:
    ///   - initial: y at the first of the times.
    ///   - times: finite and rising.
    ///   - derivative: dy/dt at a time and state, as many numbers as the state has.
    /// - Throws: `NumericsError.outOfRange` for wrong times or tolerance; `NumericsError.failed` where a derivative is
    ///   not finite or of the wrong length, the step becomes too small, or a million steps between two times do not
    ///   suffice.
    public static func solve(
        from initial: [Double], at times: [Double], method: Method = .rungeKuttaFehlberg,
        tolerance: Tolerance = Tolerance(), _ derivative: @escaping (_ time: Double, _ state: [Double]) -> [Double]
    ) throws(NumericsError) -> [[Double]] {
        try check(times: times)
        try check(tolerance)
        guard times.count > 1, !initial.isEmpty else { return times.map { _ in initial } }
        GSL.prepare()
        let equation = Equation(dimension: initial.count, derivative)
        return try withExtendedLifetime(equation) { () throws(NumericsError) in
            let system = UnsafeMutablePointer<gsl_odeiv2_system>.allocate(capacity: 1)
            defer { system.deallocate() }
            system.initialize(to: equation.system)
            let type = method == .adams ? gsl_odeiv2_step_msadams : gsl_odeiv2_step_rkf45
            let firstStep = 1e-3 * (times[1] - times[0])
            guard
                let driver = gsl_odeiv2_driver_alloc_y_new(
                    system, type, firstStep, tolerance.absolute, tolerance.relative)
            else { throw .failed(task: task, reason: "no memory") }
            defer { gsl_odeiv2_driver_free(driver) }
            try GSL.check(gsl_odeiv2_driver_set_nmax(driver, 1_000_000), task: task)
            return try states(from: initial, at: times, driver)
        }
    }

    private static let task = "the solution of a differential equation"

    private static func states(
        from initial: [Double], at times: [Double], _ driver: UnsafeMutablePointer<gsl_odeiv2_driver>
    ) throws(NumericsError) -> [[Double]] {
        var states = [initial]
        var state = initial
        var time = times[0]
        for next in times.dropFirst() {
            try GSL.check(gsl_odeiv2_driver_apply(driver, &time, next, &state), task: "\(task) after time \(time)")
            states.append(state)
        }
        return states
    }

    private static func check(times: [Double]) throws(NumericsError) {
        for time in times { try NumericsError.require(time.isFinite, "a time", time, "finite") }
        for (time, next) in zip(times, times.dropFirst()) {
            try NumericsError.require(next > time, "a time", next, "above the one before it, \(time)")
        }
    }

    private static func check(_ tolerance: Tolerance) throws(NumericsError) {
        let (absolute, relative) = (tolerance.absolute, tolerance.relative)
        try NumericsError.require(absolute >= 0, "the absolute tolerance", absolute, "0 or more")
        try NumericsError.require(relative >= 0, "the relative tolerance", relative, "0 or more")
        try NumericsError.require(absolute + relative > 0, "the tolerance", absolute + relative, "above 0")
    }

    /// Holds the right-hand side where GSL's C callback can reach it.
    private final class Equation {
        private let dimension: Int
        private let derivative: (Double, [Double]) -> [Double]

        init(dimension: Int, _ derivative: @escaping (Double, [Double]) -> [Double]) {
            self.dimension = dimension
            self.derivative = derivative
        }

        /// Valid while this object lives.
        var system: gsl_odeiv2_system {
            gsl_odeiv2_system(
                function: { time, state, result, context in
                    guard let state, let result, let context else { return Int32(GSL_EFAULT) }
                    return Unmanaged<Equation>.fromOpaque(context).takeUnretainedValue()
                        .evaluate(time, state, into: result)
                },
                jacobian: nil, dimension: dimension, params: Unmanaged.passUnretained(self).toOpaque())
        }

        /// GSL gives up at once on `GSL_EBADFUNC`; on a derivative that is not a number it would step for ever.
        private func evaluate(
            _ time: Double, _ state: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
        ) -> Int32 {
            let slope = derivative(time, Array(UnsafeBufferPointer(start: state, count: dimension)))
            guard slope.count == dimension, slope.allSatisfy(\.isFinite) else { return Int32(GSL_EBADFUNC) }
            result.update(from: slope, count: dimension)
            return Int32(GSL_SUCCESS)
        }
    }
}
