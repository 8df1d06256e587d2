import Analysis
import Governance

extension Chapter {
    /// From whom money came, to whom it went and what for: mean of whole runs, by scenario.
    var moneySection: Markup {
        let money = report.results.money
        let tables = series.scenarios.indices.map { money.rows(scenario: $0) }
        guard tables.contains(where: { !$0.isEmpty }) else {
            return section("money", say("Money", "资金"), [paragraph(say("No money moved.", "没有资金往来。"))])
        }
        var flows: [MoneyTable.Flow: [Int: Estimate]] = [:]
        for (scenario, rows) in tables.enumerated() {
            for row in rows { flows[row.flow, default: [:]][scenario] = row.yuan }
        }
        let largest = flows.values.flatMap(\.values).map(\.mean).max() ?? 0
        let quantity = Quantity(
            unit: "yuan", in: language, showing: [largest], steps: flows.values.flatMap(\.values).map(\.mean))
        let order = flows.keys.sorted { a, b in
            let (left, right) = (flows[a]?.values.map(\.mean).max() ?? 0, flows[b]?.values.map(\.mean).max() ?? 0)
            return left != right ? left > right : (a.purpose, a.from, a.to) < (b.purpose, b.from, b.to)
        }
        return section(
            "money", say("Money", "资金"),
            [
                paragraph(
                    say(
                        "Mean of a whole run in \(quantity.unit), with its 95 % interval. Money that passes through several "
                            + "hands stands in several rows; rows must not be added up.",
                        "每次完整运行的均值（\(quantity.unit)）及其 95% 区间。经手多个账户的资金会出现在多行中，各行不可相加。")),
                table(
                    say("From sources to uses", "从来源到用途"),
                    head: [say("What for", "用途"), say("From", "来自"), say("To", "去向")]
                        + series.scenarios.flatMap { [$0.id, ""] },
                    rows: order.map { flow in
                        tag(
                            "tr", [:],
                            [
                                tag("th", ["scope": "row"], Markup(AccountText.purpose(flow.purpose)[language])),
                                tag("td", [:], Markup(AccountText.kind(flow.from)[language])),
                                tag("td", [:], Markup(AccountText.kind(flow.to)[language])),
                            ]
                                + series.scenarios.indices.flatMap { scenario -> [Markup] in
                                    let yuan = flows[flow]?[scenario]
                                    return [
                                        yuan.map { cell(quantity, $0) } ?? tag("td", ["class": "number"], "–"),
                                        tag("td", [:], bar(yuan?.mean ?? 0, of: largest, style: scenario)),
                                    ]
                                })
                    }),
            ])
    }

    private func bar(_ value: Double, of largest: Double, style: Int) -> Markup {
        let width = largest > 0 ? max(value > 0 ? 0.5 : 0, value / largest * 140) : 0
        return tag(
            "svg", ["viewBox": "0 0 140 14", "width": "140", "height": "14", "aria-hidden": "true"],
            tag(
                "rect",
                [
                    "class": "bar s\(style % 8)", "x": "0", "y": "1", "width": NumberText.coordinate(width),
                    "height": "12",
                ]))
    }
}
