import Analysis

/// A difference and its interval as a mark and a bar about the line at 0.
struct IntervalPlot {
    private let difference: Estimate
    /// What reaches the edge.
    private let bound: Double
    private let style: LineStyle

    init(_ difference: Estimate, bound: Double, style: LineStyle) {
        self.difference = difference
        self.bound = bound
        self.style = style
    }

    /// The row's cells tell the same in numbers, so those who hear the page are spared it.
    var markup: Markup {
        var pieces = [tag("line", ["class": "zero", "x1": "60", "x2": "60", "y1": "0", "y2": "16"])]
        if let interval = difference.interval {
            let (left, right) = (x(interval.lowerBound), x(interval.upperBound))
            pieces.append(
                tag(
                    "rect",
                    [
                        "class": "bar \(style.name)", "x": NumberText.coordinate(left), "y": "5",
                        "width": NumberText.coordinate(max(1, right - left)), "height": "6",
                    ]))
        }
        if difference.mean.isFinite {
            let place = NumberText.coordinate(x(difference.mean))
            pieces.append(tag("circle", ["class": "dot \(style.name)", "cx": place, "cy": "8", "r": "3.5"]))
        }
        return tag(
            "svg", ["viewBox": "0 0 120 16", "width": "120", "height": "16", "aria-hidden": "true"], pieces)
    }

    private func x(_ value: Double) -> Double { 60 + (bound > 0 ? value / bound * 54 : 0) }
}
