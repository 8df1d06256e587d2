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

    /// A street's meeting: 28 communities of four proposals of about 10,000 yuan and four voters, money for 28. Four voters give
    /// the same votes to many, so that a proof has to hit the budget to the hundredth of a yuan; the set found within
    /// the limit lacks less than a hundred-thousandth of what fractions of projects would give.
    @Test(arguments: 0..<4)
    func theBestSetFoundIsNearlyTheBest(_ seed: UInt64) throws {
        var random = Lottery(state: seed)
        let projects = (0..<112).map {
            BallotProject(id: "p\($0)", cost: Int64.random(in: 500_000...1_800_000, using: &random))
        }
        let ballots = (0..<112).map { voter in
            let known = (0..<4).map { voter / 4 * 4 + $0 }
            return Ballot(known.filter { _ in Bool.random(using: &random) })
        }
        let election = Election(budget: 28_000_000, projects: projects, ballots: Ballots(.approval, ballots))
        let rule = MaximumWelfare(satisfaction: .cost, limit: 300_000, takesBestFound: true)
        let outcome = try rule.fund(election, ties: .identifier)
        let votes = try election.tally(.cardinality)
        #expect(outcome.spent <= election.budget)
        let welfare = outcome.steps.reduce(0) { $0 + Double($1.amount) * Double(votes[$1.project]) }
        var (bound, left) = (0.0, Double(election.budget))
        for project in projects.indices.sorted(by: { votes[$0] > votes[$1] }) {
            let part = min(left, Double(projects[project].cost))
            bound += part * Double(votes[project])
            left -= part
        }
        #expect(welfare <= bound + 0.5 && welfare > bound * (1 - 1e-5), "\(1 - welfare / bound)")
    }
}
