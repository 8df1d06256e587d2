import Governance

/// What stands around the lines of a chart: unit, grid, ticks and their labels.
struct ChartFrame {
    let unit: String
    let value: ValueAxis
    let time: CalendarAxis
    /// Whether the line at 0 stands out.
    let zero: Bool

    static let width = 340.0
    static let height = 190.0
    static let left = 48.0
    static let right = 332.0
    static let top = 22.0
    static let bottom = 166.0

    var markup: [Markup] {
        [tag("text", ["class": "unit", "x": "4", "y": "12"], Markup(unit))] + value.ticks.flatMap(level)
            + time.ticks.flatMap(upright) + [across("axis", at: Self.bottom)]
    }

    private func level(_ tick: Double) -> [Markup] {
        let y = value.y(tick)
        return [
            across(zero && tick == 0 ? "zero" : "grid", at: y),
            tag(
                "text", ["class": "y", "x": NumberText.coordinate(Self.left - 5), "y": NumberText.coordinate(y + 3.5)],
                Markup(value.label(tick))),
        ]
    }

    private func across(_ kind: String, at y: Double) -> Markup {
        let y = NumberText.coordinate(y)
        return tag(
            "line",
            [
                "class": kind, "x1": NumberText.coordinate(Self.left), "x2": NumberText.coordinate(Self.right), "y1": y,
                "y2": y,
            ])
    }

    private func upright(_ tick: YearMonth) -> [Markup] {
        let x = time.x(tick)
        let place = NumberText.coordinate(x)
        let (from, to) = (NumberText.coordinate(Self.bottom), NumberText.coordinate(Self.bottom + 4))
        // Labels near the right edge end there.
        let anchor = x > Self.right - 14 ? "x end" : "x"
        return [
            tag("line", ["class": "tick", "x1": place, "x2": place, "y1": from, "y2": to]),
            tag(
                "text", ["class": anchor, "x": place, "y": NumberText.coordinate(Self.bottom + 16)],
                Markup(time.label(tick))),
        ]
    }
}
