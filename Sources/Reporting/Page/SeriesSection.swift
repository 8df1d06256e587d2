import Analysis
import Governance

extension Chapter {
    /// Every observable over time: the headlines first, the rest by theme.
    var seriesSection: Markup {
        let headlines = Headlines.places(in: series.observables)
        let all = Array(series.scenarios.indices)
        let themes = Theme.allCases.compactMap { theme -> Markup? in
            let places = series.observables.indices.filter {
                Theme(of: series.observables[$0].key) == theme && !headlines.contains($0)
            }
            guard !places.isEmpty else { return nil }
            return tag(
                "details", [:],
                tag("summary", [:], Markup("\(theme.label[language]) (\(places.count))")), legend(all),
                tag("div", ["class": "charts"], places.map { levels($0) }))
        }
        return section(
            "series", say("Over time", "随时间变化"),
            [
                paragraph(
                    say(
                        "Lines are means over replicates, bands their 95 % intervals. Gaps: no value. Upright lines are "
                            + "dated changes of institutions, in the colour of their scenario: point at one to read it, and "
                            + "at a chart to read its numbers.",
                        "线为各次重复的均值，带为其 95% 区间；断开处无取值。竖线为有日期的制度变化，颜色与情景一致："
                            + "将指针移至竖线可读其内容，移至图上可读数值。")),
                monthsNote, paragraph(Legend.rungs[language]),
                legend(all), tag("div", ["class": "charts"], headlines.map { levels($0) }),
            ] + themes)
    }

    /// What stands across the charts, where it is not the calendar.
    var monthsNote: Markup {
        guard report.clock.isNumbered else { return Markup([]) }
        return paragraph(
            say(
                "The scenarios begin in different years, so months are counted from the beginning of each run.",
                "各情景的起始年份不同，故横轴为自各次运行开始起的月数。"))
    }

    /// The headline observables as paired differences over time.
    var differencesSection: Markup {
        let contrasts = report.contrasts
        return section(
            "differences", say("Differences over time", "差值随时间变化"),
            [
                paragraph(
                    say(
                        "Each scenario minus the baseline, replicate by replicate: lines are means, bands 95 % intervals. "
                            + "Where a band holds the line at 0, there is no clear difference in that month.",
                        "各情景减去基线（逐次重复配对）：线为均值，带为 95% 区间。带内含 0 线的月份无明显差异。")),
                legend(contrasts.map(\.other)),
                tag(
                    "div", ["class": "charts"],
                    Headlines.places(in: series.observables).map { differences($0, contrasts) }),
            ])
    }

    private func levels(_ place: Int) -> Markup {
        chart(
            place, kind: "level", scenarios: Array(series.scenarios.indices),
            lines: series.scenarios.indices.map { line($0, place, style: .scenario($0)) })
    }

    /// An observable of a scenario over time.
    func line(_ scenario: Int, _ place: Int, style: LineStyle) -> LineChart.Line {
        LineChart.Line(
            name: series.scenarios[scenario].id, style: style, start: report.clock.origin,
            estimates: series.estimates(scenario: scenario, observable: place), column: scenario)
    }

    private func differences(_ place: Int, _ contrasts: [PairedContrast]) -> Markup {
        chart(
            place, kind: "difference", scenarios: [contrasts[0].baseline] + contrasts.map(\.other),
            lines: differenceLines(place, contrasts))
    }

    private func differenceLines(_ place: Int, _ contrasts: [PairedContrast]) -> [LineChart.Line] {
        contrasts.enumerated().map { column, contrast in
            LineChart.Line(
                name: series.scenarios[contrast.other].id, style: .scenario(contrast.other),
                start: report.clock.origin,
                estimates: contrast.differences(observable: place).map(\.difference), column: column)
        }
    }

    /// The numbers behind every chart over time.
    var downloads: [SeriesDownload] {
        let headlines = Headlines.places(in: series.observables)
        let places = drawsAll ? Array(series.observables.indices) : headlines
        let levels = places.map { place in
            SeriesDownload(
                key: "level-\(place)", name: series.observables[place].key,
                lines: series.scenarios.indices.map { line($0, place, style: .scenario($0)) },
                isNumbered: report.clock.isNumbered)
        }
        let contrasts = report.contrasts
        guard !isCrowded, !contrasts.isEmpty else { return levels }
        return levels
            + headlines.map { place in
                SeriesDownload(
                    key: "difference-\(place)", name: series.observables[place].key + "-difference",
                    lines: differenceLines(place, contrasts), isNumbered: report.clock.isNumbered)
            }
    }

    private func chart(_ place: Int, kind: String, scenarios: [Int], lines: [LineChart.Line]) -> Markup {
        let observable = series.observables[place]
        let quantity = Quantity(observable, in: language, showing: lines.flatMap(\.estimates))
        let isDifference = kind == "difference"
        let name = observable.meaning[language].sentenceCased
        let ends = lines.map { line -> String in
            let shown = [line.estimates.first, line.estimates.last].map {
                $0.flatMap { quantity.text($0.mean, plus: isDifference, minus: Self.minus) } ?? "–"
            }
            return say("\(line.name): from \(shown[0]) to \(shown[1])", "\(line.name)：从 \(shown[0]) 到 \(shown[1])")
        }
        let chart = LineChart(
            title: name, description: ends.joined(separator: "; "),
            unit: isDifference ? quantity.differenceUnit : quantity.unit, factor: quantity.factor, lines: lines,
            zero: isDifference, marks: report.marks(of: scenarios, in: language), isNumbered: report.clock.isNumbered,
            download: "\(kind)-\(place)", told: isDifference ? quantity.differenceUnit : quantity.unit,
            id: "\(language.rawValue)-\(kind)-\(place)")
        return tag(
            "figure", [:], tag("figcaption", [:], Markup(name), tag("code", [:], Markup(observable.key))),
            chart.markup())
    }
}
