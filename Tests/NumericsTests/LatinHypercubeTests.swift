import Numerics
import Testing

@Suite("Latin hypercube samples")
struct LatinHypercubeTests {
    let stream = Stream(seed: 3, replicate: 0, name: "design")

    @Test(arguments: [1, 7, 64])
    func eachPartHoldsOneCoordinate(count: Int) throws {
        let points = try LowDiscrepancy.latinHypercube(count: count, dimensions: 5, stream: stream)
        #expect(points.count == count && points.allSatisfy { $0.count == 5 })
        for d in 0..<5 {
            #expect(points.map { Int($0[d] * Double(count)) }.sorted() == Array(0..<count))
            #expect(points.allSatisfy { $0[d] >= 0 && $0[d] < 1 })
        }
    }

    @Test func aNewDimensionLeavesTheOthersAlone() throws {
        let two = try LowDiscrepancy.latinHypercube(count: 9, dimensions: 2, stream: stream)
        let three = try LowDiscrepancy.latinHypercube(count: 9, dimensions: 3, stream: stream)
        #expect(three.map { Array($0.prefix(2)) } == two)
        let other = try LowDiscrepancy.latinHypercube(
            count: 9, dimensions: 2, stream: Stream(seed: 4, replicate: 0, name: "design"))
        #expect(other != two)
    }

    /// Orders of the dimensions are independent: 6,000 samples of two points lie on one diagonal or the other by a
    /// fair coin, tested at a false-alarm rate of 1e-6.
    @Test func dimensionsAreIndependent() throws {
        let rising = try (0..<6_000).count { replicate in
            let stream = Stream(seed: 3, replicate: UInt32(replicate), name: "design")
            let points = try LowDiscrepancy.latinHypercube(count: 2, dimensions: 2, stream: stream)
            return (points[0][0] < points[1][0]) == (points[0][1] < points[1][1])
        }
        #expect(!Goodness.rejects(counts: [rising, 6_000 - rising], probabilities: [0.5, 0.5]))
    }

    /// Inside its part, a coordinate is uniform: Kolmogorov's test at 1e-6.
    @Test func placesInsideAPartAreUniform() throws {
        let points = try LowDiscrepancy.latinHypercube(count: 5_000, dimensions: 1, stream: stream)
        let places = points.map { ($0[0] * 5_000).truncatingRemainder(dividingBy: 1) }
        #expect(!Goodness.rejects(places) { $0 })
        #expect(Goodness.rejects(places.map { $0 * $0 }) { $0 })
    }

    @Test func wrongSizesAreRefused() {
        #expect(throws: NumericsError.self) {
            try LowDiscrepancy.latinHypercube(count: -1, dimensions: 1, stream: stream)
        }
        #expect(throws: NumericsError.self) {
            try LowDiscrepancy.latinHypercube(count: 1, dimensions: 0, stream: stream)
        }
    }
}
