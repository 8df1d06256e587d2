public import Governance

/// One thing that is wrong in a scenario: where it stands, what was found, and what would be right.
public struct ScenarioFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file as it was named, or `--set` for what the command line gave.
    public let file: String
    /// Counted from 1; nil where the fault is the file's as a whole or the command line's.
    public let line: Int?
    /// Counted from 1, in Unicode scalars.
    public let column: Int?
    /// Where in the scenario's mapping: keys, and ids of listed things, with dots between; empty for the whole.
    public let keyPath: String
    public let found: Text
    public let expected: Text
    /// The valid name that is most like the one found, if one is near.
    public let nearest: String?

    init(_ place: Place, _ keyPath: String, found: Text, expected: Text, nearest: String? = nil) {
        file = place.file
        line = place.line
        column = place.column
        self.keyPath = Tree.short(keyPath, most: 300)
        self.found = found
        self.expected = expected
        self.nearest = nearest
    }

    /// The whole fault on one line, in English: `file:line:column: key.path: found X; expected Y (did you mean Z?)`.
    public var description: String { text.en }

    /// The whole fault on one line.
    public var text: Text {
        let position = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
        let path = keyPath.isEmpty ? "" : " \(keyPath):"
        return Text(
            en: "\(position):\(path) found \(found.en); expected \(expected.en)"
                + (nearest.map { " (did you mean \($0)?)" } ?? ""),
            zh: "\(position):\(path) 实为\(found.zh)；应为\(expected.zh)" + (nearest.map { "（是否想写 \($0)?）" } ?? ""))
    }
}

/// Everything that is wrong in a scenario, in the order of the files.
public struct ScenarioFaults: Error, Sendable, Equatable, CustomStringConvertible {
    /// One or more; of thousands, the first thousand.
    public let faults: [ScenarioFault]

    public init(faults: [ScenarioFault]) { self.faults = faults }

    /// A fault a line, in English.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Where something stands in what was read.
struct Place: Sendable, Equatable {
    var file: String
    var line: Int?
    var column: Int?

    /// What the command line changes has no line.
    static let commandLine = Place(file: "--set")
}
