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

    static func decide(
        _ terms: TenderTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month,
        _ count: CountSheet? = nil
    ) throws -> [Review.Grant] {
        let parts = try EqualSplit().split(
            pot, over: taking.map { BallotProject(id: world.communities[$0].id, cost: 0) })
        var grants: [Review.Grant] = []
        for part in parts.steps {
            let c = taking[part.project]
            let bids = Review.proposals(world, c, line)
            world.communities[c].tender = Memory(month: month.number, bidders: bids.count)
            if bids.count >= max(1, terms.bidders) {
                let won = winner(of: bids, terms, world.communities[c], index: c, month, count)
                grants.append((won, c, part.amount))
            } else {
                try Budget.giveBack(
                    part.amount, of: line, street: world.communities[c].street, as: .failedTender, world)
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
