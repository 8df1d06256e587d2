import Governance

/// What stands around the lines of a chart: unit, grid, ticks and their labels.
struct ChartFrame {
    let unit: String
    let value: ValueAxis
    let time: CalendarAxis
    /// Whether the line at 0 stands out.
    let zero: Bool

    /// Ten units are a pixel or so, so that paths in whole units are smooth.
    static let width = 3400.0
    static let height = 1900.0
    static let left = 480.0
    static let right = 3320.0
    static let top = 220.0
    static let bottom = 1660.0

    var markup: [Markup] {
        [tag("text", ["class": "unit", "x": "40", "y": "120"], Markup(unit))] + value.ticks.flatMap(level)
            + time.ticks.flatMap(upright) + [across("axis", at: Self.bottom)]
    }

    private func level(_ tick: Double) -> [Markup] {
        let y = value.y(tick)
        return [
            across(zero && tick == 0 ? "zero" : "grid", at: y),
            tag(
                "text", ["class": "y", "x": NumberText.coordinate(Self.left - 50), "y": NumberText.coordinate(y + 35)],
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
        let (from, to) = (NumberText.coordinate(Self.bottom), NumberText.coordinate(Self.bottom + 40))
        // Labels near the right edge end there.
        let anchor = x > Self.right - 140 ? "x end" : "x"
        return [
            tag("line", ["class": "tick", "x1": place, "x2": place, "y1": from, "y2": to]),
            tag(
                "text", ["class": anchor, "x": place, "y": NumberText.coordinate(Self.bottom + 160)],
                Markup(time.label(tick))),
        ]
    }
}
