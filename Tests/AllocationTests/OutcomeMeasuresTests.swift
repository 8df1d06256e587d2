import Testing

@testable import Allocation

@Suite struct OutcomeMeasuresTests {
    /// The village with playground (500) and library (400) funded. Playground serves voters 1-6, library 1, 4, 5, 7, 8.
    func measures(_ satisfaction: Satisfaction) throws -> OutcomeMeasures {
        let election = try Example.file("village.pb").election
        let outcome = try UtilitarianGreedy().fund(election, ties: .identifier)
        #expect(outcome.funded == ["playground", "library", "benches"])
        var two = outcome
        two.steps.removeLast()
        return try OutcomeMeasures(two, of: election, satisfaction: satisfaction)
    }

    func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

    @Test func satisfactionIsCountedByVoter() throws {
        let byNumber = try measures(.cardinality)
        #expect(byNumber.realised == 2)
        #expect(byNumber.spentShare == 0.9)
        #expect(byNumber.averageSatisfaction == 1.1)
        #expect(byNumber.shareWithNothing == 0.2)
        // 0 0 1 1 1 1 1 2 2 2: the sum of (2 i - 11) x_i is 37, n times the sum 110.
        let gini = try #require(byNumber.gini)
        #expect(isClose(gini, 37.0 / 110))
        // 6 times 500 and 5 times 400.
        #expect(try measures(.cost).averageSatisfaction == 500)
    }

    @Test func tagsTellWhoIsLeftOut() throws {
        let tags = try measures(.cardinality).tags
        let greenery = try #require(tags.first { $0.tag == "greenery" })
        // Wanted by voters 1-6 (playground) and 9 (benches); only the playground is there.
        #expect(greenery.projects == 2)
        #expect(greenery.realised == 1)
        let excluded = try #require(greenery.excludedShare)
        #expect(isClose(excluded, 1.0 / 7))
        #expect(isClose(greenery.moneyShare, 5.0 / 9))
        #expect(greenery.choiceShare == 0.45)
        let south = try #require(tags.first { $0.kind == .district && $0.tag == "South" })
        #expect(south.excludedShare == 1)
        #expect(tags.first { $0.tag == "monuments" }?.excludedShare == nil)
    }

    @Test func groupsTellWhoIsLeftOut() throws {
        let groups = try measures(.cardinality).groups
        let south = try #require(groups.first { $0.grouping == "neighborhood" && $0.group == "South" })
        #expect(south.voters == 2)
        #expect(south.shareWithNothing == 1)
        let women = try #require(groups.first { $0.group == "F" })
        #expect(women.averageSatisfaction == 1.2)
    }

    @Test func withoutVotersNothingIsClaimed() throws {
        let nobody = Example.approval(budget: 10, costs: ["a": 5], [])
        let measures = try OutcomeMeasures(
            EqualSplit().fund(nobody, ties: .identifier), of: nobody, satisfaction: .cost)
        #expect(measures.averageSatisfaction == nil)
        #expect(measures.gini == nil)
        #expect(measures.spentShare == 0.5)
    }

    /// Half a library serves nobody.
    @Test func aPartServesNobody() throws {
        let election = Example.approval(budget: 10, costs: ["a": 20, "b": 4], ["ab", "a"])
        let split = try EqualSplit().fund(election, ties: .identifier)
        #expect(split.steps.map(\.amount) == [4, 6])
        let measures = try OutcomeMeasures(split, of: election, satisfaction: .cardinality)
        #expect(measures.realised == 1)
        #expect(measures.shareWithNothing == 0.5)
    }
}
