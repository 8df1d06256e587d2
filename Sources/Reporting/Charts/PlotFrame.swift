/// What stands around a plot of one number against another: grid, ticks, and the names of both axes.
struct PlotFrame {
    let across: Axis
    let upright: Axis
    var shape = ChartShape.plot

    /// An axis of numbers, or of labels that stand at 0, 1, 2, ...
    struct Axis {
        let name: String
        let range: ClosedRange<Double>
        let ticks: [(value: Double, label: String)]

        /// Round ticks around the values.
        init(_ name: String, holding values: [Double], zero: Bool = false) {
            let axis = ValueAxis(holding: values, zero: zero, top: 0, bottom: 1)
            self.name = name
            range = axis.range
            ticks = axis.ticks.map { ($0, axis.label($0)) }
        }

        init(_ name: String, labels: [String]) {
            self.name = name
            range = -0.5...Double(max(1, labels.count)) - 0.5
            ticks = labels.enumerated().map { (Double($0), $1) }
        }

        func part(_ value: Double) -> Double { (value - range.lowerBound) / (range.upperBound - range.lowerBound) }
    }

    func x(_ value: Double) -> Double { shape.left + across.part(value) * (shape.right - shape.left) }

    func y(_ value: Double) -> Double { shape.bottom - upright.part(value) * (shape.bottom - shape.top) }

    var markup: [Markup] {
        let text = NumberText.coordinate
        let (left, right, top, bottom) = (text(shape.left), text(shape.right), text(shape.top), text(shape.bottom))
        let levels = upright.ticks.flatMap { tick -> [Markup] in
            let y = text(y(tick.value))
            return [
                tag("line", ["class": "grid", "x1": left, "x2": right, "y1": y, "y2": y]),
                tag(
                    "text", ["class": "y", "x": text(shape.left - 50), "y": text(self.y(tick.value) + 35)],
                    Markup(tick.label)),
            ]
        }
        let columns = across.ticks.flatMap { tick -> [Markup] in
            let x = text(x(tick.value))
            // Labels near the right edge end there.
            let anchor = self.x(tick.value) > shape.right - 140 ? "x end" : "x"
            return [
                tag("line", ["class": "grid", "x1": x, "x2": x, "y1": top, "y2": bottom]),
                tag("text", ["class": anchor, "x": x, "y": text(shape.bottom + 150)], Markup(tick.label)),
            ]
        }
        let names = [
            tag("text", ["class": "unit", "x": "40", "y": "120"], Markup(upright.name)),
            tag("text", ["class": "end", "x": right, "y": text(shape.bottom + 310)], Markup(across.name)),
        ]
        return levels + columns
            + [
                tag("line", ["class": "axis", "x1": left, "x2": right, "y1": bottom, "y2": bottom]),
                tag("line", ["class": "axis", "x1": left, "x2": left, "y1": top, "y2": bottom]),
            ] + names
    }

    /// The whole drawing; what it shows is told to those who hear the page by its title.
    func drawing(_ title: String, _ content: [Markup], file: ChartFile) -> Markup {
        tag(
            "svg",
            [("viewBox", shape.viewBox), ("role", "img"), ("class", "chart plot"), ("aria-label", title)]
                + file.attributes, markup + content)
    }
}
