import Foundation

extension Tree {
    /// The value on one line of YAML, as `--set` takes it.
    var flow: String {
        switch content {
        case .scalar(let text, let isPlain):
            isPlain ? Self.flowScalar(text) : Self.quoted(text)
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(Self.flowScalar($0.key)): \($0.value.flow)" }.joined(separator: ", ") + "}"
        }
    }

    /// Characters that end or begin something in YAML's short form.
    private static let marks: Set<Character> = [",", "[", "]", "{", "}", "#", ":", "\"", "'", "\n"]

    /// A number as it is written shortest, another text as it is.
    private static func shortest(_ text: String) -> String {
        guard let first = text.utf8.first, first < 58 else { return text }
        return NumberText.double(text).map(NumberText.plain) ?? text
    }

    /// A text without quotes, unless YAML would take it for something else.
    static func flowScalar(_ text: String) -> String {
        text.contains(where: marks.contains) ? quoted(text) : text
    }

    /// As JSON writes texts, which YAML reads.
    static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let data = try? encoder.encode(text) else { return "\"\"" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Every scalar in it with its key path, in order; numbers as they are written shortest, so that 0.50 is 0.5.
    func leaves(below path: String = "") -> [KeyedValue] {
        switch content {
        case .scalar(let text, let isPlain):
            [KeyedValue(keyPath: path, value: isPlain ? Self.shortest(text) : text)]
        case .list(let items):
            items.isEmpty
                ? [KeyedValue(keyPath: path, value: "[]")]
                : items.enumerated().flatMap { $1.leaves(below: KeyPath.item(path, $1.id, $0)) }
        case .mapping(let entries):
            entries.flatMap { $0.value.leaves(below: KeyPath.key(path, $0.key)) }
        }
    }
}

/// A value of a scenario as its files and changes resolve, by its key path.
public struct KeyedValue: Sendable, Hashable {
    public let keyPath: String
    public let value: String
}
