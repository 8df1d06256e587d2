import Analysis
import Claims
import Governance

extension ClaimsChapter {
    /// How widely the claim holds, and which parameters decide.
    func robustness(_ robustness: RobustnessResult, _ result: ClaimResult) -> [Markup] {
        let strip = EffectStrip(metric: result.main.metric, effects: robustness.effects)
        let first = paragraph(
            say(
                "Supported in \(percent(robustness.supported)) of \(robustness.sets) sets of all behavioural parameters, drawn over their "
                    + "declared ranges; the claimed way in \(percent(robustness.rightWay))."
                    + (robustness.undefined > 0 ? " \(robustness.undefined) sets gave no value." : ""),
                "在 \(robustness.sets) 组行为参数（全部参数在其声明范围内抽样）中，\(percent(robustness.supported)) 支持；"
                    + "\(percent(robustness.rightWay)) 方向一致。"
                    + (robustness.undefined > 0 ? "\(robustness.undefined) 组无取值。" : "")))
        let picture = tag(
            "figure", ["class": "strip"],
            tag(
                "figcaption", [:],
                Markup(
                    say(
                        "Effect in each set, in units of the smallest of interest", "各组参数下的效应（以最小关注效应为单位）"))),
            strip.markup, strip.scale.axis)
        guard !robustness.deciding.isEmpty else {
            return [first, picture, paragraph(say("No single parameter decides it.", "没有单个参数起决定作用。"))]
        }
        let rows = robustness.deciding.map { influence in
            tag(
                "tr", [:],
                tag(
                    "th", ["scope": "row"], Markup(influence.parameter.meaning[language]),
                    tag("code", [:], Markup(influence.parameter.key))),
                tag("td", ["class": "number"], Markup(influence.index.short)), shareCell(influence.low),
                shareCell(influence.high))
        }
        let threshold = robustness.threshold?.short ?? "–"
        return [
            first, picture,
            table(
                say(
                    "Parameters that decide it (PAWN index above \(threshold), what chance gives)",
                    "起决定作用的参数（PAWN 指数高于偶然水平 \(threshold)）"),
                head: [
                    words("Parameter", "参数"), numbers("Index", "指数"),
                    numbers("Supported where it is low, %", "取低值时支持，%"), numbers("where it is high, %", "取高值时支持，%"),
                ], rows: rows),
        ]
    }

    /// What speaks against the claim, and what the sides have unequal.
    func failures(_ line: ClaimsReport.Line) -> Markup {
        let result = line.result
        var points: [String] = []
        for metric in result.metrics where !metric.metric.isReported {
            for (name, finding) in zip(result.runs.claim.placeNames, metric.places) where finding.verdict != .supported
            {
                let remark = finding.remark.map { say(" (\($0.label.en))", "（\($0.label.zh)）") } ?? ""
                points.append(
                    say(
                        "On \(name.en), \(metric.metric.name.en): \(finding.verdict.label.en)\(remark).",
                        "\(name.zh)，\(metric.metric.name.zh)：\(finding.verdict.label.zh)\(remark)。"))
            }
        }
        if let robustness = line.robustness, robustness.supported.count < robustness.sets {
            let missing = robustness.sets - robustness.supported.count
            points.append(
                say(
                    "In \(missing) of \(robustness.sets) sets of parameters", "在 \(robustness.sets) 组参数中的 \(missing) 组")
                    + (robustness.deciding.first.flatMap(tilt) ?? "") + say(".", "。"))
        }
        for found in result.confounding {
            points.append(say("Confounded: ", "存在混杂：") + told(found, result) + say(".", "。"))
        }
        if points.isEmpty { points = [say("Nowhere in what was run.", "在已运行的范围内均成立。")] }
        let declared = result.inequalities.filter { !$0.confounds }
        return Markup(
            [tag("ul", ["class": "findings"], points.map { tag("li", [:], Markup($0)) })]
                + (declared.isEmpty ? [] : [unequal(declared, result)]))
    }

    /// Where the parameter that decides most makes the claim rarer.
    private func tilt(_ influence: RobustnessResult.Influence) -> String? {
        guard let low = influence.low, let high = influence.high, low.share != high.share else { return nil }
        let name = influence.parameter.meaning
        let (rarer, other) = low.share < high.share ? (low, high) : (high, low)
        let isLow = low.share < high.share
        return say(
            ", most where “\(name.en)” is \(isLow ? "low" : "high") (supported in \(percent(rarer)) there, in \(percent(other)) at the other end)",
            "，多见于“\(name.zh)”取\(isLow ? "低" : "高")值时（该端支持 \(percent(rarer))，另一端 \(percent(other))）")
    }

    private func told(_ found: Inequality, _ result: ClaimResult) -> String {
        func amount(_ side: Inequality.Side) -> String {
            NumberText.fixed(side.amount, decimals: abs(side.amount) < 10 ? 3 : 0) ?? "–"
        }
        let (least, most) = (amount(found.least), amount(found.most))
        let place = result.runs.claim.placeNames[found.place]
        let share = NumberText.fixed(found.share * 100, decimals: 1) ?? "–"
        return say(
            "\(found.meaning.en), \(place.en): \(least) in \(found.least.arm), \(most) in \(found.most.arm) (\(share) %)",
            "\(found.meaning.zh)，\(place.zh)：\(found.least.arm) 为 \(least)，\(found.most.arm) 为 \(most)（\(share)%）")
    }

    private func unequal(_ declared: [Inequality], _ result: ClaimResult) -> Markup {
        let rows = declared.map { found in
            tag(
                "tr", [:], tag("td", [:], Markup(told(found, result))),
                tag("td", [:], Markup(found.why?[language] ?? say("follows from what people do", "由人们的行为产生"))))
        }
        return table(
            say("What the sides have unequal, and why", "各组不等之处及理由"), head: [words("What", "内容"), words("Why", "理由")],
            rows: rows)
    }
}
