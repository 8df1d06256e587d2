/// Elementary functions of `Double` that return the same bits on every machine.
///
/// The system's own differ in the last bit between processors and library versions, and a simulation turns a last bit
/// into another history. These use only IEEE 754 sums, products and quotients in a fixed order; errors are below one
/// unit in the last place or little above. For loops over residents see ``FastMath``.
public enum Portable {
    /// The natural logarithm of `x`; minus infinity at 0, not-a-number below 0.
    ///
    /// x = 2^k (1 + f) with 1 + f between the square roots of 1/2 and 2, and ln(1 + f) = 2 artanh(s), s = f / (2 + f),
    /// by its power series.
    public static func log(_ x: Double) -> Double {
        guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x == .infinity ? x : .nan }
        let isNormal = x >= .leastNormalMagnitude
        let bits = (isNormal ? x : x * 0x1p54).bitPattern
        let k = Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) &>> 52
        let f = Double(bitPattern: bits &- UInt64(bitPattern: k &<< 52)) - 1
        let s = f / (2 + f)
        let z = s * s
        // Half the series' rest, z/3 + z^2/5 + ... ; z is below 0.0295, so what is left out is below 3e-17.
        let high = 1.0 / 11 + z * (1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17 + z * (1.0 / 19))))
        let rest = z * (1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9 + z * high))))
        let half = 0.5 * f * f
        let n = Double(isNormal ? k : k - 54)
        // ln 2 in two parts, the first so short that its product with n is exact.
        return n * 0x1.62e42feep-1 + (f - (half - (s * (half + 2 * rest) + n * 0x1.a39ef35793c76p-33)))
    }

    /// e to the power `x`; infinity above 709.78, and 0 below -745.
    ///
    /// x = n ln 2 + r with n whole and |r| <= (ln 2) / 2, and e^r by its power series to r^13.
    public static func exp(_ x: Double) -> Double {
        guard x < 709.782_712_893_384 else { return x.isNaN ? x : .infinity }
        guard x > -745.2 else { return x.isNaN ? x : 0 }
        let shifted = x * 0x1.71547652b82fep0 + 0x1.8p52  // leaves no room for a fraction: rounds to a whole number
        let n = shifted - 0x1.8p52
        let r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
        let high = 1.0 / 40_320 + r * (1.0 / 362_880 + r * (1.0 / 3_628_800 + r * tail(r)))
        let middle = 1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5_040 + r * high))
        let series = 1 + (r + r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * middle))))
        let k = Int64(n)
        let first = k / 2  // in two factors, as 2^k itself may be out of range where the result is not
        return series * power(of2: first) * power(of2: k - first)
    }

    /// The end of the exponential series, over r^11: 1/11! + r/12! + r^2/13!.
    private static func tail(_ r: Double) -> Double {
        1.0 / 39_916_800 + r * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))
    }

    /// 2 to the power `k`, for k from -1022 to 1023.
    private static func power(of2 k: Int64) -> Double { Double(bitPattern: UInt64(k + 1023) &<< 52) }
}
