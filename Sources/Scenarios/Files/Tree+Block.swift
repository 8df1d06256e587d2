import Governance

/// Writes a tree as a file has it, a line a value, with what covers each number: `source:` or `assumed:` once for all that it covers.
///
/// What is read again from the lines is the same tree, but for the places in it.
struct BlockText {
    private(set) var lines: [String] = []

    /// - Parameter root: a mapping; its first level covers nothing, as in any file.
    init(_ root: Tree) {
        guard case .mapping(let entries) = root.content else { return }
        for entry in entries { write(entry, depth: 0, nil) }
    }

    private mutating func write(_ entry: Tree.Entry, depth: Int, _ inherited: Tree.Note?) {
        let head = Self.indent(depth) + Tree.flowScalar(entry.key) + ":"
        switch entry.value.content {
        case .mapping(let entries) where !entries.isEmpty && !Self.isShort(entry.value, inherited):
            lines.append(head)
            write(entries, depth: depth + 1, entry.value, inherited)
        case .list(let items) where items.contains(where: \.isMapping):
            lines.append(head)
            for item in items { write(item: item, depth: depth + 1, inherited) }
        default: lines.append(head + " " + Self.covered(entry.value, inherited))
        }
    }

    private mutating func write(
        _ entries: [Tree.Entry], depth: Int, _ tree: Tree, _ inherited: Tree.Note?
    ) {
        let note = Self.usual(tree) ?? inherited
        let names = entries.prefix { $0.key == "id" }
        for entry in names { write(entry, depth: depth, note) }
        if let note, note != inherited {
            lines.append(Self.indent(depth) + note.kind.rawValue + ": " + Tree.quoted(note.text))
        }
        for entry in entries.dropFirst(names.count) { write(entry, depth: depth, note) }
    }

    /// A listed thing: its first line begins with a dash.
    private mutating func write(item: Tree, depth: Int, _ inherited: Tree.Note?) {
        guard case .mapping(let entries) = item.content, !entries.isEmpty else {
            lines.append(Self.indent(depth) + "- " + Self.covered(item, inherited))
            return
        }
        let first = lines.count
        write(entries, depth: depth + 1, item, inherited)
        let text = lines[first].dropFirst(Self.indent(depth + 1).count)
        lines[first] = Self.indent(depth) + "- " + text
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    /// On one line; what is covered by another note than the lines around it brings its own.
    private static func covered(_ tree: Tree, _ inherited: Tree.Note?) -> String {
        guard let note = usual(tree), note != inherited else { return tree.flow }
        return "{value: \(tree.flow), \(note.kind.rawValue): \(Tree.quoted(note.text))}"
    }

    /// Whether a mapping is as well read on one line: few scalars, all covered from above.
    private static func isShort(_ tree: Tree, _ inherited: Tree.Note?) -> Bool {
        guard case .mapping(let entries) = tree.content, entries.count <= 8 else { return false }
        return tree.flow.count <= 90
            && entries.allSatisfy { entry in
                guard case .scalar = entry.value.content else { return false }
                let notes = notes(entry.value)
                return notes.isEmpty || notes == [inherited]
            }
    }

    /// What covers most numbers in it; nil where there are none, or nothing covers them.
    private static func usual(_ tree: Tree) -> Tree.Note? {
        var counts: [(note: Tree.Note, count: Int)] = []
        for case let note? in notes(tree) {
            if let place = counts.firstIndex(where: { $0.note == note }) {
                counts[place].count += 1
            } else {
                counts.append((note, 1))
            }
        }
        return counts.max { $0.count < $1.count }?.note
    }

    /// What covers each number in it.
    private static func notes(_ tree: Tree) -> [Tree.Note?] {
        switch tree.content {
        case .scalar(let text, let isPlain): isPlain && NumberText.double(text) != nil ? [tree.provenance] : []
        case .list(let items): items.flatMap(notes)
        case .mapping(let entries): entries.flatMap { notes($0.value) }
        }
    }
}
