import Governance

/// A picture that stands alone: title, one chart or many, legend and a word on what they show, as one SVG file.
struct Figure {
    let title: String
    /// The unit, and what else stands under the title.
    let subtitle: String
    let panels: [Panel]
    let legend: [Entry]
    let note: String
    /// Millimetres across, as journals ask for: about 85 for one column, 174 for two.
    var width = Figure.usualWidth

    static let usualWidth = 174.0

    /// Units of a drawing to a millimetre: letters of 110 units are of eight points.
    static let unitsOfAMillimetre = 39.0

    /// What a width leaves to the one chart of a figure.
    static func shape(width: Double) -> ChartShape {
        let across = width * unitsOfAMillimetre - 2 * margin
        let height = min(3500, max(2000, 0.54 * across))
        return ChartShape(
            width: across, height: height, left: 420, right: across - 80, top: 100, bottom: height - 240)
    }

    /// A chart, and what stands above it where there are many.
    struct Panel {
        let title: String
        let chart: LineChart
    }

    struct Entry {
        let style: LineStyle
        let text: String
    }

    private static let margin = 160.0
    private static let line = 170.0

    var source: String {
        let width = max(Self.margin * 2 + gridWidth, self.width * Self.unitsOfAMillimetre)
        var y = 260.0
        var pieces = text(title, "title", at: &y, width: width, letter: 85, step: 200)
        y -= 20
        pieces += text(subtitle, "subtitle", at: &y, width: width, letter: 62, step: Self.line)
        if panels.count > 1 { y += 90 }
        pieces += grid(from: &y)
        y += 90
        pieces += entries(at: &y, width: width)
        pieces += text(note, "note", at: &y, width: width, letter: 62, step: Self.line)
        let size = (width: Int(width), height: Int(y))
        func millimetres(_ units: Int) -> String {
            NumberText.coordinate(Double(units) / Self.unitsOfAMillimetre) + "mm"
        }
        let root = tag(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "width": millimetres(size.width),
                "height": millimetres(size.height),
                "viewBox": "0 0 \(size.width) \(size.height)", "role": "img", "aria-labelledby": "title",
            ],
            [
                tag("title", ["id": "title"], Markup(title)), tag("style", [:], Markup(trusted: FigureStyle.source)),
                tag("rect", ["width": "100%", "height": "100%", "fill": "#ffffff"]),
            ] + pieces)
        return root.source + "\n"
    }

    /// Lines of text, with the place of the next line after them.
    private func text(
        _ text: String, _ kind: String, at y: inout Double, width: Double, letter: Double, step: Double
    ) -> [Markup] {
        guard !text.isEmpty else { return [] }
        return TextLayout.wrapped(text, to: Int((width - 2 * Self.margin) / letter)).map { words in
            defer { y += step }
            return tag(
                "text",
                ["class": kind, "x": NumberText.coordinate(Self.margin), "y": NumberText.coordinate(y)], Markup(words))
        }
    }

    // MARK: Panels

    /// As many beside each other as the width holds, but no more than fill two rows of few panels.
    private var columns: Int {
        guard panels.count > 1, let shape = panels.first?.chart.shape else { return 1 }
        let room = Int((width * Self.unitsOfAMillimetre - 2 * Self.margin) / shape.width)
        return max(1, min(room, panels.count <= 6 ? 3 : 4))
    }

    private var gridWidth: Double { Double(min(columns, panels.count)) * (panels.first?.chart.shape.width ?? 0) }

    private func grid(from y: inout Double) -> [Markup] {
        guard let shape = panels.first?.chart.shape else { return [] }
        var pieces: [Markup] = []
        for row in stride(from: 0, to: panels.count, by: columns) {
            let shown = panels[row..<min(row + columns, panels.count)]
            let titles = shown.map { $0.title.isEmpty ? [] : TextLayout.wrapped($0.title, to: Int(shape.width / 66)) }
            let height = Double(titles.map(\.count).max() ?? 0) * 140
            for (column, (panel, title)) in zip(shown, titles).enumerated() {
                let x = Self.margin + Double(column) * shape.width
                for (place, words) in title.enumerated() {
                    pieces.append(
                        tag(
                            "text",
                            [
                                "class": "panel", "x": NumberText.coordinate(x),
                                "y": NumberText.coordinate(y + Double(place) * 140),
                            ], Markup(words)))
                }
                pieces.append(
                    tag(
                        "g",
                        [
                            "transform":
                                "translate(\(NumberText.coordinate(x)) \(NumberText.coordinate(y + height - 60)))"
                        ], panel.chart.content))
            }
            y += height + shape.height + (height > 0 ? 60 : 0)
        }
        return pieces
    }

    // MARK: Legend

    /// Samples and names, as many beside each other as fit.
    private func entries(at y: inout Double, width: Double) -> [Markup] {
        var x = Self.margin
        var pieces: [Markup] = []
        for entry in legend {
            let lines = TextLayout.wrapped(entry.text, to: Int((width - 2 * Self.margin - 480) / 62))
            let needed = 480 + Double(lines.map(DisplayWidth.of).max() ?? 0) * 62 + 160
            if x > Self.margin, x + needed > width - Self.margin {
                x = Self.margin
                y += Self.line
            }
            let (left, middle) = (NumberText.coordinate(x), NumberText.coordinate(y - 40))
            pieces += [
                tag(
                    "rect",
                    [
                        "class": "band \(entry.style.name)", "x": left, "y": NumberText.coordinate(y - 95),
                        "width": "400", "height": "110",
                    ]),
                tag("path", ["class": "line \(entry.style.name)", "d": "M\(left) \(middle)h400"]),
            ]
            for (place, words) in lines.enumerated() {
                let below = y + Double(place) * Self.line
                pieces.append(
                    tag(
                        "text", ["x": NumberText.coordinate(x + 480), "y": NumberText.coordinate(below)], Markup(words))
                )
            }
            // What takes several lines has them for itself.
            y += Double(lines.count - 1) * Self.line
            x += needed
        }
        if !legend.isEmpty { y += Self.line + 40 }
        return pieces
    }
}
