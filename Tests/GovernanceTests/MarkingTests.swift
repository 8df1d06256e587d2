import Allocation
import Numerics
import Testing

@testable import Governance

@Suite("Ballots from what proposals seem worth")
struct MarkingTests {
    /// Mean 0.5: two are above it, one on it.
    let seen: [Marking.Seen] = [(4, 0.75), (2, 0.25), (7, 0.5), (1, 0.9), (0, 0.1)]

    @Test func everyKindByHand() {
        #expect(Marking.ballot(.approval, of: seen) == Ballot([4, 7, 1]))
        #expect(Marking.ballot(.chooseOne, of: seen) == Ballot([1]))
        #expect(Marking.ballot(.ordinal, of: seen) == Ballot([1, 4, 7, 2, 0]))
        #expect(Marking.ballot(.scoring, of: seen) == Ballot([4, 2, 7, 1, 0], points: [8, 3, 5, 9, 1]))
        // 0.25 and 0.4 above the mean: 3.85 and 6.15 points of 10.
        #expect(Marking.ballot(.cumulative, of: seen) == Ballot([4, 2, 7, 1, 0], points: [4, 0, 0, 6, 0]))
    }

    @Test func whatIsAlikeIsTreatedAlike() {
        let alike: [Marking.Seen] = [(3, 0.5), (1, 0.5), (2, 0.5)]
        #expect(Marking.ballot(.approval, of: alike) == Ballot([3, 1, 2]))
        #expect(Marking.ballot(.cumulative, of: alike).points == [4, 3, 3])
        #expect(Marking.ballot(.ordinal, of: alike) == Ballot([1, 2, 3]))
        #expect(Marking.ballot(.cumulative, of: []) == Ballot([]))
    }

    /// Whatever is seen: points shared out are ten, scores lie from 0 to 10, and a better proposal never gets fewer.
    @Test func bounds() {
        for seed in 0..<200 {
            var draws = Stream(seed: 3, replicate: 0, name: "marking").draws(agent: UInt64(seed), month: 0)
            let seen = (0..<(1 + seed % 9)).map { (place: $0, worth: draws.normal(mean: 0.5, sd: 0.6)) }
            let (shared, scored) = (Marking.ballot(.cumulative, of: seen), Marking.ballot(.scoring, of: seen))
            #expect(shared.points.reduce(0, +) == 10 && shared.points.allSatisfy { $0 >= 0 })
            #expect(scored.points.allSatisfy { (0...10).contains($0) })
            for a in seen.indices {
                for b in seen.indices where seen[a].worth > seen[b].worth {
                    #expect(scored.points[a] >= scored.points[b])
                }
            }
        }
    }
}
