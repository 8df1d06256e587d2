import Analysis
import Governance
import Scenarios

/// The explanation's page in one language: a picture and tables for each measure.
struct ExplanationChapter: PageChapter {
    let report: ExplanationReport
    let language: Language

    var title: String {
        let (first, second) = (report.head.first.title[language], report.head.second.title[language])
        return say("What makes the difference: from “\(first)” to “\(second)”", "差异从何而来：从“\(first)”到“\(second)”")
    }

    var sections: [Markup] {
        [heading] + report.measures.enumerated().map { measureSection($0 + 1, $1) } + [
            methodSection, switchesSection, reproduceSection,
        ]
    }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.head.program). Every number comes from a model, not from the field.",
                        "由 \(report.head.program) 计算。所有数字来自模型，而非实地调查。"))),
            paragraph(
                say(
                    "On \(report.head.place.en), \(report.head.months) months. \(report.way.en).",
                    "地点：\(report.head.place.zh)，\(report.head.months) 个月。\(report.way.zh)。")))
    }

    // MARK: A measure

    private func measureSection(_ number: Int, _ shares: LeverShares) -> Markup {
        let name = report.name(shares, in: language)
        var content = [figure(shares, name), sharesTable(shares)]
        if shares.dropped > 0 {
            content.append(
                paragraph(
                    say(
                        "\(shares.dropped) replicates are left out, as some scenario has no value in them.",
                        "已略去 \(shares.dropped) 次重复：其中有情景没有数值。")))
        }
        if report.isExact { content.append(interactionsTable(shares)) }
        return section("measure-\(number)", name.sentenceCased, content, isWide: true)
    }

    private func figure(_ shares: LeverShares, _ name: String) -> Markup {
        let quantity = report.quantity(shares, in: language)
        let head = report.head
        func text(_ value: Double, plus: Bool = false) -> String {
            quantity.text(value, plus: plus, minus: Self.minus) ?? "–"
        }
        let chart = WaterfallChart(
            from: (head.first.id, shares.first.mean, text(shares.first.mean)),
            to: (head.second.id, shares.second.mean, text(shares.second.mean)),
            steps: report.order(shares).map { place in
                let estimate = shares.shares[place].estimate
                return WaterfallChart.Step(
                    name: report.switches[place].name[language], share: estimate.mean, interval: estimate.interval,
                    text: text(estimate.mean, plus: true), isClear: estimate.excludesZero)
            }, title: name, factor: quantity.factor, unit: quantity.unit)
        return tag(
            "figure", ["class": "waterfall"], tag("figcaption", [:], Markup(name.sentenceCased)), chart.markup)
    }

    private func sharesTable(_ shares: LeverShares) -> Markup {
        let quantity = report.quantity(shares, in: language)
        let unit = quantity.differenceUnit
        func bootstrap(_ interval: ClosedRange<Double>?) -> Markup {
            tag("td", ["class": "number"], Markup(interval.flatMap { quantity.text($0, minus: Self.minus) } ?? "–"))
        }
        let rows = report.order(shares).map { place in
            let (own, share) = (report.switches[place], shares.shares[place])
            return tag(
                "tr", [:],
                tag("th", ["scope": "row"], Markup(own.name[language]), tag("code", [:], Markup(own.id))),
                cell(quantity, share.estimate), bootstrap(share.bootstrap), part(share.estimate, shares.difference),
                cell(quantity, share.alone), cell(quantity, share.last))
        }
        let sum = tag(
            "tr", ["class": "group"],
            tag("th", ["scope": "row"], Markup(say("All: the difference", "合计：差值"))), cell(quantity, shares.difference),
            bootstrap(shares.differenceBootstrap), tag("td", ["class": "number"], "100"), tag("td"), tag("td"))
        return table(
            say("Shares in the difference", "差值中的份额") + (unit.isEmpty ? "" : say(", in \(unit)", "（\(unit)）")),
            head: [
                words("Switch", "开关"), numbers("Share, 95 % interval", "份额与 95% 区间"),
                numbers("Bootstrap interval", "自助法区间"),
                numbers("%", "%"), numbers("Alone", "单独"), numbers("Last", "最后"),
            ], rows: rows + [sum])
    }

    private func part(_ share: Estimate, _ difference: Estimate) -> Markup {
        let percent = NumberText.fixed(100 * share.mean / difference.mean, decimals: 0, minus: Self.minus)
        return tag("td", ["class": "number"], Markup(difference.excludesZero ? percent ?? "–" : "–"))
    }

    /// Every pair of switches: shaded where the interaction is clearly not 0, the darker the stronger.
    private func interactionsTable(_ shares: LeverShares) -> Markup {
        let quantity = report.quantity(shares, in: language)
        let order = report.order(shares)
        let strongest = report.interactions(shares).first.map { abs($0.estimate.mean) } ?? 0
        let rows = order.map { i in
            tag(
                "tr", [:],
                [tag("th", ["scope": "row"], Markup(report.switches[i].name[language]))]
                    + order.map { j in interactionCell(shares.interaction(i, j), quantity, strongest) })
        }
        return table(
            say("Interactions of pairs", "两两交互作用"),
            head: [words("Switch", "开关")]
                + order.map {
                    Heading([report.switches[$0].id], isNumber: true, title: report.switches[$0].name[language])
                },
            rows: rows, kind: "heat")
    }

    private func interactionCell(_ estimate: Estimate?, _ quantity: Quantity, _ strongest: Double) -> Markup {
        guard let estimate else { return tag("td", ["class": "number"], "·") }
        let depth = strongest > 0 ? min(3, Int(abs(estimate.mean) / strongest * 3) + 1) : 1
        let shade = estimate.excludesZero ? (estimate.mean > 0 ? " up\(depth)" : " down\(depth)") : ""
        return tag(
            "td", ["class": "number" + shade],
            Markup(quantity.text(estimate.mean, plus: true, minus: Self.minus) ?? "–"))
    }

    // MARK: How

    private var methodSection: Markup {
        let order = say(
            "Every scenario between the two was lived: some switches as in the second, the others as in the first. ",
            "两者之间的每个情景都已运行：部分开关同后一情景，其余同前一情景。")
        let sampled = say(
            "Orders of turning the switches were sampled, each with its reverse; the error that this brings is in the intervals. ",
            "切换次序为抽样所得，每个次序与其逆序成对；由此带来的误差已计入区间。")
        return section(
            "method", say("How to read it", "如何阅读"),
            [
                paragraph(report.legend[language]),
                paragraph(
                    (report.isExact ? order : sampled)
                        + say(
                            "Replicate by replicate all scenarios share their draws, and each replicate is a game of its own whose shares sum to "
                                + "its difference to the last digit (here within \(residual)). Intervals are Student's over replicates; the "
                                + "bootstrap's beside them agree where replicates are not skewed.",
                            "同一次重复中各情景共用随机数，每次重复各成一局，其份额之和等于该次的差值（此处误差不超过 \(residual)）。"
                                + "区间为重复间的 Student 区间；若重复的分布不偏斜，旁列的自助法区间与之相符。")),
                paragraph(
                    say(
                        "An interaction (Shapley interaction index, Grabisch and Roubens 1999) is above 0 where two switches do more "
                            + "together than each by itself, below 0 where one does what the other would; half of it is in either's share. A share tells of "
                            + "these two scenarios on this place: it is no property of the lever.",
                        "交互作用（Shapley 交互指数，Grabisch 与 Roubens 1999）大于 0 表示两个开关一起的作用大于各自之和，小于 0 表示一个替代了另一个；"
                            + "其一半分别计入两者的份额。份额只针对这两个情景与这一地点，并非杠杆本身的属性。")),
            ])
    }

    /// The power of ten below which sums of shares miss the difference.
    private var residual: String {
        let largest = report.measures.map(\.residual).max() ?? 0
        var (bound, power) = (1.0, 0)
        while bound / 10 >= largest, power < 17 { (bound, power) = (bound / 10, power + 1) }
        return largest == 0 ? "0" : "1e-\(power)"
    }

    private var switchesSection: Markup {
        let rows = report.switches.map { own in
            tag(
                "tr", [:], tag("th", ["scope": "row"], Markup(own.name[language]), tag("code", [:], Markup(own.id))),
                tag("td", [:], own.elements.map { tag("code", ["class": "change"], Markup($0)) }))
        }
        return section(
            "switches", say("What the switches turn", "各开关所含内容"),
            [
                table(
                    say("Everything in which the two scenarios differ", "两个情景的全部差异"),
                    head: [words("Switch", "开关"), words("Levers, money, organisations, firms", "杠杆、资金、组织、企业")],
                    rows: rows)
            ])
    }

    private var reproduceSection: Markup {
        section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.head.program), seed \(report.head.seed). The same files and seed give the same numbers, whatever the number "
                            + "of threads.",
                        "\(report.head.program)，随机种子 \(report.head.seed)。相同的文件和种子得到相同的数字，与线程数无关。")),
                tag("pre", [:], Markup(report.head.command)),
            ])
    }
}
