import Claims
import Governance

extension Chapter {
    /// What is known of the sources' claims about the scenarios that were run; nil where nothing is.
    var claimsSection: Markup? {
        let ids = Set(series.scenarios.map(\.id))
        let told = report.claims.filter { !$0.scenarios.isDisjoint(with: ids) }
        guard !told.isEmpty else { return nil }
        let replicates = told.map(\.replicates).max() ?? 0
        let rows = told.map { claim in
            tag(
                "tr", [:], tag("th", ["scope": "row"], Markup(claim.id)), tag("td", [:], Markup(claim.title[language])),
                tag("td", [:], Markup(claim.source)), tag("td", [:], Markup(claim.kind.label[language])),
                tag(
                    "td", ["class": "verdict \(claim.verdict.rawValue)"], Markup(claim.verdict.label[language])),
                tag(
                    "td", ["class": "number"],
                    Markup(claim.robust.flatMap { NumberText.fixed(100 * $0, decimals: 0) } ?? "–")))
        }
        return section(
            "claims", say("Claims about these scenarios", "关于这些情景的论断"),
            [
                paragraph(
                    say(
                        "What sources claim of these ways to govern, and what the project's own experiments say of it. The "
                            + "verdicts are those committed with the program, from runs of their own with \(replicates) replicates, not "
                            + "from the runs of this page; cogov claims makes them anew.",
                        "文献对这些治理方式的论断，以及本项目的检验结论。结论随程序提交，来自单独的 \(replicates) 次重复运行，而非本页的运行；"
                            + "可用 cogov claims 重新检验。")),
                table(
                    say("Verdicts", "检验结论"),
                    head: [
                        words("Claim", "论断"), words("In one sentence", "一句话"), words("Source", "来源"),
                        words("Kind", "类型"), words("Verdict", "结论"),
                        numbers("Robust in, % of sets of parameters", "稳健：成立的参数组占比（%）"),
                    ], rows: rows),
            ])
    }
}
