import Governance
import Scenarios

/// A way to govern that can be chosen, with what it sets at the start and at which dates it changes.
struct RegimeEntry: Encodable {
    struct Event: Encodable {
        struct Change: Encodable {
            let lever: String
            let value: LeverChange.Value
        }

        /// Month of the run, from 1.
        let month: Int
        let title: Text
        /// Whether all communities, or those of some group or list only.
        let everywhere: Bool
        let reset: Bool
        let changes: [Change]
    }

    let id: String
    let title: Text
    let summary: Text
    let claims: [String]
    /// The place of its own.
    let place: String
    let start: String
    let months: Int
    let levers: [String: LeverChange.Value]
    /// Who says so, by lever; or why it is assumed.
    let sources: [String: String]
    let events: [Event]

    init(_ id: String, _ library: Library) throws(Refusal) {
        let side = GameSetup.Side(regime: id, changes: [], until: 0)
        let source = try library.source(side, on: nil)
        do throws(ScenarioFaults) {
            let document = try source.document()
            let own = document.specification
            (self.id, title, summary, claims) = (id, own.title, own.summary, document.claims)
            (place, start, months) = (own.place?.id ?? "", own.start.description, own.months)
            levers = Dictionary(
                uniqueKeysWithValues: Lever.all.map { ($0.key, LeverChange.Value($0.value(in: own.institutions))) })
            let head = "institutions."
            sources = Dictionary(
                document.provenance.filter { $0.keyPath.hasPrefix(head) }.map {
                    (String($0.keyPath.dropFirst(head.count)), $0.kind.rawValue + ": " + $0.text)
                }
            ) { first, _ in first }
            events = own.events.map { event in
                Event(
                    month: event.at - own.start + 1, title: event.title, everywhere: event.communities == .all,
                    reset: event.reset,
                    changes: event.changes.map { .init(lever: $0.lever, value: LeverChange.Value($0.value)) })
            }
        } catch { throw .faults(error) }
    }
}

extension LeverChange.Value {
    init(_ value: LeverValue) {
        self =
            switch value {
            case .number(let number): .number(number)
            case .flag(let flag): .flag(flag)
            case .choice(let name): .choice(name)
            }
    }
}
