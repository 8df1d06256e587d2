import Foundation
import Numerics
import Testing

@Suite("Fast functions of Float")
struct FastMathTests {
    /// Float arguments from `low` to `high`, evenly spaced.
    func arguments(_ low: Float, _ high: Float) -> [Float] {
        (0...30_000).map { low + (high - low) * Float($0) / 30_000 }
    }

    func largestRelativeError(_ arguments: [Float], _ fast: (Float) -> Float, _ exact: (Double) -> Double) -> Double {
        arguments.map { abs(Double(fast($0)) / exact(Double($0)) - 1) }.max() ?? .nan
    }

    @Test func exponential() {
        #expect(largestRelativeError(arguments(-87, 87), FastMath.exp, { Foundation.exp($0) }) < 3e-7)
        #expect(largestRelativeError(arguments(-1, 1), FastMath.exp, { Foundation.exp($0) }) < 3e-7)
        #expect(FastMath.exp(0) == 1)
        #expect(FastMath.exp(1000) == FastMath.exp(87) && FastMath.exp(-1000) == FastMath.exp(-87))
        #expect(FastMath.exp(.infinity).isFinite && FastMath.exp(.nan).isNaN)
    }

    @Test func exponentialOfEight() {
        let numbers = arguments(-100, 100) + [.infinity, -.infinity, 0, -0.0, .leastNormalMagnitude]
        for n in stride(from: 0, to: numbers.count - 7, by: 3) {
            let eight = FastMath.exp(SIMD8(numbers[n..<(n + 8)]))
            for lane in 0..<8 { #expect(eight[lane].bitPattern == FastMath.exp(numbers[n + lane]).bitPattern) }
        }
    }

    @Test func logarithm() {
        // Over all exponents, and near 1, where the logarithm is near 0.
        let wide = stride(from: Float.leastNormalMagnitude.bitPattern, to: Float.infinity.bitPattern, by: 50_021)
        #expect(largestRelativeError(wide.map(Float.init(bitPattern:)), FastMath.log, { Foundation.log($0) }) < 3e-7)
        let near = arguments(0.9, 1.1).filter { $0 != 1 }
        #expect(largestRelativeError(near, FastMath.log, { Foundation.log($0) }) < 3e-7)
        #expect(FastMath.log(1) == 0)
    }

    @Test func sigmoid() {
        #expect(largestRelativeError(arguments(-87, 87), FastMath.sigmoid, { 1 / (1 + Foundation.exp(-$0)) }) < 5e-7)
        #expect(FastMath.sigmoid(0) == 0.5)
        #expect(FastMath.sigmoid(1000) == 1 && FastMath.sigmoid(-1000) > 0)
    }

    @Test func logisticNoise() {
        var largest = 0.0
        var isOdd = true
        for word in stride(from: UInt32(0), through: .max, by: 100_003) {
            let u = (Double(word >> 1) + 0.5) * 0x1p-31
            let exact = Foundation.log(u / (1 - u))
            let fast = FastMath.logit(word: word)
            largest = max(largest, abs(Double(fast) - exact) - 4e-7 * abs(exact))
            isOdd = isOdd && FastMath.logit(word: ~word) == -fast
        }
        #expect(largest < 2e-7)
        #expect(isOdd)
        #expect(abs(FastMath.logit(word: .max) - 22.18) < 0.01)
    }

    /// A plain loop, which a release build vectorises, gives the bits of single calls.
    @Test func loopsGiveTheBitsOfSingleCalls() {
        @inline(never) func exp(_ x: Float) -> Float { FastMath.exp(x) }
        @inline(never) func log(_ x: Float) -> Float { FastMath.log(x) }
        @inline(never) func sigmoid(_ x: Float) -> Float { FastMath.sigmoid(x) }
        let signed = arguments(-90, 90)
        let positive = signed.map { abs($0) + 1e-3 }
        var (exps, logs, sigmoids) = (signed, signed, signed)
        for i in signed.indices {
            exps[i] = FastMath.exp(signed[i])
            logs[i] = FastMath.log(positive[i])
            sigmoids[i] = FastMath.sigmoid(signed[i])
        }
        #expect(exps == signed.map(exp) && logs == positive.map(log) && sigmoids == signed.map(sigmoid))
    }

    /// The same bits on every machine: a golden sum over many arguments.
    @Test func goldenBits() {
        var sum: UInt32 = 0
        for x in arguments(0.01, 80) {
            sum = sum &* 31 &+ FastMath.exp(x).bitPattern &+ FastMath.log(x).bitPattern
            sum = sum &* 31 &+ FastMath.sigmoid(x).bitPattern &+ FastMath.logit(word: x.bitPattern &* 77).bitPattern
        }
        #expect(sum == 0x218B_2FA1)
    }
}
