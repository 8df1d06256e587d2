import Foundation
import Governance

extension RegistryTable {
    /// A table for the screen, no wider than the style as long as its columns have room for a word.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        let cells = rows.map { $0.map { TextLayout.visible($0.text(in: language)) } }
        let headings = columns.map { $0.heading[language] }
        let widths = Self.widths(of: [headings] + cells, in: style.width)
        var lines = Self.lines(of: headings, widths).map(style.bold)
        for row in cells { lines += Self.lines(of: row, widths) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The columns' natural widths, of which the widest give way until all fit.
    private static func widths(of rows: [[String]], in width: Int) -> [Int] {
        var widths = rows.reduce(into: [Int]()) { widest, row in
            let these = row.map { DisplayWidth.of($0) }
            widest = widest.isEmpty ? these : zip(widest, these).map { max($0, $1) }
        }
        let room = width == .max ? .max : width - gap * max(0, widths.count - 1)
        while widths.reduce(0, +) > room, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > narrowest
        {
            widths[widest] -= 1
        }
        return widths
    }

    private static let gap = 2
    private static let narrowest = 12

    /// A row, as high as its highest cell.
    private static func lines(of cells: [String], _ widths: [Int]) -> [String] {
        let wrapped = zip(cells, widths).map { TextLayout.wrapped($0, to: max(1, $1)) }
        return (0..<(wrapped.map(\.count).max() ?? 0)).map { line in
            let parts = zip(wrapped, widths).map { cell, width in
                TextLayout.padded(line < cell.count ? cell[line] : "", to: width, .left)
            }
            let text = parts.joined(separator: TextLayout.spaces(gap))
            return String(text.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// A table in Markdown.
    public func markdown(in language: Language) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let head = line(columns.map { $0.heading[language] }) + line(columns.map { _ in "---" })
        return rows.reduce(into: head) { text, row in
            text += line(zip(columns, row).map { Self.markdown($1.text(in: language), isCode: $0.isCode) })
        }
    }

    /// A JSON array with an object for each row; texts have both languages.
    public var json: String {
        let objects = rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.map(JSONCell.init)))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(objects) else { return "[]\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private static func markdown(_ text: String, isCode: Bool) -> String {
        let escaped = text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        return isCode && !text.isEmpty ? "`\(escaped)`" : escaped
    }
}

/// A cell as JSON has it: a number, a text, or an object with both languages.
private struct JSONCell: Encodable {
    let cell: RegistryTable.Cell

    init(_ cell: RegistryTable.Cell) { self.cell = cell }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch cell {
        case .plain(let text): try container.encode(text)
        case .number(let value): try container.encode(value)
        case .text(let text): try container.encode(text)
        }
    }
}
