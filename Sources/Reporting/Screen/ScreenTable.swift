/// A table for a terminal: a column of labels and columns of numbers, in groups.
///
/// Only spaces and ASCII hyphens make its lines, because box characters are of ambiguous width.
struct ScreenTable {
    struct Column {
        let heading: String
        var alignment = TextLayout.Alignment.right
        /// Spaces before it.
        var gap = 2
    }

    enum Row {
        /// The name of the rows that follow.
        case group(String)
        /// A label and one text for each column; `strong` rows stand out.
        case cells(label: String, [String], strong: Bool = false)
    }

    /// A heading over several columns.
    struct Span {
        let heading: String
        let columns: Range<Int>
    }

    var labelHeading = ""
    let columns: [Column]
    var spans: [Span] = []
    var rows: [Row] = []

    private static let shortestLabel = 20

    /// Whether the table fits into that width with legible labels.
    func fits(in width: Int) -> Bool { numbersWidth + Self.shortestLabel <= width }

    /// The lines of the table, none wider than the style allows as long as the numbers leave room for labels.
    func lines(_ style: ScreenStyle) -> [String] {
        let label = labelWidth(in: style.width)
        let rule = style.dim(String(repeating: "-", count: label + numbersWidth))
        var lines = spans.isEmpty ? [] : [style.bold(spanLine(label: label))]
        lines.append(style.bold(line(labelHeading, columns.map(\.heading), label: label)))
        lines.append(rule)
        for row in rows {
            switch row {
            case .group(let name): lines.append(style.bold(name))
            case .cells(let text, let cells, let strong):
                let wrapped = TextLayout.wrapped(text, to: label - 2).map { "  " + $0 }
                // Numbers stand beside the last line of a label.
                lines += wrapped.dropLast()
                let last = line(wrapped.last ?? "", cells, label: label)
                lines.append(strong ? style.bold(last) : last)
            }
        }
        return lines + [rule]
    }

    private func line(_ label: String, _ cells: [String], label width: Int) -> String {
        var line = TextLayout.padded(label, to: width, .left)
        for (place, cell) in cells.enumerated() {
            line += TextLayout.spaces(columns[place].gap)
            line += TextLayout.padded(cell, to: widths[place], columns[place].alignment)
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    private func spanLine(label: Int) -> String {
        var line = TextLayout.spaces(label)
        for span in spans {
            let start = label + offset(of: span.columns.lowerBound) + columns[span.columns.lowerBound].gap
            let end = label + offset(of: span.columns.upperBound)
            line += TextLayout.spaces(start - DisplayWidth.of(line))
            let room = end - start
            let heading = DisplayWidth.of(span.heading) <= room ? " " + span.heading + " " : span.heading
            let dashes = max(0, room - DisplayWidth.of(heading))
            line += String(repeating: "-", count: dashes / 2) + heading
            line += String(repeating: "-", count: dashes - dashes / 2)
        }
        return line
    }

    private func labelWidth(in width: Int) -> Int {
        var longest = DisplayWidth.of(labelHeading)
        for case .cells(let text, _, _) in rows { longest = max(longest, 2 + DisplayWidth.of(text)) }
        for case .group(let name) in rows { longest = max(longest, DisplayWidth.of(name)) }
        return max(Self.shortestLabel, min(longest, width - numbersWidth))
    }

    private func offset(of column: Int) -> Int {
        (0..<column).reduce(0) { $0 + widths[$1] + columns[$1].gap }
    }

    private var numbersWidth: Int { offset(of: columns.count) }

    private var widths: [Int] {
        columns.indices.map { place in
            var width = DisplayWidth.of(columns[place].heading)
            for case .cells(_, let cells, _) in rows { width = max(width, DisplayWidth.of(cells[place])) }
            return width
        }
    }
}
