import Numerics
import Testing

@testable import Governance

@Suite("The ledger")
struct LedgerTests {
    func transfer(_ from: String, _ to: String, _ fen: Int64, _ purpose: Purpose = .grant) -> Transfer {
        Transfer(from: from, to: to, purpose: purpose, fen: fen)
    }

    @Test func byHand() throws {
        var ledger = Ledger()
        try ledger.post(transfer(Account.cityBudget, "fund:x/1", 1_000, .release))
        try ledger.post(transfer("fund:x/1", "project:y", 300))
        try ledger.post(transfer("fund:x/1", "project:y", 200))
        #expect(ledger.balance(Account.cityBudget) == -1_000)
        #expect(ledger.balance("fund:x/1") == 500)
        #expect(ledger.balance("project:y") == 500)
        #expect(ledger.total(.grant) == 500)
        #expect(
            ledger.monthFlows == [
                MoneyFlow(from: "fund:x/1", to: "project:y", purpose: "grant", fen: 500),
                MoneyFlow(from: Account.cityBudget, to: "fund:x/1", purpose: "release", fen: 1_000),
            ])
        try ledger.check()
    }

    /// A refused transfer changes nothing and says what was there.
    @Test func whatIsNotThereCannotBePaid() throws {
        var ledger = Ledger()
        try ledger.post(transfer(Account.cityBudget, "fund", 10))
        let tooMuch = transfer("fund", "project", 11)
        #expect(throws: LedgerError.overdraft(tooMuch, held: 10)) { try ledger.post(tooMuch) }
        for fen in [0, -5] as [Int64] {
            let wrong = transfer(Account.cityBudget, "fund", fen)
            #expect(throws: LedgerError.notPositive(wrong)) { try ledger.post(wrong) }
        }
        #expect(ledger.balance("fund") == 10 && ledger.balance("project") == 0)
        #expect(ledger.monthFlows.count == 1)
        try ledger.post(transfer("fund", "project", 10))
    }

    @Test func sumsBeyondTheIntegersAreRefused() throws {
        var ledger = Ledger()
        for payer in [Account.cityBudget, Account.districtBudget] {
            for _ in 0..<63 { try ledger.post(transfer(payer, "a", Ledger.most)) }
        }
        try ledger.post(transfer(Account.donors, "a", Ledger.most))
        let tooMuch = transfer(Account.donors, "a", Ledger.most)
        #expect(throws: LedgerError.tooLarge(tooMuch)) { try ledger.post(tooMuch) }
        #expect(ledger.balance("a") == 127 * Ledger.most && ledger.balance(Account.donors) == -Ledger.most)
        try ledger.check()
    }

    @Test func amountsBeyondAllMeasureAreRefused() throws {
        for fen in [Ledger.most + 1, .max, Int64(fen: 1e300), Int64(fen: .infinity), Int64(fen: .nan)] {
            var ledger = Ledger()
            let tooMuch = transfer(Account.cityBudget, "a", fen)
            #expect(throws: LedgerError.tooLarge(tooMuch)) { try ledger.post(tooMuch) }
        }
        #expect(Int64(fen: 12_345) == 12_345 && Int64(fen: -3) == -3)
    }

    /// Any thousand transfers, those refused included: the sum stays 0, inside accounts stay at 0 or above, and flows
    /// tell all that was moved.
    @Test(arguments: 0..<4) func moneyIsConserved(number: UInt64) throws {
        var draws = Stream(seed: 1, replicate: 0, name: "ledger").draws(agent: number, month: 0)
        let accounts = [Account.cityBudget, Account.suppliers, "a", "b", "c", "d"]
        var ledger = Ledger()
        var moved: Int64 = 0
        for _ in 0..<1_000 {
            let next = transfer(
                accounts[draws.integer(below: 6)], accounts[draws.integer(below: 6)],
                Int64(draws.integer(below: 1_000)), Purpose.allCases[draws.integer(below: Purpose.allCases.count)])
            do {
                try ledger.post(next)
                moved += next.fen
            } catch {}
            try ledger.check()
        }
        #expect(accounts.reduce(0) { $0 + ledger.balance($1) } == 0)
        #expect(accounts.dropFirst(2).allSatisfy { ledger.balance($0) >= 0 })
        #expect(ledger.monthFlows.reduce(0) { $0 + $1.fen } == moved)
        #expect(Purpose.allCases.reduce(0) { $0 + ledger.total($1) } == moved)
    }

    @Test func aNewMonthForgetsFlowsAndKeepsBalances() throws {
        var ledger = Ledger()
        try ledger.post(transfer(Account.cityBudget, "fund", 10))
        ledger.beginMonth()
        #expect(ledger.monthFlows.isEmpty && ledger.balance("fund") == 10)
        ledger.close("fund")
        #expect(ledger.balance("fund") == 10)
        try ledger.check()
    }

    @Test func onlyTheOutsideWorldOwes() {
        let outside = Account.payers + [Account.households, Account.suppliers, Account.diverted, Account.lost]
        #expect(outside.allSatisfy(Account.isOutside))
        let inside = [
            Account.fund("x", street: 0), Account.committee("x"), Account.organisation("x"), Account.project("x"),
        ]
        #expect(!inside.contains(where: Account.isOutside))
        #expect(Set(inside + outside).count == inside.count + outside.count)
    }
}
