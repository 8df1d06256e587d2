/// Takes notes of how residents come to be asked and decide, in the loops that do it.
protocol ChoiceNotes {
    /// An invitation goes to a resident; one who has been invited before is not invited again.
    func invited(_ row: Int, to activity: Int, _ route: @autoclosure () -> MonthNotes.Route)
    /// A resident comes, among so many of its ties.
    func came(_ row: Int, known: @autoclosure () -> Float)
}

/// No notes, at no cost.
struct Unnoted: ChoiceNotes {
    @inline(__always)
    func invited(_: Int, to _: Int, _: @autoclosure () -> MonthNotes.Route) {}
    @inline(__always)
    func came(_: Int, known _: @autoclosure () -> Float) {}
}

/// What residents of a community are asked in a month, and how money is decided on: noted while somebody asks why.
final class MonthNotes: ChoiceNotes {
    /// How an invitation came.
    enum Route: Equatable {
        case atRandom, byNeed
        /// Through the one of last month's participants in that row: a tie of it, or itself.
        case through(Int)
    }

    struct Invitation {
        let activity: Int
        /// Its place among all invitations to the activity, from 0.
        let place: Int
        let route: Route
    }

    private(set) var invitations: [Int: Invitation] = [:]
    /// Ties of those who came who were invited to the same activity and had not declined by then.
    private(set) var company: [Int: Float] = [:]
    /// Rows of those whom the units of their buildings asked.
    var unitsAsked: Set<Int> = []
    private(set) var counts: [CountSheet] = []
    private var invitedTo: [Int: Int] = [:]

    func invited(_ row: Int, to activity: Int, _ route: @autoclosure () -> Route) {
        guard invitations[row] == nil else { return }
        invitations[row] = Invitation(activity: activity, place: invitedTo[activity, default: 0], route: route())
        invitedTo[activity, default: 0] += 1
    }

    func came(_ row: Int, known: @autoclosure () -> Float) { company[row] = known() }

    func beginCount(_ docket: Review.Docket) -> CountSheet {
        let ids = Dictionary(uniqueKeysWithValues: docket.entries.map { ($0.place, $0.id) })
        let sheet = CountSheet(
            docket.line, pot: docket.pot, docket.candidates.map { (ids[$0.place] ?? "", $0.proposal) })
        counts.append(sheet)
        return sheet
    }
}

/// What a resident made of an invitation.
public enum Answer: String, Named {
    case came, declined, turnedAway

    public var label: Text {
        switch self {
        case .came: Text(en: "came", zh: "参加")
        case .declined: Text(en: "stayed away", zh: "未参加")
        case .turnedAway: Text(en: "came, but found no seat", zh: "愿意参加但名额已满")
        }
    }
}

/// How one street's money of a fund line was decided on.
final class CountSheet {
    let line: FundLine
    let pot: Int64
    let candidates: [(community: String, proposal: Proposal)]
    private(set) var scores: [String: Double] = [:]
    private(set) var votes: [[Int]] = []
    private(set) var opinions: [Double] = []
    private(set) var voters: Int?
    private(set) var granted: [String: Int64] = [:]

    init(_ line: FundLine, pot: Int64, _ candidates: [(String, Proposal)]) {
        self.line = line
        self.pot = pot
        self.candidates = candidates
    }

    /// Scores in the order of the candidates.
    func counted(_ scores: [Double], votes: [[Int]] = [], voters: Int? = nil, opinions: [Double] = []) {
        for (candidate, score) in zip(candidates, scores) { self.scores[candidate.proposal.id] = score }
        (self.votes, self.voters, self.opinions) = (votes, voters, opinions)
    }

    func counted(_ score: Double, of id: String) { scores[id] = score }

    func decided(_ grants: [Review.Grant]) {
        for grant in grants { granted[grant.proposal.id, default: 0] += grant.fen }
    }
}
