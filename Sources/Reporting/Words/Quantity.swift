import Governance

/// How the numbers of one observable are shown together: in which unit and with how many decimals.
///
/// Shares are shown in per cent and their differences in percentage points, fen in yuan, and large numbers in thousands
/// or millions, so that one table or one axis has short numbers that read the same in both languages.
struct Quantity {
    /// The unit that follows a number; empty for pure numbers.
    let unit: Text
    /// The unit that follows a difference of two numbers.
    let differenceUnit: Text
    /// Recorded number times this is the shown number.
    let factor: Double
    let decimals: Int

    /// For an observable and the numbers that will be shown; `steps` are differences that must stay legible.
    init(_ observable: Observable, showing values: some Sequence<Double>, steps: some Sequence<Double> = []) {
        let measure = Measure(unit: observable.unit)
        let largest = values.lazy.filter(\.isFinite).map(abs).max() ?? 0
        let smallest = steps.lazy.filter { $0.isFinite && $0 != 0 }.map(abs).min() ?? .infinity
        let prefix = measure.isPercent ? .none : Prefix(for: largest * measure.factor)
        factor = measure.factor / prefix.size
        unit = prefix.name(of: measure.unit)
        differenceUnit = measure.isPercent ? Text(en: "points", zh: "个百分点") : unit
        let usual =
            measure.isPercent
            ? (largest * factor < 1 ? 2 : 1) : NumberText.decimals(of: largest * factor)
        // Half an interval keeps at least one digit, up to four decimals.
        var needed = usual
        while needed < 4, smallest.isFinite, smallest * factor < Self.tenth(needed) { needed += 1 }
        decimals = needed
    }

    /// The number as shown, without its unit.
    func text(_ value: Double, plus: Bool = false, minus: String = "-") -> String? {
        NumberText.fixed(value * factor, decimals: decimals, plus: plus, minus: minus)
    }

    private static func tenth(_ places: Int) -> Double { [1, 0.1, 0.01, 0.001, 0.0001][min(places, 4)] }
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
            unit = Self.yuan
        case "yuan": unit = Self.yuan
        case "", "1", "index", "count": break
        default: unit = Self.names[recorded] ?? Text(recorded)
        }
    }

    private static let yuan = Text(en: "yuan", zh: "元")
    private static let names = [
        "hours": Text(en: "hours", zh: "小时"),
        "months": Text(en: "months", zh: "月"),
        "residents": Text(en: "residents", zh: "人"),
        "ties": Text(en: "ties", zh: "条"),
        "units": Text(en: "units", zh: "单位"),
    ]
}

/// Thousands and millions.
private enum Prefix {
    case none, thousand, million

    init(for magnitude: Double) {
        switch magnitude {
        case ..<100_000: self = .none
        case ..<100_000_000: self = .thousand
        default: self = .million
        }
    }

    var size: Double {
        switch self {
        case .none: 1
        case .thousand: 1000
        case .million: 1_000_000
        }
    }

    func name(of unit: Text) -> Text {
        switch self {
        case .none: unit
        case .thousand: Text(en: unit.en.isEmpty ? "thousand" : "thousand " + unit.en, zh: "千" + unit.zh)
        case .million: Text(en: unit.en.isEmpty ? "million" : "million " + unit.en, zh: "百万" + unit.zh)
        }
    }
}
