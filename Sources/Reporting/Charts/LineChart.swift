import Analysis
import Governance

/// Time series with bands for their intervals, as SVG whose colours come from the page's style.
struct LineChart {
    struct Line {
        let name: String
        let style: LineStyle
        /// The calendar month of the first estimate.
        let start: YearMonth
        /// One for each month; undefined months leave gaps.
        let estimates: [Estimate]
        /// Its place among the lines of the chart's download.
        var column = 0
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    /// Written above the upright axis.
    let unit: String
    /// Recorded number times this is the shown number.
    let factor: Double
    let lines: [Line]
    /// Whether 0 is always in view, and drawn.
    var zero = false
    /// Lines of charts beside it, for which its axes have room so that all axes are the same.
    var beside: [Line] = []
    var marks: [DateMark] = []
    var shape = ChartShape.usual
    /// Whether months are told by their number in the run.
    var isNumbered = false
    /// The download that has its numbers; none: nobody can point at them.
    var download = ""
    /// What follows a number that one points at.
    var told = ""
    /// Unlike that of any other chart of the page.
    let id: String

    /// The chart as an element of a page, with what those who point at it are told.
    func markup() -> Markup {
        let axes = axes
        return tag(
            "svg",
            [
                "viewBox": shape.viewBox, "role": "img", "aria-labelledby": "\(id)-t \(id)-d", "class": "chart",
                "data-start": isNumbered ? "" : axes.time.first.description,
                "data-months": String(axes.time.last - axes.time.first),
                "data-x": "\(NumberText.coordinate(shape.left)) \(NumberText.coordinate(shape.right))",
                "data-y": "\(NumberText.coordinate(shape.bottom)) \(NumberText.coordinate(shape.top))",
                "data-range": "\(axes.value.range.lowerBound) \(axes.value.range.upperBound)",
                "data-series": download, "data-factor": factor.description, "data-unit": told,
            ],
            [tag("title", ["id": "\(id)-t"], Markup(title)), tag("desc", ["id": "\(id)-d"], Markup(description))]
                + content(axes))
    }

    /// The drawing alone, in the units of its shape.
    var content: [Markup] { content(axes) }

    private func content(_ axes: (value: ValueAxis, time: CalendarAxis)) -> [Markup] {
        let (value, time) = axes
        let seen = marks.filter { time.first <= $0.month && $0.month <= time.last }
        let ticks = time.ticks.map { ChartFrame.Tick(x: time.x($0), label: time.label($0)) }
        return ChartFrame(unit: unit, value: value, ticks: ticks, zero: zero, shape: shape).markup
            + seen.map { $0.markup(at: time.x($0.month), shape) } + lines.map { band($0, value, time) }
            + lines.map { line($0, value, time) }
    }

    private var axes: (value: ValueAxis, time: CalendarAxis) {
        let all = lines + beside
        let values = all.flatMap {
            $0.estimates.flatMap { $0.interval.map { [$0.lowerBound, $0.upperBound] } ?? [$0.mean] }
        }
        let first = all.map(\.start).min() ?? YearMonth(ordinal: 0)
        let last = all.map { $0.start + max(0, $0.estimates.count - 1) }.max() ?? first
        return (
            ValueAxis(holding: values.map { $0 * factor }, zero: zero, top: shape.top, bottom: shape.bottom),
            CalendarAxis(from: first, to: last, left: shape.left, right: shape.right, isNumbered: isNumbered)
        )
    }

    private func band(_ line: Line, _ value: ValueAxis, _ time: CalendarAxis) -> Markup {
        let areas = runs(of: line, where: { $0.interval != nil }).map { run in
            let points = run.compactMap { month in
                line.estimates[month].interval.map { (x: time.x(line.start + month), interval: $0) }
            }
            let upper = points.map { (x: $0.x, y: value.y($0.interval.upperBound * factor)) }
            let lower = points.reversed().map { (x: $0.x, y: value.y($0.interval.lowerBound * factor)) }
            return PathText.through(upper + lower, closed: true)
        }
        return areas.isEmpty ? Markup([]) : tag("path", ["class": "band \(line.style.name)", "d": areas.joined()])
    }

    private func line(_ line: Line, _ value: ValueAxis, _ time: CalendarAxis) -> Markup {
        var path = ""
        var alone: [Markup] = []
        for run in runs(of: line, where: { $0.mean.isFinite }) {
            let points = run.map { month in
                (x: time.x(line.start + month), y: value.y(line.estimates[month].mean * factor))
            }
            if points.count == 1 {
                let (x, y) = (NumberText.coordinate(points[0].x), NumberText.coordinate(points[0].y))
                alone.append(tag("circle", ["class": "dot \(line.style.name)", "cx": x, "cy": y, "r": "20"]))
            } else {
                path += PathText.through(points)
            }
        }
        guard !path.isEmpty else { return Markup(alone) }
        return Markup(
            alone + [
                tag(
                    "path",
                    [
                        "class": "line \(line.style.name)", "data-name": line.name, "data-column": "\(line.column)",
                        "d": path,
                    ])
            ])
    }

    /// The stretches of months without a gap.
    private func runs(of line: Line, where holds: (Estimate) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (month, estimate) in line.estimates.enumerated() where holds(estimate) {
            if let last = runs.last, last.upperBound == month {
                runs[runs.count - 1] = last.lowerBound..<month + 1
            } else {
                runs.append(month..<month + 1)
            }
        }
        return runs
    }
}
