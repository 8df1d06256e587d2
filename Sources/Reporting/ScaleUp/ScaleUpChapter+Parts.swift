import Analysis
import Governance

extension ScaleUpChapter {
    /// What leads from the pilots' effect to that at scale, city by city.
    var partsSection: Markup {
        let figures = report.findings.compactMap { finding -> Markup? in
            guard let retention = finding.retention else { return nil }
            let parts = ScaleUpPart.allCases.map { part in
                let share = finding.shares[part]
                return PartsChart.Bar(
                    name: part.label[language],
                    style: (share?.ratio ?? 0) < 0 ? .scenario(1) : .scenario(2), isWhole: false,
                    value: share?.ratio ?? 0, interval: share?.interval)
            }
            let name = say(
                "\(finding.size) communities, pilots \(finding.choice.label.en)",
                "\(finding.size) 个社区，试点\(finding.choice.label.zh)")
            let chart = PartsChart(
                title: name,
                description: say(
                    "From the pilots' effect to the effect at scale, part by part", "由试点效果到全面推广效果，逐部分相加"),
                unit: say("% of the pilots' effect", "占试点效果的百分比"), factor: 100,
                bars: [
                    PartsChart.Bar(
                        name: say("pilots", "试点"), style: .scenario(0), isWhole: true, value: 1, interval: nil)
                ] + parts + [
                    PartsChart.Bar(
                        name: say("at scale", "全面推广"), style: .scenario(0), isWhole: true, value: retention.ratio,
                        interval: retention.interval)
                ], shape: .parts,
                id: "\(language.rawValue)-parts-\(finding.size)-\(finding.choice.rawValue)")
            return tag("figure", [:], tag("figcaption", [:], Markup(name)), chart.markup)
        }
        return section(
            "parts", say("What takes the rest, or adds to it", "损失与增益从何而来"),
            [
                tag("div", ["class": "charts broad"], figures),
                tag(
                    "ul", ["class": "findings"],
                    ScaleUpPart.allCases.map { part in
                        tag(
                            "li", [:], tag("strong", [:], Markup(part.label[language])),
                            Markup(say(": ", "：") + part.meaning[language] + say(".", "。")))
                    }),
            ], isWide: true)
    }

    /// How many trainers keep the share that was asked for.
    var trainersSection: Markup {
        let lines = report.curves.enumerated().map { place, curve in
            CurveChart.Line(
                name: say("\(curve.size) communities", "\(curve.size) 个社区"), style: .scenario(place),
                points: curve.points.compactMap { point in
                    point.retention.map {
                        CurveChart.Point(
                            x: point.growth * report.study.trainers, value: $0.ratio, interval: $0.interval)
                    }
                })
        }
        let chart = CurveChart(
            title: say("Retention by the number of trainers", "保留率随培训者人数的变化"),
            description: say(
                "Share of the pilots' effect that is kept with so many trainers at scale", "推广时不同培训者人数下保留的试点效果比例"),
            unit: say("% of the pilots' effect", "占试点效果的百分比"), across: say("trainers", "培训者人数"), factor: 100,
            lines: lines, level: report.curves.first?.keep, id: "\(language.rawValue)-trainers-chart")
        return section(
            "trainers", say("How many trainers it takes", "需要多少培训者"),
            [
                tag("figure", ["class": "strip"], tag("figcaption", [:], Markup(chart.title)), chart.markup),
                legend(lines.map { ($0.style, $0.name, nil) }),
            ]
                + report.curves.map { paragraph(report.needed($0)[language]) }, isWide: true)
    }

    /// The same pilots in cities of other sizes.
    var sameSection: Markup {
        let shown = report.findings.flatMap { [$0.pilots] + ($0.apart.map { [$0] } ?? []) }
        let effect = Quantity(
            unit: report.unit, in: language, showing: shown.map(\.mean),
            steps: shown.compactMap { $0.interval.map { ($0.upperBound - $0.lowerBound) / 2 } })
        let rows = choices.map { choice in
            let own = report.findings.filter { $0.choice == choice }
            let apart = own.compactMap(\.apart).first
            return tag(
                "tr", [:],
                [
                    tag("th", ["scope": "row"], Markup(choice.label[language])),
                    apart.map { cell(effect, $0) } ?? tag("td", ["class": "number"], Markup("–")),
                ] + own.map { cell(effect, $0.pilots) })
        }
        let sizes = Set(report.findings.map(\.size)).sorted()
        var content = [
            paragraph(
                say(
                    "Residents keep identity and draws whatever city they are in. What the same pilots gain while they are the only ones "
                        + "should therefore be the same in each city but for ties beyond the community; where it is not, a "
                        + "difference between cities is no effect of scale.",
                    "无论身处多大的城市，居民的身份与随机数不变。因此同一批试点单独实施时的效果，除跨社区关系外应在各城市中相同；若不同，城市之间的差异就不能归于规模。")),
            table(
                say(
                    "Effect on the pilots while they are the only ones (\(effect.differenceUnit))",
                    "仅有试点时试点的效果（\(effect.differenceUnit)）"),
                head: [words("Pilots chosen", "试点选择"), numbers("City of the pilots alone", "仅由试点组成的城市")]
                    + sizes.map { numbers("City of \($0)", "\($0) 个社区的城市") }, rows: rows),
        ]
        if let signal = report.findings.last?.signal { content.append(paragraph(report.worth(signal)[language])) }
        return section("same", say("The same communities in other cities", "不同城市中的同一批社区"), content)
    }

    var methodSection: Markup {
        let study = report.study
        return section(
            "method", say("How it was found", "方法"),
            [
                paragraph(
                    say(
                        "In each replicate the city is lived several times: with the regime nowhere, with these pilots alone, with "
                            + "communities drawn by lot alone, and with all following; the last also with as many trainers for each community "
                            + "as pilots had. A community's effect is the difference to the run without the regime, in the same months of "
                            + "the calendar and of its own age. Nothing sets dilution: hours of \(report.workers(1)) trainers, the district's attention "
                            + "and visits are shared by those who have joined.",
                        "每次重复中同一城市运行多遍：无人实施、仅这些试点实施、仅随机抽取的社区实施、全部跟进，以及全部跟进且人均培训者与试点相同。"
                            + "社区的效果是与无人实施的运行在同一日历月份、同一加入时长上的差。稀释并非设定：\(report.workers(1)) 名培训者的工时、区级注意力与参访由已加入的社区分享。"
                    )),
                paragraph(
                    say(
                        "A larger city has the place's own communities and others like them in other streets. Months "
                            + "\(study.window.lowerBound) to \(study.window.upperBound) after joining lie after the expansion, so that pilots "
                            + "feel it too. The trainers' contract comes on top of money that all communities have alike: "
                            + "\(NumberText.fixed(study.yuanAYear(times: 1), decimals: 0) ?? "") yuan a year.",
                        "更大的城市包含该地点的全部社区，以及其他街道中与之相似的社区。加入后第 \(study.window.lowerBound)–\(study.window.upperBound) 个月"
                            + "均在推广之后，试点也受其影响。培训者合同在各社区相同的资金之外另付：每年 \(NumberText.fixed(study.yuanAYear(times: 1), decimals: 0) ?? "") 元。"
                    )),
                paragraph(report.legend[language]),
            ])
    }
}

extension ChartShape {
    /// Six bars with their names.
    static let parts = ChartShape(width: 3900, height: 2100, left: 440, right: 3860, top: 220, bottom: 1860)
}
