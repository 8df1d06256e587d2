/// Numbers as people read them.
enum NumberText {
    /// The number with that many decimals and its thousands grouped; nil where it is not finite.
    ///
    /// Halves are rounded away from 0, and nothing is written as -0.
    static func fixed(_ value: Double, decimals: Int, plus: Bool = false, minus: String = "-") -> String? {
        guard value.isFinite else { return nil }
        let places = max(0, min(decimals, 9))
        let scaled = (abs(value) * powers[places]).rounded(.toNearestOrAwayFromZero)
        guard scaled < 1e15 else { return value.description }
        let number = Int64(scaled)
        let unit = Int64(powers[places])
        var text = grouped(number / unit)
        if places > 0 {
            let fraction = String(number % unit)
            text += "." + String(repeating: "0", count: places - fraction.count) + fraction
        }
        guard number != 0 else { return text }
        return (value < 0 ? minus : plus ? "+" : "") + text
    }

    /// A whole number with its thousands grouped.
    static func whole(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(Int64(clamping: value.magnitude))
    }

    /// The number with that many significant digits and no needless zeros: for data that machines read again.
    static func significant(_ value: Double, digits: Int = 6) -> String? {
        guard value.isFinite else { return nil }
        guard value != 0 else { return "0" }
        let exponent = Int(log10(abs(value)).rounded(.down))
        let places = digits - 1 - exponent
        guard places > 0, places <= 15 else { return shortened(places <= 0 ? value.rounded() : value) }
        let factor = power(places)
        return shortened((value * factor).rounded() / factor)
    }

    /// Decimals that show a number of this size with about three digits.
    static func decimals(of magnitude: Double) -> Int {
        switch magnitude {
        case ..<1: 3
        case ..<10: 2
        case ..<100: 1
        default: 0
        }
    }

    private static func shortened(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func grouped(_ number: Int64) -> String {
        let digits = String(number)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    private static let powers = (0...9).map(power)

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { product, _ in product * 10 }
    }

    /// The decimal exponent by division: no mathematics library is needed for it.
    private static func log10(_ value: Double) -> Double {
        var rest = value
        var exponent = 0.0
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        while rest < 1 {
            rest *= 10
            exponent -= 1
        }
        return exponent
    }
}
