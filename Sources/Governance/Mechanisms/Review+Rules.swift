import Allocation
import Numerics

/// Discretion, juries and residents' ballots.
///
///     discretion: score = b_vis care + (1 - b_vis) relation;  in that order while the money lasts
///     jury, ballot by approval: a vote for each proposal that looks no worse to the voter than the mean of those it
///     looks at; other kinds of ballot in ``Marking``
///     odds that a resident votes on-line = v / (1 - v) exp(b_ballot (T_government - 0.5) + b_voted [has voted before])
///
/// A juror looks at all proposals of the street, a voter at those of its community; what it sees is the mean of the three
/// criteria as at a weighted review. Where a jury has quotas, its seats are drawn by lot, group by group, among those whom
/// the communities of the street send. v is the turnout of the resident's age group at a trust of one half. Whether the
/// electorate is a meeting's delegates or all residents changes who votes and nothing else.
///
/// Source: Lu (2020) on streets' liking for what can be shown, on organisations well connected, and on a jury of committee,
/// coordinators and residents; Qin (2019) on electronic ballots; Talmon and Faliszewski (2019), Brill et al. (2017) and Peters et al. (2021) on
/// counting approvals.
extension Review {
    static func discretion(
        pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month, _ count: CountSheet?
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        let weight = month.run.parameters.review.visible
        let scores = candidates.map { c, proposal in
            let community = world.communities[c]
            return weight * care(proposal, community, line.holder, month)
                + (1 - weight) * relation(proposal.proposer, community)
        }
        count?.counted(scores)
        let outcome = try WeightedReview(criterionWeights: [1], opinionWeight: 1).fund(
            projects: candidates.map { BallotProject(id: $0.1.id, cost: $0.1.ask) },
            votes: candidates.map { _ in [0] }, voters: 1, opinion: scores, budget: pot)
        return outcome.steps.map { (candidates[$0.project].1, candidates[$0.project].0, $0.amount) }
    }

    static func judge(
        _ terms: JuryTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month,
        _ sheet: CountSheet?
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        let jurors = jurors(terms, among: taking, world, month).joined()
        return try agree(Array(jurors), candidates, pot: pot, month, sheet)
    }

    /// What most of these approve of.
    static func agree(
        _ jurors: [Voter], _ candidates: [(Int, Proposal)], pot: Int64, _ month: Month, _ sheet: CountSheet? = nil
    ) throws -> [Grant] {
        let merits = merits(of: candidates) { _ in true }
        let ballots = jurors.map { Marking.ballot(.approval, of: worth($0, merits, month)) }
        return try count(
            Ballots(.approval, ballots), UtilitarianGreedy(), candidates, pot: pot, ties: .identifier, sheet)
    }

    /// Who sits on the jury: committees' workers, organisations', residents.
    static func jurors(_ terms: JuryTerms, among taking: [Int], _ world: World, _ month: Month) -> [[Voter]] {
        var groups: [[Voter]] = [[], [], []]
        for c in taking {
            let community = world.communities[c]
            groups[0] += committee(community, index: c, terms.committee)
            groups[1] += coordinators(community, index: c, terms.coordinators, month)
            groups[2] += residents(community, index: c, terms.residents, month)
        }
        if let quotas = terms.quotas {
            let seats = [quotas.committee, quotas.coordinators, quotas.residents]
            groups = zip(groups, seats).map { drawn($1, of: $0, month) }
        }
        return groups
    }

    /// Those who have the seats, by lot.
    private static func drawn(_ seats: Int, of voters: [Voter], _ month: Month) -> [Voter] {
        let stream = month.stream("review.jury")
        let lots = voters.map { voter in
            var draws = stream.draws(agent: voter.identity, month: month.number)
            return draws.next()
        }
        return Jury.drawn(seats, byLot: lots).map { voters[$0] }
    }

    static func ballot(
        _ terms: BallotTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month,
        _ sheet: CountSheet?
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        var ballots = Ballots(terms.ballot)
        for c in taking where world.communities[c].institutions.rights.commission {
            let community = world.communities[c]
            let known = merits(of: candidates) { $0 == c }
            let voters =
                switch terms.electorate {
                case .meeting: residents(community, index: c, terms.delegates, month)
                case .open: cast(in: c, world, month).map { resident($0, of: community, index: c) }
                }
            for voter in voters {
                ballots.append(Marking.ballot(terms.ballot, of: worth(voter, known, month)))
            }
            world.communities[c].events.ballots += voters.count
        }
        guard let rule = RuleRegistry.rule(terms.counting.rule.id, terms.settings) else { return [] }
        var draws = month.stream("review.ties").draws(agent: Identity.hash(line.id), month: month.number)
        return try count(ballots, rule, candidates, pot: pot, ties: terms.ties.order(seed: draws.next()), sheet)
    }

    static func candidates(among taking: [Int], _ line: FundLine, _ world: World) -> [(Int, Proposal)] {
        taking.flatMap { c in proposals(world, c, line).map { (c, $0) } }.filter { $0.1.ask > 0 }
    }

    /// A candidate by its place, its community, and what voters look at.
    private typealias Known = (place: Int, community: Int, merit: Proposal.Merit)

    /// The candidates of some communities.
    private static func merits(of candidates: [(Int, Proposal)], in isIncluded: (Int) -> Bool) -> [Known] {
        candidates.indices.filter { isIncluded(candidates[$0].0) }
            .map { ($0, candidates[$0].0, candidates[$0].1.merit) }
    }

    /// What the candidates that a voter looks at seem worth to it, by their places: the mean of the three criteria.
    private static func worth(_ voter: Voter, _ known: [Known], _ month: Month) -> [Marking.Seen] {
        let (stream, p) = (month.stream("review"), month.run.parameters.review)
        return known.map { candidate in
            let seen = see(candidate.merit, of: candidate.community, by: voter, stream, month.number, p)
            return (candidate.place, (seen[0] + seen[1] + seen[2]) / 3)
        }
    }

    /// Those who vote on-line this month; that they do is noted.
    private static func cast(in c: Int, _ world: World, _ month: Month) -> [Int] {
        let rows = turnout(world.communities[c], month)
        world.communities[c].note(voters: rows)
        return rows
    }

    /// Rows of the residents who vote on-line this month.
    static func turnout(_ community: Community, _ month: Month) -> [Int] {
        let p = month.run.parameters.ballots
        let stream = month.stream("ballots")
        let residents = community.residents
        let again = Portable.exp(p.byVoting)
        return (0..<residents.count).filter { i in
            let usual = p[Traits(rawValue: residents.traits[i]).age]
            let odds =
                usual / (1 - usual) * (community.hasVoted(i) ? again : 1)
                * Portable.exp(
                    p.byTrust * (Double(residents.trust[i][TrustSubject.government.lane]) - 0.5))
            let word = stream.word(resident: i, community: community.address, month: month.number, draw: 0)
            return Uniform.bernoulli(word, probability: odds / (1 + odds))
        }
    }

    /// Funds candidates by the ballots; one without a vote gets nothing. Every rule looks at the same ballots.
    static func count(
        _ ballots: Ballots, _ rule: any FundingRule, _ candidates: [(Int, Proposal)], pot: Int64, ties: TieBreaking,
        _ sheet: CountSheet? = nil
    ) throws -> [Grant] {
        guard !candidates.isEmpty, ballots.count > 0 else { return [] }
        let election = Election(
            budget: pot, projects: candidates.map { BallotProject(id: $0.1.id, cost: $0.1.ask) }, ballots: ballots,
            currencyUnit: 100)
        sheet?.counted(try election.tally(.cardinality).map { Double($0) }, voters: ballots.count)
        return try rule.fund(election, ties: ties).steps.map { step in
            let (c, proposal) = candidates[step.project]
            return (proposal, c, step.amount)
        }
    }
}

/// Who votes where ballots are open to all.
enum Turnout {
    struct Parameters: Sendable, Equatable {
        var young = 0.07
        var middle = 0.06
        var old = 0.04
        var byTrust = 2.0
        var byVoting = 1.0
        var habit = 0.25

        subscript(age: AgeGroup) -> Double {
            switch age {
            case .young: young
            case .middle: middle
            case .old: old
            }
        }
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "ballots.young", "v_young", "share", 0.03...0.2, .assumed("cities see 3 to 10 %"), \.ballots.young,
            "turnout below 30 in a ballot open to all, at a trust of one half", "30 岁以下的电子投票率"),
        ParameterField(
            "ballots.middle", "v_middle", "share", 0.03...0.15, .assumed("cities see 3 to 10 %"), \.ballots.middle,
            "turnout from 30 to 59", "30-59 岁的电子投票率"),
        ParameterField(
            "ballots.old", "v_old", "share", 0.01...0.1, .assumed("on-line, fewer of the old"), \.ballots.old,
            "turnout from 60", "60 岁及以上的电子投票率"),
        ParameterField(
            "ballots.byTrust", "b_ballot", "log-odds", 1.2...2.8, .assumed("+-40 %"), \.ballots.byTrust,
            "effect of trust in government on turnout", "对政府的信任对投票率的影响"),
        ParameterField(
            "ballots.byVoting", "b_voted", "log-odds", 0.6...1.4,
            .estimated("8.4 points more at a turnout of 6 % (Political Behavior 2021, New York)"), \.ballots.byVoting,
            "effect of having voted before on turnout", "投过票对再次投票的影响"),
        ParameterField(
            "ballots.habit", "h_ballot", "share", 0.1...0.4, .assumed("a click beside an evening; +-60 %"),
            \.ballots.habit, "part of a month's taking part that a vote is for habit", "投票对参与习惯的折算比例"),
    ]
}
