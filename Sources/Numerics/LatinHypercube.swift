extension LowDiscrepancy {
    /// A Latin hypercube sample: each coordinate of the points falls once into each of `count` equal parts of [0, 1).
    ///
    /// Dimension d takes the draws of agent d in month 0 of the stream, so that its coordinates do not change when
    /// dimensions are added after it. The same bits on every machine.
    ///
    /// - Parameters:
    ///   - count: the number of points, 0 or more.
    ///   - dimensions: the number of coordinates, 1 or more.
    ///   - stream: tells one sample from another.
    /// - Throws: `NumericsError.outOfRange`.
    /// Source: McKay, Beckman and Conover (1979), Technometrics 21(2).
    public static func latinHypercube(
        count: Int, dimensions: Int, stream: Stream
    ) throws(NumericsError) -> [[Double]] {
        try NumericsError.require(count >= 0, "count", Double(count), "0 or more")
        try NumericsError.require(dimensions >= 1, "dimensions", Double(dimensions), "1 or more")
        var points = [[Double]](repeating: .init(repeating: 0, count: dimensions), count: count)
        var parts = Array(0..<count)
        for dimension in 0..<dimensions {
            var draws = stream.draws(agent: UInt64(dimension), month: 0)
            for i in 0..<count { parts[i] = i }
            draws.shuffle(&parts)
            for (i, part) in parts.enumerated() {
                let (low, high) = (Double(part) / Double(count), Double(part + 1) / Double(count))
                points[i][dimension] = draws.uniform(in: low..<high)
            }
        }
        return points
    }
}
