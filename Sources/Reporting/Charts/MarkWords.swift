import Archive

/// What a mark of a chart tells those who point at it or come to it by keyboard, and the line of the chart's CSV that it stands for.
struct MarkWords {
    let tip: String
    let fields: [String]

    init(tip: String, fields: [String]) {
        self.tip = tip
        self.fields = fields
    }

    /// A name, a number with its interval in the unit that is shown, and both as they were recorded.
    ///
    /// - Parameters:
    ///   - names: what the mark stands for; the fields before the numbers.
    ///   - factor: recorded number times this is the shown number.
    init(_ names: [String], _ value: Double, _ interval: ClosedRange<Double>?, factor: Double = 1, unit: String = "") {
        func shown(_ number: Double) -> String { NumberText.short(number * factor, minus: "\u{2212}") }
        let ends = interval.map { " [\(shown($0.lowerBound)), \(shown($0.upperBound))]" } ?? ""
        tip = names.joined(separator: " · ") + "\n" + shown(value) + ends + (unit.isEmpty ? "" : "\n" + unit)
        fields = names + [value, interval?.lowerBound, interval?.upperBound].map(ChartFile.number)
    }

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
