import Numerics
import Testing

@Suite("Morris trajectories")
struct MorrisTrajectoriesTests {
    let stream = Stream(seed: 8, replicate: 0, name: "design")

    /// Each of d + 1 points differs from the one before it in one coordinate, each coordinate in its turn, by the step.
    @Test(arguments: [2, 4, 10])
    func oneInputMovesAtATime(levels: Int) throws {
        let sample = try MorrisTrajectories(count: 30, dimensions: 5, levels: levels, stream: stream)
        #expect(sample.count == 30 && sample.points.count == 180)
        #expect(sample.step == Double(levels) / Double(2 * levels - 2))
        for trajectory in 0..<30 {
            let points = Array(sample.points[trajectory * 6..<(trajectory + 1) * 6])
            let moved = zip(points, points.dropFirst()).map { before, after in
                (0..<5).filter { before[$0] != after[$0] }
            }
            #expect(moved.allSatisfy { $0.count == 1 } && Set(moved.flatMap(\.self)) == Set(0..<5))
            for (before, after) in zip(points, points.dropFirst()) {
                let change = zip(before, after).map { abs($0 - $1) }.max() ?? 0
                #expect(abs(change - sample.step) < 1e-15)
            }
        }
    }

    @Test func coordinatesLieOnTheGrid() throws {
        let sample = try MorrisTrajectories(count: 200, dimensions: 3, levels: 4, stream: stream)
        #expect(Set(sample.points.flatMap(\.self)) == [0, 1.0 / 3, 2.0 / 3, 1])
    }

    /// Starts are even over the levels, and moves over orders: chi-square tests at a false-alarm rate of 1e-6 each.
    @Test func startsAndOrdersAreEven() throws {
        let sample = try MorrisTrajectories(count: 6_000, dimensions: 3, levels: 4, stream: stream)
        var starts = [Int](repeating: 0, count: 4)
        var firstMoved = [Int](repeating: 0, count: 3)
        for trajectory in 0..<6_000 {
            let (start, next) = (sample.points[4 * trajectory], sample.points[4 * trajectory + 1])
            starts[Int((start[1] * 3).rounded())] += 1
            for input in 0..<3 where start[input] != next[input] { firstMoved[input] += 1 }
        }
        #expect(!Goodness.rejects(counts: starts, probabilities: .init(repeating: 0.25, count: 4)))
        #expect(!Goodness.rejects(counts: firstMoved, probabilities: .init(repeating: 1.0 / 3, count: 3)))
    }

    @Test func moreTrajectoriesContinueTheList() throws {
        let few = try MorrisTrajectories(count: 3, dimensions: 4, stream: stream)
        let many = try MorrisTrajectories(count: 9, dimensions: 4, stream: stream)
        #expect(Array(many.points.prefix(15)) == few.points)
        let other = try MorrisTrajectories(
            count: 3, dimensions: 4, stream: Stream(seed: 9, replicate: 0, name: "design"))
        #expect(other != few)
    }

    @Test func wrongSizesAreRefused() {
        for (count, dimensions, levels) in [(0, 1, 4), (1, 0, 4), (1, 1, 3), (1, 1, 0)] {
            #expect(throws: NumericsError.self) {
                try MorrisTrajectories(count: count, dimensions: dimensions, levels: levels, stream: stream)
            }
        }
    }
}
