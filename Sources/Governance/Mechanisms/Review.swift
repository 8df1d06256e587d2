import Allocation
import Numerics

/// Proposals are decided by the fund line's rule, street by street, and grants are paid.
///
/// Equal split and earmark give each community of the street that takes part (or is named) the same, divided evenly
/// over its proposals. In the competitive weighted review every community sends one committee worker and, where
/// residents have a say in what is funded, its delegates, drawn from those at the highest rungs last month. Each votes,
/// criterion by criterion, for the proposals that look better to it than the average of all proposals:
///
///     seen = truth + N(0, s_vote (1 - skill)) + b_own [own community's] + b_need (n_ik / mean_k n_ik - 1) [benefit]
///
/// Votes are weighted by criterion, summed and ranked, with leaders' and experts' opinion (b_vis care + (1 - b_vis)
/// feasibility) at the line's weight; proposals are funded in that order while the money lasts. care is that of who holds
/// the money: of a street, whether the domain is visible; of a committee or social organisation, how high the domain
/// stands among its priorities; of a foundation, the benefit.
///
///     fit F <- F + d_F (mean over granted money of share_k / largest share - F);  the mean is 0 if nothing is granted
///
/// n_i are a resident's needs; for a committee or organisation, the shares of the domains in what it knows of need: so
/// divided by their mean, both are on one scale. What residents asked for and got is noted in ``hear``.
///
/// Reads: proposals of all communities, needs, skill, rungs. Writes: projects, ledger, and what residents see of it
/// (what they asked for and got, fit of money and need). Draws: one sequence a voter and proposal. Source: Song, on the open review.
enum Review {
    struct Parameters: Sendable, Equatable {
        var noise = 0.25
        var own = 0.15
        var ownNeed = 0.2
        var visible = 0.5
        var memory = 0.5
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "review.noise", "s_vote", "share", 0.15...0.35, .assumed("+-40 %"), \.review.noise,
            "error of an unskilled voter about a proposal", "无技能投票者的判断误差"),
        ParameterField(
            "review.own", "b_own", "share", 0.09...0.21, .assumed("+-40 %"), \.review.own,
            "favour for proposals of one's own community", "对本社区提案的偏好"),
        ParameterField(
            "review.ownNeed", "b_need", "1", 0.12...0.28, .assumed("half, at a mean need of 0.4; +-40 %"),
            \.review.ownNeed,
            "weight of a need that stands out as far as its mean is high, in judging benefit", "突出需求在公益性判断中的权重"),
        ParameterField(
            "review.visible", "b_vis", "share", 0.3...0.7, .assumed("Lu: streets favour what can be shown; +-40 %"),
            \.review.visible, "weight of visibility, or of what else the holder cares for, in leaders' opinion",
            "资金保管方意见中可见性等偏好的权重"),
        ParameterField(
            "review.memory", "d_F", "1/review", 0.3...0.7, .assumed("half; +-40 %"),
            \.review.memory, "weight of the newest review in the memory of how money fits need", "最近一次评审在资金契合需求记忆中的权重"),
    ]

    /// Money decided for a proposal of a community, by its place.
    typealias Grant = (proposal: Proposal, community: Int, fen: Int64)

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for terms in month.run.specification.fundLines where Budget.isDue(terms, month.date) {
            let line = terms.on(month.date)
            guard line.fundsProjects else { continue }
            var dockets: [Docket] = []
            for street in world.roster.streetsHere {
                let docket = try Docket(line, street: street, world, month)
                if !docket.entries.isEmpty { dockets.append(docket) }
            }
            try decide(dockets, world, month)
        }
    }

    /// Decides street by street; side by side where nobody is to be asked or to take notes on the way.
    private static func decide(_ dockets: [Docket], _ world: World, _ month: Month) throws(ModelError) {
        guard world.company == nil, world.scratch.notes == nil, dockets.first?.line.isTender == false else {
            for docket in dockets {
                let count = world.scratch.notes?.beginCount(docket)
                let decision = try decided(docket, world, month, count)
                count?.decided(decision.grants)
                try carryOut(decision, docket, world, month)
            }
            return
        }
        let decisions = world.parallel(dockets) { docket in
            Result { () throws(ModelError) in try decided(docket, world, month, nil) }
        }
        for (docket, decision) in zip(dockets, decisions) { try carryOut(try decision.get(), docket, world, month) }
    }

    private static func carryOut(
        _ decision: Decision, _ docket: Docket, _ world: World, _ month: Month
    ) throws(ModelError) {
        for votes in decision.votes {
            world.communities[votes.community].events.ballots += votes.count
            if let rows = votes.onLine { world.communities[votes.community].note(voters: rows) }
        }
        let memory = month.run.parameters.review.memory
        for c in docket.own {
            let own = decision.grants.filter { $0.community == world.place(c) }
            remember(c, own, world, memory: memory)
            hear(c, docket.line, decision.wished, own, world)
        }
        for grant in decision.grants where grant.fen > 0 {
            guard let c = world.here(grant.community) else { continue }
            try start(grant.proposal, in: c, grant.fen, docket.line, world, month)
        }
    }

    /// What is decided on a line's money in a street.
    struct Decision {
        var grants: [Grant] = []
        /// Ids of the proposals that residents wished for (``wishes(_:)``).
        var wished: Set<String> = []
        var votes: [Votes] = []
    }

    /// Who voted in a community.
    struct Votes {
        /// By its number here.
        let community: Int
        let count: Int
        /// Their rows, where all residents could vote on-line.
        let onLine: [Int]?
    }

    /// What the line's rule decides. Changes nothing, but for tenders, which note who bid and give money back.
    private static func decided(
        _ docket: Docket, _ world: World, _ month: Month, _ count: CountSheet?
    ) throws(ModelError) -> Decision {
        do {
            switch docket.line.rule {
            case .equalSplit: return Decision(grants: try split(docket, over: docket.entries))
            case .earmark: return Decision(grants: try split(docket, over: docket.entries.filter(\.isNamed)))
            case .discretion: return Decision(grants: try discretion(docket, count))
            case .jury(let terms):
                let (grants, wished) = try judge(terms, docket, world, month, count)
                return Decision(grants: grants, wished: wished)
            case .ballot(let terms): return try ballot(terms, docket, world, month, count)
            case .tender(let terms): return Decision(grants: try Tender.decide(terms, docket, world, month, count))
            case .vouchers: return Decision()
            case .weightedReview(let terms):
                let (grants, wished) = try vote(terms, docket, world, month, count)
                return Decision(grants: grants, wished: wished)
            }
        } catch let error as ModelError { throw error } catch {
            throw ModelError.allocation("\(docket.line.id), \(month.date): \(error)")
        }
    }

    static func proposals(_ community: Community, _ line: FundLine) -> [Proposal] {
        community.proposals.filter { $0.line == line.id }
    }

    private static func split(_ docket: Docket, over entries: [Docket.Entry]) throws -> [Grant] {
        let parts = try EqualSplit().split(docket.pot, over: entries.map { BallotProject(id: $0.id, cost: 0) })
        return try parts.steps.flatMap { part in
            let entry = entries[part.project]
            let shares = try EqualSplit().split(
                part.amount, over: entry.proposals.map { BallotProject(id: $0.id, cost: 0) })
            return shares.steps.map { (entry.proposals[$0.project], entry.place, $0.amount) }
        }
    }

    /// Someone at the review: what it knows, what it needs, and where it comes from.
    struct Voter {
        let identity: UInt64
        let community: Int
        let skill: Double
        /// Need by domain beside its mean, less 1; 0 everywhere where there is no need.
        let leaning: SIMD8<Double>
    }

    /// Votes by candidate and criterion, and how many have voted.
    private struct Tally {
        var votes: [[Int]]
        var voters = 0

        init(candidates: Int) { votes = [[Int]](repeating: [0, 0, 0], count: candidates) }

        /// As numbers in a row, and back.
        var row: [Int] { votes.flatMap { $0 } + [voters] }

        mutating func add(_ row: ArraySlice<Int>) {
            for j in votes.indices {
                for criterion in 0..<3 { votes[j][criterion] += row[row.startIndex + 3 * j + criterion] }
            }
            voters += row[row.startIndex + 3 * votes.count]
        }
    }

    /// Grants by the ranking of all voters, and what residents alone would have funded.
    private static func vote(
        _ terms: FundLine.WeightedReviewTerms, _ docket: Docket, _ world: World, _ month: Month, _ count: CountSheet?
    ) throws -> ([Grant], Set<String>) {
        guard !docket.candidates.isEmpty else { return ([], []) }
        let length = 3 * docket.candidates.count + 1
        var (workers, delegates) = (
            Tally(candidates: docket.candidates.count), Tally(candidates: docket.candidates.count)
        )
        for c in docket.own {
            let (community, place) = (world.communities[c], world.place(c))
            poll(committee(community, index: place, 1), docket, &workers, month)
            poll(residents(community, index: place, terms.delegates, month), docket, &delegates, month)
        }
        let rows = try world.gather("Review", in: docket.street, workers.row + delegates.row)
        (workers, delegates) = (
            Tally(candidates: docket.candidates.count), Tally(candidates: docket.candidates.count)
        )
        for start in stride(from: 0, to: rows.count, by: 2 * length) {
            workers.add(rows[start..<(start + length)])
            delegates.add(rows[(start + length)..<(start + 2 * length)])
        }
        var all = workers
        all.add(delegates.row[...])
        var alone = terms
        alone.opinion = 0
        return (try rank(terms, docket, all, count), wishes(try rank(alone, docket, delegates)))
    }

    /// Each of the voters votes, criterion by criterion, for what looks better to it than the average.
    private static func poll(_ voters: [Voter], _ docket: Docket, _ tally: inout Tally, _ month: Month) {
        let (stream, p) = (month.stream("review"), month.run.parameters.review)
        tally.voters += voters.count
        for voter in voters {
            let seen = docket.views.map {
                see($0.merit, of: $0.place, by: voter, stream, month.number, p)
            }
            for criterion in 0..<3 {
                let average = seen.reduce(0) { $0 + $1[criterion] } / Double(seen.count)
                for j in seen.indices where seen[j][criterion] > average { tally.votes[j][criterion] += 1 }
            }
        }
    }

    /// Grants by the ranking of those votes.
    private static func rank(
        _ terms: FundLine.WeightedReviewTerms, _ docket: Docket, _ tally: Tally, _ count: CountSheet? = nil
    ) throws -> [Grant] {
        guard tally.voters > 0 else { return [] }
        let rule = WeightedReview(
            criterionWeights: [terms.publicBenefit, terms.feasibility, terms.sustainability],
            opinionWeight: terms.opinion)
        let (projects, opinions) = (docket.projects, docket.candidates.map(\.opinion))
        count?.counted(
            try rule.scores(of: projects, votes: tally.votes, voters: tally.voters, opinion: opinions),
            votes: tally.votes, voters: tally.voters, opinions: opinions)
        let outcome = try rule.fund(
            projects: projects, votes: tally.votes, voters: tally.voters, opinion: opinions, budget: docket.pot)
        return docket.grants(outcome)
    }

    /// The three criteria as the voter sees them, in lanes 0 to 2.
    static func see(
        _ merit: Proposal.Merit, of community: Int, by voter: Voter, _ stream: Stream, _ month: UInt32, _ p: Parameters
    ) -> SIMD4<Double> {
        var draws = stream.draws(agent: Identity.compose(voter.identity, merit.identity), month: month)
        let favour = community == voter.community ? p.own : 0
        var seen = merit.criteria
        seen[0] += p.ownNeed * voter.leaning[merit.domain.index]
        for criterion in 0..<3 {
            seen[criterion] = seen[criterion] + favour + draws.normal(mean: 0, sd: p.noise * (1 - voter.skill))
        }
        return seen
    }

    /// How the money granted fits the community's needs.
    private static func remember(_ c: Int, _ grants: [Grant], _ world: World, memory: Double) {
        let shares = world.communities[c].needs.shares
        let money = grants.reduce(0) { $0 + Double($1.fen) }
        let largest = shares.max() ?? 1
        let fit =
            money > 0
            ? grants.reduce(0) { $0 + Double($1.fen) * shares[$1.proposal.domain.index] } / (money * largest) : 0
        world.communities[c].experience.moneyFit += memory * (fit - world.communities[c].experience.moneyFit)
    }

    /// Pays the grant, to which partners of a coordinating body add theirs, and sets the project going.
    private static func start(
        _ proposal: Proposal, in c: Int, _ fen: Int64, _ line: FundLine, _ world: World, _ month: Month
    ) throws(ModelError) {
        let fund = line.account(street: world.communities[c].street)
        let pooled = Coordination.pooled(
            fen, pooling: world.communities[c].institutions.coordination.pooling, month.run.parameters.coordination)
        try world.post(
            Transfer(from: fund, to: Account.project(proposal.id), purpose: .grant, fen: fen), in: .communities)
        if pooled > 0 {
            try world.post(
                Transfer(from: Account.partners, to: Account.project(proposal.id), purpose: .pooling, fen: pooled),
                in: .communities)
        }
        let community = world.communities[c]
        world.communities[c].events.granted += fen
        if proposal.domain.isVisible { world.communities[c].events.grantedVisible += fen }
        world.communities[c].events.pooled += pooled
        world.communities[c].events.paidBy.note(world.paidIn[fund] ?? [], fen)
        world.communities[c].events.paidBy.note(Account.partners, pooled)
        let cost = month.run.parameters.proposals.cost(proposal.provider) * 100 * proposal.priceFactor
        world.communities[c].projects.append(
            Project(
                id: proposal.id, identity: proposal.identity, line: line.id, fund: fund, proposer: proposal.proposer,
                domain: proposal.domain, partners: proposal.partners, targeting: line.targeting, grant: fen + pooled,
                plannedUnits: Double(fen + pooled) / cost / Double(line.projectMonths),
                plannedMonths: line.projectMonths,
                feasibility: proposal.feasibility,
                diversion: Audit.diversion(
                    integrity: Audit.integrity(
                        of: proposal.proposer, fund: line.holder, in: community, month.run.parameters.audit),
                    community.institutions.monitoring, month.run.parameters.audit),
                started: month.number))
    }
}
