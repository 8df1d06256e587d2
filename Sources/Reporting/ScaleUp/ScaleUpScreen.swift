import Analysis
import Governance

/// A scale-up for a terminal.
struct ScaleUpScreen {
    let report: ScaleUpReport
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        func wrapped(_ text: Text) -> [String] { TextLayout.wrapped(text[language], to: style.width) }
        var lines = [style.bold(report.study.title[language])] + wrapped(report.headline) + [""] + table.lines(style)
        lines += wrapped(report.legend) + [""]
        if let signal = report.findings.last?.signal { lines += wrapped(report.worth(signal)) }
        for curve in report.curves { lines += wrapped(report.needed(curve)) }
        for caution in report.cautions { lines += wrapped(caution) }
        return lines
    }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    private var table: ScreenTable {
        let shown = report.findings.flatMap { [$0.pilots, $0.city] }
        let effect = Quantity(
            unit: report.unit, in: language, showing: shown.map(\.mean),
            steps: shown.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
        var columns = [
            ScreenTable.Column(
                heading: say("pilots\n\(effect.differenceUnit)", "试点\n\(effect.differenceUnit)")),
            ScreenTable.Column(heading: say("retention\n%", "保留率\n%")),
        ]
        columns += ScaleUpPart.allCases.map { ScreenTable.Column(heading: $0.label[language] + "\n%") }
        var rows: [ScreenTable.Row] = []
        for size in Set(report.findings.map(\.size)).sorted() {
            rows.append(.group(say("\(size) communities", "\(size) 个社区")))
            rows += report.findings.filter { $0.size == size }.map { row($0, effect) }
        }
        return ScreenTable(labelHeading: say("pilots chosen", "试点选择"), columns: columns, rows: rows)
    }

    private func row(_ finding: ScaleUpFinding, _ effect: Quantity) -> ScreenTable.Row {
        let shares = [finding.retention] + ScaleUpPart.allCases.map { finding.shares[$0] }
        let values = shares.enumerated().map { place, share in
            share.map { Self.percent($0.ratio, plus: place > 0) } ?? "–"
        }
        let intervals = shares.enumerated().map { place, share in
            share.map {
                "[\(Self.percent($0.interval.lowerBound, plus: place > 0)), "
                    + "\(Self.percent($0.interval.upperBound, plus: place > 0))]"
            } ?? ""
        }
        return .cells(
            label: finding.choice.label[language],
            [
                [effect.text(finding.pilots.mean) ?? "–"] + values,
                [finding.pilots.interval.flatMap { effect.text($0) } ?? ""] + intervals,
            ])
    }

    static func percent(_ share: Double, plus: Bool = false) -> String {
        NumberText.fixed(100 * share, decimals: 0, plus: plus) ?? "–"
    }
}
