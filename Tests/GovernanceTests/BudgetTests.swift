import Testing

@testable import Governance

@Suite("Money is paid and released")
struct BudgetTests {
    let p = Budget.Parameters()

    func world(_ change: (inout ScenarioSpecification) -> Void) throws -> World {
        let world = try World(
            .small {
                $0.fundLines = [.plain(month: 1)]
                change(&$0)
            }, seed: 1, replicate: 0)
        try Budget.step(world, world.month(1))
        try world.ledger.check()
        return world
    }

    /// Three communities: 12,000 yuan of wages and 200 x 0.17 x 8 = 272 yuan of service each; half of 40,000 yuan for the
    /// one community in the west, from two payers.
    @Test func byHand() throws {
        let world = try world { $0.institutions.support.money = 0.5 }
        #expect(world.ledger.balance(Account.households) == 3 * 1_200_000)
        #expect(world.ledger.balance(Account.suppliers) == 3 * 27_200)
        #expect(world.ledger.balance(Account.fund("line", street: 1)) == 2_000_000)
        #expect(world.ledger.balance(Account.cityBudget) == -2_000_000)
        #expect(world.communities.allSatisfy { $0.events.standing == 1_227_200 })
        #expect(world.communities.allSatisfy { isClose($0.experience.promisesKept, 1 - 0.5 * p.memory) })
        #expect(Budget.gate(p.gateCentre, p) == 0.5)
    }

    @Test func aLineForEachCommunityGrowsWithThem() throws {
        let world = try world {
            $0.fundLines[0].perCommunity = true
            $0.institutions.support.money = 1
        }
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 8_000_000)
        #expect(world.ledger.balance(Account.fund("line", street: 1)) == 4_000_000)
    }

    @Test func whatIsLeftGoesBackFirst() throws {
        let world = try world { $0.institutions.support.money = 1 }
        try Budget.step(world, world.month(13))
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 4_000_000)
        #expect(world.ledger.total(.surplus) == 8_000_000)
    }

    /// However a sum is shared, the payers pay it whole and none pays less than nothing.
    @Test(arguments: [1, 2, 3, 7, 100_001] as [Int64]) func everyFenIsPaid(yearly: Int64) throws {
        for shares in [[0.25, 0.25, 0.25, 0.25], [0.5, 0.5, 0], [0.7, 0.2, 0.1]] {
            let world = try world {
                $0.fundLines[0].yearly = yearly
                $0.fundLines[0].sources = zip(Account.payers, shares).map { .init(account: $0, share: $1) }
                $0.institutions.support.money = 1
            }
            #expect(world.ledger.balance(Account.fund("line", street: 0)) == yearly)
            #expect(world.flows.allSatisfy { $0.fen > 0 })
        }
    }

    /// 30,000 yuan of a donor in February, matched 1:1 and by half of a third payer's own 40,000 yuan besides.
    @Test func whatOthersPayIsMatched() throws {
        let world = try world {
            $0.fundLines[0].sources = [
                .init(account: Account.cityBudget, share: 1), .init(account: Account.districtBudget, match: 1),
                .init(account: Account.streetBudget, match: 0.5),
            ]
            $0.fundLines[0].pledges = [
                Pledge(account: Account.donors, at: YearMonth(year: 2007, month: 2), amount: 3_000_000),
                Pledge(account: Account.donors, at: YearMonth(year: 2007, month: 1), amount: 999),
            ]
            $0.institutions.support.money = 1
        }
        let balances = [Account.cityBudget, Account.donors, Account.streetBudget].map(world.ledger.balance)
        #expect(balances == [-8_000_000, -6_000_000, -7_000_000])
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 17_500_000)
    }

    /// Three quarters of what nobody asked for go back to the city, which paid three quarters.
    @Test func surplusGoesBackInParts() throws {
        let world = try world {
            $0.fundLines[0].sources = [
                .init(account: Account.cityBudget, share: 0.75), .init(account: Account.donors, share: 0.25),
            ]
            $0.institutions.support.money = 1
        }
        try world.pass([Account.fund("line", street: 0), Account.suppliers], .spending, 2_000_000)
        try Budget.step(world, world.month(13))
        let back = world.flows.filter { $0.purpose == "surplus" && $0.from == Account.fund("line", street: 0) }
        #expect(back.map(\.fen) == [1_500_000, 500_000])
    }

    @Test func termsChangeAtTheirDates() throws {
        let world = try world {
            $0.institutions.support.money = 1
            $0.fundLines[0].changes = [
                .init(at: YearMonth(year: 2010, month: 1), rule: .earmark(.listed(["a"]))),
                .init(at: YearMonth(year: 2009, month: 1), yearly: 6_000_000),
                .init(at: YearMonth(year: 2007, month: 12), sources: [.init(account: Account.donors, share: 1)]),
            ]
        }
        #expect(world.ledger.balance(Account.donors) == -8_000_000)
        try Budget.step(world, world.month(13))
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 6_000_000)
        let line = world.specification.fundLines[0]
        #expect(line.on(YearMonth(year: 2010, month: 1)).rule == .earmark(.listed(["a"])))
        #expect(line.on(YearMonth(year: 2007, month: 11)).yearly == 4_000_000)
    }

    /// Money stands where its holder keeps it; a committee that has some to dispose of spends more hours on residents.
    @Test func whoHoldsTheMoney() throws {
        for holder in FundLine.Holder.allCases {
            let world = try world {
                $0.fundLines[0].holder = holder
                $0.institutions.support.money = 1
            }
            let account = "fund:line/1" + (holder == .street ? "" : "@" + holder.rawValue)
            #expect(world.ledger.balance(account) == 4_000_000)
            let held: Int64 = holder == .committee ? 2_000_000 : 0
            #expect(world.communities[0].held.values.reduce(0, +) == held)
        }
        let m = Mobilisation.Parameters()
        #expect(isClose(Mobilisation.willingness(orientation: 0.2, verbal: 0, held: 20, m), 0.4 + 0.6 * 0.35))
        #expect(Mobilisation.willingness(orientation: 0.2, verbal: 0, m) == 0.4 + 0.6 * 0.2)
    }

    @Test func moneyComesInItsMonthAndTime() {
        var line = FundLine.plain(month: 5)
        line.from = YearMonth(year: 2009, month: 5)
        line.until = YearMonth(year: 2010, month: 4)
        let due = (2008...2011).filter { Budget.isDue(line, YearMonth(year: $0, month: 5)) }
        #expect(due == [2009])
        #expect(!Budget.isDue(line, YearMonth(year: 2009, month: 6)))
    }

    @Test func withoutThePromiseOfMoneyNoneComes() throws {
        let world = try world { _ in }
        #expect(world.ledger.balance(Account.fund("line", street: 0)) == 0)
        #expect(world.communities.allSatisfy { isClose($0.experience.promisesKept, 1 - p.memory) })
    }

    @Test func moreAttentionMoreMoney() throws {
        var before: Int64 = -1
        for attention in stride(from: 0.0, through: 1, by: 0.1) {
            let world = try World(.small { $0.fundLines = [.plain(month: 1)] }, seed: 1, replicate: 0)
            var line = FundLine.plain()
            line.release = .reactive
            for c in 0..<3 {
                world.communities[c].institutions.support.money = 1
                world.communities[c].experience.attention = attention
            }
            let reactive = RunContext(
                specification: .small { $0.fundLines = [line] }, seed: 1, replicate: 0)
            try Budget.step(
                world, Month(run: reactive, number: 2, date: YearMonth(year: 2008, month: 2), isRecorded: true))
            let released = world.ledger.balance(Account.fund("line", street: 0))
            #expect(released > before)
            before = released
        }
        #expect(before > 3_990_000)
    }

    @Test func golden() {
        #expect(written(Budget.gate(0.2, p), Budget.gate(0.5, p)) == "0.10500058502026487 0.8949994149797352")
    }
}
