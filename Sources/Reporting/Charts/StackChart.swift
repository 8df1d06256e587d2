/// Shares as bars across in pieces, one row below another in groups, as SVG whose colours come from the page's style.
struct StackChart {
    struct Row {
        let name: String
        /// From the axis outwards, by the piece's place among the shades.
        let pieces: [Piece]
    }

    struct Piece {
        let share: Double
        let words: MarkWords
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    let unit: String
    let groups: [(name: String, rows: [Row])]
    let file: ChartFile
    let id: String

    private static let (width, left, right, row, head, top) = (5200.0, 1700.0, 5060.0, 190.0, 230.0, 40.0)

    private var bottom: Double {
        Self.top + groups.reduce(0) { $0 + Self.head + Double($1.rows.count) * Self.row }
    }

    var markup: Markup {
        let sums = groups.flatMap {
            $0.rows.map { $0.pieces.reduce(0) { $0 + max(0, $1.share.isFinite ? $1.share : 0) } }
        }
        let axis = ValueAxis(holding: sums.map { $0 * 100 }, zero: true, top: Self.right, bottom: Self.left)
        var y = Self.top
        var pieces = axis.ticks.flatMap { upright($0, axis) }
        for group in groups {
            pieces.append(text("strong", 40, y + 150, group.name))
            y += Self.head
            for row in group.rows {
                pieces.append(text("y", Self.left - 80, y + 118, row.name))
                pieces += bars(row, y, axis)
                y += Self.row
            }
        }
        let attributes: [(String, String)] =
            [
                ("viewBox", "0 0 \(Int(Self.width)) \(Int(bottom + 400))"), ("role", "img"),
                ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "chart stack"),
            ] + file.attributes
        return tag(
            "svg", attributes,
            [
                tag("title", [("id", "\(id)-t")], [Markup(title)]),
                tag("desc", [("id", "\(id)-d")], [Markup(description)]),
            ]
                + pieces + [text("x", (Self.left + Self.right) / 2, bottom + 340, unit)])
    }

    private func bars(_ row: Row, _ y: Double, _ axis: ValueAxis) -> [Markup] {
        var share = 0.0
        return row.pieces.enumerated().compactMap { place, piece in
            guard piece.share.isFinite, piece.share > 0 else { return nil }
            let (from, to) = (axis.y(100 * share), axis.y(100 * (share + piece.share)))
            share += piece.share
            return tag(
                "rect",
                [
                    ("class", "piece r\(place + 1)"), ("x", NumberText.coordinate(from)),
                    ("y", NumberText.coordinate(y + 25)), ("width", NumberText.coordinate(max(4, to - from))),
                    ("height", "140"),
                ] + piece.words.attributes, [])
        }
    }

    private func upright(_ tick: Double, _ axis: ValueAxis) -> [Markup] {
        let x = NumberText.coordinate(axis.y(tick))
        return [
            tag(
                "line",
                [
                    "class": tick == 0 ? "zero" : "grid", "x1": x, "x2": x, "y1": NumberText.coordinate(Self.top),
                    "y2": NumberText.coordinate(bottom),
                ]), text("x", axis.y(tick), bottom + 160, axis.label(tick)),
        ]
    }

    private func text(_ kind: String, _ x: Double, _ y: Double, _ words: String) -> Markup {
        tag("text", ["class": kind, "x": NumberText.coordinate(x), "y": NumberText.coordinate(y)], Markup(words))
    }
}
