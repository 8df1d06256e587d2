import Numerics

/// Values with bands over a number that grows by multiples, as SVG whose colours come from the page's style.
struct CurveChart {
    struct Line {
        let name: String
        let style: LineStyle
        /// In rising order of x.
        let points: [Point]
    }

    struct Point {
        let x: Double
        let value: Double
        let interval: ClosedRange<Double>?
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    /// Written above the upright axis, and what the level one counts.
    let unit: String
    let across: String
    /// Recorded number times this is the shown number.
    let factor: Double
    let lines: [Line]
    /// A level that is asked for.
    var level: Double?
    var shape = ChartShape(width: 3400, height: 2000, left: 480, right: 3320, top: 220, bottom: 1660)
    /// Unlike that of any other chart of the page.
    let id: String

    /// The chart as an element of a page.
    var markup: Markup {
        let axis = axis
        return tag(
            "svg",
            [
                ("viewBox", shape.viewBox), ("role", "img"), ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "chart"),
            ]
                + ChartFile(
                    name: String(id.drop { $0 != "-" }.dropFirst()),
                    columns: ["line", across, "value", "lower", "upper"]
                )
                .attributes,
            [tag("title", ["id": "\(id)-t"], Markup(title)), tag("desc", ["id": "\(id)-d"], Markup(description))]
                + frame(axis) + lines.flatMap { drawing($0, axis) })
    }

    private var axis: ValueAxis {
        let points = lines.flatMap(\.points)
        let values = points.flatMap { [$0.value] + ($0.interval.map { [$0.lowerBound, $0.upperBound] } ?? []) }
        return ValueAxis(
            holding: (values + (level.map { [$0] } ?? [])).map { $0 * factor }, zero: true, top: shape.top,
            bottom: shape.bottom)
    }

    /// Numbers on the level axis: every x that has a point.
    private var places: [Double] { Array(Set(lines.flatMap(\.points).map(\.x))).sorted() }

    private func x(_ value: Double) -> Double {
        let (low, high) = (scaled(places.first ?? 1), scaled(places.last ?? 1))
        let inset = 160.0
        let part = high > low ? (scaled(value) - low) / (high - low) : 0.5
        return shape.left + inset + part * (shape.right - shape.left - 2 * inset)
    }

    /// Doublings are alike far.
    private func scaled(_ value: Double) -> Double { Portable.log(max(value, 1e-9)) }

    private func frame(_ axis: ValueAxis) -> [Markup] {
        let ticks = places.map { place in
            ChartFrame.Tick(
                x: x(place), label: NumberText.fixed(place, decimals: place == place.rounded() ? 0 : 1) ?? "")
        }
        let frame = ChartFrame(unit: unit, value: axis, ticks: ticks, zero: true, shape: shape).markup
        let name = tag(
            "text",
            [
                "class": "x", "x": NumberText.coordinate((shape.left + shape.right) / 2),
                "y": NumberText.coordinate(shape.bottom + 300),
            ], Markup(across))
        let asked = level.map { level in
            let y = NumberText.coordinate(axis.y(level * factor))
            return tag(
                "line",
                [
                    "class": "mark all", "x1": NumberText.coordinate(shape.left),
                    "x2": NumberText.coordinate(shape.right), "y1": y, "y2": y,
                ])
        }
        return frame + [name] + (asked.map { [$0] } ?? [])
    }

    private func drawing(_ line: Line, _ axis: ValueAxis) -> [Markup] {
        let known = line.points.filter(\.value.isFinite)
        let banded = known.compactMap { point in point.interval.map { (x: x(point.x), interval: $0) } }
        let upper = banded.map { (x: $0.x, y: axis.y($0.interval.upperBound * factor)) }
        let lower = banded.reversed().map { (x: $0.x, y: axis.y($0.interval.lowerBound * factor)) }
        var pieces: [Markup] = []
        if banded.count > 1 {
            pieces.append(
                tag("path", ["class": "band \(line.style.name)", "d": PathText.through(upper + lower, closed: true)]))
        }
        let middle = known.map { (x: x($0.x), y: axis.y($0.value * factor)) }
        if middle.count > 1 {
            pieces.append(
                tag(
                    "path",
                    ["class": "line \(line.style.name)", "data-name": line.name, "d": PathText.through(middle)]))
        }
        return pieces
            + zip(known, middle).map { point, place in
                let across = NumberText.short(point.x)
                let words = MarkWords([line.name, across], point.value, point.interval, factor: factor, unit: unit)
                return tag(
                    "circle",
                    [
                        ("class", "dot \(line.style.name)"), ("cx", NumberText.coordinate(place.x)),
                        ("cy", NumberText.coordinate(place.y)), ("r", "32"),
                    ] + words.attributes, [])
            }
    }
}
