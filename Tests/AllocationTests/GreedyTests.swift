import Testing

@testable import Allocation

@Suite struct GreedyTests {
    /// a has most votes but b and c most votes per unit of money.
    let election = Example.approval(budget: 10, costs: ["a": 8, "b": 4, "c": 5], ["ab", "a", "ac", "bc"])

    @Test func votesGoFirstAndWhatDoesNotFitIsSkipped() throws {
        var roomy = election
        roomy.budget = 13
        #expect(try UtilitarianGreedy().fund(roomy, ties: .identifier).funded == ["a", "b"])
        #expect(try UtilitarianGreedy().fund(election, ties: .identifier).funded == ["a"])
    }

    @Test func costEffectivenessGoesFirst() throws {
        #expect(try CostEffectivenessGreedy().fund(election, ties: .identifier).funded == ["b", "c"])
    }

    @Test func costSatisfactionPerCostIsVotes() throws {
        for seed in 0..<100 {
            let election = Example.random(.approval, seed: UInt64(seed))
            #expect(
                try CostEffectivenessGreedy(satisfaction: .cost).fund(election, ties: .cheapest).funded
                    == UtilitarianGreedy().fund(election, ties: .cheapest).funded)
        }
    }

    @Test func theTieIsToldAndBrokenAsAsked() throws {
        let tied = Example.approval(budget: 5, costs: ["b": 4, "a": 5], ["ab", "ab"])
        let outcome = try UtilitarianGreedy().fund(tied, ties: .identifier)
        #expect(outcome.funded == ["a"])
        #expect(outcome.ties == [.init(step: 0, others: [0])])
        #expect(try UtilitarianGreedy().fund(tied, ties: .cheapest).funded == ["b"])
    }

    /// Rankings count 3, 2, 1 for the places; p2 has 2 + 3 + 2 = 7, p1 3 + 2 + 1 = 6, p3 1 + 3 = 4, p4 3.
    @Test func rankingsCountByPlace() throws {
        let election = try Example.file("ranking.pb").election
        #expect(try election.tally(.points) == [6, 7, 4, 3])
        #expect(try election.tally(.borda) == [2, 3, 0, 2])
        #expect(try UtilitarianGreedy().fund(election, ties: .identifier).funded == ["p2", "p1"])
    }

    /// x has 4 points, y 2 and z 3; nobody wants what has 0 or less.
    @Test func pointsMayBeNegative() throws {
        let election = try Example.file("scores.pb").election
        #expect(try election.tally(.points) == [4, 2, 3])
        #expect(try UtilitarianGreedy().fund(election, ties: .identifier).funded == ["x", "z"])
    }

    /// The promise of the issue: a supporter more never harms a project that is funded.
    @Test(arguments: [0, 1])
    func aSupporterMoreNeverUnfunds(_ which: Int) throws {
        let rule: any FundingRule = which == 0 ? UtilitarianGreedy() : CostEffectivenessGreedy()
        for seed in 0..<300 {
            let election = Example.random(.approval, seed: UInt64(seed))
            for step in try rule.fund(election, ties: .identifier).steps {
                var more = Ballots(.approval)
                for voter in 0..<election.ballots.count {
                    var ballot = election.ballots[voter]
                    if voter == seed % election.ballots.count, !ballot.choices.contains(step.project) {
                        ballot.choices.append(step.project)
                    }
                    more.append(ballot)
                }
                var liked = election
                liked.ballots = more
                #expect(try rule.fund(liked, ties: .identifier).funded.contains(step.id), "seed \(seed)")
            }
        }
    }
}
