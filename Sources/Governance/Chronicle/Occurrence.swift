/// Something that happened in a month and is worth telling: what, where, and to whom.
///
/// Communities, organisations, projects and fund lines are named by their ids, residents by their numbers from 1
/// (``ResidentExplanation/Person``).
public enum Occurrence: Sendable, Equatable {
    /// What the scenario has dated; the ids of the communities, none where it holds for all.
    case scheduled(title: Text, communities: [String])
    /// A regime that is rolled out comes to a community.
    case joined(community: String, isPilot: Bool)
    /// Attention of the district passes the point at which half of what is pledged is released, upward or downward.
    case attention(community: String, comes: Bool)
    case socialOrganisationCame(id: String, name: Text)
    case socialOrganisationLeft(id: String, name: Text, cause: SocialOrganisationStory.Cause)
    case firmCame(id: String, name: Text, community: String, fen: Int64)
    case firmLeft(id: String, name: Text, community: String)
    /// Money of a fund line has been decided on: fen that there were, and that were granted; proposals, and those that were funded.
    case decided(line: String, name: Text, pot: Int64, granted: Int64, proposals: Int, funded: Int)
    case projectFunded(Undertaking, fen: Int64)
    /// The share of its plan that was done.
    case projectEnded(Undertaking, cause: Project.Ending, progress: Double)
    /// Somebody tells of money that was diverted; it is pursued or hushed up.
    case diversionTold(Undertaking, fen: Int64, isPursued: Bool)
    /// Most of a community's meetings fail from now on, or no longer.
    case meetings(community: String, failed: Int, held: Int, fail: Bool)
    case petitions(community: String, petitions: Int, protests: Int)
    case organisationFounded(Association, members: Int)
    case organisationEnded(Association, cause: ResidentOrganisationStory.Cause)
    /// A leader gave up or moved away, and a member follows.
    case leaderFollowed(Association, leader: Int, hasMoved: Bool)
    /// The committee stands more with residents than with the government above it from now on, or no longer.
    case committeeTurned(community: String, towardResidents: Bool)

    /// A project: its id, where it is, whose, and what for.
    public struct Undertaking: Sendable, Equatable {
        public let id: String
        public let community: String
        public let provider: Provider
        public let domain: Domain
    }

    /// An organisation of residents: its id (`COMMUNITY/organisation-N`), where it is, and what for.
    public struct Association: Sendable, Equatable {
        public let id: String
        public let community: String
        public let domain: Domain
    }

    /// What can be asked about further, and by which name (``World/explain(account:month:)`` and its like).
    public enum Subject: Sendable, Equatable {
        case community(String)
        case project(String)
        case organisation(String)
        case firm(String)
        case fund(String)
    }

    public var subject: Subject? {
        switch self {
        case .scheduled(_, let communities): communities.count == 1 ? .community(communities[0]) : nil
        case .joined(let community, _), .attention(let community, _), .meetings(let community, _, _, _),
            .petitions(let community, _, _), .committeeTurned(let community, _):
            .community(community)
        case .socialOrganisationCame(let id, _), .socialOrganisationLeft(let id, _, _): .organisation(id)
        case .firmCame(let id, _, _, _), .firmLeft(let id, _, _): .firm(id)
        case .decided(let line, _, _, _, _, _): .fund(line)
        case .projectFunded(let own, _), .projectEnded(let own, _, _), .diversionTold(let own, _, _): .project(own.id)
        case .organisationFounded(let own, _), .organisationEnded(let own, _), .leaderFollowed(let own, _, _):
            .organisation(own.id)
        }
    }

    /// What kind of thing happened, in a word that files and pages go by.
    public var kind: String {
        switch self {
        case .scheduled: "scheduled"
        case .joined: "joined"
        case .attention: "attention"
        case .socialOrganisationCame: "organisation-came"
        case .socialOrganisationLeft: "organisation-left"
        case .firmCame: "firm-came"
        case .firmLeft: "firm-left"
        case .decided: "decided"
        case .projectFunded: "project-funded"
        case .projectEnded(_, let cause, _): "project-" + cause.state.rawValue
        case .diversionTold: "diversion"
        case .meetings(_, _, _, let fail): fail ? "meetings-fail" : "meetings-work"
        case .petitions: "petitions"
        case .organisationFounded: "organisation-founded"
        case .organisationEnded: "organisation-ended"
        case .leaderFollowed: "leader-followed"
        case .committeeTurned: "committee-turned"
        }
    }
}
