import Testing

@testable import Governance

@Suite("The month is closed")
struct ClosingTests {
    func world(_ journals: [Int: [Transfer]]) throws -> World {
        let world = try World(.small(residents: 40), seed: 1, replicate: 0)
        for (c, journal) in journals { world.communities[c].journal = journal }
        return world
    }

    /// What a community pays in its journal's order covers what follows.
    @Test func journalsAreBookedInOrder() throws {
        let paid = Transfer(from: Account.cityBudget, to: "project:x", purpose: .grant, fen: 100)
        let spent = Transfer(from: "project:x", to: Account.suppliers, purpose: .spending, fen: 100)
        let world = try world([0: [paid], 1: [spent]])
        try Closing.step(world, world.month(1))
        #expect(world.ledger.balance(Account.suppliers) == 100)
        #expect(world.communities.allSatisfy { $0.journal.isEmpty })
        let reversed = try self.world([0: [spent], 1: [paid]])
        #expect(throws: ModelError.self) { try Closing.step(reversed, reversed.month(1)) }
    }

    /// Else the ledger would grow with every project that ever was.
    @Test func emptyAccountsOfEndedProjectsAreClosed() throws {
        let account = Account.project("x")
        let world = try world([
            0: [
                Transfer(from: Account.cityBudget, to: account, purpose: .grant, fen: 100),
                Transfer(from: account, to: Account.suppliers, purpose: .spending, fen: 100),
            ]
        ])
        for (state, open) in [(Project.State.running, true), (.completed, false)] {
            var project = Project.plain("x")
            project.state = state
            world.communities[0].projects = [project]
            try Closing.step(world, world.month(1))
            let balances = Mirror(reflecting: world.ledger).descendant("balances") as? [String: Int64]
            #expect(balances?.keys.contains(account) == open)
        }
    }

    /// Far ties tell of the residents at their other ends, as they are now.
    @Test func farTiesAreLookedAt() throws {
        let world = try world([:])
        for community in world.communities { for i in 0..<40 { community.residents.rung[i] = UInt8(i % 2) } }
        try Closing.step(world, world.month(1))
        let ties = world.communities.flatMap(\.farTies)
        #expect(ties.count > 5)
        for tie in ties {
            let other = world.communities[Int(tie.community)].residents
            #expect(tie.active == Float(tie.to % 2))
            #expect(tie.trust == other.trust[Int(tie.to)])
        }
    }

    /// They do so from the first month on: nobody's trust is read as none.
    @Test func farTiesAreLookedAtBeforeTheFirstMonth() throws {
        let ties = try world([:]).communities.flatMap(\.farTies)
        #expect(ties.allSatisfy { $0.trust.max() > 0 && $0.active == 0 })
    }

    @Test(arguments: 0..<3) func noResidentIsTouched(number: Int) throws {
        let world = try World.lived(.random(number), months: 2)
        for community in world.communities {
            let changes = try community.residents.changes { try Closing.step(world, world.month(3)) }
            #expect(changes == [])
        }
    }
}
