/// A month of the calendar.
public struct YearMonth: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Months since the month 0000-01.
    public let ordinal: Int

    public init(ordinal: Int) { self.ordinal = ordinal }

    /// The month `month` (1 to 12) of `year`.
    public init(year: Int, month: Int) { ordinal = year * 12 + month - 1 }

    /// A month written `YYYY-MM`, or nil.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    public var year: Int { ordinal / 12 }
    /// 1 to 12.
    public var month: Int { ordinal % 12 + 1 }

    public static func < (a: YearMonth, b: YearMonth) -> Bool { a.ordinal < b.ordinal }
    public static func + (a: YearMonth, months: Int) -> YearMonth { YearMonth(ordinal: a.ordinal + months) }
    /// Months from `b` to `a`.
    public static func - (a: YearMonth, b: YearMonth) -> Int { a.ordinal - b.ordinal }

    public var description: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
            + String(month)
    }
}
