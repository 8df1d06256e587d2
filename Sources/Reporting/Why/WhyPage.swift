import Governance

/// An explanation as it stands on a screen: headings, sentences and tables, one after another.
struct WhyPage {
    enum Part {
        case heading(String)
        case sentence(String)
        case table(ScreenTable)
        case gap
    }

    var parts: [Part]

    func screen(_ style: ScreenStyle) -> String {
        var lines: [String] = []
        for part in parts {
            switch part {
            case .heading(let text): lines += TextLayout.wrapped(text, to: style.width).map(style.bold)
            case .sentence(let text): lines += TextLayout.wrapped(text, to: style.width)
            case .table(let table): lines += table.lines(style)
            case .gap: lines.append("")
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A table of labels and one line of cells each.
    static func table(_ heading: String, _ columns: [String], _ rows: [(String, [String])]) -> Part {
        .table(
            ScreenTable(
                labelHeading: heading, columns: columns.map { ScreenTable.Column(heading: $0) },
                rows: rows.map { .cells(label: $0.0, [$0.1]) }))
    }

    /// Utility with its sign.
    static func utility(_ value: Double) -> String { NumberText.fixed(value, decimals: 2, plus: true) ?? "-" }

    /// Up to ten signs as long as the number is large beside the largest.
    static func bar(_ value: Double, of largest: Double) -> String {
        let length = largest > 0 ? Int((abs(value) / largest * 10).rounded()) : 0
        return String(repeating: value < 0 ? "-" : "+", count: length)
    }

    static func yuan(_ fen: Int64, plus: Bool = false) -> String {
        NumberText.fixed(Double(fen) / 100, decimals: 2, plus: plus) ?? "-"
    }

    static func share(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) ?? "-" }

    static func hours(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) ?? "-" }

    /// A chance against what was drawn.
    static func chance(_ chance: Chance, in language: Language) -> String {
        let numbers = [chance.probability, chance.draw].map { NumberText.fixed($0, decimals: 4) ?? "-" }
        return Text(en: "chance \(numbers[0]), drawn \(numbers[1])", zh: "概率 \(numbers[0])，抽得 \(numbers[1])")[language]
    }
}
