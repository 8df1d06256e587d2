import Yams

/// Keys that stand twice in a mapping: the parser stops at them, and reading should not.
///
/// The second of two equal keys is overwritten by as many marks as it has letters, so that all positions stay as they
/// are and the text parses; the tree then tells where the marked key stands.
struct DoubledKeys {
    private(set) var text: String
    /// The overwritten keys by their places, with the lines where they stand first.
    private(set) var hidden: [Spot: Hidden] = [:]

    struct Spot: Hashable {
        var line: Int
        var column: Int
    }

    struct Hidden {
        var key: String
        var firstLine: Int
    }

    /// More are hardly one person's slip.
    private static let most = 8
    /// A private-use scalar that no key has.
    private static let mark: Unicode.Scalar = "\u{E000}"

    init(_ text: String) { self.text = text }

    /// Hides the second of the keys that the parser complains of; false where it cannot be found.
    mutating func hide(_ key: String, firstAt mark: Mark) -> Bool {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        guard hidden.count < Self.most, let spot = Self.second(key, after: mark, in: lines) else { return false }
        let width = key.unicodeScalars.count
        let quoted = lines[spot.line - 1][spot.column - 1] == "\"" || lines[spot.line - 1][spot.column - 1] == "'"
        for place in 0..<width { lines[spot.line - 1][spot.column - 1 + (quoted ? 1 : 0) + place] = Self.mark }
        // Two hidden keys of one mapping must differ.
        let number = UInt32(hidden.count + 1)
        lines[spot.line - 1][spot.column - 1 + (quoted ? 1 : 0)] = Unicode.Scalar(0xE000 + number) ?? Self.mark
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: lines.joined(separator: ["\n"]))
        text = String(scalars)
        hidden[spot] = Hidden(key: key, firstLine: mark.line)
        return true
    }

    /// In a block mapping the keys stand in one column; in a flow mapping the second follows in the line.
    private static func second(_ key: String, after first: Mark, in lines: [[Unicode.Scalar]]) -> Spot? {
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map { Array("\($0):".unicodeScalars) }
        guard !key.isEmpty, (1...lines.count).contains(first.line) else { return nil }
        for line in first.line...lines.count {
            let scalars = lines[line - 1]
            let columns =
                line == first.line
                ? first.column + 1..<max(scalars.count, first.column + 1) : first.column..<first.column + 1
            for column in columns where column <= scalars.count {
                let opens = column == 1 || " {,".unicodeScalars.contains(scalars[column - 2])
                if opens, spellings.contains(where: { scalars[(column - 1)...].starts(with: $0) }) {
                    return Spot(line: line, column: column)
                }
            }
        }
        return nil
    }
}
