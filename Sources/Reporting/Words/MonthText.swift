import Governance

/// Months of the calendar as people read them.
enum MonthText {
    /// `Jul 2008`; in Chinese `2008年7月`.
    static func long(_ month: YearMonth, in language: Language) -> String {
        switch language {
        case .en: "\(names[month.month - 1]) \(month.year)"
        case .zh: "\(month.year)年\(month.month)月"
        }
    }

    private static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
