import Testing

@testable import Allocation

@Suite struct RuleRegistryTests {
    let settings = RuleSettings(recipients: ["p0", "p1"])

    /// Every rule, every kind of ballot: within the budget, nobody twice, nobody more than it asks for.
    @Test(arguments: RuleRegistry.ids)
    func everyRuleKeepsToTheBudget(_ id: String) throws {
        let rule = try #require(RuleRegistry.rule(id, settings))
        for kind in BallotKind.allCases {
            for seed in 0..<60 {
                let election = Example.random(kind, seed: UInt64(seed))
                let outcome = try rule.fund(election, ties: .seeded(7))
                #expect(outcome.spent <= election.budget, "\(kind) \(seed)")
                #expect(Set(outcome.funded).count == outcome.steps.count)
                for step in outcome.steps {
                    #expect((1...election.projects[step.project].cost).contains(step.amount))
                    #expect(election.projects[step.project].id == step.id)
                }
            }
        }
    }

    /// An outcome depends on the election only, not on the order in which its projects are listed.
    @Test(arguments: RuleRegistry.ids)
    func theOrderOfTheListDoesNotMatter(_ id: String) throws {
        let rule = try #require(RuleRegistry.rule(id, settings))
        for seed in 0..<60 {
            let election = Example.random(.approval, seed: UInt64(seed))
            let last = election.projects.count - 1
            var turned = election
            turned.projects.reverse()
            turned.ballots = Ballots(
                .approval, (0..<election.ballots.count).map { Ballot(election.ballots[$0].choices.map { last - $0 }) })
            #expect(
                try rule.fund(election, ties: .identifier).steps.map(\.id)
                    == rule.fund(turned, ties: .identifier).steps.map(\.id), "seed \(seed)")
        }
    }

    @Test func idsAreUniqueAndUnknownOnesAreNoRule() {
        #expect(Set(RuleRegistry.ids).count == RuleRegistry.ids.count)
        #expect(RuleRegistry.rule("greedy") is UtilitarianGreedy)
        #expect(RuleRegistry.rule("lottery") == nil)
    }
}
