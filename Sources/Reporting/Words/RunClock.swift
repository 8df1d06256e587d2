import Analysis
import Governance

/// How the months of several runs are named: by the calendar where all begin in the same month, else by their number in the
/// run, since it is by number that they are compared.
struct RunClock {
    /// The calendar month of month 1; nil where scenarios begin in different months.
    let start: YearMonth?

    init(_ scenarios: [SeriesTable.Scenario]) {
        let starts = Set(scenarios.map(\.start))
        start = starts.count == 1 ? starts.first : nil
    }

    /// Where month 1 stands on the level axis of a chart: month n of the axis is month n of the run where months are
    /// numbered.
    var origin: YearMonth { start ?? YearMonth(ordinal: 1) }

    var isNumbered: Bool { start == nil }

    /// A month as rows of tables name it: `12 (2008-07)`.
    func label(_ month: Int) -> String { start.map { "\(month) (\($0 + (month - 1)))" } ?? "\(month)" }

    /// The date that follows a month's number in a sentence: ` (Jul 2008)`; nothing where months are numbered.
    func date(_ month: Int, in language: Language) -> String {
        guard let start else { return "" }
        let date = MonthText.long(start + (month - 1), in: language)
        return Text(en: " (\(date))", zh: "（\(date)）")[language]
    }

    /// A month as what is pointed at tells it: `2008-07`, or `month 12`.
    func name(_ month: Int, in language: Language) -> String {
        start.map { ($0 + (month - 1)).description } ?? Text(en: "month \(month)", zh: "第 \(month) 个月")[language]
    }
}
