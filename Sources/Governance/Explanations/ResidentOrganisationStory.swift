import Numerics

/// The life of an organisation of residents: members, leaders, how far it was drawn into administration, and its end.
public struct ResidentOrganisationStory: Sendable, Equatable, Encodable {
    /// `COMMUNITY/organisation-N`.
    public let id: String
    public let community: String
    public let domain: Domain
    /// The month of the scenario; 0 or less before its start.
    public let founded: Int
    public internal(set) var months: [MonthOfWork] = []
    public internal(set) var end: End?

    public struct MonthOfWork: Sendable, Equatable, Encodable {
        public let month: Int
        public let members: Int
        /// Members at rung 2 or higher.
        public let active: Int
        /// Hours left after its projects, and capture, 0 to 1.
        public let hours: Double
        public let capture: Double
        /// Number of its leader, how tired it is (0 to 1), and whether it gives up.
        public let leader: Int
        public let fatigue: Double
        public let leaderExit: Chance
    }

    public struct End: Sendable, Equatable, Encodable {
        public let month: Int
        public let cause: Cause
        public let name: Text
        /// The draw on its leader in that month, if it came to that.
        public let leaderExit: Chance?
    }

    public enum Cause: String, Named {
        case leaderMoved, noSuccessor, tooFew

        public var label: Text {
            switch self {
            case .leaderMoved:
                Text(en: "its leader moved away, and no member who took part could follow", zh: "负责人迁出，无参与中的成员接任")
            case .noSuccessor:
                Text(en: "its leader gave up, and no member who took part could follow", zh: "负责人退出，无参与中的成员接任")
            case .tooFew: Text(en: "too few members were left", zh: "成员过少")
            }
        }
    }
}

/// Follows one organisation of residents.
final class ResidentOrganisationWitness: Witness, @unchecked Sendable {
    private let id: String
    private var firstNumbers: [String: Int] = [:]
    /// Whether it was there before the step that is being done.
    private var wasThere = false
    private var departures: ResidentOrganisations.Departures?
    private(set) var story: ResidentOrganisationStory?
    private var names: Set<String> = []
    var isOver: Bool { story?.end != nil }
    /// Names of all that were seen, sorted.
    var known: [String] { names.sorted() }

    init(_ id: String) { self.id = id }

    func before(_ step: String, _ world: World, _ month: Month) {
        guard firstNumbers.isEmpty else { return }
        var first = 1
        for community in world.communities {
            firstNumbers[community.id] = first
            first += community.residents.count
        }
    }

    func before(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard step == "Turnover" || step == "ResidentOrganisations" else { return }
        for organisation in community.organisations { names.insert(organisation.name(in: community)) }
        guard let own = own(in: community) else { return }
        if story == nil { begin(own, community, month) }
        wasThere = true
        if step == "ResidentOrganisations" { note(own, community, month) }
    }

    func after(_ step: String, _ community: Community, _ month: Month, _ scratch: Scratch) {
        guard step == "Turnover" || step == "ResidentOrganisations" else { return }
        guard wasThere, community.id == story?.community else { return }
        wasThere = false
        guard own(in: community) == nil else { return }
        let cause: ResidentOrganisationStory.Cause
        if step == "Turnover" {
            cause = .leaderMoved
        } else if let departures, departures.leaderExit.happens,
            ResidentOrganisations.successor(departures.kept, community.residents) == nil
        {
            cause = .noSuccessor
        } else {
            cause = .tooFew
        }
        story?.end = ResidentOrganisationStory.End(
            month: month.of(month.run.specification), cause: cause, name: cause.label,
            leaderExit: step == "Turnover" ? nil : departures?.leaderExit)
    }

    private func own(in community: Community) -> ResidentOrganisation? {
        community.organisations.first { $0.name(in: community) == id }
    }

    private func begin(_ own: ResidentOrganisation, _ community: Community, _ month: Month) {
        story = ResidentOrganisationStory(
            id: id, community: community.id, domain: own.domain,
            founded: Int(own.founded) - month.run.specification.burnIn)
    }

    private func note(_ own: ResidentOrganisation, _ community: Community, _ month: Month) {
        let residents = community.residents
        var draws = ResidentOrganisations.draws(of: own, month)
        let departures = ResidentOrganisations.Departures(
            from: own, residents, &draws, month.run.parameters.organisations)
        self.departures = departures
        story?.months.append(
            ResidentOrganisationStory.MonthOfWork(
                month: month.of(month.run.specification), members: own.members.count, active: own.activeMembers,
                hours: own.hours, capture: own.capture, leader: firstNumbers[community.id, default: 1] + own.leader,
                fatigue: Double(residents.fatigue[own.leader]), leaderExit: departures.leaderExit))
    }
}
