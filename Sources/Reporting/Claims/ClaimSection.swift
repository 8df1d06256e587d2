import Analysis
import Claims
import Governance
import Scenarios

extension ClaimsChapter {
    /// One claim: what the source says, the experiment, what came out, how widely it holds, where it fails.
    func section(_ line: ClaimsReport.Line) -> Markup {
        let claim = line.result.claim
        let charts = ClaimCharts(result: line.result, language: language)
        var content = [tag("p", ["class": "lead"], Markup(summary(line)))]
        content += [subheading("What the source says", "原文观点"), source(claim)]
        content += [subheading("The experiment", "实验"), experiment(claim, line.result), arms(claim)]
        content += [subheading("Over time", "随时间变化"), legend(charts.entries), charts.markup]
        content += [subheading("The effect", "效应"), effects(line.result)]
        if let robustness = line.robustness {
            content += [subheading("Under other behaviour", "其他行为参数下")] + self.robustness(robustness, line.result)
        }
        content += [subheading("Where it fails", "何处不成立"), failures(line)]
        return section(claim.id, "\(claim.id)  \(claim.title[language])", content)
    }

    private func subheading(_ en: String, _ zh: String) -> Markup { tag("h3", [:], Markup(say(en, zh))) }

    /// Verdict, effect and robustness in a sentence.
    private func summary(_ line: ClaimsReport.Line) -> String {
        let (result, main) = (line.result, line.result.main)
        let numbers = MetricNumbers(main, in: language)
        let remarks = result.remarks(in: language).joined(separator: say("; ", "；"))
        let verdict =
            result.verdict.label[language].sentenceCased + (remarks.isEmpty ? "" : say(" (\(remarks))", "（\(remarks)）"))
        let size = main.whole.effectSize.map { say(", d = \($0.short)", "，d = \($0.short)") } ?? ""
        let share = line.robustness.map {
            say(
                "; holds in \(percent($0.supported)) of \($0.sets) sets of parameters",
                "；在 \($0.sets) 组参数中的 \(percent($0.supported)) 成立")
        }
        let (effect, kind) = (numbers.phrase(main.whole), result.claim.kind.label[language])
        return say(
            "\(verdict): \(effect), where \(numbers.expected) was asked\(size); p (Holm) \(probabilityText(result.adjusted)); \(kind)",
            "\(verdict)：\(effect)，要求 \(numbers.expected)\(size)；p (Holm) \(probabilityText(result.adjusted))；\(kind)")
            + (share ?? "") + say(".", "。")
    }

    func percent(_ share: ShareEstimate) -> String {
        func whole(_ value: Double) -> Int { Int((value * 100).rounded()) }
        return "\(whole(share.share)) % [\(whole(share.interval.lowerBound)), \(whole(share.interval.upperBound))]"
    }

    func shareCell(_ share: ShareEstimate?) -> Markup {
        guard let share else { return tag("td", ["class": "number"], "–") }
        let whole = [share.share, share.interval.lowerBound, share.interval.upperBound].map {
            Int(($0 * 100).rounded())
        }
        return tag(
            "td", ["class": "number"], Markup("\(whole[0])"), tag("small", [:], Markup("[\(whole[1]), \(whole[2])]")))
    }

    private func source(_ claim: Claim) -> Markup {
        let place = "\(claim.source.author) \(claim.source.year), \(claim.source.place[language])"
        return paragraph(claim.says[language] + say(" (\(place))", "（\(place)）"))
    }

    private func experiment(_ claim: Claim, _ result: ClaimResult) -> Markup {
        let names = zip(claim.places, result.runs.claim.placeNames).map { "\($1[language]) (\($0))" }
        let places = names.joined(separator: say(", ", "、"))
        let levers = claim.levers.joined(separator: ", ")
        return paragraph(
            say(
                "\(claim.scenario), \(claim.months) months on \(places)."
                    + (levers.isEmpty ? "" : " The sides differ in \(levers) and in nothing else."),
                "情景 \(claim.scenario)，运行 \(claim.months) 个月；地点：\(places)。"
                    + (levers.isEmpty ? "" : "各组只在 \(levers) 上不同。")) + " " + claim.kind.label[language].sentenceCased
                + say(": ", "：") + claim.because[language])
    }

    /// The sides and what each changes.
    private func arms(_ claim: Claim) -> Markup {
        let common = claim.settings.map(\.text)
        let sides =
            claim.factors.isEmpty
            ? claim.arms.map { arm in
                let attention = arm.attentionUntil.map { ["attention-until=\($0)"] } ?? []
                return (arm.name, arm.id, (arm.scenario.map { [$0] } ?? []) + arm.settings.map(\.text) + attention)
            } : claim.factors.map { ($0.name, $0.id, $0.settings.map(\.text)) }
        let rows = sides.map { name, id, changes in
            tag(
                "tr", [:], tag("th", ["scope": "row"], Markup(name[language]), tag("code", [:], Markup(id))),
                tag(
                    "td", [:],
                    changes.isEmpty
                        ? [Markup(say("as the scenario has it", "与情景相同"))]
                        : changes.map { tag("code", ["class": "change"], Markup($0)) }))
        }
        let caption =
            claim.factors.isEmpty
            ? say("The sides", "各组")
            : say("Factors, whose \(claim.arms.count) combinations are the sides", "因子；各组为其全部 \(claim.arms.count) 种组合")
        let note =
            common.isEmpty
            ? []
            : [
                tag(
                    "p", [:], Markup(say("All sides: ", "各组共同：")),
                    tag("code", [:], Markup(common.joined(separator: "  "))))
            ]
        return Markup(
            [
                table(
                    caption, head: [words("Side", "组"), words("Changes", "改动")], rows: rows)
            ] + note)
    }

    /// Every metric over all places and on each.
    private func effects(_ result: ClaimResult) -> Markup {
        let findings = result.metrics.flatMap { metric in
            ([metric.whole] + metric.places).map { (metric.metric, $0) }
        }
        let scale = EffectScale(
            showing: findings.flatMap { metric, finding in
                ((finding.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) + [finding.value]).map(metric.units)
            })
        let axis = tag(
            "tr", ["class": "axis", "aria-hidden": "true"], tag("td"), tag("td", [:], scale.axis),
            tag("td", ["colspan": "3"]))
        return table(
            say(
                "Values over the mean of places and on each; axis in units of the smallest effect of interest",
                "各地点均值及各地点的数值；横轴以最小关注效应为单位"),
            head: [
                words("Metric", "度量"), Heading("\u{0}"), numbers("Value, 95 % interval", "数值与 95% 区间"),
                numbers("d", "d"),
                words("Verdict", "结论"),
            ], rows: [axis] + result.metrics.flatMap { rows($0, result, scale) }, kind: "claims")
    }

    private func rows(_ metric: MetricResult, _ result: ClaimResult, _ scale: EffectScale) -> [Markup] {
        let numbers = MetricNumbers(metric, in: language)
        let own = metric.metric
        let isShown = own.isReported ? say("reported only; ", "仅报告；") : ""
        let asked =
            isShown + say("expected \(numbers.expected): \(own.why.en)", "预期 \(numbers.expected)：\(own.why.zh)")
        let group = tag(
            "tr", ["class": "group"],
            tag(
                "th", ["colspan": "5", "scope": "rowgroup"], Markup(own.name[language].sentenceCased),
                tag("code", [:], Markup(own.observable)), tag("small", [:], Markup(asked))))
        let places =
            metric.places.count > 1 ? Array(zip(result.runs.claim.placeNames.map { $0[language] }, metric.places)) : []
        let all =
            metric.places.count > 1
            ? say("mean of places", "各地点均值") : result.runs.claim.placeNames.first?[language] ?? ""
        return [group]
            + ([(all, metric.whole)] + places).map { name, finding in
                let plot = EffectPlot(
                    metric: own, finding: finding, kind: result.claim.kind, verdict: finding.verdict, scale: scale)
                return tag(
                    "tr", [:], tag("th", ["scope": "row"], Markup(name)), tag("td", [:], plot.markup),
                    tag(
                        "td", ["class": "number"],
                        Markup(
                            [numbers.value(finding.value, minus: Self.minus), numbers.unit].filter { !$0.isEmpty }
                                .joined(separator: " ")),
                        tag("small", [:], Markup(numbers.interval(finding.interval, minus: Self.minus) ?? "–"))),
                    tag("td", ["class": "number"], Markup(finding.effectSize?.short ?? "–")),
                    verdictCell(finding.verdict, remarks: [finding.remark?.label[language]].compactMap(\.self)))
            }
    }
}
