import Governance
import RandomScenarios
import Testing

@testable import Governance

@Suite("Property: money is conserved")
struct MoneyTests {
    /// Every month's transfers are entered in books of the test's own, which must agree with the ledger's to the fen.
    @Test(arguments: Cases.first(20))
    func conserved(_ number: Int) throws {
        let specification = try RandomScenario(number).specification()
        let world = try World(founding: specification, seed: 3, replicate: 0)
        var books: [String: Int64] = [:]
        for month in -specification.burnIn..<specification.months {
            guard try world.goesOn() else { return }
            for flow in world.flows {
                #expect(flow.fen > 0, "\(flow)")
                books[flow.from, default: 0] -= flow.fen
                books[flow.to, default: 0] += flow.fen
            }
            #expect(books.values.reduce(0, +) == 0)
            let wrong = Set(books.keys).union(world.ledger.accounts).filter {
                books[$0, default: 0] != world.ledger.balance($0)
            }
            #expect(wrong == [], "month \(month + 1)")
            let owing = books.filter { $0.value < 0 && !$0.key.hasPrefix(Account.outside) }
            #expect(owing == [:], "month \(month + 1)")
        }
    }
}
