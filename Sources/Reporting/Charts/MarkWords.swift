import Archive

/// What a mark of a chart tells those who point at it or come to it by keyboard, and the line of the chart's CSV that it stands for.
struct MarkWords {
    let tip: String
    let fields: [String]

    /// Attributes of the mark's element, which the page's script reads.
    var attributes: [(String, String)] { [("data-tip", tip), ("data-row", CSV.line(fields))] }
}

/// The name of a chart's file and the heads of its columns, as attributes of its SVG.
struct ChartFile {
    let name: String
    let columns: [String]

    var attributes: [(String, String)] { [("data-name", name), ("data-head", CSV.line(columns))] }

    /// A number as a cell of such a file.
    static func number(_ value: Double?) -> String { CSV.number(value ?? .nan) }
}
