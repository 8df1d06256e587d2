/// A table for a terminal: a column of labels and columns of numbers, in groups.
///
/// Only spaces and ASCII hyphens make its lines, because box characters are of ambiguous width.
struct ScreenTable {
    struct Column {
        /// May have several lines.
        let heading: String
        var alignment = TextLayout.Alignment.right
    }

    enum Row {
        /// The name of the rows that follow.
        case group(String)
        /// A label, and lines of one text for each column beside it.
        case cells(label: String, [[String]])
        /// A sentence across all columns.
        case note(String)
    }

    var labelHeading = ""
    let columns: [Column]
    var rows: [Row] = []

    private static let shortestLabel = 12
    private static let gap = 2

    /// Whether the table fits into that width with labels of at least so many columns.
    func fits(in width: Int, label: Int = shortestLabel) -> Bool {
        numbersWidth + max(label, Self.shortestLabel) <= width
    }

    /// The lines of the table, none wider than the style allows as long as the numbers leave room for labels.
    func lines(_ style: ScreenStyle) -> [String] {
        let widths = [labelWidth(in: style.width)] + numberWidths
        let rule = style.dim(String(repeating: "-", count: widths.reduce(0) { $0 + $1 } + Self.gap * columns.count))
        var lines = headings(widths).map(style.bold) + [rule]
        for row in rows {
            switch row {
            case .group(let name): lines += TextLayout.wrapped(name, to: style.width).map(style.bold)
            case .note(let text): lines += TextLayout.wrapped(text, to: style.width - 2).map { "  " + $0 }
            case .cells(let text, let cells): lines += self.lines(text, cells, widths)
            }
        }
        return lines + [rule]
    }

    /// The headings end on the same line.
    private func headings(_ widths: [Int]) -> [String] {
        let headings = ([labelHeading] + columns.map(\.heading)).map { $0.split(separator: "\n").map(String.init) }
        let height = max(1, headings.map(\.count).max() ?? 1)
        return (0..<height).map { row in
            line(
                headings.map { lines in
                    let place = row - height + lines.count
                    return place < 0 || place >= lines.count ? "" : lines[place]
                }, widths)
        }
    }

    /// Label and numbers begin on the same line and take as many as the longer needs.
    private func lines(_ text: String, _ cells: [[String]], _ widths: [Int]) -> [String] {
        let labels = TextLayout.wrapped(text, to: widths[0] - 2).map { "  " + $0 }
        return (0..<max(labels.count, cells.count)).map { place in
            line([place < labels.count ? labels[place] : ""] + (place < cells.count ? cells[place] : []), widths)
        }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.enumerated().map { place, cell in
            TextLayout.padded(cell, to: widths[place], place == 0 ? .left : columns[place - 1].alignment)
        }
        return TextLayout.trimmedEnd(padded.joined(separator: TextLayout.spaces(Self.gap)))
    }

    private func labelWidth(in width: Int) -> Int {
        var longest = DisplayWidth.of(labelHeading)
        for case .cells(let text, _) in rows { longest = max(longest, 2 + DisplayWidth.of(text)) }
        return max(Self.shortestLabel, min(longest, width - numbersWidth))
    }

    private var numbersWidth: Int { numberWidths.reduce(0) { $0 + $1 + Self.gap } }

    private var numberWidths: [Int] {
        columns.indices.map { place in
            var width = columns[place].heading.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
            for case .cells(_, let lines) in rows {
                for cells in lines { width = max(width, DisplayWidth.of(cells[place])) }
            }
            return width
        }
    }
}
