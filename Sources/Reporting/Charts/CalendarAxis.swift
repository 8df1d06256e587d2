import Governance

/// The level axis of a chart: months of the calendar, or months of runs by their number.
struct CalendarAxis {
    let first: YearMonth
    let last: YearMonth
    /// Months that are labelled.
    let ticks: [YearMonth]
    /// Whether month n of the axis stands for month n of runs.
    let isNumbered: Bool
    private let left: Double
    private let right: Double

    init(from first: YearMonth, to last: YearMonth, left: Double, right: Double, isNumbered: Bool = false) {
        self.isNumbered = isNumbered
        self.first = first
        self.last = max(first, last)
        self.left = left
        self.right = right
        let step = Self.step(for: self.last - first)
        var tick = (first.ordinal + step - 1) / step * step
        var ticks: [YearMonth] = []
        while tick <= self.last.ordinal {
            ticks.append(YearMonth(ordinal: tick))
            tick += step
        }
        self.ticks = ticks
    }

    /// Months between labels: whole quarters in the short, whole years in the long.
    private static func step(for months: Int) -> Int {
        switch months {
        case ..<5: 1
        case ..<14: 3
        case ..<31: 6
        case ..<73: 12
        case ..<145: 24
        default: 12 * Int(Ticks.step(for: Double(months) / 12 / 6))
        }
    }

    func x(_ month: YearMonth) -> Double {
        guard last > first else { return (left + right) / 2 }
        return left + Double(month - first) / Double(last - first) * (right - left)
    }

    /// A January by its year alone, other months as `2008-07`; a number where they are numbered.
    func label(_ tick: YearMonth) -> String {
        isNumbered ? String(tick.ordinal) : tick.month == 1 ? String(tick.year) : tick.description
    }
}
