import Numerics

/// The order in which a design's points are run, so that an interrupted sweep is a balanced design.
///
/// A low-discrepancy sequence goes through the unit cube; at each of its points the nearest point of the design that has not
/// been run is next. Points that are only of use together, a trajectory of Morris' or a row of Saltelli's base, come one
/// after another, block by block as they were laid, which is balanced already; so is Sobol's own order.
enum AnytimeOrder {
    /// Places of the points, in the order in which to run them.
    ///
    /// - Parameter block: points that stand or fall together.
    /// - Complexity: points times factors times the least of the points and ``window``.
    static func order(of points: [DesignPoints.Point], block: Int, isSequence: Bool) -> [Int] {
        guard block == 1, !isSequence, let first = points.first else { return Array(points.indices) }
        // Halton's sequence has coordinates enough; evenness hardly shows beyond a dozen of them.
        let dimensions = min(12, first.coordinates.count)
        guard let targets = try? LowDiscrepancy.halton(count: points.count, dimensions: dimensions) else {
            return Array(points.indices)
        }
        // Those to choose from next are a fair sample of all, also where there are more than can be looked at.
        var waiting = points.indices.sorted { shuffled($0) < shuffled($1) }
        var order: [Int] = []
        order.reserveCapacity(points.count)
        for target in targets {
            var best = 0
            var least = Double.infinity
            for place in 0..<min(window, waiting.count) {
                let distance = distance(points[waiting[place]].coordinates, target)
                if distance < least { (best, least) = (place, distance) }
            }
            order.append(waiting[best])
            waiting.swapAt(best, min(window, waiting.count) - 1)
            waiting.swapAt(min(window, waiting.count) - 1, waiting.count - 1)
            waiting.removeLast()
        }
        return order
    }

    private static let window = 4096

    private static func shuffled(_ place: Int) -> UInt64 { Identity.mix(UInt64(place)) }

    private static func distance(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for d in b.indices {
            let difference = a[d] - b[d]
            sum += difference * difference
        }
        return sum
    }

    /// The same runs with the longest first in each stretch of so many, so that cores end together and a stretch's runs are
    /// still done before the next stretch's.
    static func longestFirst<Run>(_ runs: [Run], stretch: Int, cost: (Run) -> Int) -> [Run] {
        stride(from: 0, to: runs.count, by: max(1, stretch)).flatMap { start in
            let part = runs[start..<min(start + max(1, stretch), runs.count)].map { (run: $0, cost: cost($0)) }
            return part.enumerated().sorted { ($1.element.cost, $0.offset) < ($0.element.cost, $1.offset) }
                .map(\.element.run)
        }
    }
}
