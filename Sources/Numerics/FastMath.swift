/// Elementary functions of `Float` for loops over residents: without branches, tables or library calls.
///
/// A plain loop over any of them is vectorised by the compiler, even for the oldest 64-bit Intel processors. They use
/// only sums, products, quotients, comparisons and bit operations of IEEE 754, in a fixed order and never fused, so
/// that they return the same bits on every machine. Errors are stated where the arguments are finite and in range; a
/// not-a-number argument gives not-a-number from ``exp(_:)`` and ``sigmoid(_:)`` and nothing meaningful from the rest.
///
/// The polynomials are weighted minimax fits made for this file; each function says of what and how well they fit.
public enum FastMath {
    /// Arguments of ``exp(_:)`` are held within plus or minus this, so that its result is finite and normal.
    @inlinable public static var largestExponent: Float { @inline(__always) get { 87 } }

    /// e to the power `x`, with relative error below 3e-7; `x` beyond plus or minus 87 counts as 87 or -87.
    ///
    /// x = n ln 2 + r with n whole and |r| <= (ln 2) / 2; then e^x = 2^n (1 + r + r^2 P(r)), P of degree 3.
    @inlinable @inline(__always)
    public static func exp(_ x: Float) -> Float {
        let below = x > largestExponent ? largestExponent : x
        let held = below < -largestExponent ? -largestExponent : below
        // Adding 1.5 * 2^23 leaves no room for a fraction: the sum's low bits are the nearest whole number.
        let shifted = held * 1.442_695_041 + 12_582_912
        let n = shifted - 12_582_912
        // ln 2 in two parts, the first so short that its product with n is exact.
        let r = (held - n * 0.693_359_375) + n * 2.121_944_4e-4
        let p = 0.499_992_3 + r * (0.166_671_16 + r * (0.041_890_33 + r * 0.008_312_501))
        let significand = 1 + (r + (r * r) * p)
        return significand * Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
    }

    /// ``exp(_:)`` of eight numbers at once, bit for bit.
    @inlinable @inline(__always)
    public static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let most = SIMD8<Float>(repeating: largestExponent)
        let below = x.replacing(with: most, where: x .> most)
        let held = below.replacing(with: -most, where: below .< -most)
        let shifted = held * 1.442_695_041 + 12_582_912
        let n = shifted - 12_582_912
        let r = (held - n * 0.693_359_375) + n * 2.121_944_4e-4
        let p = 0.499_992_3 + r * (0.166_671_16 + r * (0.041_890_33 + r * 0.008_312_501))
        let significand = 1 + (r + (r * r) * p)
        let power = (unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &+ 127) &<< SIMD8(repeating: 23)
        return significand * unsafeBitCast(power, to: SIMD8<Float>.self)
    }

    /// The natural logarithm of `x`, with relative error below 3e-7; `x` must be positive, normal and finite.
    ///
    /// x = 2^k (1 + f) with 1 + f between the square roots of 1/2 and 2; then
    /// ln x = k ln 2 + (f - f^2/2 + f^3 Q(f)), Q of degree 6.
    @inlinable @inline(__always)
    public static func log(_ x: Float) -> Float {
        let k = exponent(x)
        let f = significand(x, exponent: k) - 1
        let low = 0.333_339_1 + f * (-0.250_013_38 + f * (0.199_630_63 + f * -0.165_775_84))
        let high = 0.149_147_72 + f * (-0.142_675_04 + f * 0.087_004_47)
        let square = f * f
        let q = low + (square * square) * high
        let n = Float(k)
        return n * 0.693_359_375 + (f + ((square * f) * q - (0.5 * square + n * 2.121_944_4e-4)))
    }

    /// A logistic draw from a 32-bit word: log(u / (1 - u)), u the word's place in (0, 1) to 31 bits.
    ///
    /// Its mean is 0, its variance pi^2 / 3, its range plus or minus 22.2. Error below 4e-7 of the value plus 2e-7.
    /// A word and its complement give values that differ in sign only.
    ///
    /// u and 1 - u are a / 2^31 and b / 2^31. Both are brought near 1 by powers of 2, and ln(a/b) = 2 artanh(s) with
    /// s = (a - b) / (a + b): one quotient, and a polynomial of degree 2 in s^2, instead of two logarithms.
    @inlinable @inline(__always)
    public static func logit(word: UInt32) -> Float {
        let a = Float(Int32(bitPattern: word &>> 1)) + 0.5
        let b = Float(Int32(bitPattern: ~word &>> 1)) + 0.5
        let ka = exponent(a)
        let kb = exponent(b)
        let ma = significand(a, exponent: ka)
        let mb = significand(b, exponent: kb)
        let s = (ma - mb) / (ma + mb)
        let z = s * s
        let p = 0.666_734_9 + z * (0.396_357_48 + z * 0.339_851_38)
        return Float(ka &- kb) * 0.693_147_18 + (2 * s + (s * z) * p)
    }

    /// The logistic function 1 / (1 + e^-x), with relative error below 5e-7; `x` is held as by ``exp(_:)``.
    @inlinable @inline(__always)
    public static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

    /// The k for which x / 2^k lies between the square roots of 1/2 and 2.
    @inlinable @inline(__always)
    static func exponent(_ x: Float) -> Int32 { (Int32(bitPattern: x.bitPattern) &- 0x3F35_04F3) &>> 23 }

    /// x / 2^k, by taking k from the exponent's bits.
    @inlinable @inline(__always)
    static func significand(_ x: Float, exponent k: Int32) -> Float {
        Float(bitPattern: x.bitPattern &- UInt32(bitPattern: k &<< 23))
    }
}
