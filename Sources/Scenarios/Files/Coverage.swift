import Governance

/// Says of each value of a file what covers it: the nearest `source:` or `assumed:` beside it or above it, or its own in
/// `{value: 5, source: "who says so"}`. A file's first level covers nothing, so that no file is covered wholesale.
struct Coverage {
    private(set) var faults: [ScenarioFault] = []

    static let keys = ["source", "assumed"]

    /// The tree of a whole file with every scalar's note in it, and without the keys that gave them.
    mutating func cover(_ root: Tree) -> Tree {
        guard case .mapping(let entries) = root.content else { return root }
        var covered = root
        covered.content = .mapping(entries.map { inside($0, "", nil) })
        return covered
    }

    private mutating func inside(_ entry: Tree.Entry, _ path: String, _ inherited: Tree.Note?) -> Tree.Entry {
        var covered = entry
        covered.value = cover(entry.value, KeyPath.key(path, entry.key), inherited)
        return covered
    }

    private mutating func cover(_ tree: Tree, _ path: String, _ inherited: Tree.Note?) -> Tree {
        var covered = tree
        switch tree.content {
        case .scalar: covered.provenance = inherited
        case .list(let items):
            covered.content = .list(
                items.enumerated().map { cover($1, KeyPath.item(path, $1.id, $0), inherited) })
        case .mapping(let entries):
            let note = note(in: entries, path) ?? inherited
            let others = entries.filter { !Self.keys.contains($0.key) }
            if let value = tree["value"] { return single(value, others, path, note) }
            covered.content = .mapping(others.map { inside($0, path, note) })
        }
        return covered
    }

    /// `{value: 5, source: ...}` is the value 5.
    private mutating func single(
        _ value: Tree, _ entries: [Tree.Entry], _ path: String, _ note: Tree.Note?
    ) -> Tree {
        for entry in entries where entry.key != "value" {
            faults.append(
                ScenarioFault(
                    entry.place, KeyPath.key(path, entry.key),
                    found: Text(en: "the unknown key \(entry.key)", zh: "未知的键 \(entry.key)"),
                    expected: Text(en: "value with source or assumed", zh: "value 与 source 或 assumed"),
                    nearest: NearestName.of(entry.key, among: Self.keys)))
        }
        return cover(value, path, note)
    }

    private mutating func note(in entries: [Tree.Entry], _ path: String) -> Tree.Note? {
        let notes = entries.filter { Self.keys.contains($0.key) }
        guard let first = notes.first, let kind = ProvenanceEntry.Kind(rawValue: first.key) else { return nil }
        if notes.count > 1 {
            faults.append(
                ScenarioFault(
                    notes[1].place, KeyPath.key(path, notes[1].key),
                    found: Text(en: "both source and assumed", zh: "同时有 source 与 assumed"),
                    expected: Text(
                        en: "one of them; for a single number, {value: ..., assumed: ...}",
                        zh: "二者之一；单个数可写作 {value: …， assumed: …}")))
        }
        guard let text = first.value.text, text.contains(where: \.isLetter), !first.value.isEmpty else {
            faults.append(
                ScenarioFault(
                    first.value.place, KeyPath.key(path, first.key), found: first.value.found,
                    expected: Text(
                        en: "words: who says so and what, or why it is assumed", zh: "文字：出处及其内容，或假定的理由")))
            return Tree.Note(kind: kind, text: "")
        }
        return Tree.Note(kind: kind, text: text)
    }
}
