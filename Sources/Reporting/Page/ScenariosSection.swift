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
            ] + contrasts.map(details))
    }

    private func details(_ contrast: PairedContrast) -> Markup {
        let other = series.scenarios[contrast.other]
        let both = [contrast.baseline, contrast.other]
        let winners = winners(contrast)
        let parts = [
            (say("In short", "要点"), findings(contrast)),
            (winnersTitle, winners.isEmpty ? [] : [winnersNote] + winners),
            (say("All observables", "全部观测指标"), [observablesTable(both, [contrast])]),
            (say("Money", "资金"), moneyTables(both)),
        ]
        return tag(
            "details", ["class": "scenario", "id": "\(language.rawValue)-scenario-\(contrast.other)"],
            [tag("summary", [:], Markup("\(other.title[language]) "), tag("code", [:], Markup(other.id)))]
                + parts.filter { !$0.1.isEmpty }.flatMap { title, content in [tag("h3", [:], Markup(title))] + content }
        )
    }
}
