/// What stands around the lines of a chart: unit, grid, ticks and their labels.
struct ChartFrame {
    /// Empty where it stands elsewhere.
    let unit: String
    let value: ValueAxis
    /// What stands below the level axis, from left to right.
    let ticks: [Tick]
    /// Whether the line at 0 stands out.
    let zero: Bool
    let shape: ChartShape

    struct Tick {
        let x: Double
        let label: String
    }

    var markup: [Markup] {
        (unit.isEmpty ? [] : [tag("text", ["class": "unit", "x": "40", "y": "120"], Markup(unit))])
            + value.ticks.flatMap(level) + ticks.flatMap(upright) + [across("axis", at: shape.bottom)]
    }

    private func level(_ tick: Double) -> [Markup] {
        let y = value.y(tick)
        return [
            across(zero && tick == 0 ? "zero" : "grid", at: y),
            tag(
                "text",
                ["class": "y", "x": NumberText.coordinate(shape.left - 50), "y": NumberText.coordinate(y + 35)],
                Markup(value.label(tick))),
        ]
    }

    private func across(_ kind: String, at y: Double) -> Markup {
        let y = NumberText.coordinate(y)
        return tag(
            "line",
            [
                "class": kind, "x1": NumberText.coordinate(shape.left), "x2": NumberText.coordinate(shape.right),
                "y1": y, "y2": y,
            ])
    }

    private func upright(_ tick: Tick) -> [Markup] {
        let place = NumberText.coordinate(tick.x)
        let (from, to) = (NumberText.coordinate(shape.bottom), NumberText.coordinate(shape.bottom + 40))
        // Labels near the right edge end there.
        let anchor = tick.x > shape.right - 140 ? "x end" : "x"
        return [
            tag("line", ["class": "tick", "x1": place, "x2": place, "y1": from, "y2": to]),
            tag(
                "text", ["class": anchor, "x": place, "y": NumberText.coordinate(shape.bottom + 160)],
                Markup(tick.label)),
        ]
    }
}
