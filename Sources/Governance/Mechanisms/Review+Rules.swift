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
    static func discretion(_ docket: Docket, _ count: CountSheet?) throws -> [Grant] {
        let scores = docket.candidates.map(\.opinion)
        count?.counted(scores)
        return docket.grants(
            try WeightedReview(criterionWeights: [1], opinionWeight: 1).fund(
                projects: docket.projects, votes: scores.map { _ in [0] }, voters: 1, opinion: scores,
                budget: docket.pot))
    }

    /// What decides at a holder's discretion.
    static func liking(
        _ proposal: Proposal, _ community: Community, _ holder: FundLine.Holder, _ month: Month
    ) -> Double {
        let weight = month.run.parameters.review.visible
        return weight * care(proposal, community, holder, month)
            + (1 - weight) * relation(proposal.proposer, community)
    }

    /// What the jury grants, and what its residents alone would have.
    static func judge(
        _ terms: JuryTerms, _ docket: Docket, _ world: World, _ month: Month, _ sheet: CountSheet?
    ) throws -> ([Grant], Set<String>) {
        let jurors = try jurors(terms, docket, world, month)
        return (
            try agree(Array(jurors.joined()), docket, month, sheet), wishes(try agree(jurors[2], docket, month))
        )
    }

    /// What most of these approve of.
    private static func agree(
        _ jurors: [Voter], _ docket: Docket, _ month: Month, _ sheet: CountSheet? = nil
    ) throws -> [Grant] {
        let ballots = jurors.map {
            Marking.ballot(.approval, of: worth($0, docket, Array(docket.candidates.indices), month))
        }
        return try count(Ballots(.approval, ballots), UtilitarianGreedy(), docket, ties: .identifier, sheet)
    }

    /// Someone sent to a jury, and by which group.
    private struct Sent: BitwiseCopyable {
        let group: Int
        let voter: Voter
    }

    /// Who sits on the jury: committees' workers, organisations', residents.
    private static func jurors(
        _ terms: JuryTerms, _ docket: Docket, _ world: World, _ month: Month
    ) throws(ModelError) -> [[Voter]] {
        var own: [Sent] = []
        for c in docket.own {
            let (community, place) = (world.communities[c], world.place(c))
            let groups = [
                committee(community, index: place, terms.committee),
                coordinators(community, index: place, terms.coordinators, month),
                residents(community, index: place, terms.residents, month),
            ]
            for (group, voters) in groups.enumerated() { own += voters.map { Sent(group: group, voter: $0) } }
        }
        let sent = try world.gather("Review", in: docket.street, own)
        var groups = (0..<3).map { group in sent.filter { $0.group == group }.map(\.voter) }
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
        _ terms: BallotTerms, _ docket: Docket, _ world: World, _ month: Month, _ sheet: CountSheet?
    ) throws -> Decision {
        var own: [Ballot] = []
        var votes: [Votes] = []
        for c in docket.own where world.communities[c].institutions.rights.commission {
            let (community, place) = (world.communities[c], world.place(c))
            let known = docket.views.indices.filter { docket.views[$0].place == place }
            let onLine = terms.electorate == .open ? turnout(community, month) : nil
            let voters =
                onLine?.map { resident($0, of: community, index: place) }
                ?? residents(community, index: place, terms.delegates, month)
            own += voters.map { Marking.ballot(terms.ballot, of: worth($0, docket, known, month)) }
            votes.append(Votes(community: c, count: voters.count, onLine: onLine))
        }
        let papers = try world.gatherCoded("Review", in: docket.street, own.map(Paper.init))
        let ballots = Ballots(terms.ballot, papers.map { Ballot($0.choices, points: $0.points) })
        guard let rule = RuleRegistry.rule(terms.counting.rule.id, terms.settings) else {
            return Decision(votes: votes)
        }
        var draws = month.stream("review.ties").draws(agent: Identity.hash(docket.line.id), month: month.number)
        let grants = try count(ballots, rule, docket, ties: terms.ties.order(seed: draws.next()), sheet)
        return Decision(grants: grants, wished: wishes(grants), votes: votes)
    }

    /// A ballot on its way to the count.
    private struct Paper: Codable {
        let choices: [Int]
        let points: [Int64]

        init(_ ballot: Ballot) { (choices, points) = (ballot.choices, ballot.points) }
    }

    /// What the candidates that a voter looks at seem worth to it, by their places: the mean of the three criteria.
    private static func worth(_ voter: Voter, _ docket: Docket, _ known: [Int], _ month: Month) -> [Marking.Seen] {
        let (stream, p) = (month.stream("review"), month.run.parameters.review)
        return known.map { place in
            let view = docket.views[place]
            let seen = see(view.merit, of: view.place, by: voter, stream, month.number, p)
            return (place, (seen[0] + seen[1] + seen[2]) / 3)
        }
    }

    /// Rows of the residents who vote on-line this month.
    static func turnout(_ community: Community, _ month: Month) -> [Int] {
        let p = month.run.parameters.ballots
        let stream = month.stream("ballots")
        let residents = community.residents
        let again = Portable.exp(p.byVoting)
        let usual = (0...UInt8.max).map { bits in
            let share = p[Traits(rawValue: bits).age]
            return share / (1 - share)
        }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Stream.capacity(for: residents.count)) {
            words in
            guard let words = words.baseAddress else { return [] }
            stream.fill(
                words: words, count: residents.count, community: community.address, month: month.number, draw: 0)
            return (0..<residents.count).filter { i in
                let odds =
                    usual[Int(residents.traits[i])] * (community.hasVoted(i) ? again : 1)
                    * Portable.exp(
                        p.byTrust * (Double(residents.trust[i][TrustSubject.government.lane]) - 0.5))
                return Uniform.bernoulli(words[i], probability: odds / (1 + odds))
            }
        }
    }

    /// Funds candidates by the ballots; one without a vote gets nothing. Every rule looks at the same ballots.
    private static func count(
        _ ballots: Ballots, _ rule: any FundingRule, _ docket: Docket, ties: TieBreaking, _ sheet: CountSheet? = nil
    ) throws -> [Grant] {
        guard !docket.candidates.isEmpty, ballots.count > 0 else { return [] }
        let election = Election(budget: docket.pot, projects: docket.projects, ballots: ballots, currencyUnit: 100)
        sheet?.counted(try election.tally(.cardinality).map { Double($0) }, voters: ballots.count)
        return docket.grants(try rule.fund(election, ties: ties))
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
