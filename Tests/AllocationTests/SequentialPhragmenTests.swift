import Testing

@testable import Allocation

@Suite struct SequentialPhragmenTests {
    /// a (3 voters, 30) is due when each has 10. c (1 voter, 12) at 12. b (voters 1 and 4, 24): after a, voter 1 begins
    /// anew at 10, so both have 24 together at (24 + 10) / 2 = 17.
    @Test func projectsAreBoughtWhenTheirSupportersCanPay() throws {
        let election = Example.approval(
            budget: 70, costs: ["a": 30, "b": 24, "c": 12], ["ab", "a", "a", "b", "c"])
        let outcome = try SequentialPhragmen().fund(election, ties: .identifier)
        #expect(outcome.funded == ["a", "c", "b"])
        #expect(outcome.steps.map { ($0.score * 1e6).rounded() / 1e6 } == [10, 12, 17])
    }

    /// After c is bought at 5, a and b are both due at 10 and only a fits: the rule stops rather than choose.
    @Test func stopsWhereOneOfSeveralDueIsTooDear() throws {
        let election = Example.approval(
            budget: 30, costs: ["a": 10, "b": 20, "c": 15], ["a", "b", "b", "c", "c", "c"])
        #expect(try SequentialPhragmen().fund(election, ties: .identifier).funded == ["c"])
    }

    @Test(arguments: [BallotKind.approval, .cumulative, .ordinal])
    func agreesWithTheDefinition(_ kind: BallotKind) throws {
        for seed in 0..<400 {
            let election = Example.random(kind, seed: UInt64(seed), voters: 12)
            let outcome = try SequentialPhragmen().fund(election, ties: .identifier)
            #expect(outcome.steps.map(\.project) == NaiveRules.phragmen(election), "seed \(seed)")
        }
    }
}
