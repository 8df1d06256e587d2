import Analysis
import Archive
import Claims
import Governance

/// `claims.en.md` and `claims.zh.md`: the tables of all claims and of each, between the marks by which documents take them in.
struct ClaimsMarkdown {
    let report: ClaimsReport
    let language: Language

    static func name(in language: Language) -> String { "claims.\(language.rawValue).md" }

    func write(to folder: String) throws(ArchiveError) {
        let file = try WholeFile(Self.name(in: language), in: folder)
        try file.append(block("table: claims", overview))
        for line in report.lines { try file.append("\n" + block("claim: \(line.result.claim.id)", single(line))) }
        try file.finish()
    }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    private func block(_ mark: String, _ lines: [String]) -> String {
        (["<!-- \(mark) -->"] + lines + ["<!-- end -->"]).map { $0 + "\n" }.joined()
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func table(_ head: [String], _ rows: [[String]]) -> [String] {
        [row(head), "|" + head.map { _ in "---|" }.joined()] + rows.map(row)
    }

    private var overview: [String] {
        let robust = report.isRobust ? [say("robust, %", "稳健，%")] : []
        let head = [
            say("claim", "论断"), say("effect [95 %]", "效应 [95%]"), say("least of interest", "最小关注"), "d",
            say("verdict", "结论"),
            "p (Holm)", say("kind", "类别"),
        ]
        return table(head + robust, report.lines.map(overviewRow)) + [
            "", report.headline[language] + say(". ", "。") + report.counts[language],
        ]
    }

    private func overviewRow(_ line: ClaimsReport.Line) -> [String] {
        let (result, main) = (line.result, line.result.main)
        let numbers = MetricNumbers(main, in: language)
        let share = report.isRobust ? [line.robustness.map { robustText($0.supported) } ?? "–"] : []
        return [
            "[\(result.claim.id)](#\(result.claim.id.lowercased())) " + result.claim.title[language],
            numbers.phrase(main.whole), numbers.expected, main.whole.effectSize?.short ?? "–",
            verdict(result.verdict, result.remarks(in: language)), probabilityText(result.adjusted),
            result.claim.kind.label[language],
        ] + share
    }

    private func verdict(_ verdict: ClaimVerdict, _ remarks: [String]) -> String {
        guard !remarks.isEmpty else { return verdict.label[language] }
        let told = remarks.joined(separator: say("; ", "；"))
        return verdict.label[language] + say(" (\(told))", "（\(told)）")
    }

    private func robustText(_ share: ShareEstimate) -> String {
        let whole = [share.share, share.interval.lowerBound, share.interval.upperBound].map {
            Int(($0 * 100).rounded())
        }
        return "\(whole[0]) [\(whole[1]), \(whole[2])]"
    }

    private func single(_ line: ClaimsReport.Line) -> [String] {
        let result = line.result
        let rows = result.metrics.flatMap { metric -> [[String]] in
            let numbers = MetricNumbers(metric, in: language)
            let names = result.runs.claim.placeNames.map { $0[language] }
            let all = names.count > 1 ? [(say("mean of places", "各地点均值"), metric.whole)] : []
            let name = metric.metric.name[language] + (metric.metric.isReported ? say(" (reported only)", "（仅报告）") : "")
            return (all + zip(names, metric.places)).enumerated().map { place, row in
                [
                    place == 0 ? name : "", row.0, numbers.phrase(row.1), place == 0 ? numbers.expected : "",
                    verdict(row.1.verdict, [row.1.remark?.label[language]].compactMap(\.self)),
                ]
            }
        }
        let head = [
            say("metric", "度量"), say("place", "地点"), say("value [95 %]", "数值 [95%]"), say("expected", "预期"),
            say("verdict", "结论"),
        ]
        return table(head, rows) + robustness(line)
    }

    private func robustness(_ line: ClaimsReport.Line) -> [String] {
        guard let robustness = line.robustness else { return [] }
        let told = say(
            "Supported in \(robustText(robustness.supported)) % of \(robustness.sets) sets of parameters, the claimed way in "
                + "\(robustText(robustness.rightWay)) %.",
            "在 \(robustness.sets) 组参数中的 \(robustText(robustness.supported))% 支持，\(robustText(robustness.rightWay))% 方向一致。"
        )
        let deciding = robustness.deciding.prefix(5).map { influence in
            let ends = [influence.low, influence.high].map { $0.map { "\(Int(($0.share * 100).rounded()))" } ?? "–" }
            return say(
                "\(influence.parameter.meaning.en) (`\(influence.parameter.key)`: supported in \(ends[0]) % where low, \(ends[1]) % where high)",
                "\(influence.parameter.meaning.zh)（`\(influence.parameter.key)`：取低值时支持 \(ends[0])%，取高值时 \(ends[1])%）")
        }
        let what =
            deciding.isEmpty
            ? say("No single parameter decides it.", "没有单个参数起决定作用。")
            : say("What decides: ", "起决定作用的参数：") + deciding.joined(separator: say("; ", "；")) + say(".", "。")
        return ["", told + say(" ", "") + what]
    }
}
