import Numerics
import Testing

@Suite("Saltelli's sample matrix")
struct SaltelliMatrixTests {
    /// Two inputs, one base point (a1, a2, b1, b2), by hand.
    @Test func rowsOfOneBasePoint() throws {
        let base = [[0.1, 0.2, 0.8, 0.9]]
        #expect(try SaltelliMatrix(base: base).points == [[0.1, 0.2], [0.8, 0.2], [0.1, 0.9], [0.8, 0.9]])
        let second = try SaltelliMatrix(base: base, secondOrder: true)
        #expect(second.points == [[0.1, 0.2], [0.8, 0.2], [0.1, 0.9], [0.1, 0.9], [0.8, 0.2], [0.8, 0.9]])
    }

    @Test func sizes() throws {
        let first = try SaltelliMatrix(count: 32, dimensions: 5)
        #expect(first.points.count == 32 * 7 && first.count == 32 && first.rowsPerPoint == 7)
        let second = try SaltelliMatrix(count: 32, dimensions: 5, secondOrder: true)
        #expect(second.points.count == 32 * 12 && second.count == 32 && second.rowsPerPoint == 12)
        #expect(second.points.allSatisfy { $0.count == 5 && $0.allSatisfy { (0..<1).contains($0) } })
    }

    /// The base is the stretch of the Sobol sequence that starts at number 64: each coordinate of A and of B falls once
    /// into each of 64 parts, and no base point has the same coordinates in A and B.
    @Test func theBaseIsALaterStretchOfTheSequence() throws {
        let matrix = try SaltelliMatrix(count: 64, dimensions: 3)
        let sequence = try LowDiscrepancy.sobol(count: 127, dimensions: 6)
        for (i, base) in sequence.suffix(64).enumerated() {
            #expect(matrix.points[5 * i] == Array(base.prefix(3)) && matrix.points[5 * i + 4] == Array(base.suffix(3)))
            #expect(matrix.points[5 * i] != matrix.points[5 * i + 4])
        }
        for d in 0..<3 {
            let parts = (0..<64).map { Int(matrix.points[5 * $0][d] * 64) }
            #expect(parts.sorted() == Array(0..<64))
        }
        // Few points start at number 16, not at their own count.
        let few = try SaltelliMatrix(count: 3, dimensions: 1)
        #expect(few.points[0][0] == (try LowDiscrepancy.sobol(count: 16, dimensions: 2))[15][0])
    }

    /// Twenty inputs are the most that GSL's 40 Sobol dimensions carry; a hypercube carries more.
    @Test func manyInputs() throws {
        #expect(try SaltelliMatrix(count: 4, dimensions: 20).dimensions == 20)
        #expect(throws: NumericsError.self) { try SaltelliMatrix(count: 4, dimensions: 21) }
        let base = try LowDiscrepancy.latinHypercube(
            count: 4, dimensions: 60, stream: Stream(seed: 1, replicate: 0, name: "base"))
        #expect(try SaltelliMatrix(base: base).points.count == 4 * 32)
    }

    @Test func wrongBasesAreRefused() {
        #expect(throws: NumericsError.self) { try SaltelliMatrix(count: 0, dimensions: 2) }
        #expect(throws: NumericsError.self) { try SaltelliMatrix(count: 2, dimensions: 0) }
        for base in [[], [[]], [[0.1, 0.2, 0.3]], [[0.1, 0.2], [0.1, 0.2, 0.3, 0.4]]] {
            #expect(throws: NumericsError.self) { try SaltelliMatrix(base: base) }
        }
    }
}
