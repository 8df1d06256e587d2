import Governance

/// Something that happened at a date: a thin upright line with words that show when one points at it.
struct DateMark {
    /// The first month in which it holds, where it stands on the axis.
    let month: YearMonth
    let text: String
    /// The scenario in which it happened; nil where it happened in all of them.
    let style: LineStyle?

    func markup(at x: Double, _ shape: ChartShape) -> Markup {
        let place = NumberText.coordinate(x)
        let ends = [NumberText.coordinate(shape.top), NumberText.coordinate(shape.bottom)]
        func line(_ kind: String) -> Markup {
            tag("line", ["class": kind, "x1": place, "x2": place, "y1": ends[0], "y2": ends[1]])
        }
        return tag(
            "g", [:], tag("title", [:], Markup(text)), line("mark \(style?.name ?? "all")"),
            // Wide enough to be pointed at.
            line("hit"))
    }
}
