import Governance

/// Changes from the command line, `key.path=value`, the value in YAML.
///
/// Where a path ends at a listed thing, a mapping of a new id adds one and no value takes it away.
struct Overrides {
    private(set) var faults: [ScenarioFault] = []

    /// Short names of what is often changed.
    static let short = ["months": "period.months", "start": "period.start", "burnIn": "period.burnIn"]

    /// Keys of a scenario that hold lists of things with ids.
    private static let listed: Set<String> = ["groups", "organisations", "funds", "firms", "events"]

    mutating func apply(_ overrides: [String], to tree: Tree) -> Tree {
        overrides.reduce(tree) { apply($1, to: $0) }
    }

    private mutating func apply(_ override: String, to tree: Tree) -> Tree {
        let parts = override.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !path.contains("") else {
            refuse(
                "", Text(en: Tree.short(override), zh: Tree.short(override)), Text(en: "key.path=value", zh: "键.路径=值"))
            return tree
        }
        guard let value = value(parts[1], override) else { return tree }
        let full = (Self.short[parts[0]] ?? parts[0]).split(separator: ".").map(String.init)
        return set(full[...], to: value, in: tree, "")
    }

    private mutating func value(_ text: String, _ override: String) -> Tree? {
        var composer = Composer(file: Place.commandLine.file, hasLines: false)
        let tree = composer.compose(text) ?? Tree(content: .scalar("", isPlain: true), place: .commandLine)
        faults += composer.faults
        let note = Tree.Note(kind: .assumed, text: "--set \(override)")
        return composer.faults.isEmpty ? tree.noted(note) : nil
    }

    private mutating func set(_ path: ArraySlice<String>, to value: Tree, in tree: Tree, _ above: String) -> Tree {
        guard let key = path.first else { return value }
        let here = KeyPath.key(above, key)
        var changed = tree
        switch tree.content {
        case .mapping(var entries):
            let place = entries.firstIndex { $0.key == key }
            let nothing = above.isEmpty && Self.listed.contains(key) && path.count > 1
            let old =
                place.map { entries[$0].value }
                ?? Tree(content: nothing ? .list([]) : .mapping([]), place: .commandLine)
            let new = set(path.dropFirst(), to: value, in: old, here)
            if let place, path.count > 1 {
                entries[place].value = new
            } else {
                let entry = Tree.Entry(key: key, place: .commandLine, value: new)
                if let place { entries[place] = entry } else { entries.append(entry) }
            }
            changed.content = .mapping(entries)
        case .list(let items) where path.count == 1 && (value.isEmpty || value.isMapping):
            changed.content = .list(listing(items, key, value, here))
        case .list(var items):
            guard let place = items.firstIndex(where: { $0.id == key }) else {
                refuse(
                    here, Text(en: "no \(key)", zh: "不存在的 \(key)"),
                    Text(en: "the id of something listed in \(above)", zh: "\(above) 中某项的 id"),
                    NearestName.of(key, among: items.compactMap(\.id)))
                return tree
            }
            items[place] = set(path.dropFirst(), to: value, in: items[place], here)
            changed.content = .list(items)
        case .scalar:
            refuse(
                here, Text(en: "\(above), which has nothing below it", zh: "\(above) 之下没有内容"),
                Text(en: "the path of a value", zh: "某个值的路径"))
        }
        return changed
    }

    /// The items with the thing of that id put in or, by an empty value, taken away.
    private mutating func listing(_ items: [Tree], _ id: String, _ value: Tree, _ here: String) -> [Tree] {
        let place = items.firstIndex { $0.id == id }
        guard case .mapping(let entries) = value.content else {
            if place == nil {
                refuse(
                    here, Text(en: "no \(id)", zh: "不存在的 \(id)"),
                    Text(en: "the id of something listed", zh: "列表中某项的 id"),
                    NearestName.of(id, among: items.compactMap(\.id)))
            }
            return items.filter { $0.id != id }
        }
        let name = Tree(content: .scalar(id, isPlain: true), place: .commandLine, provenance: value.provenance)
        var thing = value
        thing.content = .mapping(
            [Tree.Entry(key: "id", place: .commandLine, value: name)] + entries.filter { $0.key != "id" })
        guard let place else { return items + [thing] }
        var others = items
        others[place] = thing
        return others
    }

    private mutating func refuse(_ path: String, _ found: Text, _ expected: Text, _ nearest: String? = nil) {
        faults.append(ScenarioFault(.commandLine, path, found: found, expected: expected, nearest: nearest))
    }
}

extension Tree {
    /// This tree with everything in it covered by `note`.
    func noted(_ note: Note) -> Tree {
        var noted = self
        noted.provenance = note
        switch content {
        case .scalar: break
        case .list(let items): noted.content = .list(items.map { $0.noted(note) })
        case .mapping(let entries):
            noted.content = .mapping(
                entries.map { Entry(key: $0.key, place: $0.place, value: $0.value.noted(note)) })
        }
        return noted
    }
}
