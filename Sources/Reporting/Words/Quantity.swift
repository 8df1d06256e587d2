import Analysis
import Governance

/// How the numbers of one observable are shown together: in which unit and with how many decimals.
///
/// Shares are shown in per cent and their differences in percentage points, money in yuan, and large numbers in thousands
/// or millions (in Chinese by ten thousands and hundred millions), so that one table or one axis has short numbers.
struct Quantity {
    /// The unit that follows a number; empty for pure numbers.
    let unit: String
    /// The unit that follows a difference of two numbers.
    let differenceUnit: String
    /// Recorded number times this is the shown number.
    let factor: Double
    let decimals: Int

    /// For numbers recorded in `recorded` that will be shown together; `steps` are differences that must stay legible.
    init(
        unit recorded: String, in language: Language, showing values: some Sequence<Double>,
        steps: some Sequence<Double> = EmptyCollection<Double>()
    ) {
        let measure = Measure(unit: recorded)
        let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
        let smallest = steps.lazy.filter { $0.isFinite && $0 != 0 }.map(abs).min() ?? .infinity
        let prefix = measure.isPercent ? .none : NumberPrefix(for: largest * measure.factor, in: language)
        factor = measure.factor / prefix.size
        unit = prefix.before(measure.unit[language], in: language)
        differenceUnit = measure.isPercent ? Text(en: "percentage points", zh: "百分点")[language] : unit
        let shown = largest * factor
        // Half an interval keeps at least one digit, up to four decimals.
        var needed = shown == 0 ? 0 : measure.isPercent ? (shown < 1 ? 2 : 1) : NumberText.decimals(of: shown)
        while needed < 4, smallest.isFinite, smallest * factor < Self.tenth[needed] { needed += 1 }
        decimals = needed
    }

    /// For estimates of an observable; intervals stay legible.
    init(_ observable: Observable, in language: Language, showing estimates: [Estimate]) {
        self.init(
            unit: observable.unit, in: language, showing: estimates.map(\.mean),
            steps: estimates.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
    }

    /// The number as shown, without its unit; nil where it is undefined.
    func text(_ value: Double, plus: Bool = false, minus: String = "-") -> String? {
        NumberText.fixed(value * factor, decimals: decimals, plus: plus, minus: minus)
    }

    /// An interval in brackets, or nil where it is undefined.
    func text(_ interval: ClosedRange<Double>, plus: Bool = false, minus: String = "-") -> String? {
        guard let lower = text(interval.lowerBound, plus: plus, minus: minus),
            let upper = text(interval.upperBound, plus: plus, minus: minus)
        else { return nil }
        return "[\(lower), \(upper)]"
    }

    /// The number with its unit, as a sentence has it.
    func phrase(_ value: Double) -> String {
        let number = text(value, minus: "\u{2212}") ?? "–"
        return unit.isEmpty ? number : "\(number) \(unit)"
    }

    /// A difference with its unit and interval, as a sentence has it.
    func difference(_ estimate: Estimate) -> String {
        let minus = "\u{2212}"
        // A line must not end within the interval.
        let interval = estimate.interval.flatMap { text($0, plus: true, minus: minus) }?.split(separator: " ")
            .joined(separator: "\u{A0}")
        return [text(estimate.mean, plus: true, minus: minus) ?? "–", differenceUnit, interval ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The unit, and that of differences where it is another.
    func units(in language: Language) -> String {
        guard differenceUnit != unit else { return unit }
        return Text(en: "\(unit), difference in points", zh: "\(unit)；差值：百分点")[language]
    }

    private static let tenth = [1, 0.1, 0.01, 0.001, 0.0001]
}

/// The unit that an observable is recorded in, and the one it is shown in.
private struct Measure {
    var factor = 1.0
    var unit = Text("")
    var isPercent = false

    init(unit recorded: String) {
        switch recorded {
        case "share":
            factor = 100
            unit = Text("%")
            isPercent = true
        case "fen":
            factor = 0.01
            unit = Self.name(of: "yuan")
        // What is counted is told by the observable's name.
        case "", "1", "index", "ratio", "ties", "organisations", "projects", "firms", "meetings", "activities",
            "petitions",
            "issues":
            break
        case "1/1000 residents": unit = Text(en: "per 1000 residents", zh: "每千人")
        default:
            unit = recorded.split(separator: "/").map { Self.name(of: String($0)) }
                .reduce(Text("")) { $0.isEmpty ? $1 : $0 + "/" + $1 }
        }
    }

    private static func name(of unit: String) -> Text { names[unit] ?? Text(unit) }

    private static let names = [
        "yuan": Text(en: "yuan", zh: "元"),
        "hours": Text(en: "hours", zh: "小时"), "hour": Text(en: "hour", zh: "小时"),
        "months": Text(en: "months", zh: "个月"), "month": Text(en: "month", zh: "月"),
        "years": Text(en: "years", zh: "年"), "year": Text(en: "year", zh: "年"),
        "residents": Text(en: "residents", zh: "人"), "resident": Text(en: "resident", zh: "人"),
        "units": Text(en: "units", zh: "单位"), "unit": Text(en: "unit", zh: "单位"),
        "building": Text(en: "building", zh: "楼"), "community": Text(en: "community", zh: "社区"),
        "issues": Text(en: "issues", zh: "件"), "merchants": Text(en: "merchants", zh: "户"),
        "100 residents": Text(en: "100 residents", zh: "百人"),
    ]
}
