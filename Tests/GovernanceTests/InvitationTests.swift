import Testing

@testable import Governance

@Suite("Whom organisers invite first")
struct InvitationTests {
    /// Invited rows of one culture day for 60 residents of whom ten took part last month, all tied among themselves.
    func invited(_ order: InvitationOrder, _ number: UInt32 = 1, _ needs: (Int) -> Float = { _ in 0.5 }) -> [Int] {
        var institutions = Institutions()
        institutions.engagement.committee.culture = 1
        institutions.engagement.invitations = order
        return withCommunity(60, institutions: institutions) { community, month, scratch in
            for i in 0..<10 {
                community.residents.rung[i] = 1
                for j in 0..<i { community.residents.addTie(i, j) }
            }
            for i in 0..<60 { community.residents.need[i][Domain.culture.index] = needs(i) }
            let month = Month(run: month.run, number: number, date: month.date, isRecorded: true)
            Mobilisation.step(&community, month, scratch)
            let first = community.engagement.activities[0]
            return (first.firstInvitation..<first.endOfInvitations).map { Int(scratch.invitations[$0]) }
        }
    }

    /// Along ties, the first invitations go to last month's participants; at random, to anyone.
    @Test func theConvincedComeFirst() {
        #expect(invited(.alongTies).prefix(8).allSatisfy { $0 < 10 })
        #expect(!invited(.atRandom).prefix(8).allSatisfy { $0 < 10 })
    }

    /// By need, the first to be invited need more of what is on the agenda.
    @Test func theNeedyComeFirst() {
        func mean(_ order: InvitationOrder) -> Double {
            let rows = (1...40).flatMap { invited(order, UInt32($0)) { Float($0) / 60 }.prefix(6) }
            return rows.reduce(0) { $0 + Double($1) } / Double(rows.count)
        }
        // The largest of four of 0...59 is 48 on average.
        #expect(isClose(mean(.atRandom), 29.5, within: 5) && mean(.byNeed) > 43)
    }

    /// Company of acquaintances makes more people deliberate; who attends is not changed by it.
    @Test func acquaintancesMakeDeliberationEasier() throws {
        func world(_ weight: Double) throws -> World {
            try World.lived(.lively { $0.parameters.participation.acquaintance = weight }, months: 1)
        }
        let (alone, company) = (try world(0), try world(3))
        for (a, b) in zip(alone.communities, company.communities) {
            #expect((0..<200).allSatisfy { (a.residents.rung[$0] > 0) == (b.residents.rung[$0] > 0) })
            #expect((0..<200).allSatisfy { a.residents.rung[$0] <= b.residents.rung[$0] })
        }
        #expect(try company.observe("participation.rung3plus") > alone.observe("participation.rung3plus"))
    }
}
