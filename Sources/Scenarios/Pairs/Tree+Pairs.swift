import Governance

/// What laying two scenarios together asks of their trees.
extension Tree {
    /// The items of a list below a key; none where there is none.
    func items(_ key: String) -> [Tree] {
        guard case .list(let items)? = self[key]?.content else { return [] }
        return items
    }

    /// This mapping with another value under a key; without the key for nil.
    func with(_ key: String, _ value: Tree?) -> Tree {
        guard case .mapping(var entries) = content else { return self }
        let place = entries.firstIndex { $0.key == key }
        switch (place, value) {
        case (let place?, let value?): entries[place].value = value
        case (let place?, nil): entries.remove(at: place)
        case (nil, let value?): entries.append(Entry(key: key, place: value.place, value: value))
        case (nil, nil): break
        }
        var tree = self
        tree.content = .mapping(entries)
        return tree
    }

    func withItems(_ key: String, _ items: [Tree]) -> Tree {
        let list = Tree(content: .list(items), place: items.first?.place ?? place)
        return with(key, items.isEmpty ? nil : list)
    }

    /// Every value in it by key path, in an order of its own; without what stands under these keys anywhere.
    func content(besides words: Set<String>) -> [KeyedValue] {
        leaves().filter { leaf in !leaf.keyPath.split(separator: ".").contains { words.contains(String($0)) } }
            .sorted { $0.keyPath < $1.keyPath }
    }

    /// The mapping with those of its values whose dotted path holds; nil if none does.
    func leavesKept(_ holds: (String) -> Bool, below path: String = "") -> Tree? {
        guard case .mapping(let entries) = content else { return holds(path) ? self : nil }
        var kept = self
        let inside = entries.compactMap { entry -> Entry? in
            var own = entry
            guard let value = entry.value.leavesKept(holds, below: KeyPath.key(path, entry.key)) else { return nil }
            own.value = value
            return own
        }
        kept.content = .mapping(inside)
        return inside.isEmpty ? nil : kept
    }

    /// An event as far as it moves levers that hold; nil where it moves none.
    ///
    /// One that puts all levers back to neutral first does so with those that hold, by their neutral values.
    func event(called prefix: String, keeping holds: (String) -> Bool) -> Tree? {
        var levers = self["institutions"]?.leavesKept(holds)
        if self["reset"]?.text == "true" {
            let neutral = Lever.all.filter { holds($0.key) }.reduce(Tree(content: .mapping([]), place: place)) {
                $0.merged(with: Self.lever($1, at: place))
            }
            levers = levers.map { neutral.merged(with: $0) } ?? neutral
        }
        guard let levers, case .mapping(let entries) = levers.content, !entries.isEmpty else { return nil }
        let name = Tree(content: .scalar("\(prefix)-\(id ?? "")", isPlain: true), place: place)
        return with("reset", nil).with("id", name).with("institutions", levers)
    }

    /// A lever at its neutral value, as nested keys.
    private static func lever(_ lever: Lever, at place: Place) -> Tree {
        let text =
            switch lever.neutral {
            case .number(let number): NumberText.plain(number)
            case .flag(let flag): "\(flag)"
            case .choice(let name): name
            }
        let note = Note(kind: .assumed, text: "neutral, by the event's reset")
        let value = Tree(content: .scalar(text, isPlain: true), place: place, provenance: note)
        return lever.key.split(separator: ".").reversed().reduce(value) { below, key in
            Tree(content: .mapping([Entry(key: String(key), place: place, value: below)]), place: place)
        }
    }

    /// The scenario with all dates of what happens, of money, organisations and firms moved by so many months.
    func moved(by months: Int) -> Tree {
        guard months != 0 else { return self }
        return ["funds", "organisations", "firms", "events"].reduce(self) { tree, key in
            tree.with(key, tree[key]?.datesMoved(by: months))
        }
    }

    private func datesMoved(by months: Int) -> Tree {
        var moved = self
        switch content {
        case .scalar: break
        case .list(let items): moved.content = .list(items.map { $0.datesMoved(by: months) })
        case .mapping(let entries):
            moved.content = .mapping(
                entries.map { entry in
                    var own = entry
                    if ["at", "from", "until"].contains(entry.key),
                        let date = entry.value.text.flatMap({ YearMonth($0) })
                    {
                        own.value.content = .scalar((date + months).description, isPlain: true)
                    } else {
                        own.value = entry.value.datesMoved(by: months)
                    }
                    return own
                })
        }
        return moved
    }

    /// The scenario with a run of so many months, from another start where one is given.
    func lasting(_ months: Int, from start: Tree? = nil) -> Tree {
        guard var period = self["period"] else { return self }
        if var length = period["months"] {
            length.content = .scalar("\(months)", isPlain: true)
            period = period.with("months", length)
        }
        return with("period", start.map { period.with("start", $0) } ?? period)
    }
}
