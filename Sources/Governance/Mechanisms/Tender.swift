import Allocation
import Numerics

/// Providers compete for a line's money by price and quality: an open tender in each community.
///
/// The line's money is divided evenly over the communities that take part; each buys one service with its part. What is
/// bought is said beforehand, a domain drawn by what is known of needs there (``Proposals``), and every bid is for it. All
/// bids are for the same money, so the cheaper offers more units:
///
///     price p = u x ask / median ask     (yuan a unit; u the usual unit cost of the kind of provider)
///     value v = quality of work x feasibility;  seen by a judge: v + N(0, s_vote (1 - skill))
///     score = c_quality ln(max(0.01, mean over judges of v as seen)) - c_price ln p
///     units = money / p
///
/// The best score takes it; of equal scores the smaller id. With equal weights that is the lowest price of a unit of
/// service that is weighted with its quality and feasibility. Quality of work is that of ``ProjectExecution``. An expert's
/// skill is 1, so an expert sees bids as they are. Where fewer bid than the terms ask for, the tender has failed: nothing is bought,
/// and the money goes back to those who paid it, as `failedTender`.
///
/// Competition makes professional: for a year bidders count as each other's rivals in ``SocialOrganisations``.
///
/// Reads: proposals, quality of work, judges' skill. Writes: what a community remembers of its tender, ledger. Draws: one
/// sequence a judge and bid. Source: Qin (2019), who asks for strict professional review of government procurement by social
/// workers, auditors, users' representatives and communities' workers, and for full competition that presses for
/// professionalism; Law on Government Procurement (2002), articles 26 and 36, on open tender and on three bidders; best
/// value by the lowest price of quality-weighted units is assumed in place of points.
enum Tender {
    /// What a community remembers of its last tender.
    struct Memory: Sendable, Equatable, Codable {
        var month: UInt32 = 0
        var bidders = 0

        /// Rivals of each bidder, for a year.
        func rivals(in month: UInt32) -> Int { month < self.month + 12 ? max(0, bidders - 1) : 0 }
    }

    /// What a community's tender came to.
    private struct Award: Codable {
        let place: Int
        /// Nil where too few bid.
        let won: Proposal?
    }

    static func decide(
        _ terms: TenderTerms, _ docket: Review.Docket, _ world: World, _ month: Month, _ count: CountSheet? = nil
    ) throws -> [Review.Grant] {
        let parts = try EqualSplit().split(
            docket.pot, over: docket.entries.map { BallotProject(id: $0.id, cost: 0) })
        let own = docket.own.map { c -> Award in
            let bids = Review.proposals(world.communities[c], docket.line)
            world.communities[c].tender = Memory(month: month.number, bidders: bids.count)
            let isHeld = bids.count >= max(1, terms.bidders)
            return Award(
                place: world.place(c),
                won: isHeld
                    ? winner(of: bids, terms, world.communities[c], index: world.place(c), month, count) : nil)
        }
        let awards = try world.gatherCoded("Tender", in: docket.street, own)
        var grants: [Review.Grant] = []
        for part in parts.steps {
            if let won = awards[part.project].won {
                grants.append((won, awards[part.project].place, part.amount))
            } else {
                try Budget.giveBack(part.amount, of: docket.line, street: docket.street, as: .failedTender, world)
            }
        }
        return grants
    }

    /// The bid with the best score.
    private static func winner(
        of bids: [Proposal], _ terms: TenderTerms, _ community: Community, index: Int, _ month: Month,
        _ count: CountSheet?
    ) -> Proposal {
        let judges = judges(terms, community, index: index, month)
        let scored = bids.map { bid in
            (
                bid: bid,
                score: score(
                    value: value(of: bid, seenBy: judges, community, month),
                    price: month.run.parameters.proposals.cost(bid.provider) * bid.priceFactor, terms)
            )
        }
        for bid in scored { count?.counted(bid.score, of: bid.bid.id) }
        return scored.max { ($0.score, $1.bid.id) < ($1.score, $0.bid.id) }?.bid ?? bids[0]
    }

    static func score(value: Double, price: Double, _ terms: TenderTerms) -> Double {
        terms.quality * Portable.log(max(0.01, value)) - terms.price * Portable.log(price)
    }

    private static func judges(
        _ terms: TenderTerms, _ community: Community, index: Int, _ month: Month
    ) -> [Review.Voter] {
        let experts = (0..<terms.experts).map { n in
            Review.Voter(
                identity: Identity.compose(community.identity, 4, UInt64(n)), community: index, skill: 1,
                leaning: SIMD8())
        }
        return experts + Review.committee(community, index: index, terms.committee)
            + Review.residents(community, index: index, terms.residents, month)
    }

    /// Mean over judges of what they see; the truth where nobody judges.
    private static func value(
        of bid: Proposal, seenBy judges: [Review.Voter], _ community: Community, _ month: Month
    ) -> Double {
        let quality = ProjectExecution.quality(
            of: bid.proposer, in: community, month.run.parameters.delivery)
        let truth = quality * bid.feasibility
        guard !judges.isEmpty else { return truth }
        let stream = month.stream("tender")
        let errors = judges.map { judge in
            var draws = stream.draws(agent: Identity.compose(judge.identity, bid.identity), month: month.number)
            return draws.normal(mean: 0, sd: month.run.parameters.review.noise * (1 - judge.skill))
        }
        return truth + errors.reduce(0, +) / Double(errors.count)
    }
}
