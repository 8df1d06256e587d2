import Foundation
import Towns

@testable import Governance

// How the cost of a run grows with each thing that makes it larger, all else staying as it is, over three orders of magnitude each: seconds
// (the least of several repeats), and the exponent b of seconds = a x^b, fitted by least squares to the logarithms. Argument: a factor by
// which all sizes are made smaller, for machines that are slow; 1 unless told.

let smaller = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 1

/// One thing that grows.
struct Axis {
    let name: String
    let values: [Int]
    let repeats: Int
    /// Makes what is measured ready, and gives it.
    let work: (Int) throws -> (() throws -> Void)
}

func town(_ residents: Int, community: Int = 3_906, ties: Double? = nil, months: Int) throws -> () throws -> Void {
    var specification = Town.everything(residents: residents, community: community)
    if let ties {
        specification.people.types[0].tiesBuilding = ties / 2
        specification.people.types[0].tiesCommunity = ties / 2
    }
    let world = try World(specification, seed: 1, replicate: 0)
    world.live(months: 6)
    return { world.live(months: months) }
}

let axes = [
    Axis(name: "residents", values: [1_000, 10_000, 100_000, 1_000_000], repeats: 3) {
        try town($0 / smaller, months: 12)
    },
    Axis(name: "communities of 200,000 residents", values: [4, 40, 400, 4_000], repeats: 3) {
        try town(200_000 / smaller, community: 200_000 / smaller / $0, months: 12)
    },
    Axis(name: "hundredths of a tie for each resident", values: [1, 10, 100, 1_000], repeats: 3) {
        try town(100_000 / smaller, ties: Double($0) / 100, months: 12)
    },
    Axis(name: "months", values: [1, 10, 100, 1_000], repeats: 3) { try town(20_000 / smaller, months: $0) },
    Axis(name: "replicates", values: [1, 10, 100, 1_000], repeats: 2) { count in
        {
            for replicate in 0..<count {
                let world = try World(
                    Town.everything(residents: 2_000 / smaller), seed: 1, replicate: UInt32(replicate))
                world.live(months: 12)
            }
        }
    },
]

/// Seconds that something takes: the least of so many repeats, each long enough to be told from the clock's ticks.
func seconds(_ repeats: Int, _ work: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<repeats {
        let began = ContinuousClock.now
        var rounds = 0
        repeat {
            try work()
            rounds += 1
        } while ContinuousClock.now - began < .milliseconds(50)
        let took = ContinuousClock.now - began
        let parts = took.components
        least = min(least, (Double(parts.seconds) + Double(parts.attoseconds) / 1e18) / Double(rounds))
    }
    return least
}

/// The slope of a line through points, by least squares.
func slope(_ points: [(x: Double, y: Double)]) -> Double {
    let (x, y) = (
        points.map(\.x).reduce(0, +) / Double(points.count), points.map(\.y).reduce(0, +) / Double(points.count)
    )
    let above = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
    return above / points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
}

print("growth of cost, everything at work, one thread: seconds by size, and the exponent of a power law through them")
for axis in axes {
    let times = try axis.values.map { value in (value, try seconds(axis.repeats, try axis.work(value))) }
    let exponent = slope(times.map { (x: log(Double($0.0)), y: log($0.1)) })
    print("\n\(axis.name): exponent \(String(format: "%.2f", exponent))")
    for (value, time) in times { print(String(format: "  %10d %14.6f s", value, time)) }
}
