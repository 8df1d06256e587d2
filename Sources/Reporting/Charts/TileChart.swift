/// Communities as squares in groups, as large as they have people and as dark as a number is large: a map that has no geography.
struct TileChart {
    struct Tile {
        /// Its area goes with this.
        let size: Double
        /// From 0, the faintest, to 1; nil where the number is not known.
        let shade: Double?
        let words: MarkWords
    }

    /// What it shows, for those who hear the page.
    let title: String
    let description: String
    let groups: [(name: String, tiles: [Tile])]
    let file: ChartFile
    let id: String

    private static let (width, gap, line, column) = (3400.0, 50.0, 130.0, 1050.0)

    var markup: Markup {
        var pieces: [Markup] = []
        var (x, y, height) = (0.0, 0.0, 0.0)
        // Groups stand beside one another where there is room.
        for group in groups {
            let width = breadth(of: group)
            if x > 0, x + width > Self.width {
                y += height
                (x, height) = (0, 0)
            }
            let block = block(group, x, y, width)
            pieces += block.pieces
            height = max(height, block.height)
            x += width + 2 * Self.gap
        }
        y += height
        let attributes: [(String, String)] =
            [
                ("viewBox", "0 0 \(Int(Self.width)) \(Int(y))"), ("role", "img"),
                ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "chart tiles"),
            ] + file.attributes
        return tag(
            "svg", attributes,
            [
                tag("title", [("id", "\(id)-t")], [Markup(title)]),
                tag("desc", [("id", "\(id)-d")], [Markup(description)]),
            ]
                + pieces)
    }

    /// Units of the drawing to the root of a size: the largest square is no larger than a sixth of the width, and all take no more
    /// than a drawing as high as it is wide.
    private var scale: Double {
        let sizes = groups.flatMap { $0.tiles.map(\.size) }
        let (largest, all) = (sizes.max() ?? 1, sizes.reduce(0, +))
        guard largest > 0 else { return 1 }
        return min(Self.width / 6 / largest.squareRoot(), (0.5 * Self.width * Self.width / all).squareRoot())
    }

    private func side(_ tile: Tile) -> Double { max(40, tile.size.squareRoot() * scale) }

    /// How wide a group is: its squares in one row, but no less than a name needs and no more than there is.
    private func breadth(of group: (name: String, tiles: [Tile])) -> Double {
        min(Self.width, max(Self.column, group.tiles.reduce(-Self.gap) { $0 + side($1) + Self.gap }))
    }

    /// A group's name, and below it its squares from left to right, as many in a row as there is room for.
    private func block(
        _ group: (name: String, tiles: [Tile]), _ left: Double, _ top: Double, _ width: Double
    ) -> (pieces: [Markup], height: Double) {
        var pieces: [Markup] = []
        var y = top + 20
        for words in TextLayout.wrapped(group.name, to: Int(width / 52)) where !group.name.isEmpty {
            pieces.append(
                tag(
                    "text", [("x", NumberText.coordinate(left)), ("y", NumberText.coordinate(y + 100))],
                    [Markup(words)]))
            y += Self.line
        }
        y += 20
        var (x, height) = (0.0, 0.0)
        for tile in group.tiles {
            let side = side(tile)
            if x > 0, x + side > width {
                y += height + Self.gap
                (x, height) = (0, 0)
            }
            pieces.append(square(tile, left + x, y, side))
            x += side + Self.gap
            height = max(height, side)
        }
        return (pieces, y + height + 2 * Self.gap - top)
    }

    private func square(_ tile: Tile, _ x: Double, _ y: Double, _ side: Double) -> Markup {
        let shade = tile.shade.map { Self.opacity($0) }
        return tag(
            "rect",
            [
                ("class", shade == nil ? "tile none" : "tile"), ("x", NumberText.coordinate(x)),
                ("y", NumberText.coordinate(y)), ("width", NumberText.coordinate(side)),
                ("height", NumberText.coordinate(side)), ("fill-opacity", NumberText.coordinate(shade ?? 0)),
            ] + tile.words.attributes, [])
    }

    /// How strong the colour of a shade is: the faintest can still be seen.
    static func opacity(_ shade: Double) -> Double { 0.1 + 0.9 * shade }
}
