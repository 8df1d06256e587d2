import Testing

@testable import Allocation

@Suite struct TieBreakingTests {
    let projects = [
        BallotProject(id: "9", cost: 2), BallotProject(id: "10", cost: 3), BallotProject(id: "B", cost: 1),
        BallotProject(id: "a", cost: 2),
    ]

    func ids(_ ties: TieBreaking) -> [String] { ties.order(projects).map { projects[$0].id } }

    @Test func eachConventionOrdersAsItSays() {
        #expect(ids(.identifier) == ["10", "9", "B", "a"])
        #expect(ids(.cheapest) == ["B", "9", "a", "10"])
        #expect(ids(.dearest) == ["10", "9", "a", "B"])
        #expect(ids(.fileOrder) == ["9", "10", "B", "a"])
    }

    @Test func ranksAreTheInverseOfTheOrder() {
        #expect(TieBreaking.identifier.ranks(projects) == [1, 0, 2, 3])
    }

    @Test func aLotteryDependsOnTheSeedAndNotOnTheList() {
        let many = (0..<20).map { BallotProject(id: "p\($0)", cost: 1) }
        let order = TieBreaking.seeded(1).order(many).map { many[$0].id }
        let reversed = Array(many.reversed())
        #expect(TieBreaking.seeded(1).order(reversed).map { reversed[$0].id } == order)
        #expect(TieBreaking.seeded(2).order(many).map { many[$0].id } != order)
        #expect(Set(order).count == 20)
    }
}
