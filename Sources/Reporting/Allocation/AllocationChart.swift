import Allocation
import Governance

extension AllocationReport {
    /// Who gets what as a drawing (SVG, self-contained): a row for each project, the most wanted first, and a column for
    /// each rule; the outline is what a project asks for, the filled part what it receives.
    public func chart(in language: Language) -> String {
        AllocationChart(report: self, language: language).markup.source + "\n"
    }
}

private struct AllocationChart {
    let report: AllocationReport
    let language: Language

    private static let labels = 320.0
    private static let column = 150.0
    private static let row = 20.0
    private static let head = 112.0
    private static let foot = 60.0

    private var findings: [(rule: RuleDescription, finding: RuleTrial.Finding)] {
        report.trials.compactMap { trial in trial.finding.map { (trial.rule, $0) } }
    }

    var markup: Markup {
        let (findings, order) = (findings, report.byVotes)
        let width = Self.labels + Double(findings.count) * Self.column + 20
        let height = Self.head + Double(order.count) * Self.row + Self.foot
        let size = "\(NumberText.coordinate(width)) \(NumberText.coordinate(height))"
        let title = tag("title", [:], Markup(report.heading[0][language]))
        let paper = tag("rect", ["class": "paper", "width": "100%", "height": "100%"])
        return tag(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size)", "role": "img",
                "width": NumberText.coordinate(width), "height": NumberText.coordinate(height),
            ],
            [title, tag("style", [:], Markup(trusted: Self.style)), paper] + heading
                + order.enumerated().map { label($1, row: $0) }
                + findings.enumerated().flatMap { columnMarkup($1.rule, $1.finding, order, column: $0) })
    }

    private var heading: [Markup] {
        [
            text("title", x: 12, y: 26, report.heading[0][language]),
            text("small", x: 12, y: 46, report.heading[1][language]),
            text(
                "small", x: 12, y: 64,
                Text(
                    en: "outline: what a project asks for; filled: what it receives", zh: "边框为申请额，填充为所得额")[language]),
        ]
    }

    private func label(_ project: Int, row: Int) -> Markup {
        text("label", x: Self.labels - 12, y: y(row) + 13, report.label(project, within: 42))
    }

    private func columnMarkup(
        _ rule: RuleDescription, _ finding: RuleTrial.Finding, _ order: [Int], column: Int
    ) -> [Markup] {
        let x = Self.labels + Double(column) * Self.column
        let largest = Double(max(1, report.election.projects.map(\.cost).max() ?? 1))
        let scale = (Self.column - 18) / largest
        let amounts = report.amounts(finding.outcome)
        let names = TextLayout.wrapped(rule.name[language], to: 20)
        let title = names.enumerated().map { place, line in
            text("rule", x: x, y: Self.head - 10 - Double(names.count - 1 - place) * 15, line)
        }
        let bars = order.enumerated().flatMap { row, project -> [Markup] in
            let cost = Double(report.election.projects[project].cost)
            let got = Double(amounts[project])
            let outline = bar("asks", x: x, y: y(row), width: cost * scale)
            guard got > 0 else { return [outline] }
            return [bar(got >= cost ? "full" : "part", x: x, y: y(row), width: got * scale), outline]
        }
        return title + bars + summary(finding.measures, x: x, y: y(order.count) + 18)
    }

    private func summary(_ measures: OutcomeMeasures, x: Double, y: Double) -> [Markup] {
        let given = AllocationReport.percent(measures.spentShare)
        let nothing = AllocationReport.percent(measures.shareWithNothing)
        return [
            text("small", x: x, y: y, Text(en: "\(given) % given", zh: "拨付 \(given)%")[language]),
            text("small", x: x, y: y + 17, Text(en: "\(nothing) % get nothing", zh: "\(nothing)% 落空")[language]),
        ]
    }

    private func y(_ row: Int) -> Double { Self.head + Double(row) * Self.row }

    private func bar(_ kind: String, x: Double, y: Double, width: Double) -> Markup {
        tag(
            "rect",
            [
                "class": kind, "x": NumberText.coordinate(x), "y": NumberText.coordinate(y + 3),
                "width": NumberText.coordinate(max(1, width)), "height": "13",
            ])
    }

    private func text(_ kind: String, x: Double, y: Double, _ content: String) -> Markup {
        tag(
            "text", ["class": kind, "x": NumberText.coordinate(x), "y": NumberText.coordinate(y)], Markup(content))
    }

    private static let style = """
        text { font: 12px system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; fill: #222 }
        .paper { fill: #fff } .title { font-size: 17px; font-weight: 600 } .small { font-size: 11px; fill: #555 }
        .label { text-anchor: end } .rule { font-weight: 600 }
        .asks { fill: none; stroke: #999; stroke-width: 1 } .full { fill: #0072b2 } .part { fill: #56b4e9 }
        """
}
