import Claims
import Governance

/// The claims' table for a terminal.
struct ClaimsScreen {
    let report: ClaimsReport
    let language: Language

    func lines(_ style: ScreenStyle) -> [String] {
        TextLayout.wrapped(report.headline[language], to: style.width) + [""] + table.lines(style)
            + [report.counts, Self.legend, report.isRobust ? report.robustLegend : nil].compactMap(\.self)
            .flatMap { TextLayout.wrapped($0[language], to: style.width) }
    }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    private var table: ScreenTable {
        var columns = [
            ScreenTable.Column(heading: say("effect\n95 % interval", "效应\n95% 区间")),
            ScreenTable.Column(heading: "d"),
            ScreenTable.Column(heading: say("verdict", "结论"), alignment: .left),
            ScreenTable.Column(heading: say("p\n(Holm)", "p\n(Holm)")),
        ]
        if report.isRobust { columns.append(ScreenTable.Column(heading: say("robust", "稳健"))) }
        return ScreenTable(labelHeading: say("claim", "论断"), columns: columns, rows: report.lines.flatMap(rows))
    }

    private func rows(_ line: ClaimsReport.Line) -> [ScreenTable.Row] {
        let (result, main) = (line.result, line.result.main)
        let numbers = MetricNumbers(main, in: language)
        let first = [
            numbers.value(main.whole.value), main.whole.effectSize?.short ?? "–", result.verdict.label[language],
            probabilityText(result.adjusted),
        ]
        let remarks = result.remarks(in: language)
        var cells =
            [first]
            + (0..<max(1, remarks.count)).map { line in
                [
                    line == 0 ? numbers.interval(main.whole.interval) ?? "–" : "", "",
                    line < remarks.count ? remarks[line] : "", "",
                ]
            }
        if report.isRobust {
            let share = line.robustness?.supported
            cells[0].append(share.map { "\(Int(($0.share * 100).rounded())) %" } ?? "–")
            for place in cells.indices.dropFirst() { cells[place].append("") }
        }
        let unit = numbers.unit.isEmpty ? "" : say(" (\(numbers.unit))", "（\(numbers.unit)）")
        let title = result.claim.title[language].trimmingSuffix { ".。".contains($0) }
        return [
            .cells(label: result.claim.id + " " + result.claim.kind.label[language], cells),
            .note(title + say(". Measured: ", "。度量：") + main.metric.name[language] + unit),
        ]
    }

    private static let legend = Text(
        en:
            "Effect: the main metric, mean over places and replicates that share their draws; d: Cohen's d_z, the effect in the claimed "
            + "direction over the standard deviation of paired replicates. Supported: the interval lies wholly at or beyond "
            + "the smallest effect of interest; contradicted: wholly short of it; else inconclusive. p: Student's test that the effect "
            + "is just that size, adjusted by Holm's method over the claims.",
        zh: "效应：主要度量在各地点与共用随机数的各次重复上的均值；d：Cohen d_z，即沿论断方向的效应除以成对重复的标准差。"
            + "支持：区间完全达到或超过最小关注效应；不支持：区间完全未达到；其余为不确定。p：检验效应恰为该大小（Student），并以 Holm 法对全部论断校正。")
}
