public import Archive
public import Governance
public import Scenarios

/// A checked scenario and where it came from.
public struct PlannedScenario: Sendable {
    public var specification: ScenarioSpecification
    /// The file's path as it was given.
    public var file: String
    /// SHA-256 of the file's bytes, in hexadecimal; of the digests of all files where it extends others.
    public var sha256: String
    /// What the command line changed in it, as `key=value`.
    public var changes: [String]
    /// The last month in which the upper level attends, where ``endAttention(after:)`` ended it.
    public private(set) var attentionUntil: Int?
    /// Record values by community, even where the experiment does not.
    public var keepsCommunities = false

    public init(specification: ScenarioSpecification, file: String, sha256: String, changes: [String] = []) {
        self.specification = specification
        self.file = file
        self.sha256 = sha256
        self.changes = changes
    }

    /// A scenario as it was read from its files.
    public init(_ document: ScenarioDocument) {
        let digests = document.files.map { Digest.sha256(of: $0.bytes) }
        self.init(
            specification: document.specification, file: document.files.first?.path ?? "",
            sha256: digests.count == 1 ? digests[0] : Digest.sha256(of: digests.joined(separator: "\n")),
            changes: document.overrides)
    }

    /// Lets the upper level's attention move on after that month of the run, counted from 1.
    public mutating func endAttention(after month: Int) {
        specification.events.append(.attentionMovesOn(at: specification.start + month))
        changes.append("attention-until=\(month)")
        attentionUntil = month
    }

    /// Events within the run, by month; one that holds for several groups of communities stands once.
    private var events: [ScenarioInput.Event] {
        var events: [ScenarioInput.Event] = []
        for event in specification.events {
            let month = event.at - specification.start + 1
            let entry = ScenarioInput.Event(month: month, title: event.title)
            if (1...specification.months).contains(month), !events.contains(entry) { events.append(entry) }
        }
        return events.sorted { $0.month < $1.month }
    }

    public var id: String { specification.id }

    /// Residents times the months that a run lives, those before the start included: what a run's time goes with.
    public var residentMonths: Int { specification.residentCount * (specification.burnIn + specification.months) }

    /// The scenario as the archive keeps it.
    public var input: ScenarioInput {
        let communities = specification.people.communities.sorted { $0.id < $1.id }
        let types = Dictionary(specification.people.types.map { ($0.id, $0.name) }) { first, _ in first }
        return ScenarioInput(
            id: specification.id, title: specification.title, file: file, sha256: sha256, changes: changes,
            start: specification.start.description, months: specification.months,
            residents: specification.residentCount, communities: communities.map(\.id),
            communityNames: communities.map(\.name),
            communityTypes: communities.map { types[$0.type] ?? Text(en: $0.type, zh: $0.type) },
            parametersChanged: Parameters.all.compactMap { field in
                let value = specification.parameters[keyPath: field.path]
                guard value != field.defaultValue else { return nil }
                return ScenarioInput.ParameterChange(key: field.key, standard: field.defaultValue, value: value)
            }, attentionUntil: attentionUntil, events: events)
    }
}
