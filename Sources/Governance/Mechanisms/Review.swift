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

    /// Money decided for a proposal of a community.
    typealias Grant = (proposal: Proposal, community: Int, fen: Int64)

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for terms in month.run.specification.fundLines where Budget.isDue(terms, month.date) {
            let line = terms.on(month.date)
            guard line.fundsProjects else { continue }
            for street in 0..<month.run.specification.district.streets.count {
                try decide(line, street: street, world, month)
            }
        }
    }

    private static func decide(_ line: FundLine, street: Int, _ world: World, _ month: Month) throws(ModelError) {
        let taking = world.communities.indices.filter {
            world.communities[$0].street == street && world.communities[$0].takesPart(in: line.communities)
        }
        let pot = world.ledger.balance(line.account(street: street))
        guard !taking.isEmpty else { return }
        let grants: [Grant]
        let count = world.scratch.notes?.beginCount(line, pot: pot, candidates(among: taking, line, world), world)
        do {
            grants =
                switch line.rule {
                case .equalSplit: try split(pot, over: taking, line, world)
                case .earmark(let named):
                    try split(pot, over: taking.filter { world.communities[$0].takesPart(in: named) }, line, world)
                case .discretion: try discretion(pot: pot, among: taking, line, world, month, count)
                case .jury(let terms): try judge(terms, pot: pot, among: taking, line, world, month, count)
                case .ballot(let terms): try ballot(terms, pot: pot, among: taking, line, world, month, count)
                case .tender(let terms): try Tender.decide(terms, pot: pot, among: taking, line, world, month, count)
                case .vouchers: []
                case .weightedReview(let terms): try vote(terms, pot: pot, among: taking, line, world, month, count)
                }
        } catch { throw ModelError.allocation("\(line.id), \(month.date): \(error)") }
        count?.decided(grants)
        let memory = month.run.parameters.review.memory
        let wished: Set<String>
        do { wished = try wishes(line, pot: pot, among: taking, grants, world, month) } catch {
            throw ModelError.allocation("\(line.id), \(month.date): \(error)")
        }
        for c in taking {
            let own = grants.filter { $0.community == c }
            remember(c, own, world, memory: memory)
            hear(c, line, wished, own, world)
        }
        for grant in grants where grant.fen > 0 {
            try start(grant.proposal, in: grant.community, grant.fen, line, world, month)
        }
    }

    static func proposals(_ world: World, _ community: Int, _ line: FundLine) -> [Proposal] {
        world.communities[community].proposals.filter { $0.line == line.id }
    }

    private static func split(
        _ pot: Int64, over taking: [Int], _ line: FundLine, _ world: World
    ) throws -> [Grant] {
        let parts = try EqualSplit().split(
            pot, over: taking.map { BallotProject(id: world.communities[$0].id, cost: 0) })
        return try parts.steps.flatMap { part in
            let own = proposals(world, taking[part.project], line)
            let shares = try EqualSplit().split(part.amount, over: own.map { BallotProject(id: $0.id, cost: 0) })
            return shares.steps.map { (own[$0.project], taking[part.project], $0.amount) }
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

    private static func vote(
        _ terms: FundLine.WeightedReviewTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World,
        _ month: Month, _ count: CountSheet?
    ) throws -> [Grant] {
        let voters = taking.flatMap { Self.voters(world.communities[$0], index: $0, delegates: terms.delegates, month) }
        return try rank(terms, pot: pot, voters, candidates(among: taking, line, world), line, world, month, count)
    }

    /// Grants by these voters' ranking.
    static func rank(
        _ terms: FundLine.WeightedReviewTerms, pot: Int64, _ voters: [Voter], _ candidates: [(Int, Proposal)],
        _ line: FundLine, _ world: World, _ month: Month, _ count: CountSheet? = nil
    ) throws -> [Grant] {
        guard !candidates.isEmpty, !voters.isEmpty else { return [] }
        let p = month.run.parameters.review
        var votes = [[Int]](repeating: [0, 0, 0], count: candidates.count)
        let stream = month.stream("review")
        let merits = candidates.map { (community: $0.0, merit: $0.1.merit) }
        for voter in voters {
            let seen = merits.map { see($0.merit, of: $0.community, by: voter, stream, month.number, p) }
            for criterion in 0..<3 {
                let average = seen.reduce(0) { $0 + $1[criterion] } / Double(seen.count)
                for j in seen.indices where seen[j][criterion] > average { votes[j][criterion] += 1 }
            }
        }
        let rule = WeightedReview(
            criterionWeights: [terms.publicBenefit, terms.feasibility, terms.sustainability],
            opinionWeight: terms.opinion)
        let projects = candidates.map { BallotProject(id: $0.1.id, cost: $0.1.ask) }
        let opinions = candidates.map { opinion($0.1, world.communities[$0.0], line.holder, month) }
        if let count {
            count.counted(
                try rule.scores(of: projects, votes: votes, voters: voters.count, opinion: opinions), votes: votes,
                voters: voters.count, opinions: opinions)
        }
        let outcome = try rule.fund(
            projects: projects, votes: votes, voters: voters.count, opinion: opinions, budget: pot)
        return outcome.steps.map { (candidates[$0.project].1, candidates[$0.project].0, $0.amount) }
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
        do {
            try world.ledger.post(
                Transfer(
                    from: fund, to: Account.project(proposal.id), purpose: .grant, fen: fen))
            if pooled > 0 {
                try world.ledger.post(
                    Transfer(
                        from: Account.partners, to: Account.project(proposal.id), purpose: .pooling, fen: pooled))
            }
        } catch { throw .ledger(error) }
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
