import Governance

/// What a file says, before it is known what it means: scalars, lists and mappings, each with its place.
struct Tree: Sendable {
    enum Content: Sendable {
        /// A scalar's text, and whether it stands there without quotes.
        case scalar(String, isPlain: Bool)
        case list([Tree])
        case mapping([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var place: Place
        var value: Tree
    }

    var content: Content
    var place: Place
    /// What covers the numbers here, if anything does.
    var provenance: Note?

    /// A `source:` or `assumed:` as it stands in a file.
    struct Note: Sendable, Equatable {
        var kind: ProvenanceEntry.Kind
        var text: String
    }

    /// The value of that key, where this is a mapping that has it.
    subscript(key: String) -> Tree? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    /// This mapping less those keys.
    func without(_ keys: Set<String>) -> Tree {
        guard case .mapping(let entries) = content else { return self }
        var rest = self
        rest.content = .mapping(entries.filter { !keys.contains($0.key) })
        return rest
    }

    /// The scalar's text, where this is a scalar.
    var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    var isMapping: Bool {
        if case .mapping = content { true } else { false }
    }

    /// The `id` by which a listed thing is known.
    var id: String? { self["id"]?.text }

    /// Whether nothing stands here: `key:` without a value.
    var isEmpty: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What stands here, in words.
    var found: Text {
        switch content {
        case _ where isEmpty: Text(en: "nothing", zh: "空值")
        case .scalar(let text, isPlain: true): Text(en: Tree.short(text), zh: Tree.short(text))
        case .scalar(let text, isPlain: false):
            Text(en: "the text “\(Tree.short(text))”", zh: "文本“\(Tree.short(text))”")
        case .list(let items): Text(en: "a list of \(items.count)", zh: "含 \(items.count) 项的列表")
        case .mapping(let entries):
            Text(
                en: "a mapping with \(Tree.short(entries.map(\.key).joined(separator: ", ")))",
                zh: "含 \(Tree.short(entries.map(\.key).joined(separator: "、"))) 的映射")
        }
    }

    /// The text on one line, without what moves a terminal's cursor, and not too long.
    static func short(_ text: String, most: Int = 60) -> String {
        let line = String(text.prefix(most + 1).map { $0.isPrinted ? $0 : " " })
        return line.count > most ? line.prefix(most - 1) + "…" : line
    }
}

extension Character {
    fileprivate var isPrinted: Bool {
        !isNewline && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
