import Governance

/// Changes from the command line or a design, laid over a scenario's tree.
///
/// Where a path ends at a listed thing, a mapping of a new id adds one and no value takes it away.
struct Overrides {
    private(set) var faults: [ScenarioFault] = []
    /// Where the change that is being laid was asked for.
    private var place = Place.commandLine

    /// Short names of what is often changed.
    static let short = ["months": "period.months", "start": "period.start", "burnIn": "period.burnIn"]

    /// Keys of a scenario that hold lists of things with ids.
    private static let listed: Set<String> = ["groups", "organisations", "funds", "firms", "events"]

    mutating func apply(_ changes: [ScenarioChange], to tree: Tree) -> Tree {
        changes.reduce(tree) { apply($1, to: $0) }
    }

    private mutating func apply(_ change: ScenarioChange, to tree: Tree) -> Tree {
        place = change.place
        let parts = change.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !path.contains("") else {
            refuse(
                "", Text(en: Tree.short(change.text), zh: Tree.short(change.text)),
                Text(en: "key.path=value", zh: "键.路径=值"))
            return tree
        }
        guard let value = value(parts[1], change) else { return tree }
        let full = (Self.short[parts[0]] ?? parts[0]).split(separator: ".").map(String.init)
        return set(full[...], to: value, in: tree, "")
    }

    private mutating func value(_ text: String, _ change: ScenarioChange) -> Tree? {
        var composer = Composer(file: change.place.file, hasLines: false)
        do throws(ScenarioFaults) {
            // A design's file can bring changes too.
            _ = try PlainText.decode(Array(text.utf8), file: change.place.file)
        } catch {
            for fault in error.faults { refuse("", fault.found, fault.expected) }
            return nil
        }
        let tree = composer.compose(text) ?? Tree(content: .scalar("", isPlain: true), place: change.place)
        faults += composer.faults
        let note = Tree.Note(kind: .assumed, text: change.asker)
        return composer.faults.isEmpty ? tree.noted(note, at: change.place) : nil
    }

    private mutating func set(_ path: ArraySlice<String>, to value: Tree, in tree: Tree, _ above: String) -> Tree {
        guard let key = path.first else { return value }
        let here = KeyPath.key(above, key)
        var changed = tree
        switch tree.content {
        case .mapping(var entries):
            let index = entries.firstIndex { $0.key == key }
            let nothing = above.isEmpty && Self.listed.contains(key) && path.count > 1
            let old =
                index.map { entries[$0].value }
                ?? Tree(content: nothing ? .list([]) : .mapping([]), place: place)
            let new = set(path.dropFirst(), to: value, in: old, here)
            if let index, path.count > 1 {
                entries[index].value = new
            } else {
                let entry = Tree.Entry(key: key, place: place, value: new)
                if let index { entries[index] = entry } else { entries.append(entry) }
            }
            changed.content = .mapping(entries)
        case .list(let items) where path.count == 1 && (value.isEmpty || value.isMapping):
            changed.content = .list(listing(items, key, value, here))
        case .list(var items):
            guard let index = items.firstIndex(where: { $0.id == key }) else {
                refuse(
                    here, Text(en: "no \(key)", zh: "不存在的 \(key)"),
                    Text(en: "the id of something listed in \(above)", zh: "\(above) 中某项的 id"),
                    NearestName.of(key, among: items.compactMap(\.id)))
                return tree
            }
            items[index] = set(path.dropFirst(), to: value, in: items[index], here)
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
        let index = items.firstIndex { $0.id == id }
        guard case .mapping(let entries) = value.content else {
            if index == nil {
                refuse(
                    here, Text(en: "no \(id)", zh: "不存在的 \(id)"),
                    Text(en: "the id of something listed", zh: "列表中某项的 id"),
                    NearestName.of(id, among: items.compactMap(\.id)))
            }
            return items.filter { $0.id != id }
        }
        let name = Tree(content: .scalar(id, isPlain: true), place: place, provenance: value.provenance)
        var thing = value
        thing.content = .mapping(
            [Tree.Entry(key: "id", place: place, value: name)] + entries.filter { $0.key != "id" })
        guard let index else { return items + [thing] }
        var others = items
        others[index] = thing
        return others
    }

    private mutating func refuse(_ path: String, _ found: Text, _ expected: Text, _ nearest: String? = nil) {
        faults.append(ScenarioFault(place, path, found: found, expected: expected, nearest: nearest))
    }
}

extension Tree {
    /// This tree with everything in it covered by `note` and, if one is given, standing at `place`.
    func noted(_ note: Note, at place: Place? = nil) -> Tree {
        var noted = self
        noted.provenance = note
        noted.place = place ?? self.place
        switch content {
        case .scalar: break
        case .list(let items): noted.content = .list(items.map { $0.noted(note, at: place) })
        case .mapping(let entries):
            noted.content = .mapping(
                entries.map { Entry(key: $0.key, place: place ?? $0.place, value: $0.value.noted(note, at: place)) })
        }
        return noted
    }
}
