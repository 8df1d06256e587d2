import Testing

@testable import Governance

@Suite("Votes on-line leave traces")
struct BallotTracesTests {
    /// Two voters and one who did not vote, all at home: habit by a quarter of 0.15, efficacy at the pace of those who decide.
    @Test func byHand() {
        withCommunity(3, in: .small { $0.parameters.learning.habit = 0.15 }) { community, month, scratch in
            community.note(voters: [0, 1])
            community.residents.rung[1] = 3
            Learning.step(&community, month, scratch)
            #expect(isClose(community.residents.habit[0], 0.0375))
            #expect(isClose(community.residents.habit[1], 0.15) && community.residents.habit[2] == 0)
            Efficacy.step(&community, month, scratch)
            let target = Efficacy.target(heeded: 0, response: community.issues.response, Efficacy.Parameters())
            for (i, pace) in [0.12, 0.12, 0.01].enumerated() {
                #expect(isClose(community.residents.efficacy[i], pace * target))
            }
            #expect((0..<3).map { community.hasVoted($0) } == [true, true, false])
            let before = community.residents.habit[0]
            Learning.step(&community, month, scratch)
            #expect(isClose(community.residents.habit[0], 0.85 * Double(before)))
        }
    }

    @Test(arguments: 0..<4) func withoutBallotsNothingChanges(number: Int) {
        withAnyCommunity(number) { community, month, _ in
            let changes = community.residents.changes {
                BallotTraces.learn(community, pace: 0.15, month.run.parameters.ballots)
                BallotTraces.see(community, target: 0.5, month.run.parameters.efficacy)
            }
            #expect(changes == [] && community.voted.isEmpty)
        }
    }

    /// Of 5,000 who have voted about 14.8 % vote again, of 5,000 others 6 %: within five standard errors (chance of failing
    /// below 1e-6).
    @Test func whoHasVotedVotesAgain() {
        withCommunity(10_000) { community, month, _ in
            for i in 0..<10_000 { community.residents.trust[i] = SIMD4(repeating: 0.5) }
            community.note(voters: Array(0..<5_000))
            community.endBallots()
            let voters = Review.turnout(community, month)
            #expect(abs(voters.count { $0 < 5_000 } - 739) < 126)
            #expect(abs(voters.count { $0 >= 5_000 } - 300) < 84)
            Turnover.replace(0, .mixed, &community, month)
            #expect(!community.hasVoted(0) && community.hasVoted(1))
        }
    }
}
