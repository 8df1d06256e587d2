import Foundation
import Numerics
import Testing

@Suite("Portable functions of Double")
struct PortableTests {
    var draws = Stream(seed: 1, replicate: 0, name: "portable").draws(agent: 1, month: 1)

    func units(_ value: Double, from exact: Double) -> Double { abs(value - exact) / exact.ulp }

    @Test mutating func logarithm() {
        var largest = 0.0
        for _ in 0..<20_000 {
            let near = draws.uniform(in: 0.5..<2)
            let far = Double(bitPattern: draws.next() & 0x7FEF_FFFF_FFFF_FFFF)
            largest = max(largest, units(Portable.log(near), from: Foundation.log(near)))
            largest = max(largest, units(Portable.log(far), from: Foundation.log(far)))
        }
        #expect(largest <= 2)
        #expect(Portable.log(1) == 0 && Portable.log(0) == -.infinity && Portable.log(-1).isNaN)
        #expect(Portable.log(.infinity) == .infinity && Portable.log(.nan).isNaN)
        let smallest = Double.leastNonzeroMagnitude
        #expect(Portable.log(smallest) == Foundation.log(smallest))
    }

    @Test mutating func exponential() {
        var largest = 0.0
        for _ in 0..<20_000 {
            let near = draws.uniform(in: -1..<1)
            let far = draws.uniform(in: -744..<709.7)
            largest = max(largest, units(Portable.exp(near), from: Foundation.exp(near)))
            largest = max(largest, units(Portable.exp(far), from: Foundation.exp(far)))
        }
        #expect(largest <= 2)
        #expect(Portable.exp(0) == 1 && Portable.exp(710) == .infinity && Portable.exp(-746) == 0)
        #expect(Portable.exp(.nan).isNaN && Portable.exp(-.infinity) == 0)
    }
}
