import Analysis
import Governance

/// Money from its sources to its uses, as pictures in which nothing is lost.
extension Chapter {
    /// The pictures of a scenario: all money, and what is decided on where that is a small part of all.
    func flows(_ scenario: Int) -> [Markup] {
        let rows = report.results.money.rows(scenario: scenario)
        guard !rows.isEmpty else { return [] }
        let all = MoneyGraph(rows)
        let decided = MoneyGraph(rows.filter { !Self.isSettled($0.flow) })
        let hasSmallPart = decided.total > 0 && decided.total < Self.smallPart * all.total
        return [figure(scenario, all, kind: "all", title: Text(en: "all money", zh: "全部资金"))]
            + (hasSmallPart
                ? [
                    figure(
                        scenario, decided, kind: "decided",
                        title: Text(
                            en: "without public services and committees' wages", zh: "不含公共服务与居委会工资"))
                ] : [])
    }

    var flowsNote: Markup {
        paragraph(
            say(
                "Sums of a whole run, means over replicates; bands are as wide as their money. Each account passes on what it "
                    + "got; what it did not is shown as held at the end. Grants are drawn net of what came back. Sources and "
                    + "uses below 1 % of all are joined. Each picture has a scale of its own.",
                "整个运行期合计，取各次重复均值；带宽与金额成比例。各账户收支相抵，未支出部分列为“期末结存”。资助额已扣除退回部分。"
                    + "不足总额 1% 的来源与用途合并为“其他”。各图比例尺不同。"))
    }

    /// Money that is spent whatever is decided: standard services, and wages of committees, which pass through them whole.
    private static func isSettled(_ flow: MoneyTable.Flow) -> Bool {
        switch Purpose(rawValue: flow.purpose) {
        case .publicService: true
        case .wages: flow.from == "committee" || flow.to == "committee"
        default: false
        }
    }

    private static let smallPart = 0.5
    private static let joined = 0.01

    private func figure(_ scenario: Int, _ whole: MoneyGraph, kind: String, title: Text) -> Markup {
        let (graph, sources, uses) = whole.joined(below: Self.joined)
        let nodes = graph.nodes
        let quantity = Quantity(unit: "yuan", in: language, showing: [graph.total])
        func amount(_ yuan: Double) -> String {
            // Small flows keep their digits in a unit of their own.
            yuan < 0.01 * graph.total
                ? Quantity(unit: "yuan", in: language, showing: [yuan]).phrase(yuan) : quantity.phrase(yuan)
        }
        func joinedNames(_ nodes: [MoneyGraph.Node]) -> String {
            nodes.map { name($0)[language] }.joined(separator: say(", ", "、"))
        }
        let drawn = nodes.map { node -> SankeyChart.Node in
            let through = graph.through(node)
            let yuan = max(through.in, through.out)
            let members = node == .otherSources ? joinedNames(sources) : node == .otherUses ? joinedNames(uses) : ""
            let tip =
                name(node)[language] + say(": ", "\u{FF1A}") + amount(yuan) + (members.isEmpty ? "" : "\n" + members)
            return SankeyChart.Node(
                name: name(node)[language], amount: amount(yuan), words: MarkWords(tip: tip, fields: []))
        }
        let links = graph.links.compactMap { link -> SankeyChart.Link? in
            guard let from = nodes.firstIndex(of: link.from), let to = nodes.firstIndex(of: link.to) else { return nil }
            let (payer, payee) = (name(link.from), name(link.to))
            let purposes = link.purposes.map { AccountText.purpose($0)[language] }.joined(separator: say(", ", "、"))
            let ends = say("\(payer.en) → \(payee.en): ", "\(payer.zh) → \(payee.zh)\u{FF1A}")
            return SankeyChart.Link(
                from: from, to: to, value: link.yuan, style: style(link),
                words: MarkWords(
                    tip: ends + amount(link.yuan) + (purposes.isEmpty ? "" : "\n" + purposes),
                    fields: [
                        Self.id(link.from), Self.id(link.to), link.purposes.joined(separator: " "),
                        ChartFile.number(link.yuan),
                    ]))
        }
        let scenarioTitle = series.scenarios[scenario].title
        let caption = say("\(scenarioTitle.en): \(title.en)", "\(scenarioTitle.zh)\u{FF1A}\(title.zh)")
        let returned =
            graph.returned > 0.01
            ? say(", \(amount(graph.returned)) of it returned and paid anew", "，另有 \(amount(graph.returned)) 退回后再次拨付")
            : ""
        let chart = SankeyChart(
            title: caption,
            description: say(
                "\(amount(graph.total)) flow from \(drawn.count) sources, accounts and uses through \(links.count) bands"
                    + returned,
                "\(amount(graph.total)) 资金，经 \(drawn.count) 个来源、账户与用途，共 \(links.count) 条资金流" + returned),
            nodes: drawn, links: links,
            file: ChartFile(
                name: "money-\(series.scenarios[scenario].id)-\(kind)", columns: ["from", "to", "purposes", "yuan"]),
            id: "\(language.rawValue)-flow-\(kind)-\(scenario)")
        return tag(
            "figure", ["class": "flows"],
            tag("figcaption", [:], Markup(caption + say(" (\(amount(graph.total)))", "（\(amount(graph.total))）"))),
            chart.markup)
    }

    /// Money that is out of reach or still there stands out from what was used.
    private func style(_ link: MoneyGraph.Link) -> LineStyle {
        switch link.to {
        case .use(Account.diverted), .use(Account.lost): .scenario(1)
        case .held: .context
        default: .scenario(0)
        }
    }

    private func name(_ node: MoneyGraph.Node) -> Text {
        switch node {
        case .source(let kind), .inner(let kind): AccountText.kind(kind)
        case .use(let kind) where Account.payers.contains(kind):
            Text(en: "back to \(AccountText.kind(kind).en)", zh: "退回\(AccountText.kind(kind).zh)")
        case .use(let kind): AccountText.kind(kind)
        case .start: Text(en: "held at the start", zh: "期初结存")
        case .held: Text(en: "held at the end", zh: "期末结存")
        case .otherSources: Text(en: "other sources", zh: "其他来源")
        case .otherUses: Text(en: "other uses", zh: "其他用途")
        }
    }

    private static func id(_ node: MoneyGraph.Node) -> String {
        switch node {
        case .source(let kind), .inner(let kind), .use(let kind): kind
        case .start: "start"
        case .held: "held"
        case .otherSources, .otherUses: "other"
        }
    }
}
