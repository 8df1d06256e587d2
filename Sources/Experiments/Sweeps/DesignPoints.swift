import Governance
import Numerics
import Scenarios

/// The points of a design, those that break a constraint left out.
struct DesignPoints {
    struct Point: Equatable {
        /// Its place in the whole sequence, from 1: it stays the same where constraints change or more points follow.
        var number: Int
        var values: [LeverValue]
        /// In the unit cube, one coordinate a factor.
        var coordinates: [Double]
    }

    private(set) var points: [Point] = []
    /// Points that broke a constraint, with those that are of no use without them.
    private(set) var leftOut = 0
    /// Points that stand or fall together in an analysis.
    private(set) var block = 1

    /// Points that were laid elsewhere.
    init(_ points: [Point]) { self.points = points }

    /// - Throws: `NumericsError` where the way to lay points does not go with so many factors.
    init(_ design: Design) throws(NumericsError) {
        switch design.sampling {
        case .factorial: take(try Self.factorial(design), of: design)
        case .listed(let rows): take(Self.listed(rows), of: design)
        case .latinHypercube(let count):
            let stream = Stream(seed: design.seed, replicate: 0, name: "design.latinHypercube")
            take(
                try Self.placed(
                    LowDiscrepancy.latinHypercube(count: count, dimensions: design.factors.count, stream: stream),
                    design),
                of: design)
        case .sobol(let count): try takeSobol(count, of: design)
        case .morris(let trajectories, let levels):
            let stream = Stream(seed: design.seed, replicate: 0, name: "design.morris")
            block = design.factors.count + 1
            take(
                try Self.placed(
                    MorrisTrajectories(
                        count: trajectories, dimensions: design.factors.count, levels: levels, stream: stream
                    ).points, design), of: design)
        case .saltelli(let base, let secondOrder):
            let matrix = try Self.saltelli(base, secondOrder, design)
            block = matrix.rowsPerPoint
            take(try Self.placed(matrix.points, design), of: design)
        }
    }

    /// Keeps whole blocks of points that break no constraint.
    private mutating func take(_ all: [Point], of design: Design) {
        for start in stride(from: 0, to: all.count, by: block) {
            let part = all[start..<min(start + block, all.count)]
            if part.allSatisfy({ point in design.constraints.allSatisfy { $0.holds(point.values) } }) {
                points += part
            } else {
                leftOut += part.count
            }
        }
    }

    /// Goes on in the sequence until so many points break no constraint, or hardly any do.
    private mutating func takeSobol(_ count: Int, of design: Design) throws(NumericsError) {
        var length = count
        while true {
            points = []
            leftOut = 0
            take(
                try Self.placed(LowDiscrepancy.sobol(count: length, dimensions: design.factors.count), design),
                of: design)
            guard points.count < count, length < count * Self.rarest else { break }
            length *= 2
        }
        guard points.count > count, let last = points[..<count].last else { return }
        points.removeSubrange(count...)
        leftOut = last.number - count
    }

    /// Beyond this many tries for a point, constraints contradict one another.
    private static let rarest = 1000

    private static func placed(_ cube: [[Double]], _ design: Design) throws(NumericsError) -> [Point] {
        var points: [Point] = []
        points.reserveCapacity(cube.count)
        for (place, coordinates) in cube.enumerated() {
            var values: [LeverValue] = []
            for (factor, u) in zip(design.factors, coordinates) { values.append(try factor.value(at: u)) }
            points.append(Point(number: place + 1, values: values, coordinates: coordinates))
        }
        return points
    }

    /// The last factor runs fastest.
    private static func factorial(_ design: Design) throws(NumericsError) -> [Point] {
        var rows: [(values: [LeverValue], coordinates: [Double])] = [([], [])]
        for factor in design.factors {
            let values = try factor.factorialValues()
            rows = rows.flatMap { row in
                values.enumerated().map { level, value in
                    (row.values + [value], row.coordinates + [(Double(level) + 0.5) / Double(values.count)])
                }
            }
        }
        return rows.enumerated().map { Point(number: $0 + 1, values: $1.values, coordinates: $1.coordinates) }
    }

    /// Coordinates by the rank of a value among those of its factor.
    private static func listed(_ rows: [[LeverValue]]) -> [Point] {
        let ranks = (rows.first ?? []).indices.map { factor -> [String: Double] in
            let values = Dictionary(rows.map { ($0[factor].text, $0[factor]) }) { first, _ in first }
            let sorted = values.sorted { a, b in
                if case (.number(let x), .number(let y)) = (a.value, b.value) { x < y } else { a.key < b.key }
            }
            return Dictionary(
                uniqueKeysWithValues: sorted.enumerated().map {
                    ($1.key, (Double($0) + 0.5) / Double(sorted.count))
                })
        }
        return rows.enumerated().map { place, row in
            Point(
                number: place + 1, values: row,
                coordinates: row.enumerated().map { ranks[$0][$1.text] ?? 0 })
        }
    }

    /// Over Sobol's sequence as far as it goes, over a Latin hypercube beyond.
    private static func saltelli(
        _ base: Int, _ secondOrder: Bool, _ design: Design
    ) throws(NumericsError) -> SaltelliMatrix {
        let dimensions = design.factors.count
        guard dimensions > 20 else {
            return try SaltelliMatrix(count: base, dimensions: dimensions, secondOrder: secondOrder)
        }
        let stream = Stream(seed: design.seed, replicate: 0, name: "design.saltelli")
        return try SaltelliMatrix(
            base: LowDiscrepancy.latinHypercube(count: base, dimensions: 2 * dimensions, stream: stream),
            secondOrder: secondOrder)
    }
}
