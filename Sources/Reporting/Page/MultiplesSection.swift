import Analysis
import Governance

/// Many scenarios over time: for each observable a small chart a scenario, with the baseline in grey and the same axes.
extension Chapter {
    /// Whether one chart cannot hold a line of each scenario.
    var isCrowded: Bool { series.scenarios.count > Self.linesOfAChart }

    static let linesOfAChart = 6
    /// Bytes that the charts of observables other than the headlines may add in both languages together, with their numbers.
    private static let room = 4_000_000

    var multiplesSection: Markup {
        let headlines = Headlines.places(in: series.observables)
        let grids = headlines.enumerated().map { order, place in
            multiples(place, isOpen: order < 3)
        }
        let rest = series.observables.indices.filter { !headlines.contains($0) }
        return section(
            "series", say("Over time", "随时间变化"),
            [
                paragraph(
                    say(
                        "Lines are means over replicates, bands their 95 % intervals; all charts of an observable have the "
                            + "same axes. Upright lines are dated changes of institutions: point at one to read it, and at a "
                            + "chart to read its numbers.",
                        "线为各次重复的均值，带为其 95% 区间；同一指标的各图坐标轴相同。竖线为有日期的制度变化：将指针移至竖线可读其内容，移至图上可读数值。"
                    )),
                monthsNote, paragraph(Legend.rungs[language]), multiplesLegend,
            ] + grids + others(rest))
    }

    /// Whether the page has room for charts of all observables, with the numbers behind them.
    var drawsAll: Bool {
        let headlines = Headlines.places(in: series.observables)
        guard isCrowded, let first = headlines.first else { return true }
        let chart = multiples(first, isOpen: false).source.utf8.count * Language.allCases.count
        let numbers = series.scenarios.count * series.months * Self.bytesOfAMonth
        return (series.observables.count - headlines.count) * (chart + numbers) <= Self.room
    }

    /// What a month of a line takes in a download: a mean and the ends of its interval.
    private static let bytesOfAMonth = 27

    /// All other observables by theme, where the page has room for them.
    private func others(_ places: [Int]) -> [Markup] {
        guard !places.isEmpty else { return [] }
        guard drawsAll else {
            return [
                paragraph(
                    say(
                        "The other \(places.count) observables would make this page too large. They are in series.csv and "
                            + "summary.csv, and cogov plot draws them.",
                        "其余 \(places.count) 个指标若全部绘出，本页将过大；数据见 series.csv 与 summary.csv，可用 cogov plot 绘图。"))
            ]
        }
        return Theme.allCases.compactMap { theme in
            let ofTheme = places.filter { Theme(of: series.observables[$0].key) == theme }
            guard !ofTheme.isEmpty else { return nil }
            return tag(
                "details", [:],
                [tag("summary", [:], Markup("\(theme.label[language]) (\(ofTheme.count))"))]
                    + ofTheme.map { multiples($0, isOpen: false) })
        }
    }

    /// An observable in all scenarios.
    private func multiples(_ place: Int, isOpen: Bool) -> Markup {
        let observable = series.observables[place]
        let lines = series.scenarios.indices.map { line($0, place, style: LineStyle.scenario(0)) }
        let quantity = Quantity(observable, in: language, showing: lines.flatMap(\.estimates))
        let shown = series.scenarios.indices.filter { $0 != report.baseline }
        let summary = tag(
            "summary", [:],
            Markup(observable.named(with: quantity.unit, in: language).sentenceCased), Markup(" "),
            tag("code", [:], Markup(observable.key)))
        let content = [
            summary,
            tag("div", ["class": "multiples"], shown.map { multiple($0, place, lines, quantity) }),
        ]
        return isOpen
            ? tag("details", ["open": "open"], content) : tag("details", [:], content)
    }

    /// One scenario, before the baseline in grey.
    private func multiple(_ scenario: Int, _ place: Int, _ lines: [LineChart.Line], _ quantity: Quantity) -> Markup {
        let baseline = report.baseline.map { baseline -> LineChart.Line in
            let line = lines[baseline]
            return LineChart.Line(
                name: line.name, style: .context, start: line.start, estimates: line.estimates, column: baseline)
        }
        let ends = [lines[scenario].estimates.first, lines[scenario].estimates.last].map {
            $0.flatMap { quantity.text($0.mean, minus: Self.minus) } ?? "–"
        }
        let title = series.scenarios[scenario].title[language]
        let drawn = (report.baseline.map { [$0] } ?? []) + [scenario]
        let marks = report.marks(of: drawn, in: language) { $0 == report.baseline ? .context : .scenario(0) }
        let chart = LineChart(
            title: "\(title): \(series.observables[place].meaning[language])",
            description: say("from \(ends[0]) to \(ends[1])", "从 \(ends[0]) 到 \(ends[1])"),
            unit: "", factor: quantity.factor, lines: [baseline, lines[scenario]].compactMap(\.self), beside: lines,
            marks: marks, shape: .small, isNumbered: report.clock.isNumbered,
            download: "level-\(place)", told: quantity.unit,
            id: "\(language.rawValue)-multiple-\(place)-\(scenario)")
        return tag("figure", [:], tag("figcaption", [:], Markup(title)), chart.markup())
    }

    private var multiplesLegend: Markup {
        var entries = [(LineStyle.scenario(0), say("the scenario above the chart", "图上所列情景"))]
        if let baseline = report.baseline {
            entries.append((.context, say("baseline: ", "基线：") + series.scenarios[baseline].title[language]))
        }
        return legend(entries.map { (style: $0.0, text: $0.1, id: nil) })
    }
}
