/// Indices of inputs as bars across, with whiskers for intervals and an upright mark for the noise that each is held against.
struct IndexChart {
    struct Bar {
        let value: Double
        let interval: ClosedRange<Double>?
        let noise: Double?
        /// Whether it can be told from noise; nil where that cannot be said.
        let isClear: Bool?
        let text: String
        /// Which index it is.
        let kind: String
    }

    /// By input: its name, and a bar for each series.
    let rows: [(name: String, bars: [Bar])]
    /// What the picture shows, for those who hear it.
    let title: String

    private static let (width, left, right, bar, gap, top) = (5200.0, 1500.0, 4500.0, 130.0, 90.0, 60.0)

    private var series: Int { rows.map(\.bars.count).max() ?? 1 }
    private var height: Double { Double(series) * Self.bar + Self.gap }
    private var bottom: Double { Self.top + Double(rows.count) * height }

    var markup: Markup {
        let axis = axis
        var pieces = axis.ticks.flatMap { upright($0, axis) }
        for (number, row) in rows.enumerated() {
            let start = Self.top + Double(number) * height + Self.gap / 2
            let middle = start + Double(row.bars.count) * Self.bar / 2
            pieces.append(text("y", Self.left - 80, middle + 38, row.name))
            for (place, bar) in row.bars.enumerated() {
                pieces += markup(
                    of: bar, input: row.name, style: "s\(place == 0 ? 0 : 4)",
                    at: start + (Double(place) + 0.5) * Self.bar, axis)
            }
        }
        return tag(
            "svg",
            [
                ("viewBox", "0 0 \(Int(Self.width)) \(Int(bottom + 220))"), ("role", "img"), ("aria-label", title),
                ("class", "chart"),
            ] + ChartFile(name: "indices", columns: ["input", "index", "value", "lower", "upper"]).attributes, pieces)
    }

    private var axis: ValueAxis {
        var ends: [Double] = []
        for bar in rows.flatMap(\.bars) {
            ends += [bar.value, bar.noise ?? 0]
            if let interval = bar.interval { ends += [interval.lowerBound, interval.upperBound] }
        }
        return ValueAxis(holding: ends, zero: true, top: Self.right, bottom: Self.left)
    }

    private func markup(of bar: Bar, input: String, style: String, at y: Double, _ axis: ValueAxis) -> [Markup] {
        let (zero, end) = (axis.y(0), axis.y(bar.value))
        var pieces = [
            tag(
                "rect",
                [
                    ("class", "bar \(bar.isClear == false ? "context" : style)"),
                    ("x", NumberText.coordinate(min(zero, end))), ("y", NumberText.coordinate(y - 50)),
                    ("width", NumberText.coordinate(max(8, abs(end - zero)))), ("height", "100"),
                ] + MarkWords([input, bar.kind], bar.value, bar.interval).attributes, [])
        ]
        if let interval = bar.interval {
            pieces.append(line("axis", axis.y(interval.lowerBound), y, axis.y(interval.upperBound), y))
        }
        if let noise = bar.noise { pieces.append(line("mark all", axis.y(noise), y - 62, axis.y(noise), y + 62)) }
        return pieces + [text("", Self.right + 90, y + 38, bar.text)]
    }

    private func upright(_ tick: Double, _ axis: ValueAxis) -> [Markup] {
        [
            line(tick == 0 ? "zero" : "grid", axis.y(tick), Self.top, axis.y(tick), bottom),
            text("x", axis.y(tick), bottom + 150, axis.label(tick)),
        ]
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
