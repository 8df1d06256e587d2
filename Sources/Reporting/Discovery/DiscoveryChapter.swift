import Analysis
import Governance

/// The page of a discovery in one language.
struct DiscoveryChapter: PageChapter {
    let report: DiscoveryReport
    let language: Language

    var title: String {
        say("Where cases of interest come from", "符合条件的样本来自何处") + say(": ", "：") + report.subject.title[language]
    }

    var sections: [Markup] {
        [heading] + report.discovery.boxes.enumerated().map(boxSection)
            + [pictureSection, treeSection].compactMap(\.self)
            + [methodSection, reproduceSection]
    }

    private var charts: DiscoveryCharts { DiscoveryCharts(report: report, language: language) }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)),
            tag("p", ["class": "lead"], Markup(report.headline[language] + say(".", "。"))),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.subject.program). Every number comes from a model, not from the field.",
                        "由 \(report.subject.program) 计算。所有数字来自模型，而非实地调查。"))))
    }

    private func boxSection(_ number: Int, _ found: Discovery.FoundBox) -> Markup {
        let name = say("Box \(number + 1)", "盒 \(number + 1)")
        var content = [paragraph(report.sentence(found)[language])]
        if !found.final.box.restricted.isEmpty {
            content += [
                restrictions(found), paragraph(DiscoveryScreen(report: report, language: language).left(found)),
            ]
        }
        content.append(
            tag(
                "figure", ["class": "plot"],
                tag(
                    "figcaption", [:],
                    Markup(
                        say(
                            "Every step of peeling; ring: the chosen box, small ring: after pasting",
                            "剥离的每一步；圆环为选定的盒，小圆环为粘贴之后"))),
                charts.trajectory(found)))
        content.append(legend(charts.entries(found)))
        return section("box-\(number + 1)", name, content)
    }

    private func restrictions(_ found: Discovery.FoundBox) -> Markup {
        let rows = found.final.box.restricted.map { input in
            let quasi = found.quasiP[input]
            let (own, meaning) = (report.table.inputs[input], report.table.inputs[input].meaning?[language] ?? "")
            return tag(
                "tr", [:],
                tag(
                    "th", ["scope": "row"], Markup(meaning.isEmpty ? own.id : meaning), tag("code", [:], Markup(own.id))
                ),
                tag("td", [:], Markup(report.condition(input, found.final.box))),
                tag("td", ["class": "number"], Markup(probability(quasi?.low))),
                tag("td", ["class": "number"], Markup(probability(quasi?.high))),
                tag(
                    "td", ["class": "number"],
                    Markup(DiscoveryReport.percent(found.reproducibility.shares[input]))))
        }
        return table(
            say("What the box restricts", "盒的限制"),
            head: [
                words("Input", "输入"), words("Restriction", "限制"), numbers("Quasi-p, lower end", "准 p 值（下限）"),
                numbers("Quasi-p, upper end", "准 p 值（上限）"), numbers("In samples", "重抽样中"),
            ], rows: rows)
    }

    private func probability(_ value: Double?) -> String {
        guard let value else { return "–" }
        return value < 0.001 ? "< 0.001" : NumberText.fixed(value, decimals: 3) ?? "–"
    }

    private var pictureSection: Markup? {
        guard let (first, second) = charts.inputs else { return nil }
        let (a, b) = (report.table.inputs[first].id, report.table.inputs[second].id)
        return section(
            "picture", say("Cases and boxes", "样本与盒"),
            [
                tag(
                    "figure", ["class": "plot"],
                    tag(
                        "figcaption", [:],
                        Markup(
                            say(
                                "All cases over \(a) and \(b), the most restricted inputs; orange: of interest. Boxes are drawn without "
                                    + "their limits on other inputs",
                                "全部样本在限制最强的两个输入（\(a) 与 \(b)）上的位置；橙色为符合条件者。所画的盒不含对其他输入的限制"))),
                    charts.boxes(first, second))
            ])
    }

    private var treeSection: Markup? {
        guard let tree = report.discovery.tree else { return nil }
        let explained = tree.explained.map(DiscoveryReport.percent) ?? "–"
        return section(
            "tree", say("A tree of \(report.subject.measure)", "\(report.subject.measure) 的回归树"),
            [
                paragraph(
                    say(
                        "Questions on the inputs that divide the cases into groups as unlike as can be; \(tree.leaves.count) leaves are left after "
                            + "pruning by cross-validation, and explain \(explained) of the variance in cases that were left out.",
                        "以对输入的提问将样本分成差别尽可能大的各组；经交叉验证剪枝后余 \(tree.leaves.count) 个叶，在未用样本上解释 \(explained) 的方差。")),
                tag("figure", ["class": "tree"], TreeChart(report: report, tree: tree, language: language).markup),
            ], isWide: true)
    }

    private var methodSection: Markup {
        section(
            "method", say("How to read this", "如何阅读"),
            [
                paragraph(
                    say(
                        "The patient rule induction method (Friedman and Fisher 1999) peels a small part of the cases off again and again where "
                            + "density gains most for each case lost (Kwakkel and Jaxa-Rozen 2016). Coverage is the part of all cases of interest "
                            + "that is in the box, density the part of the box that is of interest: a wide box covers much and is less dense.",
                        "耐心规则归纳法（PRIM；Friedman 与 Fisher 1999）反复剥去一小部分样本，每次取单位样本损失带来密度增益最大者"
                            + "（Kwakkel 与 Jaxa-Rozen 2016）。覆盖率为盒内符合条件样本占全部的比例，密度为盒内符合条件者的比例：盒越宽，覆盖越多而密度越低。")),
                paragraph(
                    say(
                        "Quasi-p (Bryant and Lempert 2010): the probability that a blind draw from the box without the restriction would be as dense; what "
                            + "is not small is chance, what is small need not be more, since restrictions are chosen to look good. In samples: "
                            + "the share of samples of the cases, drawn with replacement, in which the input was restricted again.",
                        "准 p 值（Bryant 与 Lempert 2010）：去掉该限制后随机抽取也能达到如此密度的概率。数值不小即出于偶然；数值小也未必可靠，"
                            + "因为限制本是择优而取。“重抽样中”：在有放回重抽样本中该输入再次受限的比例。")),
            ])
    }

    private var reproduceSection: Markup {
        section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.subject.program). The same cases and options give the same boxes and tree.",
                        "\(report.subject.program)。相同的样本与选项得到相同的盒与树。")),
                tag("pre", [:], Markup(report.subject.command.map(Chapter.quoted).joined(separator: " "))),
            ])
    }
}
