/// A committee's month: where its hours went, and what moved it toward residents or away from them.
public struct CommitteeTurn: Sendable, Equatable, Encodable {
    public let community: String
    public let communityName: Text
    public let month: Int
    public let date: String
    /// Staff, and hours in all.
    public let staff: Double
    public let hours: Double
    /// What the hours went into; they sum to ``hours``.
    public let uses: [Use]
    /// The task load by lever, and after reforms.
    public let leverLoad: Double
    public let effectiveLoad: Double
    /// Share of its free hours for residents, and what it comes from.
    public let willingness: Double
    public let verbalSupport: Double
    public let moneyAHead: Double
    public let orientation: Change
    public let facilitation: Change
    /// Shares of hours for residents, and not free.
    public let contact: Double
    public let load: Double
    public let meetings: Int
    /// Activities that the committee held, by kind, with invited and attendees.
    public let activities: [Held]

    public struct Use: Sendable, Equatable, Encodable {
        public let key: String
        public let name: Text
        public let hours: Double
    }

    /// A state before and after the month, what it took from visits to other communities, and what else raised and lowered
    /// it. What is cut at 0 or 1 is not counted.
    public struct Change: Sendable, Equatable, Encodable {
        public let before: Double
        public let visits: Double
        public let raised: Double
        public let lowered: Double
        public let after: Double
    }

    public struct Held: Sendable, Equatable, Encodable {
        public let kind: ActivityKind
        public let count: Int
        public let invited: Int
        public let attended: Int
    }
}

/// Looks at one committee's month.
final class CommitteeWitness: Witness, @unchecked Sendable {
    private let id: String
    private var division: Mobilisation.Division?
    /// At the start of the month, and when it turns.
    private var start: Committee?
    private var before: Committee?
    private(set) var turn: CommitteeTurn?

    init(_ community: String) { id = community }

    func before(_ step: String, _ world: World, _ month: Month) {
        if step == "Visits" { start = world.communities.first { $0.id == id }?.committee }
    }

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard community.id == id else { return }
        if step == "Mobilisation" {
            division = Mobilisation.Division(community, month.run.specification.committees, month.run.parameters)
        }
        if step == "Committees" { before = community.committee }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard step == "Committees", community.id == id, let division, let start, let before else { return }
        let terms = month.run.specification.committees
        let p = month.run.parameters.committees
        let levers = community.institutions
        let (contact, load) = Committees.use(of: before, terms)
        let pulls = Committees.pulls(on: before.orientation, contact: contact, load: load, p)
        let meetings = community.engagement.activities.count { $0.kind == .meeting }
        let lessons = Committees.lessons(
            of: before.facilitation, days: community.trainingDays, meetings: meetings,
            start: community.restingFacilitation, p)
        turn = CommitteeTurn(
            community: id, communityName: community.specification.name, month: month.of(month.run.specification),
            date: month.date.description, staff: terms.staff, hours: terms.staff * terms.hours,
            uses: uses(division, community, terms), leverLoad: levers.taskLoad, effectiveLoad: division.load,
            willingness: Mobilisation.willingness(
                orientation: before.orientation, verbal: levers.support.verbal, held: division.held,
                month.run.parameters.mobilisation), verbalSupport: levers.support.verbal, moneyAHead: division.held,
            orientation: .init(
                before: start.orientation, visits: before.orientation - start.orientation, raised: pulls.toward,
                lowered: pulls.away,
                after: community.committee.orientation),
            facilitation: .init(
                before: start.facilitation, visits: before.facilitation - start.facilitation,
                raised: lessons.learnt, lowered: lessons.lost, after: community.committee.facilitation),
            contact: contact, load: load, meetings: meetings,
            activities: held(community))
    }

    private func uses(
        _ division: Mobilisation.Division, _ community: Community, _ terms: CommitteeTerms
    ) -> [CommitteeTurn.Use] {
        let mix = community.institutions.engagement.committee
        let kinds = ActivityKind.allCases.map { kind in
            CommitteeTurn.Use(key: kind.rawValue, name: kind.label, hours: division.residents * mix[kind])
        }
        let projects = community.engagement.projectHours
        func use(_ key: String, _ hours: Double, _ en: String, _ zh: String) -> CommitteeTurn.Use {
            CommitteeTurn.Use(key: key, name: Text(en: en, zh: zh), hours: hours)
        }
        return [
            use("tasks", terms.staff * terms.hours - division.untasked, "tasks from above", "上级任务"),
            use("petitions", division.petitions, "last month's petitions and protests", "上月的上访与抗议"),
            use("office", division.free - division.residents, "free, but not spent on residents", "空闲但未用于居民"),
        ] + kinds + [
            use("projects", projects, "its projects", "居委会项目"),
            use(
                "visits", division.residents - kinds.reduce(0) { $0 + $1.hours } - projects,
                "for residents, outside activities and projects", "用于居民但不在活动与项目之内"),
        ]
    }

    private func held(_ community: Community) -> [CommitteeTurn.Held] {
        ActivityKind.allCases.compactMap { kind in
            let held = community.engagement.activities.filter { $0.provider == .committee && $0.kind == kind }
            guard !held.isEmpty else { return nil }
            return CommitteeTurn.Held(
                kind: kind, count: held.count,
                invited: held.reduce(0) { $0 + $1.endOfInvitations - $1.firstInvitation },
                attended: held.reduce(0) { $0 + $1.attended })
        }
    }
}
