import Analysis

/// Means in slices of a factor with whiskers for their intervals, a line for each scenario.
struct FactorChart {
    struct Line {
        let name: String
        let style: LineStyle
        let slices: [FactorSlices.Slice]
        /// What each slice tells.
        let words: [MarkWords]
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    let factor: String
    let unit: String
    /// Recorded number times this is the shown number.
    let scale: Double
    let lines: [Line]
    /// Numbers that the upright axis has room for, so that charts beside each other have the same.
    let beside: [Double]
    let file: ChartFile
    let id: String

    private static let shape = ChartShape(width: 3400, height: 2300, left: 520, right: 3320, top: 220, bottom: 1900)

    var markup: Markup {
        let words = lines.flatMap { $0.slices.compactMap(\.word) }
        let labels = Set(words).sorted()
        let frame = PlotFrame(
            across: labels.isEmpty
                ? .init(factor, holding: lines.flatMap { $0.slices.map(\.value) }) : .init(factor, labels: labels),
            upright: .init(unit, holding: beside.map { $0 * scale }), shape: Self.shape)
        let attributes: [(String, String)] =
            [
                ("viewBox", Self.shape.viewBox), ("role", "img"), ("aria-labelledby", "\(id)-t \(id)-d"),
                ("class", "chart plot"),
            ] + file.attributes
        return tag(
            "svg", attributes,
            [
                tag("title", [("id", "\(id)-t")], [Markup(title)]),
                tag("desc", [("id", "\(id)-d")], [Markup(description)]),
            ]
                + frame.markup + lines.flatMap { drawing($0, frame, joined: labels.isEmpty) })
    }

    private func drawing(_ line: Line, _ frame: PlotFrame, joined: Bool) -> [Markup] {
        let known = zip(line.slices, line.words).filter { $0.0.estimate.mean.isFinite }
        let points = known.map { (x: frame.x($0.0.value), y: frame.y($0.0.estimate.mean * scale)) }
        let path =
            joined && points.count > 1
            ? [tag("path", ["class": "line \(line.style.name)", "d": PathText.through(points)])] : []
        return path
            + zip(known, points).flatMap { slice, point -> [Markup] in
                let text = NumberText.coordinate
                let whisker = slice.0.estimate.interval.map { interval in
                    tag(
                        "line",
                        [
                            "class": "whisker \(line.style.name)", "x1": text(point.x), "x2": text(point.x),
                            "y1": text(frame.y(interval.lowerBound * scale)),
                            "y2": text(frame.y(interval.upperBound * scale)),
                        ])
                }
                let dot = tag(
                    "circle",
                    [("class", "dot \(line.style.name)"), ("cx", text(point.x)), ("cy", text(point.y)), ("r", "42")]
                        + slice.1.attributes, [])
                return (whisker.map { [$0] } ?? []) + [dot]
            }
    }
}
