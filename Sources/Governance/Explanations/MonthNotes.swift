/// What residents are asked and answer in a community's month, and how money is decided on: noted while somebody asks why.
final class MonthNotes {
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

    struct Reply {
        let answer: Answer
        /// Seats left when it was this one's turn.
        let seatsLeft: Int
        /// Ties invited to the same activity who had not declined by then; asked of those who come.
        let known: Float
    }

    private(set) var invitations: [Int: Invitation] = [:]
    private(set) var replies: [Int: Reply] = [:]
    private(set) var counts: [CountSheet] = []
    private var invitedTo: [Int: Int] = [:]

    func invited(_ row: Int, to activity: Int, _ route: Route) {
        invitations[row] = Invitation(activity: activity, place: invitedTo[activity, default: 0], route: route)
        invitedTo[activity, default: 0] += 1
    }

    func answered(_ row: Int, _ answer: Answer, seatsLeft: Int, known: Float = 0) {
        replies[row] = Reply(answer: answer, seatsLeft: seatsLeft, known: known)
    }

    func beginCount(_ line: FundLine, pot: Int64, _ candidates: [(Int, Proposal)], _ world: World) -> CountSheet {
        let sheet = CountSheet(line, pot: pot, candidates.map { (world.communities[$0.0].id, $0.1) })
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
