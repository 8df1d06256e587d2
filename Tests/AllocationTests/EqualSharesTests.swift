import Testing

@testable import Allocation

@Suite struct EqualSharesTests {
    /// Six voters with 20 each. a costs 60 for four: 15 each, the lowest price by cost (1/4). Then b, which the last two
    /// want alone, costs 40: all they have. c has two supporters of a, with 5 left each, and costs 30: unaffordable.
    let small = Example.approval(
        budget: 120, costs: ["a": 60, "b": 40, "c": 30], ["ac", "ac", "a", "a", "b", "b"])

    @Test func supportersPayTogetherAndMinoritiesGetTheirPart() throws {
        let outcome = try EqualShares(satisfaction: .cost, completion: .none).fund(small, ties: .identifier)
        #expect(outcome.funded == ["a", "b"])
        #expect(abs(outcome.steps[0].score - 0.25) < 1e-9)
        #expect(abs(outcome.steps[1].score - 0.5) < 1e-9)
        #expect(outcome.ties.isEmpty)
    }

    /// c would bring the spending to 130 of 120, so raising shares stops before that and nothing else fits either.
    @Test func completionsKeepToTheBudget() throws {
        for completion in EqualShares.Completion.allCases {
            let outcome = try EqualShares(satisfaction: .cost, completion: completion).fund(small, ties: .identifier)
            #expect(outcome.funded == ["a", "b"])
        }
    }

    /// Budget 90, nine voters with 10 each: a (5 voters, 50) takes all of its supporters' money exactly; b (3 voters, 40)
    /// lacks 10, so shares are raised by 4 (ceil(10 / 3)), where b is bought and 0 is left.
    @Test func raisingSharesFundsWhatFits() throws {
        let election = Example.approval(
            budget: 90, costs: ["a": 50, "b": 40], ["a", "a", "a", "a", "a", "b", "b", "b", ""])
        let rule = EqualShares(satisfaction: .cost, completion: .none)
        #expect(try rule.fund(election, ties: .identifier).funded == ["a"])
        let raised = EqualShares(satisfaction: .cost, completion: .add1u)
        #expect(try raised.fund(election, ties: .identifier).funded == ["a", "b"])
        let shares = try SharesElection(election, .cost, .identifier)
        #expect(try SharesSearch(election: shares).raise() == 4)
    }

    /// Alike in every respect: only the convention can tell.
    @Test func equalPricesAreEqualAndTheConventionDecides() throws {
        let election = Example.approval(budget: 30, costs: ["a": 30, "b": 30], ["ab", "ab", "ab"])
        let rule = EqualShares(satisfaction: .cardinality, completion: .none)
        #expect(try rule.fund(election, ties: .identifier).funded == ["a"])
        #expect(try rule.fund(election, ties: .identifier).ties == [.init(step: 0, others: [1])])
        var turned = election
        turned.projects[0].id = "z"
        #expect(try rule.fund(turned, ties: .identifier).funded == ["b"])
    }

    /// Thirds do not end in binary; a sum of them must still buy exactly what it pays for.
    @Test func exactlyEnoughIsEnough() throws {
        let election = Example.approval(
            budget: 10, costs: ["a": 1, "b": 2, "c": 7], ["abc", "abc", "abc"])
        let outcome = try EqualShares(satisfaction: .cost, completion: .none).fund(election, ties: .identifier)
        #expect(outcome.funded.sorted() == ["a", "b", "c"])
        #expect(outcome.leftOver == 0)
    }

    @Test(arguments: [BallotKind.approval, .chooseOne, .cumulative, .ordinal], Satisfaction.allCases)
    func agreesWithTheDefinition(_ kind: BallotKind, _ satisfaction: Satisfaction) throws {
        guard satisfaction != .borda || kind == .ordinal else { return }
        for seed in 0..<25 {
            let election = Example.random(kind, seed: UInt64(seed))
            let plain = try EqualShares(satisfaction: satisfaction, completion: .none)
                .fund(election, ties: .identifier)
            let naive = NaiveRules.equalShares(election, satisfaction, raise: 0)
            #expect(plain.steps.map(\.project) == naive, "seed \(seed)")
            let raised = try EqualShares(satisfaction: satisfaction, completion: .add1u)
                .fund(election, ties: .identifier)
            let slow = NaiveRules.add1u(election, satisfaction)
            #expect(raised.steps.map(\.project) == slow, "seed \(seed)")
        }
    }

    /// In prices close to one another, which rounded numbers take for equal or the wrong way round.
    @Test func agreesWithTheDefinitionWherePricesAreClose() throws {
        for seed in 0..<60 {
            var random = Lottery(state: UInt64(seed))
            let base = Int64.random(in: 1_000_000_000_000...4_000_000_000_000, using: &random)
            let costs = (0..<5).map { _ in base + Int64.random(in: -1...1, using: &random) }
            let projects = costs.enumerated().map { BallotProject(id: "p\($0)", cost: $1) }
            let ballots = (0..<9).map { _ in
                Ballot(Array(Array(0..<5).shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))))
            }
            let election = Election(budget: 3 * base + 1, projects: projects, ballots: Ballots(.approval, ballots))
            let outcome = try EqualShares(satisfaction: .cardinality, completion: .none)
                .fund(election, ties: .identifier)
            #expect(outcome.steps.map(\.project) == NaiveRules.equalShares(election, .cardinality, raise: 0))
        }
    }

    /// a and b are at the same price over ten million steps, with voters on both sides who cannot pay it in full; only at
    /// the 50 millionth can the last voter pay for e.
    @Test func aTieThatLastsDoesNotHoldTheSearchUp() throws {
        let election = Example.approval(
            budget: 1_000_000_000,
            costs: ["a": 320_000_000, "b": 320_000_000, "c": 50_000_000, "d": 50_000_000, "e": 250_000_000],
            ["ac", "a", "bd", "b", "e"])
        let shares = try SharesElection(election, .cardinality, .identifier)
        #expect(try SharesSearch(election: shares).raise() == 50_000_000)
        let outcome = try EqualShares(satisfaction: .cardinality, completion: .add1u).fund(election, ties: .identifier)
        #expect(outcome.funded == ["c", "d", "a", "b", "e"])
    }

    @Test func nothingToDecideIsNoError() throws {
        let nobody = Example.approval(budget: 10, costs: ["a": 5], [])
        #expect(try EqualShares().fund(nobody, ties: .identifier).steps.isEmpty)
        let nothing = Example.approval(budget: 0, costs: ["a": 5], ["a"])
        #expect(try EqualShares().fund(nothing, ties: .identifier).steps.isEmpty)
        let free = Example.approval(budget: 0, costs: ["a": 0, "b": 0], ["a"])
        #expect(try EqualShares().fund(free, ties: .identifier).funded == ["a"])
    }
}
