public import Governance

extension ScenarioChange {
    /// An event more, as a file would list it last: what happens in a month is laid over what was listed before.
    ///
    /// - Parameters:
    ///   - id: its id among the scenario's events; one that there is already is replaced.
    ///   - reason: what covers its numbers.
    public static func event(_ event: ScheduledEvent, id: String, reason: String) -> ScenarioChange {
        ScenarioChange("events.\(id)=" + event.tree.flow, reason: reason)
    }
}

extension ScheduledEvent {
    /// The event as it stands in a file, without its id.
    fileprivate var tree: Tree {
        var entries = [
            ("at", Tree.plain(at.description)),
            ("title", Tree.mapping([("en", .words(title.en)), ("zh", .words(title.zh))])),
        ]
        switch communities {
        case .all: break
        case .group(let name): entries.append(("communities", .mapping([("group", .plain(name))])))
        case .listed(let ids): entries.append(("communities", .list(ids.map(Tree.plain))))
        }
        if reset { entries.append(("reset", .plain("true"))) }
        entries.append(("institutions", Self.nested(changes.map { ($0.lever.split(separator: ".")[...], $0.value) })))
        return .mapping(entries)
    }

    /// Levers by the parts of their keys; of one that stands there twice, the last value.
    private static func nested(_ levers: [(key: ArraySlice<Substring>, value: LeverValue)]) -> Tree {
        var heads: [Substring] = []
        for lever in levers { if let head = lever.key.first, !heads.contains(head) { heads.append(head) } }
        return .mapping(
            heads.map { head in
                let below = levers.filter { $0.key.first == head }
                guard let leaf = below.last(where: { $0.key.count == 1 }) else {
                    return (String(head), nested(below.map { ($0.key.dropFirst(), $0.value) }))
                }
                return (String(head), .plain(leaf.value.text))
            })
    }
}

extension Tree {
    fileprivate static func plain(_ text: String) -> Tree {
        Tree(content: .scalar(text, isPlain: true), place: .commandLine)
    }

    fileprivate static func words(_ text: String) -> Tree {
        Tree(content: .scalar(text, isPlain: false), place: .commandLine)
    }

    fileprivate static func list(_ items: [Tree]) -> Tree { Tree(content: .list(items), place: .commandLine) }

    fileprivate static func mapping(_ entries: [(String, Tree)]) -> Tree {
        Tree(
            content: .mapping(entries.map { Entry(key: $0, place: .commandLine, value: $1) }), place: .commandLine)
    }
}
