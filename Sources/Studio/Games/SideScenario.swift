import Experiments
import Foundation
import Governance
import Scenarios

extension GameSetup {
    /// The scenario that a side lives, as a file of its own would tell it: the regime on the place, with as many people as there
    /// are to be, and one event more for each month in which players changed something.
    ///
    /// - Throws: ``Refusal`` with the key of what cannot be.
    func scenario(of side: Int, in library: Library) throws(Refusal) -> PlannedScenario {
        let document = try document(of: side, in: library)
        var scenario = PlannedScenario(document)
        scenario.specification.id = id(of: side, document.specification.id)
        return scenario
    }

    /// The same as it was read.
    ///
    /// - Parameter isWhole: whether it is no shorter than its own file has it: what is dated later would else be outside the run.
    func document(of side: Int, in library: Library, isWhole: Bool = false) throws(Refusal) -> ScenarioDocument {
        let source = try library.source(root(of: side), on: place)
        let own = isWhole ? try Self.document(source, []).specification.months : months
        let length = ScenarioChange("period.months=\(max(months, own))", reason: Self.reason)
        let plain = try Self.document(source, [length])
        let changes = people(of: plain) + (try events(of: side, from: plain.specification))
        return changes.isEmpty ? plain : try Self.document(source, [length] + changes)
    }

    private static let reason = "set by the players in the studio"

    /// Ids differ, so that results of several sides can stand in one table.
    func id(of side: Int, _ id: String) -> String {
        let same = sides.indices.filter { root(of: $0).regime == root(of: side).regime }
        guard let place = same.firstIndex(of: side), place > 0 else { return id }
        return "\(id)-\(place + 1)"
    }

    private static func document(
        _ source: ScenarioSource, _ changes: [ScenarioChange]
    ) throws(Refusal) -> ScenarioDocument {
        do throws(ScenarioFaults) { return try source.document(changes) } catch { throw .faults(error) }
    }

    /// So many people of each community, where not all are there.
    private func people(of document: ScenarioDocument) -> [ScenarioChange] {
        guard share < 1 else { return [] }
        return document.specification.people.communities.map { community in
            let count = max(1, Int((Double(community.people) * share).rounded()))
            return ScenarioChange("people.communities.\(community.id).people=\(count)", reason: Self.reason)
        }
    }

    /// Changes of one month, for the same communities, are one event.
    private func events(
        of side: Int, from specification: ScenarioSpecification
    ) throws(Refusal) -> [ScenarioChange] {
        let known = Set(specification.people.communities.map(\.id))
        var events: [(month: Int, communities: [String]?, changes: [ScheduledEvent.Change])] = []
        for (place, change) in Self.held(changes(of: side), against: specification).enumerated() {
            let key = "changes[\(place)]"
            let month = change.month ?? 1
            guard (1...months).contains(month) else { throw .outside(key + ".month", month, 1...Double(months)) }
            for id in change.communities ?? [] where !known.contains(id) {
                throw .unknown(Text(en: "community", zh: "社区"), id, key: key + ".communities", among: known)
            }
            let checked = try change.checked(key)
            if let last = events.last, last.month == month, last.communities == change.communities {
                events[events.count - 1].changes.removeAll { $0.lever == checked.lever }
                events[events.count - 1].changes.append(checked)
            } else {
                events.append((month, change.communities, [checked]))
            }
        }
        return events.enumerated().map { place, event in
            .event(
                ScheduledEvent(
                    at: specification.start + (event.month - 1),
                    title: Self.title(event.changes),
                    communities: event.communities.map { .listed($0) } ?? .all, changes: event.changes),
                id: "players-\(place + 1)", reason: Self.reason)
        }
    }

    /// The changes in the order of months, those that are to last made anew wherever the regime sets their lever later, until the
    /// players change it again.
    private static func held(
        _ changes: [LeverChange], against specification: ScenarioSpecification
    ) -> [LeverChange] {
        let inOrder = changes.enumerated()
            .sorted { ($0.element.month ?? 1, $0.offset) < ($1.element.month ?? 1, $1.offset) }.map(\.element)
        var held = inOrder
        for (place, change) in inOrder.enumerated() where change.lasting ?? false {
            let month = change.month ?? 1
            let next = inOrder.dropFirst(place + 1).first {
                $0.lever == change.lever && $0.communities == change.communities
            }
            let months = specification.events.filter { event in
                event.reset || event.changes.contains { $0.lever == change.lever }
            }.map { $0.at - specification.start + 1 }
            let end = next?.month ?? .max
            for later in Set(months) where later > month && later < end && later <= specification.months {
                var again = change
                again.month = later
                held.append(again)
            }
        }
        return held.enumerated()
            .sorted { ($0.element.month ?? 1, $0.offset) < ($1.element.month ?? 1, $1.offset) }.map(\.element)
    }

    private static func title(_ changes: [ScheduledEvent.Change]) -> Text {
        let set = changes.prefix(4).map { "\($0.lever) = \($0.value.text)" }.joined(separator: ", ")
        let more = changes.count > 4 ? ", …" : ""
        return Text(en: "The players set \(set)\(more)", zh: "玩家设定 \(set)\(more)")
    }
}
