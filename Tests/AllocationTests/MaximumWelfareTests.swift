import Testing

@testable import Allocation

@Suite struct MaximumWelfareTests {
    /// By votes per cost a (2 for 6) goes before b and c (1 each for 5), and then nothing fits; b and c are worth more.
    @Test func looksBeyondTheGreedyChoice() throws {
        let election = Example.approval(budget: 10, costs: ["a": 6, "b": 5, "c": 5], ["ab", "abc", "c"])
        let best = try MaximumWelfare(satisfaction: .cardinality).fund(election, ties: .identifier)
        #expect(best.funded == ["b", "c"])
    }

    @Test(arguments: BallotKind.allCases, [Satisfaction.cost, .cardinality, .points])
    func agreesWithEverySet(_ kind: BallotKind, _ satisfaction: Satisfaction) throws {
        for seed in 0..<100 {
            let election = Example.random(kind, seed: UInt64(seed), projects: 9)
            let outcome = try MaximumWelfare(satisfaction: satisfaction).fund(election, ties: .identifier)
            #expect(
                outcome.steps.map(\.project) == NaiveRules.maximumWelfare(election, satisfaction), "seed \(seed)")
        }
    }

    @Test func givesUpAtItsLimit() {
        let election = Example.random(.approval, seed: 3, projects: 9)
        #expect(throws: AllocationError.tooMuchWork(rule: MaximumWelfare.description.name, steps: 2)) {
            try MaximumWelfare(limit: 2).fund(election, ties: .identifier)
        }
    }
}
