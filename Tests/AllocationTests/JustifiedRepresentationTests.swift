import Testing

@testable import Allocation

@Suite struct JustifiedRepresentationTests {
    /// Ten voters, budget 100. Six fund a and b (50 each); four want c (40), have nothing, and own exactly 40.
    let election = Example.approval(
        budget: 100, costs: ["a": 50, "b": 50, "c": 40],
        ["ab", "ab", "ab", "ab", "ab", "ab", "c", "c", "c", "c"])

    @Test func aMajorityThatTakesAllWrongsTheRest() throws {
        let outcome = try UtilitarianGreedy().fund(election, ties: .identifier)
        #expect(outcome.funded == ["a", "b"])
        let wronged = try JustifiedRepresentation(outcome, of: election, satisfaction: .cardinality).wronged
        #expect(wronged == [WrongedGroup(project: 2, voters: [6, 7, 8, 9], satisfaction: 1, owed: 1)])
    }

    /// One unit more, and they could no longer have paid for it.
    @Test func aGroupThatCouldNotPayIsNotWronged() throws {
        var dearer = election
        dearer.projects[2].cost = 41
        let outcome = try UtilitarianGreedy().fund(dearer, ties: .identifier)
        #expect(try JustifiedRepresentation(outcome, of: dearer, satisfaction: .cardinality).wronged.isEmpty)
    }

    @Test(arguments: EqualShares.Completion.allCases, Satisfaction.allCases)
    func equalSharesWrongsNobody(_ completion: EqualShares.Completion, _ satisfaction: Satisfaction) throws {
        for kind in BallotKind.allCases where satisfaction != .borda || kind == .ordinal {
            for seed in 0..<60 {
                let election = Example.random(kind, seed: UInt64(seed), voters: 15)
                let outcome = try EqualShares(satisfaction: satisfaction, completion: completion)
                    .fund(election, ties: .identifier)
                let check = try JustifiedRepresentation(outcome, of: election, satisfaction: satisfaction)
                #expect(check.wronged.isEmpty, "\(kind) \(seed)")
            }
        }
    }

    /// Against the definition: every project, every group of its supporters.
    @Test func agreesWithEveryGroup() throws {
        var found = 0
        for seed in 0..<250 {
            let election = Example.random(.cumulative, seed: UInt64(seed))
            for satisfaction in [Satisfaction.cost, .points] {
                let outcome = try UtilitarianGreedy().fund(election, ties: .identifier)
                let check = try JustifiedRepresentation(outcome, of: election, satisfaction: satisfaction)
                let wronged = naive(outcome, election, NaiveRules.utilities(election, satisfaction))
                #expect(Set(check.wronged.map(\.project)) == wronged, "seed \(seed)")
                found += wronged.count
            }
        }
        #expect(found > 5)
    }

    private func naive(_ outcome: Outcome, _ election: Election, _ utility: [[Int64]]) -> Set<Int> {
        let funded = outcome.steps.map(\.project)
        return Set(
            election.projects.indices.filter { project in
                let supporters = utility.indices.filter { utility[$0][project] > 0 }
                return !funded.contains(project)
                    && (1..<(1 << supporters.count)).contains { mask in
                        let group = supporters.indices.filter { mask >> $0 & 1 == 1 }.map { supporters[$0] }
                        let gain = group.reduce(0) { $0 + utility[$1][project] }
                        return group.allSatisfy { voter in
                            let level = (funded + [project]).reduce(0) { $0 + utility[voter][$1] }
                            return Int64(utility.count) * election.projects[project].cost * level
                                <= election.budget * gain
                        }
                    }
            })
    }
}
