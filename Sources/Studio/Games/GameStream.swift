import Archive
import Foundation
import Governance
import Reporting
import Synchronization

/// What one listener has been told of a game, and what comes next.
final class GameStream: Sendable {
    private struct Told {
        /// Months told, by side.
        var months: [Int: Int]
        var version = 0
    }

    private let game: Game
    /// The one side that is wanted; all where nil.
    private let only: Int?
    private let first: Int
    private let told: Mutex<Told>

    /// - Parameters:
    ///   - first: the first month that is wanted.
    ///   - last: the id of the last event that the listener has seen (``id(_:)``).
    init(_ game: Game, side: Int?, from first: Int, after last: String?) {
        (self.game, only, self.first) = (game, side, max(1, first))
        told = Mutex(Told(months: last.map(Self.months) ?? [:]))
    }

    /// `0:12,1:11`: months told by side.
    private static func id(_ months: [Int: Int]) -> String {
        months.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: ",")
    }

    private static func months(_ id: String) -> [Int: Int] {
        let pairs = id.split(separator: ",").prefix(32).compactMap { part -> (Int, Int)? in
            let numbers = part.split(separator: ":").compactMap { Int($0) }
            return numbers.count == 2 && numbers.allSatisfy((0...10_000).contains) ? (numbers[0], numbers[1]) : nil
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// The next events: of each side in turn a month, so that sides are told side by side. Nil where the game has been deleted.
    func next() -> [EventStream.Event]? {
        guard !game.with({ $0.isRemoved }) else { return nil }
        let (version, months) = game.with { state in
            (state.version, state.sides.map { $0.lived.months.count })
        }
        return told.withLock { told in
            var events: [EventStream.Event] = []
            if told.version == 0 { events.append(state(&told, version)) }
            let sides = months.indices.filter { only == nil || only == $0 }
            var isMore = true
            while isMore, events.count < EventStream.most {
                isMore = false
                for side in sides {
                    let last = max(told.months[side] ?? 0, first - 1)
                    guard last < months[side], let month = month(last + 1, of: side) else { continue }
                    told.months[side] = last + 1
                    events.append(EventStream.Event(name: "month", id: Self.id(told.months), data: month))
                    isMore = true
                }
            }
            // What the game is comes once its months have been told, lest it says so with each of them.
            if !isMore, told.version != version { events.append(state(&told, version)) }
            return events
        }
    }

    private func state(_ told: inout Told, _ version: Int) -> EventStream.Event {
        told.version = version
        let reply = game.with { GameReply($0) }
        return EventStream.Event(
            name: "state", id: Self.id(told.months), data: String(decoding: JSONReply.bytes(reply), as: UTF8.self))
    }

    private func month(_ number: Int, of side: Int) -> String? {
        let found = game.with { state -> (seen: MonthSeen, communities: [CommunitySpecification])? in
            let own = state.sides[side]
            guard own.lived.months.indices.contains(number - 1) else { return nil }
            return (own.lived.months[number - 1], own.scenario.specification.people.communities)
        }
        guard let found else { return nil }
        let names = Dictionary(found.communities.map { ($0.id, $0.name) }) { first, _ in first }
        let reply = MonthReply(side: side, month: number, found.seen, names: names)
        return String(decoding: JSONReply.bytes(reply), as: UTF8.self)
    }
}

/// A month as the page sees it.
struct MonthReply: Encodable {
    struct Flow: Encodable {
        let from: String
        let to: String
        let purpose: String
        let fen: Int64
    }

    let side: Int
    let month: Int
    let date: String
    let series: [String: Defined]
    let money: [Flow]
    let events: [OccurrenceReply]

    init(side: Int, month: Int, _ seen: MonthSeen, names: [String: Text]) {
        (self.side, self.month, date) = (side, month, seen.date.description)
        let values = Self.headlines.map { ($0.key, Defined(value: seen.series[$0.place])) }
        series = Dictionary(uniqueKeysWithValues: values)
        money = seen.money.map { Flow(from: $0.from, to: $0.to, purpose: $0.purpose, fen: $0.fen) }
        events = seen.occurrences.map { OccurrenceReply($0, names: names) }
    }

    private static let headlines: [(key: String, place: Int)] = Headlines.keys.compactMap { key in
        Observable.all.firstIndex { $0.key == key }.map { (key, $0) }
    }
}

/// Something that happened, as the page tells it.
struct OccurrenceReply: Encodable {
    struct Subject: Encodable {
        let kind: String
        let id: String
    }

    let kind: String
    let en: String
    let zh: String
    let subject: Subject?

    init(_ occurrence: Occurrence, names: [String: Text]) {
        let text = occurrence.text(names: names)
        (kind, en, zh) = (occurrence.kind, text.en, text.zh)
        subject = occurrence.subject.map { subject in
            switch subject {
            case .community(let id): Subject(kind: "community", id: id)
            case .project(let id): Subject(kind: "project", id: id)
            case .organisation(let id): Subject(kind: "organisation", id: id)
            case .firm(let id): Subject(kind: "firm", id: id)
            case .fund(let id): Subject(kind: "fund", id: id)
            }
        }
    }
}
