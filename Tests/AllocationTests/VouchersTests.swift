import Testing

@testable import Allocation

@Suite struct VouchersTests {
    /// Budget 100 over four voters: 25 each. a gets 12 + 25 (odd unit of the first voter to a: 13 + 12), b 12.
    @Test func vouchersAreDividedInWholeUnits() throws {
        let election = Example.approval(budget: 100, costs: ["a": 30, "b": 50, "c": 9], ["ab", "a", "c", ""])
        let outcome = try Vouchers().fund(election, ties: .identifier)
        #expect(outcome.funded == ["a", "c", "b"])
        #expect(outcome.steps.map(\.amount) == [30, 9, 12])
        #expect(outcome.steps.map(\.score) == [38, 25, 12])
        #expect(outcome.leftOver == 49)
    }

    @Test func pointsDivideThem() throws {
        let projects = ["a", "b"].map { BallotProject(id: $0, cost: 100) }
        let ballots = Ballots(.cumulative, [Ballot([0, 1], points: [3, 1])])
        let election = Election(budget: 40, projects: projects, ballots: ballots)
        #expect(try Vouchers().fund(election, ties: .identifier).steps.map(\.amount) == [30, 10])
    }
}
