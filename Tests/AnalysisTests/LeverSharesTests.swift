import Governance
import Numerics
import Testing

@testable import Analysis

@Suite("A difference shared out among switches, over replicates")
struct LeverSharesTests {
    private static let measure = try? Measure("need.mean")

    /// Replicates of a game of three: 5 for the first, 2 for the second, 4 for both together; noise common to all scenarios and noise of
    /// the first switch.
    private static func runs(_ count: Int, noise: Double = 1) -> [[UInt64: Double]] {
        (0..<count).map { replicate in
            var draws = Stream(seed: 11, replicate: 0, name: "runs").draws(agent: UInt64(replicate), month: 0)
            let (common, own) = (draws.normal(), noise * draws.normal())
            var values: [UInt64: Double] = [:]
            for s in 0..<UInt64(8) {
                values[s] =
                    100 + 10 * common + (s & 1 == 1 ? 5 + own : 0) + (s & 2 == 2 ? 2 : 0) + (s & 3 == 3 ? 4 : 0)
            }
            return values
        }
    }

    @Test("shares, ends and interactions have their values, and shared draws cancel")
    func shares() throws {
        let shares = LeverShares(try #require(Self.measure), values: Self.runs(30), players: 3)
        #expect(shares.residual < 1e-12 * 100)
        #expect(abs(shares.shares.reduce(0) { $0 + $1.estimate.mean } - shares.difference.mean) < 1e-10)
        #expect(shares.shares[0].estimate.interval?.contains(7) == true)
        #expect(abs(shares.shares[1].estimate.mean - 4) < 1e-9 && abs(shares.shares[2].estimate.mean) < 1e-9)
        #expect(abs(shares.shares[1].alone.mean - 2) < 1e-9 && abs(shares.shares[1].last.mean - 6) < 1e-9)
        #expect(abs(try #require(shares.interaction(1, 0)).mean - 4) < 1e-9)
        #expect(abs(try #require(shares.interaction(0, 2)).mean) < 1e-9 && shares.interaction(1, 1) == nil)
        // The common noise of 10 is in no share.
        #expect((shares.shares[0].estimate.standardDeviation ?? 9) < 2)
    }

    @Test("Student's and the bootstrap's intervals agree")
    func intervals() throws {
        let shares = LeverShares(try #require(Self.measure), values: Self.runs(40), players: 3)
        let (student, bootstrap) = (
            try #require(shares.shares[0].estimate.interval), try #require(shares.shares[0].bootstrap)
        )
        let ratio = (bootstrap.upperBound - bootstrap.lowerBound) / (student.upperBound - student.lowerBound)
        #expect((0.85...1.15).contains(ratio))
    }

    @Test("replicates without a value are left out, and told")
    func dropped() throws {
        var runs = Self.runs(5)
        runs[1][6] = .nan
        runs[3][2] = nil
        let shares = LeverShares(try #require(Self.measure), values: runs, players: 3)
        #expect(shares.dropped == 2 && shares.difference.count == 3 && shares.shares[0].bootstrap == nil)
        let none = LeverShares(try #require(Self.measure), values: [[:]], players: 3)
        #expect(none.dropped == 1 && none.difference.mean.isNaN && none.shares.count == 3)
    }

    @Test("sampled orders keep the sum, and their error widens intervals")
    func sampled() throws {
        let sample = PermutationSample(players: 3, pairs: 40, stream: Stream(seed: 1, replicate: 0, name: "o"))
        let runs = Self.runs(20, noise: 0.1)
        // A game whose third player counts by its place: what the first adds hangs on who is there.
        let twisted = runs.map { run in run.mapValues { $0 }.merging([7: (run[7] ?? 0) + 12]) { $1 } }
        let shares = LeverShares(try #require(Self.measure), values: twisted, players: 3, sample: sample)
        #expect(shares.residual < 1e-10 && shares.interactions.isEmpty)
        #expect(abs(shares.shares.reduce(0) { $0 + $1.estimate.mean } - shares.difference.mean) < 1e-9)
        let exact = LeverShares(try #require(Self.measure), values: twisted, players: 3)
        let widths = [shares, exact].map { own in
            own.shares.map { ($0.estimate.interval?.upperBound ?? 0) - ($0.estimate.interval?.lowerBound ?? 0) }.reduce(
                0, +)
        }
        #expect(widths[0] > widths[1] && shares.shares.contains { $0.samplingError > 0 })
        let wide = LeverShares(
            try #require(Self.measure), values: twisted, players: 3, sample: sample, confidence: 0.999)
        for (own, right) in zip(wide.shares, exact.shares) {
            #expect(own.estimate.interval?.contains(right.estimate.mean) == true)
        }
    }
}
