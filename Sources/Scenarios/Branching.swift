public import Governance

/// One of several futures that a scenario's past may have.
public struct ScenarioBranch: Sendable {
    /// The scenario as if it stood in a file of its own: the branch's changes are dated, its id is `scenario.branch`.
    public let specification: ScenarioSpecification
    /// Months of the run, burn-in not counted, that it shares with the scenario without branches.
    public let sharedMonths: Int
}

/// How a scenario goes on otherwise from a month on: levers become an event of that month, what is dated itself is laid
/// over the scenario, and nothing may change what has been before.
struct Branching {
    /// Of the branch: what its faults and its event are called after.
    let path: String
    let id: String
    let title: Text
    let from: Place
    let date: YearMonth

    /// The tree of the scenario with the branch's changes.
    ///
    /// - Parameters:
    ///   - tree: the scenario with all changes but those of levers.
    ///   - levers: `institutions:` of the branch.
    func tree(_ tree: Tree, levers: Tree?) -> Tree {
        guard let levers else { return tree }
        func scalar(_ text: String) -> Tree { Tree(content: .scalar(text, isPlain: true), place: from) }
        func mapping(_ entries: [(String, Tree)]) -> Tree {
            Tree(content: .mapping(entries.map { Tree.Entry(key: $0, place: from, value: $1) }), place: from)
        }
        func words(_ text: String) -> Tree { Tree(content: .scalar(text, isPlain: false), place: from) }
        let event = mapping([
            ("id", scalar(event)), ("at", scalar(date.description)),
            ("title", mapping([("en", words(title.en)), ("zh", words(title.zh))])), ("institutions", levers),
        ])
        return tree.merged(with: mapping([("events", Tree(content: .list([event]), place: from))]))
    }

    private var event: String { "branch-" + id }

    /// A fault of the branch as its author sees it: by the keys that stand in the file.
    func told(_ fault: ScenarioFault) -> ScenarioFault {
        let own = "events.\(event).institutions"
        let inside =
            fault.keyPath.hasPrefix(own) ? String(fault.keyPath.dropFirst("events.\(event).".count)) : fault.keyPath
        return ScenarioFault(
            Place(file: fault.file, line: fault.line, column: fault.column), KeyPath.key(path, inside),
            found: fault.found, expected: fault.expected, nearest: fault.nearest)
    }

    /// Refuses what would have changed the past.
    func check(_ branch: ScenarioSpecification, against trunk: ScenarioSpecification, _ reading: inout Reading) {
        let own = branch.past(before: date).differences(from: trunk.past(before: date))
        for part in own {
            reading.refuse(
                reading.place(of: part) ?? from, part,
                Text(en: "a change before \(date)", zh: "\(date) 之前的改变"),
                Text(
                    en: "changes from \(date) on: what has been cannot change (dates, new terms, and ends that come "
                        + "later can)",
                    zh: "\(date) 起的改变：过去不可改变（日期、新条款与其后的终止可以）"))
        }
    }
}
