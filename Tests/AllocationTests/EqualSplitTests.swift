import Testing

@testable import Allocation

@Suite struct EqualSplitTests {
    let three = ["b", "c", "a"].map { BallotProject(id: $0, cost: 5) }

    @Test func theRemainderGoesToTheFirstByTheTieBreak() throws {
        let outcome = try EqualSplit().split(11, over: three)
        #expect(outcome.funded == ["a", "b", "c"])
        #expect(outcome.steps.map(\.amount) == [4, 4, 3])
        #expect(outcome.steps.map(\.project) == [2, 0, 1])
        #expect(outcome.leftOver == 0)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 100, Int64.max])
    func thePartsSumToTheBudgetAndDifferByAtMostOne(_ budget: Int64) throws {
        let amounts = try EqualSplit().split(budget, over: three, ties: .fileOrder).steps.map(\.amount)
        #expect(amounts.reduce(0, +) == budget)
        #expect((amounts.max() ?? 0) - (amounts.min() ?? 0) <= 1)
    }

    @Test func withoutRecipientsAllIsLeft() throws {
        #expect(try EqualSplit().split(7, over: []).leftOver == 7)
    }

    @Test func aNegativeBudgetIsRefused() {
        #expect(throws: AllocationError.negativeBudget(-1)) { try EqualSplit().split(-1, over: three) }
    }
}
