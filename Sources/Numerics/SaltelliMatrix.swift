/// The sample from which Sobol's sensitivity indices are estimated: two independent samples and their crossings.
///
/// A base of n points with 2d coordinates gives the matrices A (the first d of each) and B (the last d). A_B^(j) is A
/// with column j of B, B_A^(j) is B with column j of A. For each base point in turn come the rows
/// A, A_B^(1) ... A_B^(d), then (for second-order indices) B_A^(1) ... B_A^(d), then B: d + 2 or 2d + 2 points.
///
/// Sources: Saltelli et al. (2010), Computer Physics Communications 181(2), and Saltelli (2002), ibid. 145(2), for the
/// crossings; the order of the rows is SALib's.
public struct SaltelliMatrix: Sendable, Equatable {
    /// The number of inputs.
    public let dimensions: Int
    /// Whether the rows B_A^(j) are there, which second-order indices need.
    public let secondOrder: Bool
    /// The points, each with one coordinate an input.
    public let points: [[Double]]

    /// The sample over a base of Sobol points: those from number M on, M being the least power of 2 that is neither
    /// below `count` nor below 16.
    ///
    /// The first points of the sequence are left out because their coordinates are alike, so that A and B would agree;
    /// for a power of 2, a later stretch as long as its own beginning is as even as that beginning. As in SALib's
    /// `saltelli.sample` (its direction numbers are others than GSL's, so its points are too).
    ///
    /// - Parameters:
    ///   - count: the number of base points, 1 or more; a power of 2 is best.
    ///   - dimensions: the number of inputs, from 1 to 20; ``init(base:secondOrder:)`` takes more.
    ///   - secondOrder: whether second-order indices are wanted.
    /// - Throws: `NumericsError.outOfRange`.
    public init(count: Int, dimensions: Int, secondOrder: Bool = false) throws(NumericsError) {
        try NumericsError.require(
            (1...(1 << 28)).contains(count), "the number of base points", Double(count), "from 1 to 2^28")
        try NumericsError.require(
            (1...20).contains(dimensions), "dimensions", Double(dimensions),
            "from 1 to 20, two Sobol coordinates each; beyond, give a base of another kind")
        var skipped = 16
        while skipped < count { skipped *= 2 }
        let sequence = try LowDiscrepancy.sobol(count: skipped + count - 1, dimensions: 2 * dimensions)
        try self.init(base: Array(sequence.suffix(count)), secondOrder: secondOrder)
    }

    /// The sample over a base of one's own, as a Latin hypercube or a Halton sequence for more than 20 inputs.
    ///
    /// - Parameters:
    ///   - base: one point or more, all with the same even number of coordinates, twice as many as there are inputs.
    ///   - secondOrder: whether second-order indices are wanted.
    /// - Throws: `NumericsError.outOfRange` for no points, or points of odd or unequal length.
    public init(base: [[Double]], secondOrder: Bool = false) throws(NumericsError) {
        let width = base.first?.count ?? 0
        try NumericsError.require(!base.isEmpty, "the number of base points", 0, "1 or more")
        try NumericsError.require(
            width >= 2 && width.isMultiple(of: 2), "the length of a base point", Double(width), "even, and 2 or more")
        for point in base {
            try NumericsError.require(
                point.count == width, "the length of a base point", Double(point.count), "\(width), as of the first")
        }
        dimensions = width / 2
        self.secondOrder = secondOrder
        points = base.flatMap { Self.crossings(of: $0, secondOrder: secondOrder) }
    }

    /// The number of base points.
    public var count: Int { points.count / rowsPerPoint }

    /// How many rows each base point has: d + 2, or 2d + 2.
    public var rowsPerPoint: Int { Self.rowsPerPoint(dimensions: dimensions, secondOrder: secondOrder) }

    /// How many rows each base point has: d + 2, or 2d + 2.
    public static func rowsPerPoint(dimensions: Int, secondOrder: Bool) -> Int {
        (secondOrder ? 2 : 1) * dimensions + 2
    }

    private static func crossings(of point: [Double], secondOrder: Bool) -> [[Double]] {
        let dimensions = point.count / 2
        let (a, b) = (Array(point.prefix(dimensions)), Array(point.suffix(dimensions)))
        var rows = [a]
        for j in 0..<dimensions { rows.append(a.replacing(j, from: b)) }
        if secondOrder { for j in 0..<dimensions { rows.append(b.replacing(j, from: a)) } }
        rows.append(b)
        return rows
    }
}

extension [Double] {
    /// These numbers with the one at place `index` taken from `other`.
    fileprivate func replacing(_ index: Int, from other: [Double]) -> [Double] {
        var mixed = self
        mixed[index] = other[index]
        return mixed
    }
}
