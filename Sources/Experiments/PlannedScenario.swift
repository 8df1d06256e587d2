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
    /// What it shares with others of its file, where it is one of several branches.
    public private(set) var past: SharedPast?
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

    /// The scenarios of a document: its branches where it declares any, else itself.
    public static func all(of document: ScenarioDocument) -> [PlannedScenario] {
        let whole = PlannedScenario(document)
        guard !document.branches.isEmpty else { return [whole] }
        return document.branches.map { whole.branch($0.specification, after: $0.sharedMonths) }
    }

    /// A future of this scenario.
    ///
    /// - Parameters:
    ///   - specification: the same scenario as far as it has acted in those months (``Governance/Past``).
    ///   - months: of the run, burn-in not counted.
    public func branch(_ specification: ScenarioSpecification, after months: Int) -> PlannedScenario {
        var branch = self
        branch.specification = specification
        branch.past = SharedPast(trunk: self.specification, months: months)
        return branch
    }

    /// A scenario as it goes on from a checkpoint: changed as it was then, and from the month that follows by `changes`.
    public static func resumed(
        path: String, on place: String?, from start: Checkpoint, changes: [String]
    ) throws(ScenarioFaults) -> PlannedScenario {
        var planned = PlannedScenario(
            try ScenarioReader.read(path: path, on: place, overrides: start.overrides))
        if !changes.isEmpty {
            planned.specification = try ScenarioReader.read(
                path: path, on: place, overrides: start.overrides, later: changes, after: start.months)
            planned.changes += changes.map { "from month \(start.months + 1): \($0)" }
        }
        if let month = start.attentionUntil { planned.endAttention(after: month) }
        return planned
    }

    /// The scenario that this branch and its siblings go on from; nil where it is none.
    var trunk: PlannedScenario? {
        guard let past else { return nil }
        var trunk = self
        trunk.specification = past.trunk
        trunk.past = nil
        return trunk
    }

    /// Calls it, or the scenario that it is a branch of, by another name.
    mutating func rename(_ name: String) {
        let branch = past.map { specification.id.dropFirst($0.trunk.id.count) } ?? ""
        specification.id = name + branch
        past?.trunk.id = name
    }

    /// Lets a run last so many months.
    public mutating func last(_ months: Int) {
        specification.months = months
        past?.trunk.months = months
    }

    /// Lets the upper level's attention move on after that month of the run, counted from 1.
    public mutating func endAttention(after month: Int) {
        let event = ScheduledEvent.attentionMovesOn(at: specification.start + month)
        specification.events.append(event)
        past?.trunk.events.append(event)
        changes.append(Self.attention + "\(month)")
        attentionUntil = month
    }

    private static let attention = "attention-until="

    /// Whether a change is the end of attention rather than a value of the file.
    static func isAttention(_ change: String) -> Bool { change.hasPrefix(attention) }

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
            communityResidents: communities.map { $0.adults(share: specification.people.adultShare) },
            parametersChanged: Parameters.all.compactMap { field in
                let value = specification.parameters[keyPath: field.path]
                guard value != field.defaultValue else { return nil }
                return ScenarioInput.ParameterChange(key: field.key, standard: field.defaultValue, value: value)
            }, attentionUntil: attentionUntil, events: events)
    }
}
