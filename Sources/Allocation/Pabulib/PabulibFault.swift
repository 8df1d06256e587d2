/// One thing that is wrong with a Pabulib file, or odd about it: where, what was found, and what would be right.
public struct PabulibFault: Sendable, Equatable {
    /// From 1.
    public var line: Int
    public var found: Text
    public var expected: Text

    public init(line: Int, found: Text, expected: Text) {
        self.line = line
        self.found = found
        self.expected = expected
    }

    /// What people read, to be put behind the file's name and a colon.
    public var message: Text {
        Text(
            en: "\(line): found \(found.en); expected \(expected.en)",
            zh: "\(line)：发现 \(found.zh)；应为 \(expected.zh)")
    }

    /// Text from a file as it may be shown: printable, and not long.
    static func shown(_ text: some StringProtocol) -> String {
        let printable = text.unicodeScalars.prefix(41).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: "·"
            default: String(scalar)
            }
        }
        return printable.count > 40 ? printable.prefix(40).joined() + "..." : printable.joined()
    }
}

/// All that is wrong with a Pabulib file, by line; at most ``limit``.
public struct PabulibFaults: Error, Sendable, Equatable {
    public var faults: [PabulibFault]

    /// Reading stops after so many faults.
    public static let limit = 20
}
