import Allocation
import Numerics
import Testing

@testable import Governance

@Suite("Officials, juries and ballots decide")
struct ReviewRulesTests {
    let reviews = ReviewTests()

    func world(
        _ rule: FundLine.AllocationRule, pot: Int64, _ change: (inout ScenarioSpecification) -> Void = { _ in }
    ) throws -> World { try reviews.world(rule, pot: pot, change) }

    /// What can be shown goes first; beside it, who stands well with officials.
    @Test func discretion() throws {
        func funded(_ pot: Int64, orientation: Double = 0.4, relation: Double = 0.9) throws -> [String] {
            let world = try world(.discretion, pot: pot)
            world.communities[0].committee.orientation = orientation
            world.communities[0].presence.add(
                PresentOrganisation(
                    place: 0, id: "helper", hours: 10, professionalism: 1, integrity: 1, capture: 0, relation: relation,
                    age: 0, communities: 1))
            var friend = reviews.proposal("friend", provider: .socialOrganisation)
            friend = Proposal(
                id: friend.id, identity: friend.identity, line: friend.line,
                proposer: ProposerKey(provider: .socialOrganisation, slot: 1), domain: friend.domain,
                partners: friend.partners, ask: friend.ask, benefit: 0, feasibility: 0, sustainability: 0)
            world.communities[0].proposals = [
                reviews.proposal("shown", domain: .facilities, provider: .residents), friend,
                reviews.proposal("own", worth: 1), reviews.proposal("theirs", worth: 1, provider: .residents),
            ]
            return try reviews.decide(world).keys.sorted()
        }
        #expect(try funded(1_000) == ["shown"])
        #expect(try funded(2_000) == ["friend", "shown"])
        #expect(try funded(2_000, relation: 0.5) == ["own", "shown"])
        #expect(try funded(3_000, orientation: 1, relation: 0).count == 3)
    }

    /// One committee worker who thinks of culture, two residents who need safety.
    @Test func aJuryDecidesByMajority() throws {
        func funded(_ terms: JuryTerms, heeded: Double? = nil) throws -> [String] {
            let world = try world(.jury(terms), pot: 1_500)
            world.communities[0].institutions.rights.commission = true
            world.communities[0].knowledge.shares = [0, 0, 0, 0, 1, 0, 0, 0]
            world.communities[2].knowledge.shares = [0, 0, 0, 0, 1, 0, 0, 0]
            for i in 0..<6 {
                world.communities[0].residents.rung[i] = 3
                world.communities[0].residents.need[i] = [0, 0, 0, 1, 0, 0, 0, 0]
            }
            world.communities[0].proposals = [
                reviews.proposal("culture", domain: .culture), reviews.proposal("safety"),
            ]
            let funded = try reviews.decide(world).keys.sorted()
            #expect(world.communities[0].experience.voice.share == heeded)
            return funded
        }
        #expect(try funded(JuryTerms(committee: 2, coordinators: 3, residents: 1), heeded: 0) == ["culture"])
        #expect(try funded(JuryTerms(committee: 1, coordinators: 0, residents: 5), heeded: 1) == ["safety"])
        #expect(try funded(JuryTerms(committee: 0, coordinators: 0, residents: 0)).isEmpty)
    }

    /// Five residents outvote one committee worker, unless the committee's group has more seats; a group that is not there
    /// leaves its seats empty, and a jury without seats gives nothing.
    @Test func quotasWeighTheGroups() throws {
        func funded(_ quotas: JuryTerms.Quotas) throws -> [String] {
            let world = try world(
                .jury(JuryTerms(committee: 2, coordinators: 2, residents: 5, quotas: quotas)), pot: 1_500)
            for c in [0, 2] {
                world.communities[c].institutions.rights.commission = true
                world.communities[c].knowledge.shares = [0, 0, 0, 0, 1, 0, 0, 0]
                for i in 0..<6 {
                    world.communities[c].residents.rung[i] = 3
                    world.communities[c].residents.need[i] = [0, 0, 0, 1, 0, 0, 0, 0]
                }
            }
            world.communities[0].proposals = [
                reviews.proposal("culture", domain: .culture), reviews.proposal("safety"),
            ]
            return try reviews.decide(world).keys.sorted()
        }
        #expect(try funded(JuryTerms.Quotas(committee: 4, coordinators: 9, residents: 10)) == ["safety"])
        #expect(try funded(JuryTerms.Quotas(committee: 4, coordinators: 9, residents: 3)) == ["culture"])
        #expect(try funded(JuryTerms.Quotas(committee: 0, coordinators: 9, residents: 0)).isEmpty)
    }

    /// Delegates need safety, the many who stay at home need culture: the electorate decides.
    @Test func whoVotesDecides() throws {
        func funded(_ electorate: BallotTerms.Electorate, says: Bool = true) throws -> [String] {
            let terms = BallotTerms(counting: .greedy, electorate: electorate, delegates: 3)
            let world = try world(.ballot(terms), pot: 1_500) {
                for path in [\Parameters.ballots.young, \.ballots.middle, \.ballots.old] {
                    $0.parameters[keyPath: path] = 0.99
                }
            }
            world.communities[0].institutions.rights.commission = says
            for i in 0..<20 {
                let isActive = i < 3
                world.communities[0].residents.rung[i] = isActive ? 3 : 0
                world.communities[0].residents.need[i] =
                    isActive ? [0, 0, 0, 1, 0, 0, 0, 0] : [0, 0, 0, 0, 1, 0, 0, 0]
            }
            world.communities[0].proposals = [
                reviews.proposal("culture", domain: .culture), reviews.proposal("safety"),
            ]
            let funded = try reviews.decide(world).keys.sorted()
            #expect(world.communities[0].experience.voice.share == (says ? 1 : nil))
            let voters = world.communities[0].events.ballots
            #expect(says ? (electorate == .meeting ? voters == 3 : voters > 15) : voters == 0)
            return funded
        }
        #expect(try funded(.meeting) == ["safety"])
        #expect(try funded(.open) == ["culture"])
        #expect(try funded(.open, says: false).isEmpty)
    }

    /// Four vote for each of two projects of 500 fen, two for a third: by votes the majority takes all, by the other rules
    /// the two have their part.
    @Test func howBallotsAreCounted() throws {
        func funded(_ counting: BallotTerms.Counting) throws -> [String] {
            let world = try world(
                .ballot(BallotTerms(counting: counting, electorate: .meeting, delegates: 6)), pot: 1_200)
            world.communities[0].institutions.rights.commission = true
            for i in 0..<6 {
                world.communities[0].residents.rung[i] = 3
                world.communities[0].residents.skill[i] = 1
                world.communities[0].residents.need[i] =
                    i < 4 ? [0, 0, 0, 1, 1, 0, 0, 0] : [0, 0, 0, 0, 0, 0, 1, 0]
            }
            world.communities[0].proposals = [
                reviews.proposal("culture", ask: 500, domain: .culture), reviews.proposal("safety", ask: 500),
                reviews.proposal("works", ask: 400, domain: .facilities),
            ]
            return try reviews.decide(world).keys.sorted()
        }
        #expect(try funded(.greedy) == ["culture", "safety"])
        #expect(try funded(.equalShares).contains("works"))
        #expect(try funded(.phragmen).contains("works"))
        // Four votes for 500 fen against two for 400: by votes for each fen the first two go before.
        #expect(try funded(.costEffectiveness) == ["culture", "safety"])
        #expect(try funded(.maximumWelfare) == ["culture", "safety"])
    }

    /// What is set about the rule that counts reaches it: without completion equal shares leaves what three voters of six
    /// cannot pay alone; ties go as the convention says, by lot otherwise in other replicates.
    @Test func settingsReachTheRule() throws {
        func funded(_ terms: BallotTerms, replicate: UInt32 = 0, _ asks: [Int64]) throws -> [String] {
            let specification = ScenarioSpecification.small(residents: 20) {
                $0.fundLines = [.plain(rule: .ballot(terms), month: 1)]
                ($0.parameters.review.noise, $0.parameters.review.own) = (0, 0)
            }
            let world = try World(specification, seed: 1, replicate: replicate)
            try world.ledger.post(
                Transfer(from: Account.cityBudget, to: Account.fund("line", street: 0), purpose: .release, fen: 1_000))
            world.communities[0].institutions.rights.commission = true
            for i in 0..<6 {
                world.communities[0].residents.rung[i] = 3
                world.communities[0].residents.need[i] = i < 3 ? [0, 0, 0, 1, 0, 0, 0, 0] : [0, 0, 0, 0, 1, 0, 0, 0]
            }
            world.communities[0].proposals = [
                reviews.proposal("culture", ask: asks[0], domain: .culture), reviews.proposal("safety", ask: asks[1]),
            ]
            return try reviews.decide(world).keys.sorted()
        }
        var terms = BallotTerms(counting: .equalShares, electorate: .meeting, delegates: 6)
        terms.settings.completion = .none
        #expect(try funded(terms, [900, 600]).isEmpty)
        terms.settings.completion = .utilitarian
        #expect(try funded(terms, [900, 600]) == ["culture"] || funded(terms, [900, 600]) == ["safety"])
        var greedy = BallotTerms(counting: .greedy, electorate: .meeting, delegates: 6)
        for (ties, winner) in [
            (TieBreaking.Convention.identifier, "culture"), (.cheapest, "safety"), (.dearest, "culture"),
        ] {
            greedy.ties = ties
            #expect(try funded(greedy, [900, 600]) == [winner])
        }
        greedy.ties = .lottery
        let winners = try (0..<20).map { try funded(greedy, replicate: $0, [900, 900]) }
        #expect(Set(winners) == [["culture"], ["safety"]])
        #expect(try (0..<20).map { try funded(greedy, replicate: $0, [900, 900]) } == winners)
    }

    /// Of 2,000 residents of 30 to 59 about 6 % vote at a trust of one half, within five standard errors (chance of failing
    /// below 1e-6), and more the more they trust.
    @Test func turnout() {
        func voters(_ trust: Float) -> Int {
            withCommunity(2_000) { community, month, _ in
                for i in 0..<2_000 { community.residents.trust[i] = SIMD4(repeating: trust) }
                return Review.turnout(community, month).count
            }
        }
        #expect(abs(voters(0.5) - 120) < 54)
        #expect(voters(0) < voters(0.5) && voters(0.5) < voters(1))
    }

    /// Money that nobody voted for stays, and no rule gives more than there is.
    @Test(arguments: [
        FundLine.AllocationRule.discretion, .jury(JuryTerms(committee: 1, coordinators: 1, residents: 3)),
        .ballot(BallotTerms(counting: .greedy, electorate: .meeting, delegates: 5)),
        .ballot(BallotTerms(counting: .phragmen, electorate: .open)),
        .ballot(BallotTerms(counting: .equalShares, electorate: .open)),
        .ballot(BallotTerms(counting: .maximumWelfare, electorate: .open, ballot: .scoring)),
        .ballot(BallotTerms(counting: .costEffectiveness, electorate: .open, ballot: .ordinal, ties: .lottery)),
        .ballot(BallotTerms(counting: .equalShares, electorate: .open, ballot: .cumulative)),
        .ballot(BallotTerms(counting: .phragmen, electorate: .open, ballot: .chooseOne)),
        .jury(
            JuryTerms(
                committee: 1, coordinators: 1, residents: 3, quotas: .init(committee: 1, coordinators: 1, residents: 4))
        ),
        .tender(TenderTerms(price: 0.5, quality: 0.5, bidders: 2, experts: 1, committee: 1, residents: 2)),
    ])
    func grantsAreCovered(rule: FundLine.AllocationRule) throws {
        for number in 0..<4 {
            var specification = ScenarioSpecification.random(number)
            for place in 0..<3 { specification.fundLines[place].rule = rule }
            let world = try World(specification, seed: 5, replicate: 0)
            for _ in 0..<8 { try world.advance() }
        }
    }

    @Test func golden() throws {
        let world = try world(.ballot(BallotTerms(counting: .greedy, electorate: .open)), pot: 6_000) {
            ($0.parameters.review.noise, $0.parameters.ballots.middle) = (0.25, 0.5)
        }
        for c in [0, 2] {
            world.communities[c].institutions.rights.commission = true
            world.communities[c].proposals = (0..<9).map {
                reviews.proposal("\(c)\($0)", worth: Double(($0 + c) % 9) / 20)
            }
        }
        let funded = try reviews.decide(world).keys.sorted()
        #expect(funded.joined(separator: " ") == "06 07 21 24 25 26")
    }
}
