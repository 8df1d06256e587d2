/// Numbers in the open interval (0, 1), and yes-or-no answers, from random words.
public enum Uniform {
    /// The largest `Float` below 1.
    @inlinable static var largest: Float { @inline(__always) get { 1 - 0x1p-24 } }

    /// A number in the open interval (0, 1) from the upper 31 bits of a word; never 0 and never 1.
    ///
    /// It is (k + 1/2) / 2^31, rounded to 24 significant bits and, where that gives 1, to the number before it. Small
    /// numbers thus keep the fine steps that rare events need. (24 bits and a half would not do: the half is lost to
    /// rounding above 1/2, and the largest word would give 1.)
    @inlinable @inline(__always)
    public static func float(_ word: UInt32) -> Float {
        let u = (Float(Int32(bitPattern: word &>> 1)) + 0.5) * 0x1p-31
        return u < largest ? u : largest
    }

    /// A number in the open interval (0, 1) from two words: (k + 1/2) / 2^52, exact, k being the upper 52 bits of the
    /// 64 that `high` and `low` make; from 2^-53 to 1 - 2^-53, and symmetric about 1/2.
    @inlinable @inline(__always)
    public static func double(_ high: UInt32, _ low: UInt32) -> Double {
        let k = (UInt64(high) &<< 20) | UInt64(low &>> 12)
        return (Double(Int64(bitPattern: k)) + 0.5) * 0x1p-52
    }

    /// A whole number from 0 to `bound` - 1 by a word; each has its chance within 2^-32. `bound` is from 1 to 2^31.
    @inlinable @inline(__always)
    public static func integer(_ word: UInt32, below bound: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(word) &* UInt64(truncatingIfNeeded: bound)) &>> 32)
    }

    /// Whether an event of the given probability happens, by a word: for loops over residents.
    ///
    /// The chance is `probability`, within 6e-8 of itself or within 2^-31, whichever is larger. At 0 or less it never
    /// happens, at 1 or more always. With one word, a higher probability never turns yes into no.
    @inlinable @inline(__always)
    public static func bernoulli(_ word: UInt32, probability: Float) -> Bool { float(word) < probability }

    /// ``bernoulli(_:probability:)`` of eight words at once, bit for bit: 1 where the event happens, else 0.
    @inlinable @inline(__always)
    public static func bernoulli(_ words: SIMD8<UInt32>, probabilities: SIMD8<Float>) -> SIMD8<Float> {
        // Number by number: the standard library's own conversion of vectors asks each what it is.
        var wholes = SIMD8<Float>()
        for lane in 0..<8 { wholes[lane] = Float(Int32(bitPattern: words[lane] &>> 1)) }
        let u = (wholes + 0.5) * 0x1p-31
        let held = u.replacing(with: largest, where: .!(u .< largest))
        return SIMD8<Float>().replacing(with: 1, where: held .< probabilities)
    }

    /// Whether an event of the given probability happens, by a word; the chance is right within 2^-32.
    ///
    /// At 0 or less it never happens, at 1 or more always.
    @inlinable @inline(__always)
    public static func bernoulli(_ word: UInt32, probability: Double) -> Bool {
        (Double(word) + 0.5) * 0x1p-32 < probability
    }
}
