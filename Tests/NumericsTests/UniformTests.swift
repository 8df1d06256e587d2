import Numerics
import Testing

@Suite("Uniform numbers from words")
struct UniformTests {
    @Test func theIntervalIsOpen() {
        #expect(Uniform.float(0) == 0x1p-32)
        #expect(Uniform.float(.max) == 1 - 0x1p-24)
        #expect(Uniform.float(1 << 31) == 0.5)
        #expect(Uniform.double(0, 0) == 0x1p-53)
        #expect(Uniform.double(.max, .max) == 1 - 0x1p-53)
    }

    @Test func largerWordsGiveNoSmallerNumbers() {
        let numbers = stride(from: UInt32(0), through: .max, by: 1_000_003).map(Uniform.float)
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func doublesAreSymmetric() {
        #expect(Uniform.double(123, 456) + Uniform.double(~123, ~456) == 1)
    }

    @Test func certaintiesAreCertain() {
        let words: [UInt32] = [0, 1, 1 << 31, .max - 1, .max]
        for word in words {
            #expect(Uniform.bernoulli(word, probability: 1 as Float))
            #expect(Uniform.bernoulli(word, probability: 1 as Double))
            #expect(!Uniform.bernoulli(word, probability: 0 as Float))
            #expect(!Uniform.bernoulli(word, probability: 0 as Double))
        }
    }

    /// The share of words that say yes, found by bisection of the largest, is the probability.
    @Test(arguments: [1e-7, 1e-5, 0.003, 0.3, 0.5, 0.75, 0.999])
    func chanceIsTheProbability(p: Double) {
        func share(_ holds: (UInt32) -> Bool) -> Double {
            var low = UInt64(0)
            var high = UInt64(1) << 32
            while low < high {
                let middle = (low + high) / 2
                if holds(UInt32(middle)) { low = middle + 1 } else { high = middle }
            }
            return Double(low) * 0x1p-32
        }
        #expect(abs(share { Uniform.bernoulli($0, probability: p) } - p) <= 0x1p-32)
        let single = Double(Float(p))
        #expect(
            abs(share { Uniform.bernoulli($0, probability: Float(p)) } - single) <= max(6e-8 * single, 0x1p-31))
    }

    @Test func eightAtOnceAreTheSame() {
        var words = SIMD8<UInt32>()
        for n in 0..<8 { words[n] = UInt32(truncatingIfNeeded: n &* 0x1F3D_5B79) &* 0x9E37_79B9 }
        (words[0], words[7]) = (0, .max)
        for p in [-1, 0, 0x1p-31, 1e-7, 0.3, 0.5, 0.9, Float(1).nextDown, 1, 2] as [Float] {
            let found = Uniform.bernoulli(words, probabilities: SIMD8(repeating: p))
            for lane in 0..<8 { #expect(found[lane] == (Uniform.bernoulli(words[lane], probability: p) ? 1 : 0)) }
        }
    }
}
