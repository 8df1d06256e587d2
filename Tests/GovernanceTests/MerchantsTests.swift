import Numerics
import Testing

@testable import Governance

@Suite("Merchants and their association")
struct MerchantsTests {
    let p = Merchants.Parameters()

    /// A street of `count` merchants in every community, under a council.
    static func street(_ count: Int, council: Double, _ change: (inout ScenarioSpecification) -> Void = { _ in })
        -> ScenarioSpecification
    {
        .lively {
            for c in $0.people.communities.indices { $0.people.communities[c].merchants = count }
            $0.institutions.merchants.council = council
            change(&$0)
        }
    }

    /// Two merchants of nuisance 1 and 2 among 50 residents, the second a member: (1 + 0.4 x 2) / 50 x 100 = 3.6, which
    /// adds 0.05 x 3.6 to the growth of need in environment and safety alone.
    @Test func byHand() {
        withCommunity(50) { community, _, _ in
            community.merchants = [
                Merchant(kind: .conditional, nuisance: 1), Merchant(kind: .selfish, nuisance: 2, isMember: true),
            ]
            #expect(isClose(Merchants.nuisance(community, p), 3.6))
            let rates = Merchants.disturbed([SIMD8(repeating: 0.1)], community, p)
            for domain in Domain.allCases {
                let disturbed = domain == .environment || domain == .safety
                #expect(isClose(rates[0][domain.index], disturbed ? 0.1 * 1.18 : 0.1))
            }
            let aid = Merchants.aid(community, p)
            #expect(aid?.units == 0.5 && aid?.domain == Domain.convenience.index && aid?.targeting == .vulnerableFirst)
        }
        #expect(isClose(Merchants.belief(share: 0.2, council: 0.5, p), 0.2 + 0.25 * 0.8))
        #expect(isClose(Merchants.willingness(.conditional, belief: 0.4, p), 0.34))
        #expect(Merchants.willingness(.selfish, belief: 1, p) == 0)
        #expect(isClose(Merchants.willingness(.humped, belief: 0.5, p), 0.55))
        #expect(isClose(Merchants.willingness(.humped, belief: 1, p), 0))
    }

    /// Kinds come in the shares given, nuisance is 1 on average, and a merchant is who it is in a longer street too.
    @Test func whoTheyAre() {
        let stream = Stream(seed: 3, replicate: 0, name: "merchants")
        let many = Merchants.settle(20_000, identity: 7, stream: stream, p)
        let conditional = Double(many.count { $0.kind == .conditional }) / 20_000
        let selfish = Double(many.count { $0.kind == .selfish }) / 20_000
        #expect(isClose(conditional, 0.65, within: 0.012) && isClose(selfish, 0.26, within: 0.012))
        #expect(isClose(many.reduce(0) { $0 + $1.nuisance } / 20_000, 1, within: 0.015))
        #expect(Array(many.prefix(9)) == Merchants.settle(9, identity: 7, stream: stream, p))
    }

    /// Without a council the association does not exist, whatever merchants are like; without merchants nothing does.
    @Test func theCouncilAtZeroSwitchesItOff() throws {
        let plain = try World.lived(Self.street(40, council: 0), months: 8)
        let other = try World.lived(
            Self.street(40, council: 0) {
                $0.parameters.merchants.assurance = 0.7
                $0.parameters.merchants.aid = 0.7
                $0.parameters.merchants.cut = 0.84
            }, months: 8)
        #expect(plain.communities.allSatisfy { community in community.merchants.allSatisfy { !$0.isMember } })
        #expect(plain.fingerprint == other.fingerprint)
        let none = try World.lived(Self.street(0, council: 0), months: 8)
        let council = try World.lived(Self.street(0, council: 1), months: 8)
        #expect(none.fingerprint == council.fingerprint)
    }

    /// In the long run the share of members is the fixed point of what the kinds answer to their belief.
    @Test func membershipSettlesAtTheFixedPoint() {
        var share = 0.0
        for _ in 0..<500 {
            let x = Merchants.belief(share: share, council: 1, p)
            let humped = (1 - p.conditional - p.selfish) * Merchants.willingness(.humped, belief: x, p)
            share = p.conditional * Merchants.willingness(.conditional, belief: x, p) + humped
        }
        let specification = Self.street(4_000, council: 1)
        withCommunity(50, in: specification, institutions: specification.institutions) { community, month, scratch in
            community.merchants = Merchants.settle(4_000, identity: 1, stream: month.stream("merchants"), p)
            var mean = 0.0
            for number in 1...80 {
                let month = Month(run: month.run, number: UInt32(number), date: month.date, isRecorded: true)
                Merchants.step(&community, month, scratch)
                if number > 40 { mean += community.memberShare / 40 }
            }
            #expect(isClose(mean, share, within: 0.02), "\(mean) \(share)")
        }
    }

    /// Conditional cooperation by itself decays, as in the experiments.
    @Test func withoutAssuranceCooperationDecays() {
        let specification = Self.street(500, council: 1) { $0.parameters.merchants.assurance = 0 }
        withCommunity(50, in: specification, institutions: specification.institutions) { community, month, scratch in
            community.merchants = Merchants.settle(500, identity: 1, stream: month.stream("merchants"), p)
            for j in community.merchants.indices { community.merchants[j].isMember = true }
            var shares: [Double] = []
            for number in 1...40 {
                let month = Month(run: month.run, number: UInt32(number), date: month.date, isRecorded: true)
                Merchants.step(&community, month, scratch)
                if number % 10 == 0 { shares.append(community.memberShare) }
            }
            #expect(shares == shares.sorted(by: >) && shares[3] < 0.1, "\(shares)")
        }
    }

    /// A council lowers nuisance and the needs that come of it.
    @Test func theCouncilHelps() throws {
        let without = try World.lived(Self.street(60, council: 0), months: 24)
        let with = try World.lived(Self.street(60, council: 1), months: 24)
        #expect(try with.observe("merchants.nuisance") < without.observe("merchants.nuisance"))
        #expect(try with.observe("need.safety") < without.observe("need.safety"))
        #expect(try with.observe("need.convenience") < without.observe("need.convenience"))
        #expect(try with.observe("merchants.members") > 0.2)
    }

    @Test func golden() throws {
        let world = try World.lived(Self.street(30, council: 0.8), months: 12)
        let line = written(try world.observe("merchants.members"), try world.observe("merchants.nuisance"))
        #expect(line == "0.25555555555555554 12.580050469369516")
    }
}
