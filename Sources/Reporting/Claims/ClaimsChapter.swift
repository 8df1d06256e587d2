import Claims
import Governance

/// The claims' page in one language: all of them on one scale, then each by itself.
struct ClaimsChapter: PageChapter {
    let report: ClaimsReport
    let language: Language

    var title: String { say("What the sources claim, and what the model says", "文献论断与模型检验结果") }

    var sections: [Markup] {
        [heading, overviewSection, methodSection] + report.lines.map(section) + [reproduceSection]
    }

    private var heading: Markup {
        tag(
            "header", ["class": "wide"], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"],
                Markup(
                    say(
                        "Computed by \(report.program). Every number comes from a model, not from the field: a claim that is "
                            + "supported here follows from the model's mechanisms, no more.",
                        "由 \(report.program) 计算。所有数字来自模型，而非实地调查：此处得到支持的论断，仅表示其可由模型机制得出。"))))
    }

    /// All claims with effect, verdict and robustness: what a paper would print.
    private var overviewSection: Markup {
        let scale = EffectScale(
            showing: report.lines.flatMap { line -> [Double] in
                let main = line.result.main
                let ends = main.whole.interval.map { [$0.lowerBound, $0.upperBound] } ?? []
                return (ends + [main.whole.value]).map(main.metric.units)
            })
        var head = [
            words("Claim", "论断"), Heading("\u{0}"), numbers("Effect, 95 % interval", "效应与 95% 区间"),
            Heading(["d"], isNumber: true, title: say("Cohen's d_z of paired replicates", "成对重复的 Cohen d_z")),
            words("Verdict", "结论"), Heading(["p", "(Holm)"], isNumber: true),
        ]
        if report.isRobust { head.append(numbers("Robust, %", "稳健，%")) }
        return section(
            "overview", say("All claims", "全部论断"),
            [
                paragraph(report.counts[language]),
                table(
                    say(
                        "Main metric of each claim, in the claimed direction; axis in units of its smallest effect of interest",
                        "各论断的主要度量（沿论断方向）；横轴以各自的最小关注效应为单位"),
                    head: head, rows: [axisRow(scale)] + report.lines.map { row($0, scale) }, kind: "claims"),
                legend([
                    (ClaimVerdict.supported.style, ClaimVerdict.supported.label[language], nil),
                    (ClaimVerdict.contradicted.style, ClaimVerdict.contradicted.label[language], nil),
                    (ClaimVerdict.inconclusive.style, ClaimVerdict.inconclusive.label[language], nil),
                ]),
                paragraph(
                    say(
                        "Disc: emergent; square: built in (one equation's sign alone gives it, so that only its size informs). The "
                            + "dotted line at 1 is the smallest effect of interest; the axis is compressed away from 0.",
                        "圆点：涌现；方块：内建（仅由一个方程的符号即可得出，故只有大小有意义）。1 处的虚线为最小关注效应；横轴离 0 越远越压缩。")),
            ] + (report.isRobust ? [paragraph(report.robustLegend[language])] : []), isWide: true)
    }

    private func axisRow(_ scale: EffectScale) -> Markup {
        tag(
            "tr", ["class": "axis", "aria-hidden": "true"], tag("td"), tag("td", [:], scale.axis),
            tag("td", ["colspan": report.isRobust ? "5" : "4"]))
    }

    private func row(_ line: ClaimsReport.Line, _ scale: EffectScale) -> Markup {
        let (result, main) = (line.result, line.result.main)
        let numbers = MetricNumbers(main, in: language)
        let range = numbers.interval(main.whole.interval, minus: Self.minus)
        let plot = EffectPlot(
            metric: main.metric, finding: main.whole, kind: result.claim.kind, verdict: result.verdict, scale: scale)
        var cells = [
            tag(
                "th", ["scope": "row"],
                tag("a", ["href": "#\(language.rawValue)-\(result.claim.id)"], Markup(result.claim.id)),
                Markup(" " + result.claim.title[language])),
            tag("td", [:], plot.markup),
            tag(
                "td", ["class": "number"],
                Markup(
                    [numbers.value(main.whole.value, minus: Self.minus), numbers.unit].filter { !$0.isEmpty }.joined(
                        separator: " ")),
                tag("small", [:], Markup(range ?? "–"))),
            tag("td", ["class": "number"], Markup(main.whole.effectSize?.short ?? "–")),
            verdictCell(result.verdict, remarks: result.remarks(in: language)),
            tag("td", ["class": "number"], Markup(probabilityText(result.adjusted))),
        ]
        if report.isRobust { cells.append(shareCell(line.robustness?.supported)) }
        return tag("tr", [:], cells)
    }

    func verdictCell(_ verdict: ClaimVerdict, remarks: [String]) -> Markup {
        tag(
            "td", ["class": "verdict \(verdict.rawValue)"],
            [Markup(verdict.label[language])] + remarks.map { tag("small", [:], Markup($0)) })
    }

    private var methodSection: Markup {
        section(
            "method", say("How claims are tested", "检验方法"),
            [
                paragraph(
                    say(
                        "A claim is an experiment: the same people, seeds and money under institutions that differ in named levers only "
                            + "(checked value by value, and for money, hours and their mix in the runs). Replicate by replicate the "
                            + "sides share their random draws. The effect is a mean over places, each of the same weight, with a 95 % "
                            + "interval (Student's over paired replicates; Fieller's for ratios).",
                        "每条论断都是一项实验：同样的居民、随机种子与资金，制度只在指明的杠杆上不同（逐值检查，并在运行中核对资金、工时及其构成）。"
                            + "各组的同一次重复共用随机数。效应为各地点等权均值，附 95% 区间（成对重复的 Student 区间；比值用 Fieller 区间）。")),
                paragraph(
                    say(
                        "Supported: the interval lies wholly at or beyond the smallest effect of interest, which was set before results were "
                            + "seen. Contradicted: wholly short of it, so that an effect such as is claimed is ruled out; the "
                            + "remark tells whether it goes the other way or comes to nothing. Inconclusive: the interval holds that size. "
                            + "A claim with several metrics is supported if all are, contradicted if any is. p is that of the effect "
                            + "being just the smallest of interest, adjusted by Holm's method over all claims shown.",
                        "支持：区间完全达到或超过最小关注效应（在看到结果之前设定）。不支持：区间完全未达到，即排除了论断所称的效应；"
                            + "备注说明是方向相反还是可以忽略。不确定：区间包含该大小。有多个度量的论断，全部支持才算支持，任一不支持即不支持。"
                            + "p 检验效应恰为最小关注效应，以 Holm 法对所列全部论断校正。")),
            ])
    }

    private var reproduceSection: Markup {
        section(
            "reproduce", say("How to reproduce", "如何复现"),
            [
                paragraph(
                    say(
                        "\(report.program), seed \(report.seed), \(report.replicates) replicates. The same files and seed give the "
                            + "same numbers, whatever the number of threads.",
                        "\(report.program)，随机种子 \(report.seed)，\(report.replicates) 次重复。相同的文件和种子得到相同的数字，与线程数无关。")),
                tag("pre", [:], Markup(report.commands.joined(separator: "\n"))),
            ])
    }
}
