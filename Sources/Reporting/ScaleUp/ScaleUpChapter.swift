import Analysis
import Governance

/// A scale-up's page in one language.
struct ScaleUpChapter: PageChapter {
    let report: ScaleUpReport
    let language: Language

    var title: String {
        say("What a pilot keeps at scale: \(report.study.title.en)", "试点效果推广后能保留多少：\(report.study.title.zh)")
    }

    var sections: [Markup] {
        [heading, retentionSection, partsSection] + (report.curves.isEmpty ? [] : [trainersSection])
            + [sameSection, methodSection, reproduceSection]
    }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.study.program). Every number comes from a model, not from the field.",
                        "由 \(report.study.program) 计算。所有数字来自模型，而非实地调查。"))),
            paragraph(report.headline[language]))
    }

    var choices: [PilotChoice] {
        PilotChoice.allCases.filter { choice in report.findings.contains { $0.choice == choice } }
    }

    func style(_ choice: PilotChoice) -> LineStyle { .scenario(PilotChoice.allCases.firstIndex(of: choice) ?? 0) }

    private var retentionSection: Markup {
        let pilots = Double(report.study.pilots)
        let chart = CurveChart(
            title: say("Retention by the size of the city", "保留率随城市规模的变化"),
            description: say(
                "Share of the pilots' effect that a community has at scale, with 95 % intervals",
                "全面推广时每个社区的效果占试点效果的比例，附 95% 区间"),
            unit: say("% of the pilots' effect", "占试点效果的百分比"), across: say("communities", "社区数"), factor: 100,
            lines: choices.map { choice in
                let own = report.findings.filter { $0.choice == choice && Double($0.size) > pilots }
                let points = own.compactMap { finding in
                    finding.retention.map {
                        CurveChart.Point(x: Double(finding.size), value: $0.ratio, interval: $0.interval)
                    }
                }
                // The pilots as the whole city keep what they have.
                return CurveChart.Line(
                    name: choice.label[language], style: style(choice),
                    points: [CurveChart.Point(x: pilots, value: 1, interval: 1...1)] + points)
            }, level: report.curves.first?.keep, id: "\(language.rawValue)-retention-chart")
        return section(
            "retention", say("What is kept", "保留多少"),
            [
                tag("figure", ["class": "strip"], tag("figcaption", [:], Markup(chart.title)), chart.markup),
                legend(choices.map { (style($0), $0.label[language], nil) }), retentionTable,
            ] + report.cautions.map { paragraph($0[language]) }, isWide: true)
    }

    private var retentionTable: Markup {
        let shown = report.findings.flatMap { [$0.pilots, $0.city] }
        let effect = Quantity(
            unit: report.unit, in: language, showing: shown.map(\.mean),
            steps: shown.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
        let unit = effect.differenceUnit
        let rows = report.findings.map { finding in
            tag(
                "tr", [:],
                [
                    tag(
                        "th", ["scope": "row"],
                        Markup(
                            say("\(finding.size) communities", "\(finding.size) 个社区") + " · "
                                + finding.choice.label[language])), cell(effect, finding.pilots),
                    cell(effect, finding.city), cell(finding.retention),
                ] + ScaleUpPart.allCases.map { cell(finding.shares[$0], plus: true) })
        }
        return table(
            say("Effects a community, and parts in per cent of the pilots' effect", "每个社区的效果，以及各部分占试点效果的百分比"),
            head: [
                words("City, pilots chosen", "城市与试点选择"), numbers("Pilots (\(unit))", "试点（\(unit)）"),
                numbers("At scale (\(unit))", "全面推广（\(unit)）"), numbers("Retention, %", "保留率，%"),
            ] + ScaleUpPart.allCases.map { Heading($0.label[language] + say(", %", "，%"), isNumber: true) }, rows: rows)
    }

    /// A share and its interval in per cent.
    func cell(_ share: RatioOfMeans?, plus: Bool = false) -> Markup {
        guard let share else { return tag("td", ["class": "number"], Markup("–")) }
        func percent(_ value: Double) -> String {
            NumberText.fixed(100 * value, decimals: 0, plus: plus, minus: Self.minus) ?? "–"
        }
        return tag(
            "td", ["class": "number"], Markup(percent(share.ratio)),
            tag("small", [:], Markup("[\(percent(share.interval.lowerBound)), \(percent(share.interval.upperBound))]")))
    }

    private var reproduceSection: Markup {
        section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.study.program), seed \(report.study.seed), \(report.study.replicates) replicates. The same files and "
                            + "seed give the same numbers, whatever the number of threads.",
                        "\(report.study.program)，随机种子 \(report.study.seed)，\(report.study.replicates) 次重复。相同的文件和种子得到相同的数字，与线程数无关。"
                    )),
                tag("pre", [:], Markup(report.study.command)),
            ])
    }
}
