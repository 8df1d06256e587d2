import Analysis
import Governance

/// What one scenario changes against the baseline in the headline observables.
struct ComparisonScreen {
    let contrast: PairedContrast
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        let scenarios = contrast.table.scenarios
        let (baseline, other) = (scenarios[contrast.baseline], scenarios[contrast.other])
        let heading = Text(
            en: "\(other.id) against the baseline \(baseline.id)", zh: "\(other.id) 与基线 \(baseline.id) 比较")
        let titles = Text(
            en: "\(other.title.en) / \(baseline.title.en)", zh: "\(other.title.zh) / \(baseline.title.zh)")
        let findings = Headlines.places(in: contrast.table.observables).map { Finding(contrast, observable: $0) }
        var lines = TextLayout.wrapped(heading[language], to: style.width).map(style.bold)
        lines += TextLayout.wrapped(titles[language], to: style.width) + [""]
        let forms = [(true, false), (true, true), (false, true)].map { table(findings, levels: $0, short: $1) }
        return lines + (forms.first { $0.fits(in: style.width, label: 14) } ?? forms[2]).lines(style)
    }

    /// - Parameters:
    ///   - levels: whether the means of both scenarios are shown; the difference always is.
    ///   - short: whether words are cut short.
    private func table(_ findings: [Finding], levels: Bool, short: Bool) -> ScreenTable {
        var columns = [
            ScreenTable.Column(heading: Text(en: "difference", zh: "差值")[language]),
            ScreenTable.Column(heading: Text(en: "95 % interval", zh: "95% 区间")[language]),
            ScreenTable.Column(heading: Text(en: "other is", zh: "比较结果")[language], alignment: .left),
        ]
        if levels {
            columns =
                [
                    ScreenTable.Column(heading: Text(en: "baseline", zh: "基线")[language]),
                    ScreenTable.Column(heading: Text(en: "other", zh: "比较情景")[language]),
                ] + columns
        }
        return ScreenTable(
            labelHeading: Text(en: "month", zh: "月份")[language], columns: columns,
            rows: findings.flatMap { rows($0, levels: levels, short: short) })
    }

    private func rows(_ finding: Finding, levels: Bool, short: Bool) -> [ScreenTable.Row] {
        let quantity = finding.quantity(in: language)
        let clock = RunClock([contrast.baseline, contrast.other].map { contrast.table.scenarios[$0] })
        let group = ScreenTable.Row.group(finding.observable.named(with: quantity.units(in: language), in: language))
        let cells = finding.rows.map { row in
            let difference = row.paired.difference
            let means = [row.paired.baselineMean, row.paired.otherMean].map { quantity.text($0) ?? "-" }
            let shown = [
                quantity.text(difference.mean, plus: true) ?? "-",
                difference.interval.flatMap { quantity.text($0, plus: true) } ?? "-",
                mark(Verdict(difference), short: short),
            ]
            return ScreenTable.Row.cells(
                label: clock.label(row.month), [levels ? means + shown : shown])
        }
        return [group] + cells + [.note(finding.sentence(clock)[language])]
    }

    private func mark(_ verdict: Verdict, short: Bool) -> String {
        short && verdict == .unclear ? Text(en: "no clear diff.", zh: "无明显差异")[language] : verdict.label[language]
    }
}
