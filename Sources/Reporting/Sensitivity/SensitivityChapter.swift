import Analysis
import Governance

/// The page of a sensitivity analysis in one language.
struct SensitivityChapter: PageChapter {
    let report: SensitivityReport
    let language: Language

    var title: String { say("What results depend on: ", "结果取决于什么：") + report.title[language] }

    var sections: [Markup] {
        [heading] + report.parts.enumerated().map { partSection($0 + 1, $1) } + [methodSection, reproduceSection]
    }

    private var heading: Markup {
        tag(
            "header", [:], tag("h1", [:], Markup(title)),
            tag(
                "p", ["class": "lead"], Markup(say("Computed by \(report.program).", "由 \(report.program) 计算。"))))
    }

    private func partSection(_ number: Int, _ part: SensitivityReport.Part) -> Markup {
        let analysis = part.analysis
        let chart = IndexChart(
            rows: analysis.order.map { input in
                (analysis.names[input], shown(analysis.method).map { bar(analysis.indices($0)[input], $0, analysis) })
            }, title: part.name[language])
        let series = shown(analysis.method).enumerated().map { place, kind in
            (kind: "bar s\(place == 0 ? 0 : 4)", text: kind.label[language], opacity: Double?.none)
        }
        let quiet = (
            kind: "bar context", text: say("cannot be told from noise (dotted mark)", "无法与噪声（虚线标记）区分"),
            opacity: Double?.none
        )
        return section(
            "part-\(number)", SensitivityReport.heading(part)[language],
            [
                tag(
                    "figure", ["class": "stack"], tag("figcaption", [:], Markup(part.name[language].sentenceCased)),
                    chart.markup), swatches(series + [quiet]), indicesTable(analysis),
            ]
                + (analysis.indices(.second).isEmpty ? [] : [pairsTable(analysis)]), isWide: true)
    }

    /// Kinds that have bars.
    private func shown(_ method: SensitivityMethod) -> [SensitivityAnalysis.Kind] {
        switch method {
        case .morris: [.muStar]
        case .sobol: [.total, .first]
        case .pawn: [.pawn]
        }
    }

    private func bar(
        _ index: SensitivityAnalysis.Index, _ kind: SensitivityAnalysis.Kind, _ analysis: SensitivityAnalysis
    ) -> IndexChart.Bar {
        IndexChart.Bar(
            value: index.value, interval: index.interval, noise: index.noise, isClear: index.isClear,
            text: analysis.text(index.value, minus: Self.minus), kind: kind.label[language])
    }

    private func cells(_ index: SensitivityAnalysis.Index, _ analysis: SensitivityAnalysis) -> [Markup] {
        func text(_ value: Double) -> String { analysis.text(value, minus: Self.minus) }
        let interval = index.interval.map { "[\(text($0.lowerBound)), \(text($0.upperBound))]" } ?? ""
        let value = text(index.value) + (index.isClear == false ? " ~" : "")
        return [
            tag("td", ["class": "number"], Markup(value), tag("small", [:], Markup(interval))),
            tag("td", ["class": "number"], Markup(index.noise.map(text) ?? "–")),
        ]
    }

    private func indicesTable(_ analysis: SensitivityAnalysis) -> Markup {
        let rows = analysis.order.map { input in
            let name = analysis.names[input]
            let meaning = report.meanings[name].map { [tag("small", [:], Markup($0[language]))] } ?? []
            return tag(
                "tr", [:],
                [tag("th", ["scope": "row"], [Markup(name)] + meaning)]
                    + analysis.kinds.flatMap { cells(analysis.indices($0)[input], analysis) })
        }
        return table(
            say("Indices with 95 % intervals", "指数与 95% 区间"),
            head: [words("Input", "输入")]
                + analysis.kinds.flatMap { [Heading($0.label[language], isNumber: true), numbers("noise", "噪声")] },
            rows: rows)
    }

    private func pairsTable(_ analysis: SensitivityAnalysis) -> Markup {
        let pairs = analysis.indices(.second).sorted { $0.value > $1.value }.prefix(20)
        let rows = pairs.map { pair in
            tag(
                "tr", [:],
                [tag("th", ["scope": "row"], Markup(pair.inputs.map { analysis.names[$0] }.joined(separator: " × ")))]
                    + cells(pair, analysis))
        }
        return table(
            say("Second order: the largest pairs", "二阶：最大的成对作用"),
            head: [words("Inputs", "输入"), numbers("second", "二阶"), numbers("noise", "噪声")], rows: rows)
    }

    private var methodSection: Markup {
        section(
            "method", say("How to read it", "如何阅读"),
            [
                paragraph(SensitivityReport.legend[language]),
                paragraph(
                    say(
                        "Morris: mu* is the mean size of what moving an input over its whole range changes, in the result's unit; sigma beside it tells of "
                            + "effects that hang on other inputs or bend; mu far below mu* of effects that change sign. Sobol': the part of the result's "
                            + "variance that an input brings by itself (first) and with all its interactions (total). PAWN: how far the result's "
                            + "distribution moves when an input is known, 0 to 1. Intervals come from resampled trajectories, base points or "
                            + "observations: they tell of the sample of points.",
                        "Morris：μ* 为某输入在其整个范围内移动所引起变化的平均幅度（结果的单位）；σ 反映效应随其他输入而变或呈非线性；μ 远小于 μ* "
                            + "表示效应方向不一。Sobol：某输入单独（一阶）及连同其全部交互（总效应）所带来的方差占比。PAWN：已知某输入后结果分布的移动程度"
                            + "（0 至 1）。区间来自对轨迹、基点或观测的重抽样，反映所取的点。")),
            ])
    }

    private var reproduceSection: Markup {
        section("reproduce", say("How to reproduce", "如何复现"), [tag("pre", [:], Markup(report.command))])
    }
}
