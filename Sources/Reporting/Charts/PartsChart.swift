/// What leads from one whole to another, each part standing on the ones before it, with its interval.
struct PartsChart {
    struct Bar {
        let name: String
        let style: LineStyle
        /// Whether it is a whole, which stands on 0.
        let isWhole: Bool
        let value: Double
        /// Of the value, not of where the bar ends.
        let interval: ClosedRange<Double>?
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    let unit: String
    /// Recorded number times this is the shown number.
    let factor: Double
    let bars: [Bar]
    var shape = ChartShape.usual
    let id: String

    var markup: Markup {
        let spans = spans
        let values = zip(bars, spans).flatMap { bar, span in
            [span.from, span.to] + (bar.interval.map { [span.from + $0.lowerBound, span.from + $0.upperBound] } ?? [])
        }
        let axis = ValueAxis(
            holding: values.map { $0 * factor }, zero: true, top: shape.top, bottom: shape.bottom)
        let ticks = bars.indices.map { ChartFrame.Tick(x: middle($0), label: bars[$0].name) }
        return tag(
            "svg",
            [
                ("viewBox", shape.viewBox), ("role", "img"), ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "chart"),
            ]
                + ChartFile(
                    name: String(id.drop { $0 != "-" }.dropFirst()), columns: ["part", "value", "lower", "upper"]
                )
                .attributes,
            [tag("title", ["id": "\(id)-t"], Markup(title)), tag("desc", ["id": "\(id)-d"], Markup(description))]
                + ChartFrame(unit: unit, value: axis, ticks: ticks, zero: true, shape: shape).markup
                + zip(bars, spans).enumerated().flatMap { place, both in
                    drawing(both.0, both.1, at: place, axis)
                })
    }

    /// Where each bar begins and ends.
    private var spans: [(from: Double, to: Double)] {
        var level = 0.0
        return bars.map { bar in
            let from = bar.isWhole ? 0 : level
            level = from + bar.value
            return (from, level)
        }
    }

    private var step: Double { (shape.right - shape.left) / Double(max(1, bars.count)) }

    private func middle(_ place: Int) -> Double { shape.left + (Double(place) + 0.5) * step }

    private func drawing(_ bar: Bar, _ span: (from: Double, to: Double), at place: Int, _ axis: ValueAxis) -> [Markup] {
        let (a, b) = (axis.y(span.from * factor), axis.y(span.to * factor))
        let width = 0.6 * step
        let body = tag(
            "rect",
            [
                ("class", "bar \(bar.style.name)"), ("x", NumberText.coordinate(middle(place) - width / 2)),
                ("y", NumberText.coordinate(min(a, b))), ("width", NumberText.coordinate(width)),
                ("height", NumberText.coordinate(max(12, abs(a - b)))),
            ] + MarkWords([bar.name], bar.value, bar.interval, factor: factor, unit: unit).attributes, [])
        let whisker = bar.interval.map { interval in
            let x = NumberText.coordinate(middle(place))
            return tag(
                "line",
                [
                    "class": "axis", "x1": x, "x2": x,
                    "y1": NumberText.coordinate(axis.y((span.from + interval.lowerBound) * factor)),
                    "y2": NumberText.coordinate(axis.y((span.from + interval.upperBound) * factor)),
                ])
        }
        guard place + 1 < bars.count else { return [body] + (whisker.map { [$0] } ?? []) }
        let thread = tag(
            "line",
            [
                "class": "grid", "x1": NumberText.coordinate(middle(place)),
                "x2": NumberText.coordinate(middle(place + 1)), "y1": NumberText.coordinate(b),
                "y2": NumberText.coordinate(b),
            ])
        return [thread, body] + (whisker.map { [$0] } ?? [])
    }
}
