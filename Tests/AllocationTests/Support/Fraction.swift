import BigInt

/// A fraction in lowest terms, for rules written as their definitions say.
struct Fraction: Comparable {
    let numerator: BigInt
    let denominator: BigInt

    init(_ numerator: BigInt, over denominator: BigInt = 1) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    init(_ whole: Int64) { self.init(BigInt(whole)) }

    static func < (a: Fraction, b: Fraction) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

    static func + (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator)
    }

    static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-b.numerator, over: b.denominator) }

    static func * (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.numerator, over: a.denominator * b.denominator)
    }

    /// For b above 0.
    static func / (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator, over: a.denominator * b.numerator)
    }
}
