/// Who works together at the end of a month: organisations from outside, residents' own, and the projects under way.
public struct Society: Sendable, Equatable, Encodable {
    public let residents: [Team]
    public let social: [Outside]
    public let projects: [Work]

    /// An organisation of residents.
    public struct Team: Sendable, Equatable, Encodable {
        /// `COMMUNITY/organisation-N`.
        public let id: String
        public let community: String
        public let domain: Domain
        public let name: Text
        /// The month of the scenario in which it was founded; 0 or less before its start.
        public let founded: Int
        /// Numbers of residents, the leader's among the members'.
        public let leader: Int
        public let members: [Int]
        /// Members at rung 2 or higher.
        public let active: Int
        /// How far it works for the administration, 0 to 1.
        public let capture: Double
    }

    /// A social organisation.
    public struct Outside: Sendable, Equatable, Encodable {
        public let id: String
        public let name: Text
        public let isPresent: Bool
        /// Each 0 to 1.
        public let professionalism: Double
        public let capture: Double
        /// Ids of the communities that it serves.
        public let communities: [String]
    }

    /// A project of this month: running, or ended in it.
    public struct Work: Sendable, Equatable, Encodable {
        public let id: String
        public let community: String
        public let provider: Provider
        public let domain: Domain
        public let state: Project.State
        /// The share of its plan that is done.
        public let progress: Double
        /// Fen.
        public let grant: Int64
        public let spent: Int64
    }

    init(_ world: World) {
        var (teams, works): ([Team], [Work]) = ([], [])
        var first = 1
        let burnIn = world.specification.burnIn
        for community in world.communities {
            teams += community.organisations.map { Team($0, community, first: first, burnIn: burnIn) }
            works += community.projects.map { Work($0, community) }
            first += community.residents.count
        }
        (residents, projects) = (teams, works)
        social = world.organisations.map { organisation in
            Outside(
                id: organisation.terms.id, name: organisation.terms.name, isPresent: organisation.isPresent,
                professionalism: organisation.professionalism, capture: organisation.capture,
                communities: organisation.communities.map { world.communities[$0].id })
        }
    }
}

extension Society.Team {
    fileprivate init(_ own: ResidentOrganisation, _ community: Community, first: Int, burnIn: Int) {
        self.init(
            id: own.name(in: community), community: community.id, domain: own.domain, name: own.domain.label,
            founded: Int(own.founded) - burnIn, leader: first + own.leader,
            members: own.members.map { first + Int($0) }, active: own.activeMembers, capture: own.capture)
    }
}

extension Society.Work {
    fileprivate init(_ project: Project, _ community: Community) {
        self.init(
            id: project.id, community: community.id, provider: project.provider, domain: project.domain,
            state: project.state, progress: project.progress, grant: project.grant, spent: project.spent)
    }
}

extension World {
    /// Who works together now.
    public var society: Society { Society(self) }

    /// Numbers of the residents to whom a resident is tied, those in other communities last.
    ///
    /// - Throws: ``ExplanationError`` `resident` where there is no such resident.
    public func ties(of number: Int) throws(ExplanationError) -> [Int] {
        let home = try home(of: number)
        guard let place = communities.firstIndex(where: { $0.id == home.community }) else { return [] }
        var firsts: [Int] = []
        var next = 1
        for community in communities {
            firsts.append(next)
            next += community.residents.count
        }
        let (community, residents) = (communities[place], communities[place].residents)
        let near = (0..<Int(residents.tieCount[home.row])).map {
            firsts[place] + Int(residents.tie[home.row * ResidentBlock.tieSlots + $0])
        }
        let far = community.farTies.filter { Int($0.from) == home.row }.map { firsts[Int($0.community)] + Int($0.to) }
        return near + far
    }
}
