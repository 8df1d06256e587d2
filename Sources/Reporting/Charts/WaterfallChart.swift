/// How a value goes from one to another by steps: a bar for each step from where the last one ended, with a whisker for its interval.
///
/// Rows go down; the axis lies across. Steps that are not clearly up or down are grey.
struct WaterfallChart {
    struct Step {
        let name: String
        let share: Double
        let interval: ClosedRange<Double>?
        /// The number beside the row.
        let text: String
        /// Whether the interval leaves 0 out.
        let isClear: Bool
    }

    let from: (name: String, value: Double, text: String)
    let to: (name: String, value: Double, text: String)
    let steps: [Step]
    /// What the picture shows, for those who hear it.
    let title: String
    /// Recorded number times this is the number on the axis, with its unit.
    let factor: Double
    let unit: String

    private static let (width, left, right, row, top) = (6480.0, 2500.0, 5300.0, 230.0, 90.0)

    private var bottom: Double { Self.top + Double(steps.count + 2) * Self.row }

    var markup: Markup {
        let axis = axis
        var pieces: [Markup] = axis.ticks.flatMap { upright($0, axis) }
        pieces += total(0, from, axis)
        var value = from.value * factor
        for (number, step) in steps.enumerated() {
            pieces += row(number + 1, step, from: value, axis)
            value += step.share * factor
        }
        pieces += total(steps.count + 1, to, axis)
        if !unit.isEmpty {
            pieces.append(text("x", (Self.left + Self.right) / 2, bottom + 330, unit))
        }
        let height = Int(bottom + 400)
        return tag(
            "svg",
            [
                ("viewBox", "0 0 \(Int(Self.width)) \(height)"), ("role", "img"), ("aria-label", title),
                ("class", "chart waterfall"),
            ] + ChartFile(name: "shares", columns: ["step", "value", "lower", "upper"]).attributes, pieces)
    }

    /// Across: its bottom is the left end.
    private var axis: ValueAxis {
        var places = [from.value, to.value].map { $0 * factor }
        var value = from.value * factor
        for step in steps {
            if let interval = step.interval {
                places += [interval.lowerBound, interval.upperBound].map { value + $0 * factor }
            }
            value += step.share * factor
            places.append(value)
        }
        return ValueAxis(holding: places, zero: false, top: Self.right, bottom: Self.left)
    }

    private func middle(_ row: Int) -> Double { Self.top + (Double(row) + 0.5) * Self.row }

    private func upright(_ tick: Double, _ axis: ValueAxis) -> [Markup] {
        let x = NumberText.coordinate(axis.y(tick))
        return [
            tag(
                "line",
                [
                    "class": tick == 0 ? "zero" : "grid", "x1": x, "x2": x, "y1": NumberText.coordinate(Self.top),
                    "y2": NumberText.coordinate(bottom),
                ]),
            text("x", axis.y(tick), bottom + 160, axis.label(tick)),
        ]
    }

    private func total(_ row: Int, _ end: (name: String, value: Double, text: String), _ axis: ValueAxis) -> [Markup] {
        let (x, y) = (axis.y(end.value * factor), middle(row))
        return [
            text("y", Self.left - 90, y + 38, end.name),
            tag(
                "circle",
                [("class", "dot s7"), ("cx", NumberText.coordinate(x)), ("cy", NumberText.coordinate(y)), ("r", "48")]
                    + MarkWords([end.name], end.value, nil, factor: factor, unit: unit).attributes, []),
            text("", Self.right + 120, y + 38, end.text),
        ]
    }

    private func row(_ row: Int, _ step: Step, from start: Double, _ axis: ValueAxis) -> [Markup] {
        let (y, end) = (middle(row), start + step.share * factor)
        let (a, b) = (axis.y(start), axis.y(end))
        let style = !step.isClear ? "context" : step.share > 0 ? "s0" : "s1"
        var pieces = [
            text("y", Self.left - 90, y + 38, step.name),
            tag(
                "rect",
                [
                    ("class", "bar \(style)"), ("x", NumberText.coordinate(min(a, b))),
                    ("y", NumberText.coordinate(y - 65)), ("width", NumberText.coordinate(max(8, abs(b - a)))),
                    ("height", "130"),
                ] + MarkWords([step.name], step.share, step.interval, factor: factor, unit: unit).attributes, []),
            line("tick", b, y + 65, b, y + Self.row - 65),
            text("", Self.right + 120, y + 38, step.text),
        ]
        if let interval = step.interval {
            let ends = [interval.lowerBound, interval.upperBound].map { axis.y(start + $0 * factor) }
            pieces += [line("axis", ends[0], y, ends[1], y)] + ends.map { line("axis", $0, y - 30, $0, y + 30) }
        }
        return pieces
    }

    private func line(_ kind: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Markup {
        tag(
            "line",
            [
                "class": kind, "x1": NumberText.coordinate(x1), "x2": NumberText.coordinate(x2),
                "y1": NumberText.coordinate(y1), "y2": NumberText.coordinate(y2),
            ])
    }

    private func text(_ kind: String, _ x: Double, _ y: Double, _ words: String) -> Markup {
        tag("text", ["class": kind, "x": NumberText.coordinate(x), "y": NumberText.coordinate(y)], Markup(words))
    }
}
