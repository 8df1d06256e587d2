import Numerics
import Testing

@testable import Governance

@Suite("Proposals are decided")
struct ReviewTests {
    /// A world of communities `a` and `c` in the east and `b` in the west, with `pot` fen in the east's fund.
    func world(
        _ rule: FundLine.AllocationRule, pot: Int64, _ change: (inout ScenarioSpecification) -> Void = { _ in }
    ) throws -> World {
        let world = try World(
            .small(residents: 20) {
                $0.fundLines = [.plain(rule: rule, month: 1)]
                ($0.parameters.review.noise, $0.parameters.review.own) = (0, 0)
                change(&$0)
            }, seed: 1, replicate: 0)
        try world.ledger.post(
            Transfer(from: Account.cityBudget, to: Account.fund("line", street: 0), purpose: .release, fen: pot))
        return world
    }

    func proposal(
        _ id: String, worth: Double = 0.5, ask: Int64 = 1_000, domain: Domain = .safety,
        provider: Provider = .committee
    ) -> Proposal {
        Proposal(
            id: id, identity: Identity.hash(id), line: "line", proposer: ProposerKey(provider: provider, slot: 0),
            domain: domain, partners: [provider], ask: ask, benefit: worth, feasibility: worth, sustainability: worth)
    }

    /// Decides in the first month; grants by proposal.
    func decide(_ world: World) throws -> [String: Int64] {
        try Review.step(world, world.month(1))
        try world.ledger.check()
        let projects = world.communities.flatMap(\.projects)
        #expect(projects.reduce(0) { $0 + $1.grant } == world.ledger.total(.grant))
        return Dictionary(uniqueKeysWithValues: projects.map { ($0.id, $0.grant) })
    }

    /// 100.01 yuan over two communities: 50.01 and 50.00; the first divides its part over two proposals.
    @Test func equalSplitByHand() throws {
        let world = try world(.equalSplit, pot: 10_001)
        world.communities[0].proposals = [proposal("one"), proposal("two")]
        world.communities[2].proposals = [proposal("three", provider: .residents)]
        #expect(try decide(world) == ["one": 2_501, "two": 2_500, "three": 5_000])
        let project = world.communities[2].projects[0]
        #expect(isClose(project.plannedUnits, 5_000 / 600.0 / 6))
        #expect(world.communities[2].experience.voice == Voice().asking(1_000, granted: 1_000))
        #expect(world.communities[0].experience.voice == Voice())
        #expect(world.communities[0].events.granted == 5_001)
    }

    @Test func earmarkedMoneyGoesToTheNamed() throws {
        let world = try world(.earmark(.listed(["c"])), pot: 10_001)
        for c in 0..<3 { world.communities[c].proposals = [proposal("p\(c)")] }
        #expect(try decide(world) == ["p2": 10_001])
        #expect(isClose(world.communities[0].experience.moneyFit, 0.25))
    }

    /// The better proposal wins every vote; where leaders alone decide, what can be shown does.
    @Test func votesAndOpinions() throws {
        func funded(opinion: Double) throws -> [String] {
            var terms = FundLine.WeightedReviewTerms.even
            terms.opinion = opinion
            let world = try world(.weightedReview(terms), pot: 1_500)
            world.communities[0].proposals = [proposal("good", worth: 0.9)]
            world.communities[2].proposals = [proposal("shown", worth: 0.5, domain: .facilities)]
            return try decide(world).keys.sorted()
        }
        #expect(try funded(opinion: 0) == ["good"])
        #expect(try funded(opinion: 1) == ["shown"])
    }

    /// Whoever holds the money has the leaders' say: a street shows, a committee and an organisation see needs as they
    /// know them, a foundation sees the benefit.
    @Test func theHoldersOpinion() throws {
        func opinion(_ holder: FundLine.Holder) throws -> [Double] {
            let world = try world(.equalSplit, pot: 1)
            world.communities[0].knowledge.shares = [0, 0, 0, 0.75, 0, 0, 0.25, 0]
            world.communities[0].committee.orientation = 1
            return [Domain.safety, .facilities].map {
                Review.opinion(proposal("p", worth: 0.6, domain: $0), world.communities[0], holder, world.month(1))
            }
        }
        #expect(try zip(opinion(.street), [0.3, 0.8]).allSatisfy { isClose($0, $1) })
        #expect(try zip(opinion(.committee), [0.8, 0.3 + 0.5 / 3]).allSatisfy { isClose($0, $1) })
        #expect(try opinion(.socialOrganisation) == opinion(.committee))
        #expect(try zip(opinion(.foundation), [0.6, 0.6]).allSatisfy { isClose($0, $1) })
    }

    /// With a say, five residents who need safety outvote a committee that thinks of culture.
    @Test func aSayMovesMoneyToNeeds() throws {
        func funded(commission: Bool) throws -> [String] {
            let world = try world(.weightedReview(.even), pot: 1_500)
            world.communities[0].institutions.rights.commission = commission
            world.communities[0].knowledge.shares = [0, 0, 0, 0, 1, 0, 0, 0]
            world.communities[2].knowledge.shares = [0, 0, 0, 0, 1, 0, 0, 0]
            for i in 0..<6 {
                world.communities[0].residents.rung[i] = 3
                world.communities[0].residents.need[i] = [0, 0, 0, 1, 0, 0, 0, 0]
            }
            world.communities[0].proposals = [proposal("culture", domain: .culture), proposal("safety")]
            return try decide(world).keys.sorted()
        }
        #expect(try funded(commission: false) == ["culture"])
        #expect(try funded(commission: true) == ["safety"])
    }

    /// Residents want what is good, leaders what can be shown: a say without weight is not heeded, and no say is asked
    /// for nothing. An own proposal is asked for without any vote.
    @Test(arguments: [(0, 1_000), (1, 0)] as [(Double, Double)]) func votesAreHeededOrNot(
        opinion: Double, granted: Double
    ) throws {
        for says in [true, false] {
            var terms = FundLine.WeightedReviewTerms.even
            terms.opinion = opinion
            let world = try world(.weightedReview(terms), pot: 1_500)
            world.communities[0].institutions.rights.commission = says
            for i in 0..<6 { world.communities[0].residents.rung[i] = 3 }
            world.communities[0].proposals = [
                proposal("good", worth: 0.9), proposal("shown", worth: 0.5, domain: .facilities),
            ]
            world.communities[2].proposals = [proposal("own", worth: 0.1, ask: 500, provider: .residents)]
            _ = try decide(world)
            #expect(
                world.communities[0].experience.voice
                    == (says ? Voice().asking(1_000, granted: granted) : Voice()))
            #expect(world.communities[2].experience.voice.asked == 500)
        }
    }

    /// Two lines decided in one month are heard together.
    @Test func decisionsOfAMonthAddUp() throws {
        let world = try world(.earmark(.listed(["a"])), pot: 1_000) {
            $0.fundLines.append(.plain("second", rule: .earmark(.listed([])), month: 1))
        }
        var second = proposal("second", ask: 3_000, provider: .residents)
        second = Proposal(
            id: second.id, identity: second.identity, line: "second", proposer: second.proposer, domain: second.domain,
            partners: second.partners, ask: second.ask, benefit: 0, feasibility: 0, sustainability: 0)
        world.communities[0].proposals = [proposal("first", provider: .residents), second]
        _ = try decide(world)
        #expect(world.communities[0].experience.voice == Voice().asking(4_000, granted: 1_000))
    }

    /// A resident whose needs stand as a committee believes them to leans as its worker does, however needy it is.
    @Test(arguments: [0.1, 0.5, 1] as [Float]) func leaningsAreOnOneScale(need: Float) {
        withCommunity(1) { community, _, _ in
            community.knowledge.shares = [0.4, 0.2, 0.2, 0.1, 0.1, 0, 0, 0]
            community.residents.need[0] = SIMD8(1, 0.5, 0.5, 0.25, 0.25, 0, 0, 0) * need
            let worker = Review.committee(community, index: 0, 1)[0]
            let resident = Review.resident(0, of: community, index: 0)
            #expect((0..<Domain.count).allSatisfy { isClose(worker.leaning[$0], resident.leaning[$0]) })
            #expect(isClose(worker.leaning[0], 2.2) && worker.leaning[7] == -1)
            community.residents.need[0] = SIMD8()
            #expect(Review.resident(0, of: community, index: 0).leaning == SIMD8())
        }
    }

    /// Delegates are those who took part most: five organisers for safety, not the many others for culture.
    @Test func delegatesComeFromTheHighestRungs() throws {
        let world = try world(.weightedReview(.even), pot: 1_500)
        world.communities[0].institutions.rights.commission = true
        for i in 0..<20 {
            world.communities[0].residents.rung[i] = i < 15 ? 1 : 4
            world.communities[0].residents.need[i] = i < 15 ? [0, 0, 0, 0, 1, 0, 0, 0] : [0, 0, 0, 1, 0, 0, 0, 0]
        }
        world.communities[0].proposals = [proposal("culture", domain: .culture), proposal("safety")]
        #expect(try decide(world).keys.sorted() == ["safety"])
    }

    /// Six voters of one community stand up for its slightly worse proposal against one voter of the other's.
    @Test func votersFavourTheirOwn() throws {
        func funded(own: Double) throws -> [String] {
            let world = try world(.weightedReview(.even), pot: 1_500) { $0.parameters.review.own = own }
            world.communities[0].institutions.rights.commission = true
            for i in 0..<20 { world.communities[0].residents.rung[i] = 1 }
            world.communities[0].proposals = [proposal("ours", worth: 0.5)]
            world.communities[2].proposals = [proposal("theirs", worth: 0.6)]
            return try decide(world).keys.sorted()
        }
        #expect(try funded(own: 0) == ["theirs"])
        #expect(try funded(own: 0.2) == ["ours"])
    }

    /// Full skill sees as clearly as no noise.
    @Test func skillSeesThroughNoise() throws {
        func funded(noise: Double, skill: Double) throws -> [String: Int64] {
            let world = try world(.weightedReview(.even), pot: 5_000) { $0.parameters.review.noise = noise }
            for c in [0, 2] {
                world.communities[c].committee.facilitation = skill
                world.communities[c].proposals = (0..<9).map {
                    proposal("\(c)-\($0)", worth: Double((7 * $0 + 3 * c) % 10) / 10)
                }
            }
            return try decide(world)
        }
        let clear = try funded(noise: 0, skill: 0.3)
        #expect(try funded(noise: 0.4, skill: 1) == clear)
        #expect(try funded(noise: 0.4, skill: 0) != clear)
    }

    @Test func moreMoneyFundsMore() throws {
        var before = -1
        for pot in stride(from: Int64(500), to: 6_000, by: 1_000) {
            let world = try world(.weightedReview(.even), pot: pot)
            world.communities[0].proposals = (0..<5).map { proposal("p\($0)", worth: Double($0) / 5) }
            let funded = try decide(world).count
            #expect(funded == Int(pot / 1_000))
            #expect(funded > before)
            before = funded
        }
    }

    @Test func withoutProposalsTheMoneyStays() throws {
        for rule in [FundLine.AllocationRule.equalSplit, .earmark(.listed([])), .weightedReview(.even)] {
            let world = try world(rule, pot: 777)
            #expect(try decide(world).isEmpty)
            #expect(world.ledger.balance(Account.fund("line", street: 0)) == 777)
        }
    }

    @Test(arguments: 0..<6) func grantsAreCoveredByTheirFund(number: Int) throws {
        let world = try World(.random(number), seed: 3, replicate: 0)
        for _ in 0..<8 {
            try world.advance()
            let begun = world.communities.flatMap(\.projects).filter { $0.started == UInt32(world.monthsDone) }
            let paid = world.ledger.total(.grant) + world.ledger.total(.pooling)
            #expect(begun.reduce(0) { $0 + $1.grant } == paid)
            #expect(begun.allSatisfy { (0...1).contains($0.diversion) && $0.plannedUnits > 0 })
            #expect(world.communities.allSatisfy { (0...1).contains($0.experience.moneyFit) })
        }
    }

    @Test func golden() throws {
        let world = try world(.weightedReview(.even), pot: 6_000) {
            ($0.parameters.review.noise, $0.parameters.review.own) = (0.25, 0.15)
        }
        for c in [0, 2] {
            world.communities[c].institutions.rights.commission = true
            for i in 0..<20 { world.communities[c].residents.rung[i] = UInt8(i % 5) }
            world.communities[c].proposals = (0..<9).map { proposal("\(c)\($0)", worth: Double($0 + c) / 20) }
        }
        let funded = try decide(world).keys.sorted()
        #expect(funded.joined(separator: " ") == "08 24 25 26 27 28")
    }
}
