import Claims
import Governance
import Scenarios

/// A metric's numbers as people read them: all of one metric in one unit and with as many decimals.
struct MetricNumbers {
    private let metric: Claim.Metric
    private let quantity: Quantity
    let language: Language

    init(_ result: MetricResult, in language: Language) {
        metric = result.metric
        self.language = language
        let findings = [result.whole] + result.places
        let halves = findings.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } }
        quantity = Quantity(
            unit: result.metric.unit, in: language,
            showing: findings.map(\.value) + [result.metric.smallest + abs(result.metric.against)],
            steps: halves + [result.metric.smallest])
    }

    /// Whether values are differences, which carry their sign.
    private var isDifference: Bool {
        !metric.isRatio && metric.parts.allSatisfy { abs($0.terms.reduce(0) { $0 + $1.weight }) < 1e-9 }
    }

    /// The unit of values; empty for pure numbers.
    var unit: String {
        if metric.isRatio { return metric.ratioUnit?[language] ?? "" }
        return isDifference ? quantity.differenceUnit : quantity.unit
    }

    func value(_ value: Double, minus: String = "-") -> String {
        quantity.text(value, plus: isDifference, minus: minus) ?? "–"
    }

    func interval(_ interval: ClosedRange<Double>?, minus: String = "-") -> String? {
        interval.flatMap { quantity.text($0, plus: isDifference, minus: minus) }
    }

    /// The value with its unit and interval, as a sentence has it.
    func phrase(_ finding: MetricFinding) -> String {
        let minus = "\u{2212}"
        let range = interval(finding.interval, minus: minus)?.split(separator: " ").joined(separator: "\u{A0}")
        return [value(finding.value, minus: minus), unit, range ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Where the claim says that the value lies: at the smallest effect of interest or beyond.
    var expected: String {
        let bound = value(metric.against + metric.direction.sign * metric.smallest, minus: "\u{2212}")
        let sign = metric.direction == .higher ? "≥" : "≤"
        return ["\(sign) \(bound)", unit].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Double {
    /// With one decimal, or two below 1, none above 100; a dash where it is none.
    var short: String {
        NumberText.fixed(self, decimals: abs(self) < 1 ? 2 : abs(self) < 100 ? 1 : 0, minus: "\u{2212}") ?? "–"
    }
}

extension ClaimResult {
    /// What it says beside the verdict.
    func remarks(in language: Language) -> [String] {
        let confounded = Text(en: "confounded", zh: "存在混杂")
        let name = deciding.metric.id == main.metric.id ? nil : deciding.metric.shortName(in: language)
        let parts = [name, remark?.label[language]].compactMap(\.self)
        let remark = parts.isEmpty ? nil : parts.joined(separator: Text(en: ": ", zh: "：")[language])
        return [remark, isConfounded ? confounded[language] : nil].compactMap(\.self)
    }
}

extension Claim.Metric {
    /// Its name without the months at its end.
    func shortName(in language: Language) -> String {
        let name = name[language]
        guard let comma = name.lastIndex(where: { ",，".contains($0) }) else { return name }
        let isDated = ["month", "year", "月", "年"].contains { name[comma...].contains($0) }
        return isDated ? String(name[..<comma]) : name
    }
}

/// A p-value as tables have it.
func probabilityText(_ value: Double?) -> String {
    guard let value, let text = NumberText.fixed(value, decimals: 3) else { return "–" }
    return text == "0.000" ? "< 0.001" : text
}

extension String {
    /// Without the characters at its end for which `holds`.
    func trimmingSuffix(while holds: (Character) -> Bool) -> String {
        String(prefix(count - reversed().prefix(while: holds).count))
    }
}
