import Foundation
import Numerics
import Testing

@Suite("Roots by Brent's method")
struct RootsTests {
    @Test func closedForms() throws {
        #expect(isClose(try Roots.brent(in: 0...2) { $0 * $0 - 2 }, to: 2.0.squareRoot(), within: 1e-12))
        #expect(isClose(try Roots.brent(in: -1...4, cos), to: .pi / 2, within: 1e-12))
        #expect(isClose(try Roots.brent(in: -3...10) { exp($0) - 1000 }, to: log(1000), within: 1e-12))
        // Flat at the root, where steps gain little.
        #expect(isClose(try Roots.brent(in: -1...2) { $0 * $0 * $0 }, to: 0, within: 1e-12))
    }

    /// m = tanh(2 m) has the roots 0 and plus or minus 0.9575; a bracket chooses.
    @Test func theBracketChooses() throws {
        func excess(_ m: Double) -> Double { tanh(2 * m) - m }
        let high = try Roots.brent(in: 0.1...1, excess)
        #expect(isClose(high, to: 0.957_504, within: 1e-6))
        #expect(isClose(try Roots.brent(in: -1 ... -0.1, excess), to: -high, within: 1e-12))
        #expect(isClose(try Roots.brent(in: -0.1...0.2, excess), to: 0, within: 1e-12))
    }

    @Test func aRootAtAnEnd() throws {
        #expect(try Roots.brent(in: 0...1) { $0 } == 0)
        #expect(try Roots.brent(in: -1...0) { $0 } == 0)
    }

    /// The tolerance may be finer than the spacing of numbers at the root.
    @Test func rootsOfAnySize() throws {
        #expect(isClose(try Roots.brent(in: 0...1e30) { $0 - 1e20 }, to: 1e20, within: 1e5))
        #expect(isClose(try Roots.brent(in: 0...1, tolerance: 1e-30) { $0 - 1e-20 }, to: 1e-20, within: 1e-29))
    }

    @Test func withoutABracketThereIsNoAnswer() {
        #expect(throws: NumericsError.self) { try Roots.brent(in: 0...1) { $0 + 1 } }
        #expect(throws: NumericsError.self) { try Roots.brent(in: 1...1) { $0 - 1 } }
        #expect(throws: NumericsError.self) { try Roots.brent(in: -.infinity...1) { $0 } }
        #expect(throws: NumericsError.self) { try Roots.brent(in: 0...(.infinity)) { $0 - 1 } }
        #expect(throws: NumericsError.self) { try Roots.brent(in: -1...1, tolerance: 0) { $0 } }
        #expect(throws: NumericsError.self) { try Roots.brent(in: -1...2) { $0.squareRoot() } }
    }
}
