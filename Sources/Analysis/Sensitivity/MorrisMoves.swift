public import Numerics

/// The moves of Morris' trajectories: which input goes from one point to the next, and how far.
public struct MorrisMoves: Sendable, Equatable {
    struct Move: Sendable, Equatable {
        /// The point before it; the next one is after it.
        let from: Int
        let input: Int
        /// In units of the input's range; below 0 for a fall.
        let change: Double
    }

    /// The number of inputs.
    public let dimensions: Int
    /// The number of trajectories.
    public let count: Int
    let moves: [Move]

    /// The moves of a sample.
    public init(_ sample: MorrisTrajectories) {
        dimensions = sample.dimensions
        count = sample.count
        moves = Self.starts(count: sample.count, dimensions: sample.dimensions).compactMap { from in
            let (before, after) = (sample.points[from], sample.points[from + 1])
            return before.indices.first { before[$0] != after[$0] }.map { input in
                Move(from: from, input: input, change: after[input] > before[input] ? sample.step : -sample.step)
            }
        }
    }

    /// The moves found in rows of inputs, trajectory after trajectory.
    ///
    /// A move's length is p / (2 (p - 1)) of the input's range, p the grid's levels. Where there is no such grid it is its part of the range that
    /// the rows span.
    /// - Parameters:
    ///   - levels: of the grid; nil to take the most different values that an input has, if these are even and at most 20.
    /// - Throws: ``SensitivityFault`` where rows are no trajectories.
    public init(rows: [[Double]], names: [String], levels: Int? = nil) throws(SensitivityFault) {
        dimensions = names.count
        guard !rows.isEmpty, rows.count.isMultiple(of: dimensions + 1) else {
            throw .rows(
                found: rows.count, method: "morris",
                wanted: "a multiple of \(dimensions + 1), one more than there are inputs",
                wantedZh: "\(dimensions + 1)（输入数加一）的倍数")
        }
        count = rows.count / (dimensions + 1)
        let columns = names.indices.map { input in rows.map { $0[input] } }
        let distinct = columns.map { Set($0).count }.max() ?? 0
        let grid = levels ?? (distinct.isMultiple(of: 2) && distinct <= 20 ? distinct : nil)
        let spans = columns.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
        var moves: [Move] = []
        for trajectory in 0..<count {
            var moved: Set<Int> = []
            for from in Self.starts(of: trajectory, dimensions) {
                let (before, after) = (rows[from], rows[from + 1])
                let changed = names.indices.filter { before[$0] != after[$0] }
                guard changed.count == 1, let input = changed.first, moved.insert(input).inserted else {
                    let told = changed.isEmpty ? "nothing" : changed.map { names[$0] }.joined(separator: ", ")
                    throw .row(
                        from + 2, found: "a move of \(told)", foundZh: "移动了 \(told)",
                        wanted: "a trajectory of Morris': each input moved once, one at a time",
                        wantedZh: "Morris 轨迹：每步只移动一个输入，且各移动一次")
                }
                let sign = after[input] > before[input] ? 1.0 : -1
                let step = grid.map { Double($0) / Double(2 * ($0 - 1)) }
                moves.append(
                    Move(
                        from: from, input: input,
                        change: step.map { sign * $0 } ?? (after[input] - before[input]) / spans[input]))
            }
        }
        self.moves = moves
    }

    private static func starts(count: Int, dimensions: Int) -> [Int] {
        (0..<count).flatMap { starts(of: $0, dimensions) }
    }

    private static func starts(of trajectory: Int, _ dimensions: Int) -> Range<Int> {
        let first = trajectory * (dimensions + 1)
        return first..<first + dimensions
    }

    /// The elementary effects of each input, trajectory by trajectory.
    func effects(_ results: [Double]) -> [[Double]] {
        var effects = [[Double]](repeating: [], count: dimensions)
        for move in moves { effects[move.input].append((results[move.from + 1] - results[move.from]) / move.change) }
        return effects
    }
}
