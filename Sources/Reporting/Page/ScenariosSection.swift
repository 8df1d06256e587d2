import Analysis
import Governance

/// Many scenarios one by one: findings, all observables and money of each beside the baseline's, folded.
extension Chapter {
    func scenariosSection(_ contrasts: [PairedContrast]) -> Markup {
        section(
            "scenarios", say("Scenario by scenario", "逐个情景"),
            [
                paragraph(
                    say(
                        "Each scenario against the baseline: in words, month by month, in all observables, and in money.",
                        "各情景与基线的比较：文字要点、逐月数值、全部指标与资金。"))
            ] + contrasts.map(details) + [baselineMoney].compactMap(\.self))
    }

    /// Where the baseline's money goes, which stands beside that of every other scenario.
    private var baselineMoney: Markup? {
        guard let baseline = report.baseline else { return nil }
        let pictures = flows(baseline)
        guard !pictures.isEmpty else { return nil }
        let scenario = series.scenarios[baseline]
        return tag(
            "details", ["class": "scenario"],
            [
                tag(
                    "summary", [:], Markup(scenario.title[language] + say(" (baseline): money ", "（基线）：资金 ")),
                    tag("code", [:], Markup(scenario.id)))
            ] + pictures)
    }

    private func details(_ contrast: PairedContrast) -> Markup {
        let other = series.scenarios[contrast.other]
        let both = [contrast.baseline, contrast.other]
        let winners = winners(contrast)
        let parts = [
            (say("In short", "要点"), findings(contrast)),
            (winnersTitle, winners.isEmpty ? [] : [winnersNote] + winners),
            (say("All observables", "全部观测指标"), [observablesTable(both, [contrast])]),
            (say("Money", "资金"), [flowsNote] + flows(contrast.other) + moneyTables(both)),
        ]
        return tag(
            "details", ["class": "scenario", "id": "\(language.rawValue)-scenario-\(contrast.other)"],
            [tag("summary", [:], Markup("\(other.title[language]) "), tag("code", [:], Markup(other.id)))]
                + parts.filter { !$0.1.isEmpty }.flatMap { title, content in [tag("h3", [:], Markup(title))] + content }
        )
    }
}
