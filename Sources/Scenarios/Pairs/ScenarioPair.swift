public import Governance

/// Two scenarios on one place and one calendar, told apart by what differs in them; and every scenario between them.
///
/// What differs is told by elements: levers (`sensing.survey`: its values at the start and by every event, in every community),
/// fund lines, organisations and firms (`funds.ID`, each with all its terms), and the sections `committees`, `publicService`, `district`
/// and `parameters`. A scenario between the two has some elements from the second and all others from the first.
///
/// The second's dates are moved by whole years onto the first's calendar, so that month m of a run is month m of either.
public struct ScenarioPair: Sendable {
    public let first: ScenarioDocument
    public let second: ScenarioDocument
    /// Elements that differ: levers in the order of the registry, then things by section and name.
    public let differences: [String]
    private let trees: (first: Tree, second: Tree)
    private let source: ScenarioSource

    /// Sections that are taken as wholes.
    private static let sections = ["committees", "publicService", "district", "parameters"]
    /// Lists of things, each taken as a whole.
    private static let lists = ["funds", "organisations", "firms"]

    /// - Parameter changes: laid over both.
    /// - Throws: every fault of the two; ``ScenarioFaults`` where they cannot be laid over one another, or do not differ.
    public init(
        _ first: ScenarioSource, _ second: ScenarioSource, changes: [ScenarioChange] = []
    ) throws(ScenarioFaults) {
        self.first = try first.document(changes)
        self.second = try second.document(changes)
        source = first
        let own = try first.tree(changes)
        let other = try second.tree(changes)
        let shift = self.first.specification.start - self.second.specification.start
        try Self.check(self.first, self.second, own, other, shift)
        let longest = max(self.first.specification.months, self.second.specification.months)
        trees = (
            own.lasting(longest), other.moved(by: shift).lasting(longest, from: own["period"]?["start"])
        )
        let specifications = try (
            first: first.specification(of: trees.first), second: second.specification(of: trees.second)
        )
        differences =
            Self.levers(specifications.first, specifications.second) + Self.things(trees.first, trees.second)
        guard !differences.isEmpty else {
            throw Self.refused(
                self.second, "",
                Text(
                    en: "nothing that differs from \(self.first.specification.id)",
                    zh: "与 \(self.first.specification.id) 无任何差异"),
                Text(en: "two scenarios that differ", zh: "两个有差异的情景"))
        }
    }

    /// What the scenarios between the two are called.
    public var id: String { first.specification.id + "+" + second.specification.id }

    /// The scenario that has these elements from the second and the others from the first, checked as any scenario is.
    ///
    /// - Throws: what makes it no valid scenario.
    public func specification(with elements: Set<String>) throws(ScenarioFaults) -> ScenarioSpecification {
        var specification = try source.specification(of: tree(with: elements))
        specification.id = id
        specification.title = Text(
            en: "\(first.specification.title.en) / \(second.specification.title.en)",
            zh: "\(first.specification.title.zh) / \(second.specification.title.zh)")
        return specification
    }
}

// MARK: What differs

extension ScenarioPair {
    private static func check(
        _ first: ScenarioDocument, _ second: ScenarioDocument, _ own: Tree, _ other: Tree, _ shift: Int
    ) throws(ScenarioFaults) {
        let (a, b) = (first.specification, second.specification)
        if !first.branches.isEmpty || !second.branches.isEmpty {
            throw refused(
                first.branches.isEmpty ? second : first, "branches", Text(en: "branches", zh: "分支"),
                Text(en: "a scenario without branches", zh: "不含分支的情景"))
        }
        if a.people.withoutGroups != b.people.withoutGroups {
            let names = [a, b].map { $0.place?.id ?? $0.id }
            throw refused(
                second, "people",
                Text(en: "\(names[1]), where \(a.id) has \(names[0])", zh: "\(names[1])，而 \(a.id) 为 \(names[0])"),
                Text(en: "the same people; --on puts both on one place", zh: "相同的居民；可用 --on 将两者置于同一地点"))
        }
        if a.burnIn != b.burnIn {
            throw refused(
                second, "period.burnIn", Text(en: "\(b.burnIn)", zh: "\(b.burnIn)"),
                Text(
                    en: "\(a.burnIn), as in \(a.id); --set burnIn=... sets both",
                    zh: "与 \(a.id) 相同的 \(a.burnIn)；--set burnIn=… 可同时设定"))
        }
        if shift % 12 != 0 {
            throw refused(
                second, "period.start", Text(en: "\(b.start)", zh: "\(b.start)"),
                Text(
                    en: "a start in the same month of the year as \(a.id), \(a.start)",
                    zh: "与 \(a.id)（\(a.start)）相同的起始月份"))
        }
        for group in other.items("groups") {
            guard let id = group.id, let same = own.items("groups").first(where: { $0.id == id }),
                same.leaves() != group.leaves()
            else { continue }
            throw refused(
                second, "groups.\(id)", Text(en: "other communities than in \(a.id)", zh: "与 \(a.id) 所含社区不同"),
                Text(en: "the same group, or one of another id", zh: "相同的分组，或使用其他 id"))
        }
    }

    private static func refused(
        _ document: ScenarioDocument, _ path: String, _ found: Text, _ expected: Text
    ) -> ScenarioFaults {
        ScenarioFaults(faults: [
            ScenarioFault(Place(file: document.files.first?.path ?? ""), path, found: found, expected: expected)
        ])
    }

    /// Levers whose values differ somewhere at some time.
    private static func levers(_ a: ScenarioSpecification, _ b: ScenarioSpecification) -> [String] {
        let dates = Set((a.events + b.events).map(\.at)).sorted()
        var differing: Set<String> = []
        for community in a.people.communities {
            guard let twin = b.people.communities.first(where: { $0.id == community.id }) else { continue }
            for date in [YearMonth?.none] + dates.map({ $0 }) {
                let (own, other) = (a.institutions(of: community, at: date), b.institutions(of: twin, at: date))
                guard own != other else { continue }
                for lever in Lever.all where lever.value(in: own) != lever.value(in: other) {
                    differing.insert(lever.key)
                }
            }
        }
        return Lever.all.map(\.key).filter(differing.contains)
    }

    private static func things(_ a: Tree, _ b: Tree) -> [String] {
        var found: [String] = []
        for list in lists {
            let (own, other) = (a.items(list), b.items(list))
            for id in order(own, other) {
                let twins = [own, other].map { items in items.first { $0.id == id }?.content(besides: ["name"]) }
                if twins[0] != twins[1] { found.append("\(list).\(id)") }
            }
        }
        return found
            + sections.filter {
                a[$0]?.content(besides: ["name", "streets"]) != b[$0]?.content(besides: ["name", "streets"])
            }
    }

    /// Ids of both lists in an order that keeps that of each: what only the second has follows what it follows there.
    private static func order(_ first: [Tree], _ second: [Tree]) -> [String] {
        var ids = first.compactMap(\.id)
        var last = -1
        for id in second.compactMap(\.id) {
            if let place = ids.firstIndex(of: id) {
                last = place
            } else {
                last += 1
                ids.insert(id, at: last)
            }
        }
        return ids
    }
}

// MARK: Laying together

extension ScenarioPair {
    private func tree(with elements: Set<String>) -> Tree {
        let (own, other) = trees
        let isSecond = { (lever: String) in elements.contains(lever) }
        let isFirst = { (lever: String) in !elements.contains(lever) }
        var tree = own
        let levers = [own["institutions"]?.leavesKept(isFirst), other["institutions"]?.leavesKept(isSecond)].compactMap(
            \.self)
        tree = tree.with(
            "institutions", levers.isEmpty ? nil : levers.dropFirst().reduce(levers[0]) { $0.merged(with: $1) })
        tree = tree.withItems(
            "events",
            own.items("events").compactMap { $0.event(called: "first", keeping: isFirst) }
                + other.items("events").compactMap { $0.event(called: "second", keeping: isSecond) })
        for list in Self.lists {
            let ids = Self.order(own.items(list), other.items(list))
            tree = tree.withItems(
                list,
                ids.compactMap { id in
                    (elements.contains("\(list).\(id)") ? other : own).items(list).first { $0.id == id }
                })
        }
        for section in Self.sections where elements.contains(section) { tree = tree.with(section, other[section]) }
        tree = tree.with("experimental", own["experimental"] ?? other["experimental"])
        return tree.withItems("groups", groups)
    }

    /// Groups of both that are drawn: those that the place names itself are not.
    private var groups: [Tree] {
        let communities = trees.first["people"]?.items("communities") ?? []
        let named = Set(communities.flatMap { $0.items("groups").compactMap(\.text) })
        var drawn: [Tree] = []
        for tree in [trees.first, trees.second] {
            let own = tree.items("groups")
            guard !own.allSatisfy({ named.contains($0.id ?? "") }) else { continue }
            drawn += own.filter { group in !drawn.contains { $0.id == group.id } }
        }
        return drawn
    }
}

extension People {
    /// The people whatever groups a scenario draws from them.
    fileprivate var withoutGroups: People {
        var people = self
        for place in people.communities.indices { people.communities[place].groups = [] }
        return people
    }
}

extension ScenarioSpecification {
    /// A community's institutions after the events of a month; at the start for nil.
    fileprivate func institutions(of community: CommunitySpecification, at date: YearMonth?) -> Institutions {
        var present = institutions
        guard let date else { return present }
        for event in events.enumerated().sorted(by: { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }).map(
            \.element)
        where event.at <= date && event.communities.includes(community) {
            if event.reset { present = Institutions() }
            for change in event.changes { present.apply(change) }
        }
        return present
    }
}
