/// Amounts that flow from left to right, as wide as they are large, as SVG whose colours come from the page's style.
///
/// A node lies one column to the right of the last that flows into it; those from which nothing flows lie in the last column.
struct SankeyChart {
    struct Node {
        let name: String
        let amount: String
        let words: MarkWords
    }

    struct Link {
        /// Places among the nodes; what flows never comes back.
        let from: Int
        let to: Int
        let value: Double
        let style: LineStyle
        let words: MarkWords
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    let nodes: [Node]
    let links: [Link]
    let file: ChartFile
    let id: String

    private static let (width, left, right, top) = (7800.0, 1700.0, 6250.0, 60.0)
    private static let (bar, whole) = (110.0, 1900.0)

    var markup: Markup {
        let layout = layout
        let height = layout.height
        let attributes: [(String, String)] =
            [
                ("viewBox", "0 0 \(Int(Self.width)) \(Int(height))"), ("role", "img"),
                ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "chart sankey"),
            ] + file.attributes
        return tag(
            "svg", attributes,
            [
                tag("title", [("id", "\(id)-t")], [Markup(title)]),
                tag("desc", [("id", "\(id)-d")], [Markup(description)]),
            ]
                + ribbons(layout) + nodes.indices.flatMap { drawing($0, layout) })
    }

    // MARK: Layout

    /// Where nodes lie, in the units of the drawing.
    private struct Layout {
        var column: [Int]
        var last = 0
        var x: [Double]
        var y: [Double]
        var length: [Double]
        var height = 0.0
        var scale = 0.0
    }

    private func flow(_ node: Int) -> Double {
        let (into, out) = links.reduce(into: (0.0, 0.0)) { sum, link in
            if link.to == node { sum.0 += link.value }
            if link.from == node { sum.1 += link.value }
        }
        return max(into, out)
    }

    private var columns: [Int] {
        var column = Array(repeating: 0, count: nodes.count)
        // As many rounds as there are nodes settle the longest way to each.
        for _ in nodes.indices {
            for link in links { column[link.to] = max(column[link.to], column[link.from] + 1) }
        }
        let last = column.max() ?? 0
        for node in nodes.indices where !links.contains(where: { $0.from == node }) { column[node] = last }
        return column
    }

    private var layout: Layout {
        let column = columns
        let last = column.max() ?? 0
        let total =
            (0...last).map { own in nodes.indices.reduce(0) { $0 + (column[$1] == own ? flow($1) : 0) } }.max() ?? 0
        let scale = total > 0 ? Self.whole / total : 0
        var layout = Layout(
            column: column, last: last,
            x: column.map {
                last > 0
                    ? Self.left + Double($0) / Double(last) * (Self.right - Self.left - Self.bar) : Self.left
            },
            y: Array(repeating: 0, count: nodes.count), length: nodes.indices.map { max(8, flow($0) * scale) },
            scale: scale)
        let slots = nodes.indices.map { node in
            let isBetween = column[node] > 0 && column[node] < last
            let names = Double(TextLayout.wrapped(nodes[node].name, to: 26).count + 1) * Self.line
            return isBetween ? layout.length[node] + names + 90 : max(layout.length[node] + 70, names + 100)
        }
        let heights = (0...last).map { own in slots.indices.reduce(0) { $0 + (column[$1] == own ? slots[$1] : 0) } }
        let room = heights.max() ?? 0
        for own in 0...last {
            // Near to what flows in, so that ribbons cross little; the first column by size.
            let order = nodes.indices.filter { column[$0] == own }.sorted { a, b in
                let (p, q) = (origin(a, layout), origin(b, layout))
                return p != q ? p < q : flow(a) > flow(b)
            }
            var y = Self.top + (room - heights[own]) / 2
            for node in order {
                let isBetween = own > 0 && own < last
                layout.y[node] = y + (slots[node] - layout.length[node]) / (isBetween ? 1 : 2) - (isBetween ? 40 : 0)
                y += slots[node]
            }
        }
        layout.height = Self.top * 2 + room
        return layout
    }

    /// The mean height of what flows into a node.
    private func origin(_ node: Int, _ layout: Layout) -> Double {
        let into = links.filter { $0.to == node }
        let sum = into.reduce(0) { $0 + $1.value }
        guard sum > 0 else { return 0 }
        return into.reduce(0) { $0 + $1.value * (layout.y[$1.from] + layout.length[$1.from] / 2) } / sum
    }

    // MARK: Drawing

    private func ribbons(_ layout: Layout) -> [Markup] {
        var (left, right) = (layout.y, layout.y)
        var places: [Int: (from: Double, to: Double)] = [:]
        for number in links.indices.sorted(by: { layout.y[links[$0].to] < layout.y[links[$1].to] }) {
            let link = links[number]
            places[number] = (left[link.from], 0)
            left[link.from] += link.value * layout.scale
        }
        for number in links.indices.sorted(by: { layout.y[links[$0].from] < layout.y[links[$1].from] }) {
            let link = links[number]
            places[number]?.to = right[link.to]
            right[link.to] += link.value * layout.scale
        }
        return links.indices.map { ribbon($0, places[$0] ?? (0, 0), layout) }
    }

    private func ribbon(_ number: Int, _ place: (from: Double, to: Double), _ layout: Layout) -> Markup {
        let link = links[number]
        let width = max(4, link.value * layout.scale)
        let (x1, x2) = (layout.x[link.from] + Self.bar, layout.x[link.to])
        let middle = (x1 + x2) / 2
        func text(_ values: Double...) -> String { values.map(NumberText.coordinate).joined(separator: " ") }
        let path =
            "M\(text(x1, place.from))C\(text(middle, place.from, middle, place.to, x2, place.to))"
            + "L\(text(x2, place.to + width))C\(text(middle, place.to + width, middle, place.from + width, x1, place.from + width))Z"
        return tag("path", [("class", "flow \(link.style.name)"), ("d", path)] + link.words.attributes, [])
    }

    private func drawing(_ node: Int, _ layout: Layout) -> [Markup] {
        let (x, y, length) = (layout.x[node], layout.y[node], layout.length[node])
        let box = tag(
            "rect",
            [
                ("class", "node"), ("x", NumberText.coordinate(x)), ("y", NumberText.coordinate(y)),
                ("width", NumberText.coordinate(Self.bar)), ("height", NumberText.coordinate(length)),
                ("data-tip", nodes[node].words.tip),
            ], [])
        let column = layout.column[node]
        let kind = column == 0 ? "end" : column == layout.last ? "" : "middle halo"
        let across = column == 0 ? x - 60 : column == layout.last ? x + Self.bar + 60 : x + Self.bar / 2
        let names = TextLayout.wrapped(nodes[node].name, to: 26)
        let lines = names.map { ($0, "strong") } + [(nodes[node].amount, "")]
        // Names of nodes between stand above them, where no other's are.
        let isBetween = column > 0 && column < layout.last
        let room = Double(lines.count) * Self.line
        let first = isBetween ? y - room + 80 : y + (length - room) / 2 + 90
        let texts = lines.enumerated().map { place, line in
            tag(
                "text",
                [
                    ("class", "\(kind) \(line.1)"), ("x", NumberText.coordinate(across)),
                    ("y", NumberText.coordinate(first + Double(place) * Self.line)),
                ], [Markup(line.0)])
        }
        return [box] + texts
    }

    private static let line = 115.0
}
