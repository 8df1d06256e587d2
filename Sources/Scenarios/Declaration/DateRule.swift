import Governance

/// A date that must lie within the run; the run's months are known only when the whole file is read.
struct DateRule: Sendable {
    enum Span: Sendable {
        case run
        case runOrBurnIn
    }

    let date: YearMonth
    let span: Span
    let place: Place
    let path: String

    /// Refuses the date unless it lies within the run.
    ///
    /// - Parameter months: the run's length, or the file's where the command line shortens it.
    func check(start: YearMonth, months: Int, burnIn: Int, _ reading: inout Reading) {
        let first = span == .run ? start : start + -burnIn
        let last = start + (months - 1)
        guard date < first || date > last else { return }
        reading.refuse(
            place, path, Text(en: "\(date), outside the run", zh: "运行期之外的 \(date)"),
            Text(en: "a month from \(first) to \(last)", zh: "\(first) 至 \(last) 之间的月份"))
    }

    /// Refuses an end before the beginning.
    static func check(from: YearMonth, until: YearMonth?, _ path: String, _ reading: inout Reading) {
        let end = KeyPath.key(path, "until")
        guard let until, until < from, reading.isClean(at: end), reading.isClean(at: KeyPath.key(path, "from")) else {
            return
        }
        reading.refuse(
            at: end, Text(en: "\(until), before from", zh: "早于 from 的 \(until)"),
            Text(en: "\(from) or later", zh: "\(from) 或更晚"))
    }
}

extension Shape<YearMonth> {
    /// A month that must lie within the run.
    static func month(within span: DateRule.Span) -> Shape {
        month.checked { date, tree, path, reading in
            reading.use(DateRule(date: date, span: span, place: tree.place, path: path))
        }
    }
}
