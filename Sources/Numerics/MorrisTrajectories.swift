/// Walks through the unit cube that change one coordinate at a time, for the screening of many inputs.
///
/// Inputs live on the grid 0, 1/(p-1), ..., 1 of p levels. A trajectory of d inputs has d + 1 points: from a start drawn
/// on the grid, each input in an order drawn anew is moved once, up or down, by ``step``. Half the grid's levels can
/// start a rise and the other half a fall, so that every level is equally likely at either end of a move.
///
/// Source: Morris (1991), "Factorial sampling plans for preliminary computational experiments", Technometrics 33(2),
/// with B* = (J x* + (step/2) ((2B - J) D* + J)) P*; points in the order that SALib keeps.
public struct MorrisTrajectories: Sendable, Equatable {
    /// The number of inputs.
    public let dimensions: Int
    /// The number of levels of the grid, even.
    public let levels: Int
    /// The points, trajectory after trajectory, each with one coordinate an input, from 0 to 1.
    public let points: [[Double]]

    /// `count` trajectories; more of them continue the same list.
    ///
    /// Trajectory t takes the draws of agent t in month 0 of the stream.
    ///
    /// - Parameters:
    ///   - count: 1 or more; 10 to 50 are usual.
    ///   - dimensions: the number of inputs, 1 or more.
    ///   - levels: even, 2 or more; 4 is usual.
    ///   - stream: tells one sample from another.
    /// - Throws: `NumericsError.outOfRange`.
    public init(count: Int, dimensions: Int, levels: Int = 4, stream: Stream) throws(NumericsError) {
        try NumericsError.require(count >= 1, "the number of trajectories", Double(count), "1 or more")
        try NumericsError.require(dimensions >= 1, "dimensions", Double(dimensions), "1 or more")
        try NumericsError.require(
            levels >= 2 && levels.isMultiple(of: 2), "the number of levels", Double(levels), "even, and 2 or more")
        self.dimensions = dimensions
        self.levels = levels
        points = (0..<count).flatMap { trajectory in
            var draws = stream.draws(agent: UInt64(trajectory), month: 0)
            return Self.trajectory(dimensions: dimensions, levels: levels, draws: &draws)
        }
    }

    /// How far an input is moved: p / (2 (p - 1)), p being the number of levels.
    public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

    /// The number of trajectories.
    public var count: Int { points.count / (dimensions + 1) }

    /// Places are counted in grid levels until the end, so that equal coordinates are equal numbers.
    private static func trajectory(dimensions: Int, levels: Int, draws: inout Draws) -> [[Double]] {
        let half = levels / 2
        var places: [Int] = []
        var moves: [Int] = []
        for _ in 0..<dimensions {
            let base = draws.integer(below: half)
            let rises = draws.integer(below: 2) == 1
            places.append(rises ? base : base + half)
            moves.append(rises ? half : -half)
        }
        var order = Array(0..<dimensions)
        draws.shuffle(&order)
        var walk = [places]
        for input in order {
            places[input] += moves[input]
            walk.append(places)
        }
        return walk.map { point in point.map { Double($0) / Double(levels - 1) } }
    }
}
