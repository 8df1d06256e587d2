import Allocation

extension Review {
    /// What a decision on a line's money in a street is about: the communities that take part, what they propose, and the money.
    struct Docket {
        let line: FundLine
        let street: Int
        /// Fen.
        let pot: Int64
        /// The communities that take part, in their order.
        let entries: [Entry]
        /// Those of them that live here, by their number here.
        let own: [Int]
        /// Proposals that ask for money, community after community.
        let candidates: [Candidate]
        /// What voters look at, candidate by candidate.
        let views: [View]

        /// What a community brings.
        struct Entry: Codable {
            let place: Int
            let id: String
            /// Whether an earmark names it.
            let isNamed: Bool
            let proposals: [Proposal]
            /// What those who hold the money think of each, where the rule asks them.
            let opinions: [Double]
        }

        /// A proposal, whose it is, and what those who hold the money think of it.
        struct Candidate {
            let place: Int
            let proposal: Proposal
            let opinion: Double
        }

        /// Whose a proposal is and what is good about it: small, since voters by the thousand look at it.
        struct View {
            let place: Int
            let merit: Proposal.Merit
        }

        init(_ line: FundLine, street: Int, _ world: World, _ month: Month) throws(ModelError) {
            let own = world.taking(line.communities, in: street)
            let brought = own.map { Entry(world.communities[$0], place: world.place($0), line, month) }
            let entries = try world.gatherCoded("Review", in: street, brought)
            (self.line, self.street, self.own, self.entries) = (line, street, own, entries)
            pot = world.ledger.balance(line.account(street: street))
            candidates = entries.flatMap { entry in
                zip(entry.proposals, entry.opinions).filter { $0.0.ask > 0 }.map {
                    Candidate(place: entry.place, proposal: $0, opinion: $1)
                }
            }
            views = candidates.map { View(place: $0.place, merit: $0.proposal.merit) }
        }

        /// The candidates as rules of allocation know them.
        var projects: [BallotProject] { candidates.map { BallotProject(id: $0.proposal.id, cost: $0.proposal.ask) } }

        /// What an outcome on ``projects`` grants.
        func grants(_ outcome: Outcome) -> [Grant] {
            outcome.steps.map { (candidates[$0.project].proposal, candidates[$0.project].place, $0.amount) }
        }
    }
}

extension Review.Docket.Entry {
    init(_ community: Community, place: Int, _ line: FundLine, _ month: Month) {
        self.place = place
        id = community.id
        if case .earmark(let named) = line.rule { isNamed = community.takesPart(in: named) } else { isNamed = false }
        proposals = Review.proposals(community, line)
        opinions = proposals.map {
            switch line.rule {
            case .discretion: Review.liking($0, community, line.holder, month)
            case .weightedReview: Review.opinion($0, community, line.holder, month)
            case .equalSplit, .earmark, .jury, .ballot, .tender, .vouchers: 0
            }
        }
    }
}
