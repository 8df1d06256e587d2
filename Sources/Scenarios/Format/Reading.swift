import Governance

/// What comes up while a tree is read by its shapes: faults, sources of numbers, names given and names used.
struct Reading {
    private(set) var faults: [ScenarioFault] = []
    /// More are no slips: the file is something else.
    private static let enough = 1000
    private(set) var provenance: [ProvenanceEntry] = []
    /// Where the value of each key path stands, for rules that join several values.
    private(set) var places: [String: Place] = [:]
    private var given: [NameKind: [String: Place]] = [:]
    private var used: [Use] = []

    private(set) var dates: [DateRule] = []

    mutating func use(_ date: DateRule) { dates.append(date) }

    private struct Use {
        let kind: NameKind
        let name: String
        let place: Place
        let path: String
    }

    mutating func note(_ tree: Tree, at path: String) { places[path] = tree.place }

    /// Where the value at `path` stands, if it was read.
    func place(of path: String) -> Place? { places[path] }

    /// Whether no more faults are told, so that nobody need look for what would be right.
    var isFull: Bool { faults.count >= Self.enough }

    mutating func refuse(
        _ place: Place, _ path: String, _ found: Text, _ expected: Text, nearest: String? = nil
    ) {
        guard !isFull else { return }
        faults.append(ScenarioFault(place, path, found: found, expected: expected, nearest: nearest))
    }

    /// Takes over faults that were found elsewhere.
    mutating func take(_ others: [ScenarioFault]) { faults += others }

    mutating func refuse(_ tree: Tree, _ path: String, _ expected: Text, nearest: String? = nil) {
        refuse(tree.place, path, tree.found, expected, nearest: nearest)
    }

    /// Refuses the value that was read at `path`.
    mutating func refuse(at path: String, _ found: Text, _ expected: Text) {
        refuse(places[path] ?? Place(file: ""), path, found, expected)
    }

    /// Keeps where a number comes from, and refuses it where nobody says.
    mutating func keepProvenance(of tree: Tree, _ path: String) {
        guard let note = tree.provenance else {
            return refuse(
                tree.place, path,
                Text(en: "\(tree.found.en) without a source", zh: "\(tree.found.zh)（未注明出处）"),
                Text(
                    en: "source: or assumed: beside it or above it, or {value: \(tree.found.en), source: ...}",
                    zh: "在旁或上层写 source: 或 assumed:，或写作 {value: \(tree.found.zh), source: …}"))
        }
        provenance.append(
            ProvenanceEntry(
                keyPath: path, value: tree.text ?? "", kind: note.kind, text: note.text, file: tree.place.file,
                line: tree.place.line))
    }

    /// Where numbers come from that `other` has not read.
    func provenance(besides other: Reading) -> [ProvenanceEntry] {
        let known = Set(other.provenance.map { "\($0.file) \($0.line ?? 0) \($0.value)" })
        return provenance.filter { !known.contains("\($0.file) \($0.line ?? 0) \($0.value)") }
    }

    /// Whether nothing at `path` or below it was refused, so that what was read there is whole.
    func isClean(at path: String) -> Bool {
        faults.allSatisfy {
            !($0.keyPath == path || $0.keyPath.hasPrefix(path + ".") || $0.keyPath.hasPrefix(path + "["))
        }
    }

    /// Keeps a name that others may refer to; refuses one that is taken.
    mutating func give(_ name: String, _ kind: NameKind, _ place: Place, _ path: String) {
        guard let first = given[kind]?[name] else {
            given[kind, default: [:]][name] = place
            return
        }
        guard !kind.isShared else { return }
        let line = first.line.map { ("line \($0)", "第 \($0) 行") } ?? (first.file, first.file)
        refuse(
            place, path, Text(en: "\(name) a second time (first in \(line.0))", zh: "重复的 \(name)（首次在\(line.1)）"),
            Text(en: "an id that no other \(kind.label.en) has", zh: "其他\(kind.label.zh)未用的 id"))
    }

    mutating func use(_ name: String, _ kind: NameKind, _ place: Place, _ path: String) {
        used.append(Use(kind: kind, name: name, place: place, path: path))
    }

    /// Refuses every name that was used and not given. Where none was given because of another fault, that one is told.
    mutating func checkNames() {
        let isClean = faults.isEmpty
        for use in used where given[use.kind]?[use.name] == nil {
            let names = (given[use.kind] ?? [:]).keys.sorted()
            if names.isEmpty, !isClean { continue }
            refuse(
                use.place, use.path, Text(en: use.name, zh: use.name),
                Text(
                    en: "the id of a \(use.kind.label.en): \(names.shortList)",
                    zh: "\(use.kind.label.zh)的 id:\(names.shortList)"),
                nearest: NearestName.of(use.name, among: names))
        }
    }
}

/// What has names of its own in a scenario.
enum NameKind: Sendable, Hashable {
    case communityType, street, community, group, fund, organisation, firm, event, branch, run, pattern, arm,
        factor, metric

    /// Whether many may give the same name: a group is named by each of its members.
    var isShared: Bool { self == .group }

    var label: Text {
        switch self {
        case .communityType: Text(en: "community type", zh: "社区类型")
        case .street: Text(en: "street", zh: "街道")
        case .community: Text(en: "community", zh: "社区")
        case .group: Text(en: "group", zh: "分组")
        case .fund: Text(en: "fund line", zh: "资金项目")
        case .organisation: Text(en: "social organisation", zh: "社会组织")
        case .firm: Text(en: "firm", zh: "企业")
        case .event: Text(en: "event", zh: "事件")
        case .branch: Text(en: "branch", zh: "分支")
        case .run: Text(en: "run", zh: "运行")
        case .pattern: Text(en: "pattern", zh: "目标")
        case .arm: Text(en: "arm", zh: "组")
        case .factor: Text(en: "factor", zh: "因素")
        case .metric: Text(en: "metric", zh: "度量")
        }
    }
}

extension [String] {
    /// The names with commas between, the first dozen of many.
    var shortList: String {
        isEmpty ? "-" : prefix(12).joined(separator: ", ") + (count > 12 ? ", ... (\(count))" : "")
    }
}
