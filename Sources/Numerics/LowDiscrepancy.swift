@preconcurrency import CGSL

/// Points that fill the unit cube more evenly than independent draws do, for designs and integrals.
///
/// Every function returns one array a point, one coordinate a dimension. See also
/// ``latinHypercube(count:dimensions:stream:)``.
public enum LowDiscrepancy {
    /// The first `count` points of the Sobol sequence after the origin, coordinates in [0, 1).
    ///
    /// More points continue the same sequence. Its evenness is best for 2^m points; coordinates are multiples of 2^-30
    /// and the same on every machine.
    ///
    /// - Parameters:
    ///   - count: from 0 to 2^30 - 1.
    ///   - dimensions: from 1 to 40.
    /// - Throws: `NumericsError.outOfRange`.
    /// Source: Antonov and Saleev (1979), by GSL.
    public static func sobol(count: Int, dimensions: Int) throws(NumericsError) -> [[Double]] {
        try points(count, limit: (1 << 30) - 1, dimensions, limit: 40, of: gsl_qrng_sobol)
    }

    /// The first `count` points of the Halton sequence after the origin, coordinates in (0, 1).
    ///
    /// Coordinate d is the index written backwards in the d-th prime base; beyond a dozen dimensions, neighbouring
    /// coordinates of the first few hundred points lie on lines. The last digit may differ between machines.
    ///
    /// - Parameters:
    ///   - count: from 0 to 2^31 - 1.
    ///   - dimensions: from 1 to 1229.
    /// - Throws: `NumericsError.outOfRange`.
    /// Source: Halton (1960), by GSL.
    public static func halton(count: Int, dimensions: Int) throws(NumericsError) -> [[Double]] {
        try points(count, limit: Int(Int32.max), dimensions, limit: 1229, of: gsl_qrng_halton)
    }

    /// GSL checks neither limit by itself: beyond them it would give zeros.
    private static func points(
        _ count: Int, limit: Int, _ dimensions: Int, limit widest: Int, of type: UnsafePointer<gsl_qrng_type>?
    ) throws(NumericsError) -> [[Double]] {
        try NumericsError.require((0...limit).contains(count), "count", Double(count), "from 0 to \(limit)")
        try NumericsError.require(
            (1...widest).contains(dimensions), "dimensions", Double(dimensions), "from 1 to \(widest)")
        GSL.prepare()
        let task = "a sequence of \(dimensions) dimensions"
        guard let sequence = gsl_qrng_alloc(type, UInt32(dimensions)) else {
            throw .failed(task: task, reason: "no memory")
        }
        defer { gsl_qrng_free(sequence) }
        var points: [[Double]] = []
        points.reserveCapacity(count)
        var point = [Double](repeating: 0, count: dimensions)
        for _ in 0..<count {
            try GSL.check(gsl_qrng_get(sequence, &point), task: task)
            points.append(point)
        }
        return points
    }
}
