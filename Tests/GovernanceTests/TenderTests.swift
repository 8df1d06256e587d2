import Numerics
import Testing

@testable import Governance

@Suite("Open tender")
struct TenderTests {
    let reviews = ReviewTests()

    func bid(
        _ id: String, _ provider: Provider = .committee, slot: UInt16 = 0, feasibility: Double = 0.8, price: Double = 1
    ) -> Proposal {
        var bid = Proposal(
            id: id, identity: Identity.hash(id), line: "line", proposer: ProposerKey(provider: provider, slot: slot),
            domain: .safety, partners: [provider], ask: 1_000, benefit: 0.5, feasibility: feasibility,
            sustainability: 0.5)
        bid.priceFactor = price
        return bid
    }

    /// A world of two communities in the street with 10,001 fen, of which only the first may get bids.
    func funded(_ terms: TenderTerms, _ bids: [Proposal]) throws -> (World, [String: Int64]) {
        let world = try reviews.world(.tender(terms), pot: 10_001)
        world.communities[0].committee.facilitation = 0
        world.communities[0].proposals = bids
        return (world, try reviews.decide(world))
    }

    let even = TenderTerms(price: 0.5, quality: 0.5, bidders: 2, experts: 1)

    /// The lowest price of a unit weighted with quality and feasibility: the committee 8 / (0.55 x 0.8) = 18.2, a team
    /// 6 / (0.75 x 0.8) = 10.0; at almost twice its price the team loses.
    @Test func cheaperAndBetterWins() throws {
        let committee = bid("committee")
        #expect(try funded(even, [committee, bid("team", .residents)]).1 == ["team": 5_001])
        #expect(try funded(even, [committee, bid("team", .residents, price: 1.81)]).1 == ["team": 5_001])
        #expect(try funded(even, [committee, bid("team", .residents, price: 1.83)]).1 == ["committee": 5_001])
        #expect(try funded(even, [committee, bid("team", .residents, feasibility: 0.43)]).1 == ["committee": 5_001])
        #expect(try funded(even, [bid("a", price: 1.2), bid("b", price: 1.1)]).1 == ["b": 5_001])
    }

    @Test func weightsDecideWhatCounts() throws {
        let bids = [bid("dear", .residents, price: 1.9), bid("plain")]
        let quality = TenderTerms(price: 0, quality: 1, bidders: 2, experts: 1)
        let price = TenderTerms(price: 1, quality: 0, bidders: 2)
        #expect(try funded(quality, bids).1 == ["dear": 5_001])
        #expect(try funded(price, bids).1 == ["plain": 5_001])
    }

    /// The winner's money buys units at its price: 50.01 yuan at 6 x 0.5 yuan over six months.
    @Test func aLowPriceBuysMore() throws {
        let (world, _) = try funded(even, [bid("committee"), bid("team", .residents, price: 0.5)])
        #expect(isClose(world.communities[0].projects[0].plannedUnits, 50.01 / 3 / 6))
    }

    /// One bidder where two are asked for, and none in the other community: all money goes back to the two who paid.
    @Test func tooFewBiddersIsNoTender() throws {
        let (world, granted) = try funded(even, [bid("alone", .residents)])
        #expect(granted.isEmpty)
        #expect(world.ledger.total(.failedTender) == 10_001)
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 0)
        let (other, _) = try funded(even, [bid("committee"), bid("team", .residents)])
        #expect(other.ledger.total(.failedTender) == 5_000)
    }

    /// Residents without skill judge with error: over many tenders they sometimes take the worse bid, experts never.
    @Test func skillDecidesWithHowMuchErrorIsJudged() throws {
        func worse(_ terms: TenderTerms) throws -> Int {
            try (0..<100).count { number in
                let bids = [bid("good\(number)", feasibility: 0.8), bid("worse\(number)", feasibility: 0.6)]
                let world = try reviews.world(.tender(terms), pot: 10_000) { $0.parameters.review.noise = 0.25 }
                world.communities[0].committee.facilitation = 0
                world.communities[0].proposals = bids
                return try reviews.decide(world)["worse\(number)"] != nil
            }
        }
        #expect(try worse(TenderTerms(price: 0, quality: 1, bidders: 2, experts: 1)) == 0)
        #expect((20...48).contains(try worse(TenderTerms(price: 0, quality: 1, bidders: 2, committee: 1))))
        #expect(try worse(TenderTerms(price: 0, quality: 1, bidders: 2, committee: 9)) < 20)
    }

    /// For a year three bidders are two rivals to each.
    @Test func competitionIsRemembered() throws {
        let (world, _) = try funded(even, [bid("a"), bid("b", .residents), bid("c", .residents, slot: 1)])
        let memory = world.communities[0].tender
        #expect(memory == Tender.Memory(month: 1, bidders: 3))
        #expect(memory.rivals(in: 1) == 2 && memory.rivals(in: 12) == 2 && memory.rivals(in: 13) == 0)
        #expect(Tender.Memory().rivals(in: 5) == 0)
    }

    /// All bids of a community are for what the buyer wants; prices differ between bidders and are 1 on other lines.
    @Test func bidsAreForOneService() {
        func proposals(_ rule: FundLine.AllocationRule) -> [Proposal] {
            (0..<12).flatMap { number in
                withAnyCommunity(number) {
                    $0.fundLines = [.plain(rule: rule, month: 1)]
                } body: {
                    community, month, scratch in
                    community.institutions.rights = Institutions.DecisionRights(
                        commission: true, design: true, deliver: true, assess: true)
                    Proposals.step(&community, month, scratch)
                    return community.proposals
                }
            }
        }
        let bids = proposals(.tender(even))
        #expect(bids.count > 20 && Set(bids.map(\.priceFactor)).count > 15)
        let mean = bids.reduce(0) { $0 + Portable.log($1.priceFactor) } / Double(bids.count)
        #expect(abs(mean) < 5 * 0.3 / Double(bids.count).squareRoot())
        #expect(proposals(.discretion).allSatisfy { $0.priceFactor == 1 })
        for number in 0..<12 {
            let domains = withAnyCommunity(number) {
                $0.fundLines = [.plain(rule: .tender(even), month: 1)]
            } body: {
                community, month, scratch in
                Proposals.step(&community, month, scratch)
                return Set(community.proposals.map(\.domain))
            }
            #expect(domains.count == 1)
        }
    }
}
