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

    /// Two residents met an organisation this month, one of them for the first time after a year without: after eleven months
    /// both still count, after twelve neither does; who moves in counts as a stranger.
    @Test func acquaintanceLastsAYear() {
        withCommunity(4) { community, month, scratch in
            let organiser = Activity(
                kind: .culture, provider: .socialOrganisation, number: 0, seats: 2, barrier: 0, agenda: SIMD8())
            community.engagement.activities = [organiser]
            for i in 0..<4 { community.residents.trust[i] = SIMD4(repeating: Float(i) / 4) }
            scratch.offer.update(repeating: 0, count: 4)
            (scratch.offer[1], scratch.offer[3]) = (1, 1)
            Trust.step(&community, month, scratch)
            #expect(community.acquainted == [0, 12, 0, 12])
            let all = (0..<4).reduce(SIMD4<Double>()) { $0 + SIMD4<Double>(community.residents.trust[$1]) }
            let tally = AcquaintanceTally(community, trust: all)
            #expect(tally.met == 2 && tally.unmet == 2)
            #expect(tally.trustMet[0] > tally.trustUnmet[0] && isClose(tally.trustMet[0] + tally.trustUnmet[0], all[0]))
            scratch.offer.update(repeating: 0, count: 4)
            for _ in 0..<11 { Trust.step(&community, month, scratch) }
            #expect(community.acquainted == [0, 1, 0, 1])
            Trust.step(&community, month, scratch)
            #expect(AcquaintanceTally(community, trust: all).met == 0)
        }
    }

    /// Three of ten purchased units at quality 0.5, seven at 0.9; a committee's project takes 8 of its hours.
    @Test func whatIsBoughtAndWhoWorks() {
        withCommunity(60, in: .small { $0.parameters.execution.hoursPerUnit = 2 }) { community, month, scratch in
            for i in 0..<60 { community.residents.need[i] = SIMD8(repeating: 0.5) }
            community.needs = NeedGrowth.advance(community.residents, rates: [SIMD8](repeating: SIMD8(), count: 32))
            community.projects = [.plain("one"), .plain("two", domain: .culture)]
            (community.projects[0].unitsThisMonth, community.projects[0].quality) = (3, 0.5)
            (community.projects[1].unitsThisMonth, community.projects[1].quality) = (7, 0.9)
            ServiceDelivery.step(&community, month, scratch)
            let balance = community.service.balance
            #expect(isClose(balance.purchasedStrength / balance.purchased, 0.3 * 0.5 + 0.7 * 0.9))
            community.committee.residentHours = 8
            community.projects = [.plain(provider: .committee, partners: [.committee], units: 10)]
            ProjectExecution.step(&community, month, scratch)
            #expect(isClose(community.engagement.projectHours, 8))
            #expect(isClose(DesignTally(community, month).projectHours, 8))
        }
    }

    /// In a world visible grants are a part of grants, joint activities a part of activities, and shares are shares.
    @Test func partsOfTheWhole() throws {
        let world = try World.lived(.lively { $0.organisations = [.plain("helper")] }, months: 16)
        var (visible, granted) = (0.0, 0.0)
        for _ in 0..<12 {
            try world.advance()
            visible += try world.observe("money.grantedVisible")
            granted += try world.observe("money.granted")
            #expect(try world.observe("engagement.joint") > 0)
            #expect(try world.observe("service.residents") > 0)
        }
        #expect(visible > 0 && visible < granted)
    }
}
