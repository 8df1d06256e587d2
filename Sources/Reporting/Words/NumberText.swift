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

    /// The number with so many significant digits at the least where it is below 1000, and without zeros at its end.
    static func short(_ value: Double, digits: Int = 3, minus: String = "-") -> String {
        guard value != 0, value.isFinite else { return value == 0 ? "0" : "–" }
        var (size, decimals) = (abs(value), digits - 1)
        while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
        while size < 1, decimals < 9 { (size, decimals) = (size * 10, decimals + 1) }
        guard let text = fixed(value, decimals: decimals, minus: minus), text.contains(".") else {
            return fixed(value, decimals: decimals, minus: minus) ?? "–"
        }
        let trimmed = text.reversed().drop { $0 == "0" }
        return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
    }

    /// A whole number with its thousands grouped.
    static func whole(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(Int64(clamping: value.magnitude))
    }

    /// A place in a drawing, to a tenth of its unit.
    static func coordinate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        guard !tenths.isMultiple(of: 10) else { return String(tenths / 10) }
        return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
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
}
