import Testing

@testable import Governance

@Suite("Observables of the design")
struct DesignObservablesTests {
    /// Every group is told of at every rung.
    @Test func groupsAtEveryRung() {
        for group in ["young", "middle", "old", "owner", "tenant", "resettled", "migrant", "vulnerable"] {
            for rung in 1...4 { #expect(Observable.named("participation.rung\(rung)plus.\(group)") != nil) }
        }
    }

    /// Of five organisations a year ago two are left, beside a new one: 2 / 5; nothing is said before a year is over.
    @Test func survivalByHand() {
        var history = OrganisationHistory()
        for _ in 0..<12 { history.note(5) }
        #expect(history.yearAgo == nil)
        history.note(3)
        #expect(history.yearAgo == 5)
        withCommunity(60) { community, month, _ in
            community.history = history
            for (founder, founded) in [(0, 0), (10, 1), (20, 9)] {
                community.add(
                    founder: founder, members: [UInt16(founder + 1), UInt16(founder + 2)], domain: .culture,
                    month: UInt32(founded))
            }
            let month = Month(run: month.run, number: 13, date: month.date, isRecorded: true)
            var tally = Tally()
            tally.design = DesignTally(community, month)
            #expect(tally.design.yearAgo == 5 && tally.design.survivors == 2)
        }
    }

    /// A world's survival is known after a year, and lies within its bounds; a year after a start without organisations it
    /// is undefined.
    @Test func survivalInAWorld() throws {
        let world = try World.lived(.lively(), months: 12)
        #expect(try world.observe("organisations.survival").isNaN)
        try world.advance()
        #expect((0...1).contains(try world.observe("organisations.survival")))
    }

    /// A project of 50 yuan in one domain, of whose need met a quarter is the vulnerable's: a quarter reaches them.
    @Test func moneyReachesTheVulnerable() {
        withCommunity(4) { community, month, scratch in
            for i in 0..<4 {
                community.residents.traits[i] = Traits.plain(vulnerable: i == 0).rawValue
                community.residents.need[i] = SIMD8(repeating: 0.5)
            }
            community.needs = NeedGrowth.advance(community.residents, rates: [SIMD8](repeating: SIMD8(), count: 32))
            community.projects = [.plain(domain: .safety)]
            (community.projects[0].unitsThisMonth, community.projects[0].quality) = (0.1, 0.5)
            community.projects[0].spentThisMonth = 5_000
            ServiceDelivery.step(&community, month, scratch)
            #expect(isClose(community.service.placed, 5_000))
            #expect(isClose(community.service.placedVulnerable, 1_250, within: 0.1))
        }
    }
}
