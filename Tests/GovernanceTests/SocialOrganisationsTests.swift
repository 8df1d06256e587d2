import Testing

@testable import Governance

@Suite("Social organisations earn, learn, come and go")
struct SocialOrganisationsTests {
    let p = SocialOrganisations.Parameters()

    /// A world that lets in an organisation of two workers of 150 hours on a contract of 10,000 yuan a month.
    func world(_ change: (inout ScenarioSpecification) -> Void = { _ in }) throws -> World {
        try World(
            .small {
                $0.institutions.support.access = true
                $0.organisations = [.plain("helper")]
                change(&$0)
            }, seed: 1, replicate: 0)
    }

    func live(_ world: World, months: ClosedRange<Int>) throws {
        for number in months {
            try SocialOrganisations.step(world, world.month(number))
            try world.ledger.check()
        }
    }

    /// 10,000 yuan come in, 2 x 4,000 go to staff; the rest stays.
    @Test func moneyDoesNotJustPassThrough() throws {
        let world = try world { $0.organisations[0].wage = 400_000 }
        try live(world, months: 1...3)
        #expect(world.ledger.balance(Account.organisation("helper")) == 3 * 200_000)
        #expect(world.ledger.balance(Account.households) == 3 * 800_000)
        #expect(world.communities.reduce(0) { $0 + $1.events.standing } == 3 * 1_000_000)
        #expect(world.organisations[0].income.dependence == 1)
    }

    /// Terms by community: every community has two workers, and all have so much more money.
    @Test func termsByCommunityGoWithTheCommunities() throws {
        func hours(_ byCommunity: Bool) throws -> (hours: Double, contract: Int64, donated: Int64) {
            let world = try world {
                $0.organisations[0].perCommunity = byCommunity
                $0.organisations[0].pledges = [
                    Pledge(account: Account.donors, at: YearMonth(year: 2008, month: 1), amount: 500_000)
                ]
            }
            try live(world, months: 1...1)
            let standing = world.communities.reduce(0) { $0 + $1.events.standing }
            let donated = -world.ledger.balance(Account.donors)
            return (world.communities.reduce(0) { $0 + $1.presence.hours }, standing, donated)
        }
        let (once, each) = (try hours(false), try hours(true))
        let count = try Int64(world().communities.count)
        #expect(count > 1)
        #expect(isClose(each.hours, Double(count) * 300) && isClose(once.hours, 300))
        #expect(each.contract == count * 1_000_000 && once.contract == 1_000_000)
        #expect(each.donated == count * 500_000 && once.donated == 500_000)
    }

    /// A contract that goes with attention: at the gate's centre half of it comes, at no attention next to nothing.
    @Test func contractGoesWithAttention() throws {
        func paid(_ release: FundLine.Release, attention: Double) throws -> Int64 {
            let world = try world { $0.organisations[0].release = release }
            for c in world.communities.indices { world.communities[c].experience.attention = attention }
            try live(world, months: 1...1)
            return world.communities.reduce(0) { $0 + $1.events.standing }
        }
        let centre = Budget.Parameters().gateCentre
        #expect(try paid(.fixed, attention: 0) == 1_000_000)
        #expect(try paid(.reactive, attention: centre) == 500_000)
        #expect(try paid(.reactive, attention: 0) < 10_000)
        #expect(try paid(.reactive, attention: 1) > 990_000)
    }

    /// By hand: 0.7 with audit 0.5 and one rival gains 0.01 x 0.5 + 0.02 / 2 + 0.005 = 0.02 of what is missing.
    @Test func professionalismByHand() {
        let m = SocialOrganisations.professionalism(0.7, start: 0.7, audit: 0.5, rivals: 1, p)
        #expect(isClose(m, 0.706))
        #expect(isClose(SocialOrganisations.professionalism(0.8, start: 0.7, audit: 0, rivals: 0, p), 0.8))
        let settled = (0..<5_000).reduce(0.7) { m, _ in
            SocialOrganisations.professionalism(m, start: 0.7, audit: 1, rivals: 3, p)
        }
        #expect(isClose(settled, (0.03 + 0.007) / 0.04))
    }

    /// Half of its money from one government, in a district that wants full control, with residents who may assess.
    @Test func captureByHand() throws {
        let world = try world {
            $0.district.controlPreference = 0.8
            $0.institutions.rights.assess = true
            $0.organisations[0].pledges = [
                Pledge(account: Account.donors, at: YearMonth(year: 2008, month: 1), amount: 1_000_000)
            ]
        }
        try live(world, months: 1...1)
        #expect(world.communities[0].presence.capture == 0)
        #expect(isClose(world.organisations[0].capture, 0.05 * 0.5 * 0.8 * (1 - 0.6 * 0.5)))
        let captured = world.organisations[0].capture
        try live(world, months: 2...2)
        #expect(isClose(world.communities[0].presence.capture, captured))
    }

    @Test func captureGrowsWithControlAndDependence() {
        let levels = [0, 0.25, 0.5, 0.75, 1]
        for a in levels {
            #expect(SocialOrganisations.pull(dependence: a, control: 0, accountability: 0, p) == 0)
            for b in levels where b < 1 {
                let pull = { (d: Double, c: Double, r: Double) in
                    SocialOrganisations.pull(dependence: d, control: c, accountability: r, p)
                }
                #expect(pull(b + 0.25, 1, a) > pull(b, 1, a))
                #expect(pull(1, b + 0.25, a) > pull(1, b, a))
                #expect(pull(1, 1, b + 0.25) < pull(1, 1, b))
            }
        }
    }

    /// A worker costs 6,000 yuan, the contract pays 5,000 for each: five sixths are worked, and in March it gives up.
    @Test func withoutMoneyItLeaves() throws {
        let world = try world { $0.organisations[0].wage = 600_000 }
        var hours: [Double] = []
        for number in 1...5 {
            try live(world, months: number...number)
            hours.append(world.communities.reduce(0) { $0 + $1.presence.hours })
        }
        #expect(zip(hours, [250, 250, 0, 0, 0]).allSatisfy { isClose($0, $1) })
        #expect(world.organisations[0].hasLeft && !world.organisations[0].isPresent)
        #expect(isClose(world.communities.reduce(0) { $0 + $1.events.socialOrganisationsLeft }, 1))
        #expect(world.ledger.balance(Account.households) == 3 * 1_000_000)
    }

    @Test func itWaitsForAccess() throws {
        let world = try world { $0.institutions.support.access = false }
        try live(world, months: 1...2)
        #expect(!world.organisations[0].isPresent && world.flows.isEmpty)
        world.communities[1].institutions.support.access = true
        try live(world, months: 3...4)
        #expect(world.communities[1].presence.organisations.map(\.age) == [1])
    }

    /// An organisation's 300 hours go to those who let it in, however many they are.
    @Test(arguments: 0...3) func hoursAreSharedOut(open: Int) throws {
        let world = try World(.small { $0.organisations = [.plain("helper")] }, seed: 1, replicate: 0)
        for c in 0..<open { world.communities[c].institutions.support.access = true }
        try SocialOrganisations.step(world, world.month(1))
        let hours = world.communities.map(\.presence.hours)
        #expect(hours == (0..<3).map { $0 < open ? 300 / Double(open) : 0 })
        #expect(world.organisations[0].isPresent == (open > 0))
        if open > 0 {
            #expect(isClose(world.communities[0].presence.professionalism, 0.7))
            #expect(isClose(world.communities[0].presence.integrity, 0.8))
        }
    }

    @Test func organisationsComeAndGoWithTheirContracts() throws {
        let world = try World(
            .small {
                $0.institutions.support.access = true
                $0.organisations = [.plain("helper")]
                $0.organisations[0].from = YearMonth(year: 2008, month: 3)
                $0.organisations[0].until = YearMonth(year: 2008, month: 5)
                $0.organisations[0].communities = .listed(["b"])
            }, seed: 1, replicate: 0)
        let hours = try (1...7).map { number in
            try SocialOrganisations.step(world, world.month(number))
            return world.communities.map(\.presence.hours)
        }
        #expect(hours.map { $0[1] } == [0, 0, 300, 300, 300, 0, 0])
        #expect(hours.allSatisfy { $0[0] == 0 && $0[2] == 0 })
    }

    @Test func presenceIsAMeanOverHours() {
        var presence = OrganisationPresence()
        presence.add(.plain(hours: 10, professionalism: 0.2, integrity: 1))
        presence.add(.plain(place: 1, hours: 30, professionalism: 0.6, integrity: 0.5))
        presence.add(.plain(place: 2, hours: 0, professionalism: 1, integrity: 0))
        #expect(presence.organisations.map(\.slot) == [1, 2])
        #expect(presence.hours == 40)
        #expect(isClose(presence.professionalism, 0.5))
        #expect(isClose(presence.integrity, 0.625))
    }

    /// Rivals in the same communities sharpen one another.
    @Test func rivals() throws {
        func lived(_ organisations: [SocialOrganisationTerms]) throws -> Double {
            let world = try world { $0.organisations = organisations }
            try live(world, months: 1...12)
            return world.organisations[0].professionalism
        }
        #expect(try lived([.plain("helper"), .plain("other")]) > lived([.plain("helper")]))
    }

    /// An organisation's projects pay its overhead, and count as money of the line's payers.
    @Test func overhead() throws {
        withCommunity(10) { community, month, scratch in
            community.presence.add(.plain())
            community.projects = [.plain(slot: 1)]
            ProjectExecution.step(&community, month, scratch)
            #expect(community.journal.map(\.purpose) == [.overhead, .spending])
            #expect(community.journal.map(\.fen) == [1_000, 9_000])
            #expect(community.earnings.map(\.fen) == [10_000])
        }
        let world = try world { $0.fundLines = [.plain()] }
        world.paidIn["fund:line/1"] = [
            FundPayment(account: Account.cityBudget, fen: 300), FundPayment(account: Account.donors, fen: 300),
        ]
        world.communities[0].earnings = [Earning(organisation: 0, source: .grant(fund: "fund:line/1"), fen: 1_000)]
        try live(world, months: 1...1)
        #expect(world.organisations[0].income.total(.city) == 500)
        #expect(world.organisations[0].income.total(.street) == 1_000_000)
    }

    @Test func aForsakenProjectFails() {
        withCommunity(10) { community, month, scratch in
            community.presence.add(.plain(place: 1))
            community.projects = [.plain(slot: 1)]
            ProjectExecution.step(&community, month, scratch)
            #expect(community.projects[0].state == .failed)
        }
    }

    /// Captured by half, it serves half as well and is trusted half as much.
    @Test func whatCaptureDoes() {
        withCommunity(10) { community, month, scratch in
            community.presence.add(.plain(professionalism: 0.8, capture: 0.5))
            community.projects = [.plain(slot: 1)]
            ProjectExecution.step(&community, month, scratch)
            #expect(isClose(community.projects[0].quality, 0.9 * 0.8 * 0.5))
            #expect(isClose(Trust.Signals(community, Trust.Parameters(), ownQuality: 0.7).seen[2][1], 0.4))
            community.knowledge.shares = [1, 0, 0, 0, 0, 0, 0, 0]
            let template: [Double] = [0, 1, 0, 0, 0, 0, 0, 0]
            #expect(community.priorities(ofOrganisations: template) == [0.5, 0.5, 0, 0, 0, 0, 0, 0])
            let one = community.presence.organisations[0]
            #expect(community.priorities(of: one, template) == [0.5, 0.5, 0, 0, 0, 0, 0, 0])
        }
    }

    /// Money of twelve months counts, no more.
    @Test func incomeForgets() {
        var income = Income()
        income.note(.donors, 300)
        income.note(.street, 100)
        #expect(income.dependence == 0.25)
        for _ in 0..<11 { income.beginMonth() }
        #expect(income.dependence == 0.25)
        income.beginMonth()
        #expect(income.dependence == 0)
    }

    @Test(arguments: 0..<6) func boundsAndBooks(number: Int) throws {
        var specification = ScenarioSpecification.random(number)
        specification.organisations = (0..<3).map { place in
            var terms = SocialOrganisationTerms.plain("helper\(place)")
            terms.wage = Int64(400_000 + 50_000 * place)
            terms.capture = Double(place) / 2
            return terms
        }
        specification.institutions.support.access = true
        specification.district.controlPreference = 1
        let world = try World(specification, seed: 6, replicate: 0)
        for _ in 0..<14 {
            try world.advance()
            for organisation in world.organisations {
                #expect((0...1).contains(organisation.capture) && (0...1).contains(organisation.professionalism))
                #expect(world.ledger.balance(Account.organisation(organisation.terms.id)) >= 0)
            }
        }
    }

    /// Where the district does not care to control, an organisation stays its own, to the bit.
    @Test func withoutControlNoCapture() throws {
        let world = try World.lived(.lively(), months: 12)
        #expect(world.organisations[0].capture == 0 && world.communities[0].presence.capture == 0)
    }

    @Test func golden() throws {
        let world = try world {
            $0.district.controlPreference = 0.5
            $0.institutions.monitoring.audit = 0.3
        }
        try live(world, months: 1...24)
        #expect(
            written(world.organisations[0].professionalism, world.organisations[0].capture)
                == "0.747112057780323 0.35400548783061364")
    }
}
