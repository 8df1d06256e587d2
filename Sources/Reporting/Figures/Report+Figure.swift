import Analysis
import Governance

extension Report {
    /// What a figure shows of an observable.
    public struct FigureContent: Sendable {
        /// Places of scenarios in the results, in the order in which they are drawn.
        public let scenarios: [Int]
        /// A small chart for each scenario, with the baseline in grey, instead of one for all.
        public let isGrid: Bool
        /// Differences from the baseline instead of levels.
        public let areDifferences: Bool
        /// Millimetres across.
        public let width: Double

        /// - Parameters:
        ///   - isGrid: asked for; it is one in any case where there are more scenarios than one chart can hold.
        ///   - width: in millimetres; letters keep their size whatever it is. Nil for that of two columns of a journal.
        public init(
            scenarios: [Int], isGrid: Bool = false, areDifferences: Bool = false, width: Double? = nil
        ) {
            self.width = width ?? Figure.usualWidth
            self.scenarios = scenarios
            self.isGrid = isGrid || scenarios.count > Chapter.linesOfAChart
            self.areDifferences = areDifferences
        }
    }

    /// The observables that stand first, as far as the results have them.
    public var headlineObservables: [Int] { Headlines.places(in: results.series.observables) }

    /// An observable over time as a picture that stands alone: the source of an SVG file on a white ground.
    ///
    /// - Parameter observable: its place in the results.
    public func figure(_ observable: Int, _ content: FigureContent, in language: Language) -> String {
        FigureMaker(report: self, observable: observable, content: content, language: language).figure.source
    }
}

/// Makes the figure of one observable.
private struct FigureMaker {
    let report: Report
    let place: Int
    let areDifferences: Bool
    let isGrid: Bool
    let language: Language
    let width: Double
    /// Scenarios that have a line of their own.
    let shown: [Int]
    let lines: [LineChart.Line]
    let quantity: Quantity

    init(report: Report, observable: Int, content: Report.FigureContent, language: Language) {
        let series = report.results.series
        let areDifferences = content.areDifferences && report.baseline != nil
        let isGrid = content.isGrid
        let leavesBaselineOut = (areDifferences || isGrid) && content.scenarios != [report.baseline]
        let shown = leavesBaselineOut ? content.scenarios.filter { $0 != report.baseline } : content.scenarios
        lines = shown.map { scenario in
            let contrast =
                areDifferences
                ? report.baseline.map { PairedContrast(series, baseline: $0, other: scenario) } : nil
            return LineChart.Line(
                name: series.scenarios[scenario].id, style: isGrid ? .scenario(0) : .scenario(scenario),
                start: report.clock.origin,
                estimates: contrast?.differences(observable: observable).map(\.difference)
                    ?? series.estimates(scenario: scenario, observable: observable))
        }
        quantity = Quantity(series.observables[observable], in: language, showing: lines.flatMap(\.estimates))
        self.report = report
        place = observable
        self.areDifferences = areDifferences
        self.isGrid = isGrid
        self.language = language
        self.width = content.width
        self.shown = shown
    }

    private var series: SeriesTable { report.results.series }

    private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh)[language] }

    var figure: Figure {
        let observable = series.observables[place]
        let name = observable.meaning[language].sentenceCased
        return Figure(
            title: areDifferences ? say("\(name): difference from the baseline", "\(name)：与基线之差") : name,
            subtitle: [areDifferences ? quantity.differenceUnit : quantity.unit, "(\(observable.key))"]
                .filter { !$0.isEmpty }.joined(separator: "  "),
            panels: isGrid ? zip(shown, lines).map(panel) : [Figure.Panel(title: "", chart: chart)], legend: legend,
            note: note, width: width)
    }

    private var chart: LineChart {
        LineChart(
            title: "", description: "", unit: "", factor: quantity.factor, lines: lines, zero: areDifferences,
            marks: report.marks(of: shown, in: language), shape: Figure.shape(width: width),
            isNumbered: report.clock.isNumbered,
            id: "chart")
    }

    /// The baseline's line in grey; nil where it is not drawn.
    private var context: LineChart.Line? {
        guard isGrid, !areDifferences, let baseline = report.baseline, !shown.contains(baseline) else { return nil }
        return LineChart.Line(
            name: series.scenarios[baseline].id, style: .context, start: report.clock.origin,
            estimates: series.estimates(scenario: baseline, observable: place))
    }

    private func panel(_ scenario: Int, _ line: LineChart.Line) -> Figure.Panel {
        let drawn = (context == nil ? [] : report.baseline.map { [$0] } ?? []) + [scenario]
        return Figure.Panel(
            title: series.scenarios[scenario].title[language],
            chart: LineChart(
                title: "", description: "", unit: "", factor: quantity.factor,
                lines: [context, line].compactMap(\.self),
                zero: areDifferences, beside: lines,
                marks: report.marks(of: drawn, in: language) { $0 == scenario ? .scenario(0) : .context },
                shape: .small, isNumbered: report.clock.isNumbered, id: "chart"))
    }

    private var legend: [Figure.Entry] {
        guard isGrid else {
            return shown.map { Figure.Entry(style: .scenario($0), text: series.scenarios[$0].title[language]) }
        }
        guard context != nil, let baseline = report.baseline else { return [] }
        return [
            Figure.Entry(style: .scenario(0), text: say("the scenario above the chart", "图上所列情景")),
            Figure.Entry(
                style: .context, text: say("baseline: ", "基线：") + series.scenarios[baseline].title[language]),
        ]
    }

    private var note: String {
        let count = series.wholeReplicates
        let program = report.manifest.program + say(", seed ", "，随机种子 ") + report.manifest.seed
        let dates = shown.contains { !report.marks(of: [$0], in: language).isEmpty }
        let months = report.clock.isNumbered
        return say(
            "Lines: means over \(count) replicates"
                + (areDifferences ? " of paired differences" : "") + "; bands: 95 % intervals"
                + (dates ? "; upright lines: dated changes of institutions" : "")
                + (months ? "; across: months of the run" : "") + ". \(program).",
            "线：\(count) 次重复" + (areDifferences ? "配对差值" : "") + "的均值；带：95% 区间"
                + (dates ? "；竖线：有日期的制度变化" : "") + (months ? "；横轴：运行月份" : "") + "。\(program)。")
    }
}
