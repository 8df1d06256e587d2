extension Tree {
    /// This tree with `other` laid over it: mappings key by key, lists of things with an id thing by thing; all else is
    /// replaced, and so is a mapping of another `kind`.
    func merged(with other: Tree) -> Tree {
        switch (content, other.content) {
        case (.mapping(let below), .mapping(let above)) where self["kind"]?.text == other["kind"]?.text:
            var entries = below
            let places = Dictionary(below.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
            for entry in above {
                if let place = places[entry.key] {
                    entries[place].place = entry.place
                    entries[place].value = entries[place].value.merged(with: entry.value)
                } else {
                    entries.append(entry)
                }
            }
            return Tree(content: .mapping(entries), place: other.place)
        case (.list(let below), .list(let above)) where Tree.haveIDs(below) && Tree.haveIDs(above):
            return Tree(content: .list(Tree.mergedByID(below, above)), place: other.place)
        default: return other
        }
    }

    private static func haveIDs(_ items: [Tree]) -> Bool { !items.isEmpty && items.allSatisfy { $0.id != nil } }

    /// An id that stands twice in one file stays twice, for the reader to refuse.
    private static func mergedByID(_ below: [Tree], _ above: [Tree]) -> [Tree] {
        var items = below
        let places = Dictionary(below.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var merged: Set<String?> = []
        for item in above {
            guard let place = places[item.id] else {
                items.append(item)
                continue
            }
            let whole = below[place].merged(with: item)
            if merged.insert(item.id).inserted { items[place] = whole } else { items.append(whole) }
        }
        return items
    }
}
