public import Governance

/// Why results cannot be analysed as asked.
public enum SensitivityFault: Error, Sendable, Equatable {
    /// So many rows do not fit the method.
    case rows(found: Int, method: String, wanted: String, wantedZh: String)
    /// A row, from 1, is not what the method needs.
    case row(Int, found: String, foundZh: String, wanted: String, wantedZh: String)
    /// A cell of a table: the line of the file, the column.
    case cell(line: Int, column: String, found: String, foundZh: String, wanted: String, wantedZh: String)
    /// A column that a table lacks, and those that it has.
    case column(String, known: [String])
    /// All results are equal, or there are too few.
    case results(found: String, foundZh: String, wanted: String, wantedZh: String)

    /// The fault in words, for the table or folder of that name; rows are told as lines of a file that has one line of headings.
    ///
    /// - Parameter line: the line of a row, where rows are lines.
    public func message(of name: String, line: (Int) -> Int? = { _ in nil }) -> Text {
        func text(_ place: (String, String), _ found: (String, String), _ wanted: (String, String)) -> Text {
            Text(
                en: "\(name)\(place.0): found \(found.0); expected \(wanted.0)",
                zh: "\(name)\(place.1)：实为\(found.1)；应为\(wanted.1)")
        }
        switch self {
        case .rows(let found, let method, let en, let zh):
            return text(("", ""), ("\(found) rows for \(method)", "\(found) 行（\(method)）"), (en, zh))
        case .row(let row, let found, let foundZh, let en, let zh):
            let place = line(row).map { (":\($0)", ":\($0)") } ?? (": row \(row)", "：第 \(row) 行")
            return text(place, (found, foundZh), (en, zh))
        case .cell(let line, let column, let found, let foundZh, let en, let zh):
            return text((":\(line): \(column)", ":\(line): \(column)"), (found, foundZh), (en, zh))
        case .column(let column, let known):
            let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", ..." : "")
            return text(("", ""), ("no column \(column)", "没有列 \(column)"), ("one of \(list)", "\(list) 之一"))
        case .results(let found, let foundZh, let en, let zh): return text(("", ""), (found, foundZh), (en, zh))
        }
    }
}
