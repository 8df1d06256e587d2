import Governance

/// One of the model's registries as a table: what the model is, told by the code that runs.
public struct RegistryTable: Sendable {
    /// A column: the name that JSON uses, and the heading that people read.
    struct Column: Sendable, Equatable {
        let name: String
        let heading: Text
        /// Written as code in Markdown: keys and formulas.
        var isCode = false
    }

    /// A cell: the same in both languages, or a text in each.
    enum Cell: Sendable, Equatable {
        case plain(String)
        case number(Double)
        case text(Text)
    }

    let columns: [Column]
    let rows: [[Cell]]

    init(_ columns: [Column], _ rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }
}

extension RegistryTable.Cell {
    func text(in language: Language) -> String {
        switch self {
        case .plain(let text): text
        case .number(let value): Self.shortest(value)
        case .text(let text): text[language]
        }
    }

    /// The shortest text that reads back as the same number, without a needless `.0`.
    static func shortest(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
    }

    static func range(_ range: ClosedRange<Double>?) -> Self {
        .plain(range.map { "[\(shortest($0.lowerBound)), \(shortest($0.upperBound))]" } ?? "")
    }
}
