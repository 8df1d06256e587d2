import Numerics
import Testing

@testable import Analysis

@Suite("PAWN indices")
struct PAWNTests {
    private static func sample(_ count: Int, inputs: Int, _ seed: UInt64) -> [[Double]] {
        var draws = Stream(seed: seed, replicate: 0, name: "test").draws(agent: 1, month: 0)
        return (0..<count).map { _ in (0..<inputs).map { _ in draws.uniform(in: 0..<1) } }
    }

    private let stream = Stream(seed: 1, replicate: 0, name: "dummies")

    @Test("worked by hand: four observations, two slices")
    func byHand() throws {
        // Slices {1, 2} and {3, 4} of the results: distances 1/2 and 1/2. Mixed, {1, 3} and {2, 4}: 1/4 and 1/4.
        let inputs = [[0.1, 0.1], [0.2, 0.6], [0.3, 0.2], [0.4, 0.7]]
        let pawn = try #require(PAWN(inputs: inputs, results: [1, 2, 3, 4], slices: 2))
        #expect(pawn.indices == [0.5, 0.25])
        #expect(PAWN(inputs: inputs, results: [1, 1, 1, 1], slices: 2) == nil)
        #expect(PAWN(inputs: inputs, results: [1, 2, .nan, 4], slices: 2) == nil)
    }

    @Test("a product's spread is found though its mean does not move")
    func spread() throws {
        let inputs = Self.sample(400, inputs: 5, 3)
        let results = inputs.map { ($0[1] - 0.5) * $0[3] }
        let pawn = try #require(PAWN(inputs: inputs, results: results))
        let threshold = PAWN.threshold(observations: 400, inputs: 5, stream: stream)
        #expect(pawn.indices.indices.filter { pawn.indices[$0] > threshold } == [1, 3])
    }

    /// 60 samples with nothing to be found, at 5 % each: 8 or more false alarms have a probability below 0.01.
    @Test("false alarms are as rare as they are said to be")
    func falseAlarms() throws {
        let threshold = PAWN.threshold(observations: 100, inputs: 10, stream: stream)
        let alarms = try (0..<60).count { number in
            let sample = Self.sample(100, inputs: 11, UInt64(number) + 50)
            let pawn = try #require(PAWN(inputs: sample.map { Array($0.dropLast()) }, results: sample.map { $0[10] }))
            return pawn.indices.contains { $0 > threshold }
        }
        #expect(alarms < 8)
    }
}

@Suite("Shares with Wilson's interval")
struct ShareEstimateTests {
    /// Newcombe (1998), Statistics in Medicine 17, table I: method 3.
    @Test(
        "published intervals",
        arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
    func published(count: Int, total: Int, low: Double, high: Double) throws {
        let estimate = try #require(ShareEstimate(count, of: total))
        #expect(abs(estimate.interval.lowerBound - low) < 5e-5 && abs(estimate.interval.upperBound - high) < 5e-5)
    }

    @Test("nothing of nothing is no share")
    func nothing() { #expect(ShareEstimate(0, of: 0) == nil && ShareEstimate(3, of: 2) == nil) }
}
