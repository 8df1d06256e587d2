import Numerics
import Testing

@Suite("Low-discrepancy sequences")
struct LowDiscrepancyTests {
    @Test func theFirstPointsOfSobol() throws {
        let points = try LowDiscrepancy.sobol(count: 7, dimensions: 2)
        #expect(points.prefix(3) == [[0.5, 0.5], [0.75, 0.25], [0.25, 0.75]])
        // The origin and the first 2^m - 1 points fall once into each of 2^m parts, in every dimension.
        for d in 0..<2 { #expect(points.map { $0[d] }.sorted() == (1...7).map { Double($0) / 8 }) }
    }

    /// Index 1, 2, 3 ... written backwards in bases 2 and 3.
    @Test func theFirstPointsOfHalton() throws {
        let points = try LowDiscrepancy.halton(count: 4, dimensions: 2)
        #expect(points.map { $0[0] } == [0.5, 0.25, 0.75, 0.125])
        let thirds = [1.0 / 3, 2.0 / 3, 1.0 / 9, 4.0 / 9]
        #expect(zip(points, thirds).allSatisfy { abs($0[1] - $1) < 1e-15 })
    }

    /// The last dimensions are real ones: Sobol's takes each of 1023 places once, Halton's has the 1229th prime's base.
    @Test func theWidest() throws {
        let sobol = try LowDiscrepancy.sobol(count: 1023, dimensions: 40)
        #expect(sobol.map { $0[39] }.sorted() == (1...1023).map { Double($0) / 1024 })
        let halton = try LowDiscrepancy.halton(count: 3, dimensions: 1229)
        #expect(halton.map { ($0[1228] * 9973).rounded() } == [1, 2, 3])
    }

    /// The mean of x y z over the cube is 1/8; 4,095 independent points would be off by 0.002.
    @Test func integralsConvergeFasterThanByChance() throws {
        for points in [
            try LowDiscrepancy.sobol(count: 4095, dimensions: 3), try LowDiscrepancy.halton(count: 4095, dimensions: 3),
        ] {
            let mean = points.reduce(0) { $0 + $1[0] * $1[1] * $1[2] } / 4095
            #expect(abs(mean - 0.125) < 5e-4)
        }
    }

    @Test func morePointsContinueTheSequence() throws {
        let few = try LowDiscrepancy.sobol(count: 10, dimensions: 5)
        #expect(try LowDiscrepancy.sobol(count: 20, dimensions: 5).prefix(10) == few[...])
        #expect(try LowDiscrepancy.sobol(count: 0, dimensions: 5).isEmpty)
    }

    @Test func beyondTheLimitsIsRefused() {
        #expect(throws: NumericsError.outOfRange(argument: "dimensions", found: 41, wanted: "from 1 to 40")) {
            try LowDiscrepancy.sobol(count: 1, dimensions: 41)
        }
        #expect(throws: NumericsError.self) { try LowDiscrepancy.sobol(count: 1, dimensions: 0) }
        #expect(throws: NumericsError.self) { try LowDiscrepancy.sobol(count: 1 << 30, dimensions: 1) }
        #expect(throws: NumericsError.self) { try LowDiscrepancy.halton(count: -1, dimensions: 1) }
        #expect(throws: NumericsError.self) { try LowDiscrepancy.halton(count: 1, dimensions: 1230) }
    }
}
