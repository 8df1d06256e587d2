import Testing

@testable import Allocation

/// The rules that do not look at votes.
@Suite struct AdministrativeRulesTests {
    let election: Election

    init() throws { election = try Example.file("village.pb").election }

    @Test func officialsFundTheLargestOfWhatTheyFavour() throws {
        #expect(try AdministrativeDiscretion().fund(election, ties: .identifier).funded == ["statue", "benches"])
        let green = AdministrativeDiscretion(favoured: ["greenery", "East"])
        #expect(try green.fund(election, ties: .identifier).funded == ["playground", "benches", "library"])
    }

    @Test func earmarkedMoneyGoesToThoseNamedInOrder() throws {
        let rule = Earmark(recipients: ["choir", "elderly"])
        #expect(try rule.fund(election, ties: .identifier).funded == ["choir", "benches", "library"])
        #expect(throws: AllocationError.self) {
            try Earmark(recipients: ["nobody"]).fund(election, ties: .identifier)
        }
    }

    /// 1000 over six: benches (100) and choir (150) want less than their part, so the others get 750 / 4, less one for two.
    @Test func equalSplitGivesNobodyMoreThanItAsksFor() throws {
        let outcome = try EqualSplit().fund(election, ties: .identifier)
        let amounts = Dictionary(uniqueKeysWithValues: outcome.steps.map { ($0.id, $0.amount) })
        #expect(
            amounts == ["benches": 100, "choir": 150, "bus": 188, "library": 188, "playground": 187, "statue": 187])
        #expect(outcome.leftOver == 0)
        #expect(outcome.steps.allSatisfy { election.projects[$0.project].id == $0.id })
    }
}
