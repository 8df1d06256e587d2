import Analysis
import Governance

extension Chapter {
    /// From whom money came, to whom it went and what for, by scenario.
    var moneySection: Markup {
        let all = Array(series.scenarios.indices)
        let pictures = all.flatMap(flows)
        return section(
            "money", say("Money", "资金"), (pictures.isEmpty ? [] : [flowsNote]) + pictures + moneyTables(all))
    }

    /// The money of some scenarios side by side: means of whole runs.
    func moneyTables(_ scenarios: [Int]) -> [Markup] {
        var flows: [MoneyTable.Flow: [Int: Estimate]] = [:]
        for scenario in scenarios {
            for row in report.results.money.rows(scenario: scenario) {
                flows[row.flow, default: [:]][scenario] = row.yuan
            }
        }
        guard !flows.isEmpty else { return [paragraph(say("No money moved.", "没有资金往来。"))] }
        let groups = [
            (say("What is always spent", "常设支出"), flows.filter { AccountText.isStanding($0.key.purpose) }),
            (say("Money for projects", "项目资金"), flows.filter { !AccountText.isStanding($0.key.purpose) }),
        ]
        let note = paragraph(
            say(
                "Sums of a whole run, mean over replicates with 95 % interval. Money that passes through several "
                    + "hands stands in several rows, so rows must not be added up. Single fund lines, accounts and "
                    + "months are in money.csv.",
                "整个运行期的合计：各次重复的均值及 95% 区间。经手多个账户的资金会出现在多行中，各行不可相加。"
                    + "各资金渠道、账户和月份的明细见 money.csv。"))
        return [note] + groups.filter { !$0.1.isEmpty }.map { moneyTable($0.0, $0.1, scenarios) }
    }

    private func moneyTable(
        _ title: String, _ flows: [MoneyTable.Flow: [Int: Estimate]], _ scenarios: [Int]
    ) -> Markup {
        let means = flows.values.flatMap { $0.values.map(\.mean) }
        let quantity = Quantity(unit: "yuan", in: language, showing: means)
        // As money flows: by purpose, and first what enters from outside.
        func place(_ flow: MoneyTable.Flow) -> (Int, Int, String, String) {
            let isInner = flow.from.hasPrefix(Account.outside) ? 0 : 1
            return (AccountText.order(flow.purpose), isInner, flow.from, flow.to)
        }
        let order = flows.keys.sorted { place($0) < place($1) }
        let rows = order.map { flow in
            moneyRow(flow, flows[flow] ?? [:], scenarios, quantity, largest: means.max() ?? 0)
        }
        return table(
            say("\(title), \(quantity.unit)", "\(title)（\(quantity.unit)）"),
            head: [words("What for", "用途"), words("From", "来自"), words("To", "去向")]
                + scenarios.flatMap { [Heading(series.scenarios[$0].id, isNumber: true), ""] }, rows: rows)
    }

    private func moneyRow(
        _ flow: MoneyTable.Flow, _ yuan: [Int: Estimate], _ scenarios: [Int], _ quantity: Quantity, largest: Double
    ) -> Markup {
        let names = [
            tag("th", ["scope": "row"], Markup(AccountText.purpose(flow.purpose)[language])),
            tag("td", [:], Markup(AccountText.kind(flow.from)[language])),
            tag("td", [:], Markup(AccountText.kind(flow.to)[language])),
        ]
        let amounts = scenarios.flatMap { scenario -> [Markup] in
            [
                yuan[scenario].map { cell(quantity, $0) } ?? tag("td", ["class": "number"], "–"),
                tag(
                    "td", [:],
                    bar(
                        yuan[scenario]?.mean ?? 0, of: largest,
                        style: isCrowded && scenario == report.baseline ? .context : .scenario(isCrowded ? 0 : scenario)
                    )),
            ]
        }
        return tag("tr", [:], names + amounts)
    }

    /// The amount as a bar; the cell before it tells the same in numbers.
    private func bar(_ value: Double, of largest: Double, style: LineStyle) -> Markup {
        let width = largest > 0 ? max(value > 0 ? 0.5 : 0, value / largest * 140) : 0
        return tag(
            "svg", ["viewBox": "0 0 140 14", "width": "140", "height": "14", "aria-hidden": "true"],
            tag(
                "rect",
                [
                    "class": "bar \(style.name)", "x": "0", "y": "1", "width": NumberText.coordinate(width),
                    "height": "12",
                ]))
    }
}
