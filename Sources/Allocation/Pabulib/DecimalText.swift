/// A decimal number as a file writes it: `mantissa` / 10^`places`, without zeros at its end.
struct DecimalText: Equatable {
    var mantissa: Int64
    var places: Int

    /// Digits, at most one `.` or `,` among them, perhaps a sign; nil for anything else, for more than 18 digits, and for
    /// a comma before three digits, which may mean thousands.
    init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        var point: Int?
        var isNegative = false
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39: digits.append(byte - 0x30)
            case 0x2E, 0x2C:
                guard point == nil else { return nil }
                point = digits.count
            case 0x2D where place == 0: isNegative = true
            case 0x2B where place == 0: break
            default: return nil
            }
        }
        guard !digits.isEmpty else { return nil }
        places = digits.count - (point ?? digits.count)
        guard places != 3 || !text.utf8.contains(0x2C) else { return nil }
        while places > 0, digits.last == 0 {
            digits.removeLast()
            places -= 1
        }
        let significant = digits.drop { $0 == 0 }
        guard significant.count <= 18, places <= 18 else { return nil }
        mantissa = significant.reduce(0) { $0 * 10 + Int64($1) } * (isNegative ? -1 : 1)
    }

    /// The number times 10^`scale`, where that is a whole number of 64 bits.
    func scaled(to scale: Int) -> Int64? {
        guard scale >= places, scale - places <= 18 else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: Self.powers[scale - places])
        return overflow ? nil : product
    }

    /// 10 to the power of 0 to 18.
    static let powers: [Int64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}

extension String {
    /// Without spaces at either end.
    var trimmed: String {
        let space: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        guard let first = first, let last = last, space(first) || space(last) else { return self }
        return String(drop(while: space).reversed().drop(while: space).reversed())
    }
}
