import Allocation
import Numerics

/// Discretion, juries and residents' ballots.
///
///     discretion: score = b_vis care + (1 - b_vis) relation;  in that order while the money lasts
///     jury, ballot: a vote for each proposal that looks no worse to the voter than the mean of those it looks at
///     odds that a resident votes on-line = v / (1 - v) exp(b_ballot (T_government - 0.5) + b_voted [has voted before])
///
/// A juror looks at all proposals of the street, a voter at those of its community; what it sees is the mean of the three
/// criteria as at a weighted review. v is the turnout of the resident's age group at a trust of one half. Whether the
/// electorate is a meeting's delegates or all residents changes who votes and nothing else.
///
/// Source: Lu (2020) on streets' liking for what can be shown, on organisations well connected, and on a jury of committee,
/// coordinators and residents; Qin (2019) on electronic ballots; Talmon and Faliszewski (2019), Brill et al. (2017) and Peters et al. (2021) on
/// counting approvals.
extension Review {
    static func discretion(
        pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        let weight = month.run.parameters.review.visible
        let scores = candidates.map { c, proposal in
            let community = world.communities[c]
            return weight * care(proposal, community, line.holder, month)
                + (1 - weight) * relation(proposal.proposer, community)
        }
        let outcome = try WeightedReview(criterionWeights: [1], opinionWeight: 1).fund(
            projects: candidates.map { BallotProject(id: $0.1.id, cost: $0.1.ask) },
            votes: candidates.map { _ in [0] }, voters: 1, opinion: scores, budget: pot)
        return outcome.steps.map { (candidates[$0.project].1, candidates[$0.project].0, $0.amount) }
    }

    static func judge(
        _ terms: JuryTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        var ballots: [[Int]] = []
        for c in taking {
            let community = world.communities[c]
            let jurors =
                committee(community, index: c, terms.committee)
                + coordinators(community, index: c, terms.coordinators, month)
                + residents(community, index: c, terms.residents, month)
            for juror in jurors { ballots.append(approvals(juror, candidates, Array(candidates.indices), month)) }
        }
        return try count(ballots, .greedy, candidates, pot: pot)
    }

    static func ballot(
        _ terms: BallotTerms, pot: Int64, among taking: [Int], _ line: FundLine, _ world: World, _ month: Month
    ) throws -> [Grant] {
        let candidates = candidates(among: taking, line, world)
        var ballots: [[Int]] = []
        for c in taking where world.communities[c].institutions.rights.commission {
            let community = world.communities[c]
            let known = candidates.indices.filter { candidates[$0].0 == c }
            let voters =
                switch terms.electorate {
                case .meeting: residents(community, index: c, terms.delegates, month)
                case .open: cast(in: c, world, month).map { resident($0, of: community, index: c) }
                }
            for voter in voters { ballots.append(approvals(voter, candidates, known, month)) }
            world.communities[c].events.ballots += voters.count
        }
        return try count(ballots, terms.counting, candidates, pot: pot)
    }

    static func candidates(among taking: [Int], _ line: FundLine, _ world: World) -> [(Int, Proposal)] {
        taking.flatMap { c in proposals(world, c, line).map { (c, $0) } }.filter { $0.1.ask > 0 }
    }

    /// The places of the candidates that a voter approves of, among those that it looks at.
    static func approvals(
        _ voter: Voter, _ candidates: [(Int, Proposal)], _ known: [Int], _ month: Month
    ) -> [Int] {
        let stream = month.stream("review")
        let worth = known.map { j in
            let seen = see(
                candidates[j].1, of: candidates[j].0, by: voter, stream, month.number, month.run.parameters.review)
            return seen.reduce(0, +) / Double(seen.count)
        }
        let average = worth.reduce(0, +) / Double(max(1, worth.count))
        return zip(known, worth).filter { $1 >= average - 1e-12 }.map(\.0)
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
        _ ballots: [[Int]], _ counting: BallotTerms.Counting, _ candidates: [(Int, Proposal)], pot: Int64
    ) throws -> [Grant] {
        guard !candidates.isEmpty, !ballots.isEmpty else { return [] }
        let election = Election(
            budget: pot, projects: candidates.map { BallotProject(id: $0.1.id, cost: $0.1.ask) },
            ballots: Ballots(.approval, ballots.map { Ballot($0) }), currencyUnit: 100)
        let rule: any FundingRule =
            switch counting {
            case .greedy: UtilitarianGreedy()
            case .phragmen: SequentialPhragmen()
            case .equalShares: EqualShares()
            }
        return try rule.fund(election, ties: .identifier).steps.map { step in
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
