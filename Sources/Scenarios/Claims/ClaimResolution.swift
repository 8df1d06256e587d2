import Foundation
import Governance

extension Claim {
    /// The claim's arms as scenarios that can be lived, place by place, each in the order of the arms.
    ///
    /// - Throws: every fault of the scenarios and the changes, and every value in which arms differ though no lever covers it.
    public func resolved(in library: ScenarioLibrary) throws(ScenarioFaults) -> [[ScenarioDocument]] {
        var faults: [ScenarioFault] = []
        var documents: [[ScenarioDocument]] = []
        for place in places {
            var beside: [ScenarioDocument] = []
            var sources: [String: ScenarioSource] = [:]
            for arm in arms {
                do throws(ScenarioFaults) {
                    let name = arm.scenario ?? scenario
                    if sources[name] == nil {
                        sources[name] = try source(named: name, of: arm, on: place, library)
                    }
                    let changes = ["period.months=\(months)"] + (settings + arm.settings).map(\.text)
                    if let source = sources[name] {
                        beside.append(try source.document(changes.map { ScenarioChange($0) }))
                    }
                } catch {
                    faults += error.faults.map { rehomed($0, arm) }
                }
            }
            documents.append(beside)
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: Self.once(faults)) }
        let settled = documents.map { $0.map(\.settled) }
        faults = settled.flatMap(foreignDifferences) + idleLevers(settled)
        guard faults.isEmpty else { throw ScenarioFaults(faults: Self.once(faults)) }
        return documents
    }

    /// Communities of the groups that terms name, by place, then by the group's name: as the claim's own scenario has them there.
    ///
    /// - Throws: faults of that scenario, and groups that nobody is in.
    public func groups(in library: ScenarioLibrary) throws(ScenarioFaults) -> [[String: [String]]] {
        let names = Set(metrics.flatMap(\.parts).flatMap { $0.terms + $0.per }.compactMap(\.quantity.group))
        guard !names.isEmpty else { return places.map { _ in [:] } }
        var groups: [[String: [String]]] = []
        for place in places {
            let communities = try ScenarioReader.read(
                path: path(of: scenario, library), on: library.path(of: place, on: .places)
            ).specification.people.communities
            let own = names.map { name in (name, communities.filter { $0.groups.contains(name) }.map(\.id).sorted()) }
            if let empty = own.first(where: { $0.1.isEmpty }) {
                throw ScenarioFaults(faults: [
                    ScenarioFault(
                        Place(file: file.path), "metrics", found: Text(en: "the group \(empty.0)", zh: "分组 \(empty.0)"),
                        expected: Text(
                            en: "a group that \(scenario) has on \(place)", zh: "\(scenario) 在 \(place) 上已有的分组"),
                        nearest: NearestName.of(empty.0, among: communities.flatMap(\.groups)))
                ])
            }
            groups.append(Dictionary(uniqueKeysWithValues: own))
        }
        return groups
    }

    /// The path of a scenario that the claim names: beside its own file, or as the library has it.
    private func path(of name: String, _ library: ScenarioLibrary) -> String {
        let beside = ((file.path as NSString).deletingLastPathComponent as NSString).appendingPathComponent(name)
        return name.hasSuffix(".yaml") && FileManager.default.fileExists(atPath: beside)
            ? beside : library.path(of: name, on: .regimes)
    }

    /// The files of an arm's scenario on a place.
    private func source(
        named name: String, of arm: Arm, on place: String, _ library: ScenarioLibrary
    ) throws(ScenarioFaults) -> ScenarioSource {
        for (name, shelf) in [(path(of: name, library), ScenarioLibrary.Shelf.regimes), (place, .places)] {
            let near = library.nearest(name, on: shelf)
            guard !library.holds(name, on: shelf) else { continue }
            throw ScenarioFaults(faults: [
                ScenarioFault(
                    arm.place, shelf == .places ? "places" : "scenario", found: Text(en: name, zh: name),
                    expected: Text(en: "a file, or a name in \(library.folder)", zh: "文件，或 \(library.folder) 中的名称"),
                    nearest: near)
            ])
        }
        return try ScenarioSource(path: path(of: name, library), on: library.path(of: place, on: .places))
    }

    /// A fault of what the arm changes, told where it stands in the claim's file.
    private func rehomed(_ fault: ScenarioFault, _ arm: Arm) -> ScenarioFault {
        guard fault.file == Place.commandLine.file else { return fault }
        let own = arm.settings.map { ($0, "arms.\(arm.id).set") } + settings.map { ($0, "set") }
        let (setting, path) =
            own.first { fault.keyPath.hasPrefix($0.0.keyPath) } ?? own.first {
                !fault.keyPath.isEmpty && $0.0.keyPath.hasPrefix(fault.keyPath)
            } ?? (nil, "arms.\(arm.id)")
        return ScenarioFault(
            setting?.place ?? arm.place, KeyPath.key(path, fault.keyPath), found: fault.found, expected: fault.expected,
            nearest: fault.nearest)
    }

    /// Each fault once, though arms and places share it.
    private static func once(_ faults: [ScenarioFault]) -> [ScenarioFault] {
        var told: [ScenarioFault] = []
        for fault in faults where !told.contains(fault) { told.append(fault) }
        return told
    }
}

// MARK: What arms differ in

extension Claim {
    /// The name that an end of attention has among the levers.
    public static let attention = "attention"

    /// Key paths in which two arms differ, with the value of each; nil where one has none.
    static func differences(
        _ first: [String: String], _ second: [String: String]
    ) -> [(path: String, values: (String?, String?))] {
        let paths = Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }
        return paths.sorted().map { ($0, (first[$0], second[$0])) }
    }

    /// Whether a lever of the claim covers a difference.
    ///
    /// An event's date and places are covered where every lever that it moves is, or the event itself.
    func covers(_ path: String, among all: Set<String>) -> Bool {
        if levers.contains(where: { Self.holds($0, path) }) { return true }
        guard path.hasPrefix("events."), Self.leverKey(path) == nil, let event = Self.event(path) else { return false }
        let moved = all.filter { $0.hasPrefix(event + ".institutions.") }
        return !moved.isEmpty && moved.allSatisfy { covers($0, among: []) }
    }

    /// Whether what is declared is the key path, its lever, or above one of them.
    private static func holds(_ declared: String, _ path: String) -> Bool {
        [path, leverKey(path)].compactMap(\.self).contains {
            $0 == declared || $0.hasPrefix(declared + ".") || $0.hasPrefix(declared + "[")
        }
    }

    /// The lever that a key path sets, at the start or by an event.
    static func leverKey(_ path: String) -> String? {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        if parts.first == "institutions" { return parts.dropFirst().joined(separator: ".") }
        guard parts.first == "events", parts.count > 3, parts[2] == "institutions" else { return nil }
        return parts.dropFirst(3).joined(separator: ".")
    }

    /// `events.pilot` of `events.pilot.at`.
    private static func event(_ path: String) -> String? {
        let parts = path.split(separator: ".", maxSplits: 2)
        return parts.count > 2 ? parts.prefix(2).joined(separator: ".") : nil
    }

    /// - Parameter values: of every arm on one place, by key path.
    private func foreignDifferences(_ values: [[String: String]]) -> [ScenarioFault] {
        guard let first = values.first else { return [] }
        var faults: [ScenarioFault] = []
        for (arm, own) in zip(arms, values).dropFirst() {
            let all = Set(first.keys).union(own.keys)
            for (path, values) in Self.differences(first, own) where !covers(path, among: all) {
                faults.append(difference(path, values, arms[0], arm))
            }
        }
        for arm in arms.dropFirst() where arm.attentionUntil != arms[0].attentionUntil {
            guard !levers.contains(Self.attention) else { continue }
            let values = (arms[0].attentionUntil.map(String.init), arm.attentionUntil.map(String.init))
            faults.append(difference(Self.attention, values, arms[0], arm))
        }
        return faults
    }

    private func difference(
        _ path: String, _ values: (String?, String?), _ first: Arm, _ other: Arm
    ) -> ScenarioFault {
        let (a, b) = (values.0 ?? "-", values.1 ?? "-")
        return ScenarioFault(
            other.place, "arms.\(other.id)",
            found: Text(
                en: "\(path), which is \(Tree.short(a)) in \(first.id) and \(Tree.short(b)) in \(other.id)",
                zh: "\(path) 在 \(first.id) 中为 \(Tree.short(a))，在 \(other.id) 中为 \(Tree.short(b))"),
            expected: Text(
                en: "the same in all arms, or this key path or its lever among levers: (\(levers.shortList))",
                zh: "各组相同，或在 levers 中列出此键路径或其杠杆（\(levers.shortList)）"))
    }

    /// Levers in which no two arms differ: the claim would not be about them.
    private func idleLevers(_ places: [[[String: String]]]) -> [ScenarioFault] {
        var moved: Set<String> = []
        for beside in places {
            guard let first = beside.first else { continue }
            for other in beside.dropFirst() { moved.formUnion(Self.differences(first, other).map(\.path)) }
        }
        if Set(arms.map(\.attentionUntil)).count > 1 { moved.insert(Self.attention) }
        return levers.filter { lever in
            !moved.contains { Self.holds(lever, $0) }
        }.map { lever in
            ScenarioFault(
                Place(file: file.path), "levers", found: Text(en: lever, zh: lever),
                expected: Text(en: "something in which arms differ", zh: "各组确有不同之处"),
                nearest: NearestName.of(lever, among: moved.map { Self.leverKey($0) ?? $0 }.sorted()))
        }
    }
}

extension ScenarioDocument {
    /// Values by key path, without those that only people read and the months, which the claim gives.
    fileprivate var settled: [String: String] {
        let kept = values.filter { value in
            !["period.months", "place", "extends"].contains(value.keyPath)
                && ![".title.en", ".title.zh", ".name.en", ".name.zh"].contains(where: value.keyPath.hasSuffix)
        }
        return Dictionary(kept.map { ($0.keyPath, $0.value) }) { first, _ in first }
    }

    /// What decides what happens, in one text: the same for scenarios that live the same.
    public var content: String {
        settled.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined()
    }
}
