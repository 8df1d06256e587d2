import Numerics
import Testing

@testable import Governance

@Suite("Firms invest, and residents buy")
struct FirmsTests {
    /// A firm with a property fee, in a community with idle space and a franchise of ten years.
    static func investor(
        space: Double = 400, income: Double = 8_000, _ change: (inout ScenarioSpecification) -> Void = { _ in }
    ) -> ScenarioSpecification {
        .lively {
            $0.people.types[0].incomeMedian = income
            for c in $0.people.communities.indices { $0.people.communities[c].idleSpace = space }
            $0.firms = [.plain()]
            $0.institutions.partner = Institutions.PartnerTerms(franchise: 10, rentFree: 5)
            change(&$0)
        }
    }

    /// Income 4,000, need 0.5 in all domains, a price of 20 yuan, fee 40: the bill is 7 x 0.1 x 0.5 x 20 + 40 = 47
    /// yuan, willingness 80 / (80 + 47), relevance 0.5, seen quality 0.4.
    @Test func chanceByHand() {
        let offer = FirmSales.Offer(
            .plain(price: 2_000, fee: 4_000), perceived: 0.4, price: 1, FirmSales.Parameters(), reach: 0.1)
        func chance(_ offer: FirmSales.Offer, income: Float) -> Float {
            let need = SIMD8<Float>(repeating: 0.5)
            let chances = offer.chances(
                (need, need, need, need, need, need, need, need), income: SIMD8(repeating: income))
            #expect(chances == SIMD8(repeating: chances[0]))
            return chances[0]
        }
        #expect(isClose(chance(offer, income: 4_000), 3 * 0.4 * 0.5 * 80 / 127, within: 1e-5))
        let half = FirmSales.Offer(
            .plain(price: 2_000, fee: 4_000), perceived: 0.4, price: 0.5, FirmSales.Parameters(), reach: 0.1)
        #expect(isClose(chance(half, income: 4_000), 3 * 0.4 * 0.5 * 80 / 103.5, within: 1e-5))
        #expect(chance(offer, income: 9_000) > chance(offer, income: 3_000))
    }

    /// Two units asked for in each domain, space for 7: one in each of the seven that need it, and both in facilities,
    /// for the fee. Ten customers pay 7 x 15 + 10 x 30 yuan; nine units cost 72.
    @Test func salesByHand() {
        var market = FirmMarket(customers: 10, asked: SIMD8(repeating: 2))
        let terms = FirmTerms.plain()
        let sold = market.sold(terms, space: 14)
        for k in 0..<Domain.count { #expect(isClose(sold[k], k == Domain.facilities.index ? 2 : 1)) }
        let sales = market.bill(sold, terms)
        #expect(sales.revenue == 7 * 1_500 + 10 * 3_000 && sales.cost == 9 * 800)
        market.price = 0.5
        #expect(market.bill(sold, terms).revenue == (7 * 1_500 + 10 * 3_000) / 2)
    }

    @Test func learningByHand() {
        let p = FirmSales.Parameters()
        #expect(isClose(FirmSales.learnt(0.3, quality: 0.8, use: 0.2, isTrial: false, p), 0.3 + 0.03 * 0.5))
        #expect(isClose(FirmSales.learnt(0.3, quality: 0.8, use: 0.2, isTrial: true, p), 0.3 + 0.23 * 0.5))
    }

    /// Whatever firms do, money is conserved (the ledger stops the run otherwise), nothing goes below zero, no more space is
    /// used than there is, and only needs and what follows from them move.
    @Test(arguments: 0..<8) func booksBalance(number: Int) throws {
        var draws = Stream(seed: 5, replicate: 0, name: "firms").draws(agent: UInt64(number), month: 0)
        let specification = Self.investor(space: 1_000 * draws.uniform(), income: 1_000 + 20_000 * draws.uniform()) {
            for place in 0..<2 {
                var firm = FirmTerms.plain(["one", "two"][place])
                firm.capital = Int64(30_000_000 * draws.uniform())
                firm.unitCost = Int64(2_000 * draws.uniform())
                firm.overhead = Int64(400_000 * draws.uniform())
                firm.hurdle = draws.uniform() - 0.9
                firm.trialMonths = 6
                firm.trialPrice = draws.uniform()
                $0.firms.append(firm)
            }
            $0.firms.removeFirst()
            $0.institutions.partner.rentFree = 0
            $0.parameters.firms.patience = 7
        }
        let world = try World(specification, seed: UInt64(number), replicate: 0)
        for _ in 0..<24 {
            try world.advance()
            #expect(world.communities.allSatisfy { $0.residents.isWithinBounds })
            for community in world.communities {
                guard let site = community.site else { continue }
                #expect(site.space <= community.specification.idleSpace && site.invested <= site.terms.capital)
                #expect((0...1).contains(site.perceived) && site.sales.cost >= 0)
            }
        }
    }

    /// Without franchise, without idle space, or without firms nothing is as if there were firms.
    @Test func neutralTermsDoNothing() throws {
        let plain = try World.lived(.lively { $0.people.types[0].incomeMedian = 8_000 }, months: 8)
        let closed = try World.lived(Self.investor { $0.institutions.partner.franchise = 0 }, months: 8)
        let spaceless = try World.lived(Self.investor(space: 0), months: 8)
        let nobody = try World.lived(Self.investor { $0.firms = [] }, months: 8)
        let open = try World.lived(Self.investor(), months: 8)
        for world in [closed, spaceless] {
            #expect(world.communities.allSatisfy { $0.site == nil })
            #expect(world.communities.map(\.residents.columns) == plain.communities.map(\.residents.columns))
        }
        #expect(nobody.fingerprint == plain.fingerprint)
        #expect(open.communities.map(\.residents.columns) != plain.communities.map(\.residents.columns))
        let paying = try World.lived(Self.investor { $0.institutions.partner.rentFree = 0 }, months: 8)
        #expect(paying.flows.contains { $0.purpose == Purpose.rent.rawValue })
        #expect(!open.flows.contains { $0.purpose == Purpose.rent.rawValue })
    }

    /// By hand: 35 units at 15 and ten fees of 30, for which five more units are given, bring 825; 40 units at 8 and crews at
    /// 12 for each customer cost 440.
    @Test func customersCostCrews() {
        var terms = FirmTerms.plain()
        terms.customerCost = 1_200
        let market = FirmMarket(customers: 10, asked: SIMD8(repeating: 5), price: 1)
        let sales = market.bill(SIMD8(repeating: 5), terms)
        #expect(sales.revenue == 35 * 1_500 + 10 * 3_000)
        #expect(sales.cost == 40 * 800 + 10 * 1_200)
    }

    /// Customers' needs fall, others' do not change by it; the better-off are more often customers.
    @Test func whoPaysIsServed() throws {
        let world = try World.lived(Self.investor { $0.people.communities[0].people = 2_000 }, months: 10)
        let community = world.communities[0]
        #expect(community.service.firmNeedMet > 0)
        #expect(community.service.firmNeedMet <= community.exclusive.allStrength.sum() + 1e-6)
        let incomes = (0..<community.residents.count).map { community.residents.income[$0] }
        let middle = incomes.sorted()[incomes.count / 2]
        let month = world.month(10)
        _ = FirmSales.market(community, .plain(), perceived: 0.8, price: 1, month, world.scratch)
        let rich = incomes.indices.count { incomes[$0] > middle && world.scratch.buys[$0] == 1 }
        let poor = incomes.indices.count { incomes[$0] <= middle && world.scratch.buys[$0] == 1 }
        #expect(rich > poor + 50, "\(rich) \(poor)")
    }

    /// More purchasing power, space free of rent, a longer franchise and a wider contract raise the return expected; without
    /// any of them the firm may stay away.
    @Test func returnsFollowTheTerms() throws {
        func yearly(covered: Int = 3, _ change: (inout ScenarioSpecification) -> Void) throws -> Double {
            let world = try World(
                Self.investor {
                    ($0.firms[0].hurdle, $0.firms[0].overhead, $0.firms[0].rent) = (-1_000, 100_000, 1_000)
                    change(&$0)
                }, seed: 1, replicate: 0)
            let plan = Firms.plan(
                world.firms[0], world.communities[0], covered: covered, capital: 100_000_000, world.month(1),
                world.scratch)
            return plan?.yearly ?? -.infinity
        }
        let usual = try yearly { _ in }
        #expect(try yearly { $0.people.types[0].incomeMedian = 3_000 } < usual)
        #expect(try yearly { $0.institutions.partner.rentFree = 10 } > usual)
        #expect(try yearly { ($0.institutions.partner.franchise, $0.institutions.partner.rentFree) = (20, 10) } > usual)
        #expect(try yearly(covered: 1) { _ in } < usual)
        #expect(try yearly { $0.firms[0].customerCost = 1_000 } < usual)
        #expect(try yearly { $0.people.communities[0].idleSpace = 0 } == -.infinity)
        #expect(try yearly { $0.firms[0].hurdle = 1_000 } == -.infinity)
    }

    /// A firm that loses leaves after its patience, for good; its space stands idle again.
    @Test func losersLeave() throws {
        let specification = Self.investor {
            $0.firms[0].hurdle = -1_000
            $0.firms[0].unitCost = 100_000
            $0.firms[0].capital = 100_000_000
            $0.parameters.firms.patience = 7
        }
        let world = try World.lived(specification, months: 7)
        #expect(try world.observe("firms.count") == 3 && world.observe("firms.profit") < 0)
        for _ in 0..<3 { try world.advance() }
        #expect(try world.observe("firms.count") == 0 && world.observe("firms.invested") == 0)
        #expect(world.communities.allSatisfy { $0.leftBy == ["firm"] })
    }

    /// Where services can be tried for less, more residents are customers once it is over.
    @Test func tryingBeforeBuyingRaisesAdoption() throws {
        func customers(trial: Int) throws -> Double {
            let world = try World.lived(
                Self.investor {
                    ($0.firms[0].trialMonths, $0.firms[0].trialPrice, $0.firms[0].propertyFee) = (trial, 0, 15_000)
                    $0.firms[0].hurdle = -1
                }, months: 9)
            return try world.observe("firms.customers")
        }
        let (with, without) = (try customers(trial: 6), try customers(trial: 0))
        #expect(with > without + 0.02)
    }

    @Test func golden() throws {
        let world = try World.lived(Self.investor(), months: 9)
        let line = written(
            try world.observe("firms.units"), try world.observe("firms.profit"), try world.observe("firms.needShare"),
            try world.observe("firms.price"))
        #expect(line == "82.13104228973388 9074.14 0.5281085323353388 122.13640202705508")
    }
}

extension FirmTerms {
    /// All domains alike at 15 yuan a unit that costs 8, two square metres a unit, property service for 30 yuan.
    static func plain(_ id: String = "firm", price: Int64 = 1_500, fee: Int64 = 3_000) -> FirmTerms {
        FirmTerms(
            id: id, name: Text(en: id, zh: id), capital: 50_000_000, hurdle: 0.05,
            mix: [Double](repeating: 0.125, count: 8), price: price, unitCost: 800, quality: 0.8, spacePerUnit: 2,
            renovation: 50_000, rent: 100, overhead: 30_000, propertyFee: fee, from: YearMonth(year: 2000, month: 1))
    }
}
