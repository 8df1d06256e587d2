import Testing

@testable import Analysis

@Suite("Paired differences")
struct PairedDifferenceTests {
    /// Student's (1908) sleep data: hours gained with two drugs by the same ten patients; t = 4.0621 with 9 degrees of
    /// freedom, interval 0.7001 to 2.4599.
    @Test("Student's sleep data")
    func sleep() throws {
        let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
        let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
        let paired = PairedDifference(baseline: first, other: second)
        let interval = try #require(paired.difference.interval)
        #expect(abs(paired.difference.mean - 1.58) < 1e-12)
        #expect(abs(interval.lowerBound - 0.700_114_2) < 1e-6)
        #expect(abs(interval.upperBound - 2.459_885_8) < 1e-6)
        #expect(abs(try #require(paired.effectSize) - 4.062_128 / 10.0.squareRoot()) < 1e-6)
        #expect(paired.sameSign == 0.9)
        #expect(abs(paired.baselineMean - 0.75) < 1e-12)
        #expect(abs(paired.otherMean - 2.33) < 1e-12)
    }

    @Test("Pairing cancels what chance does to both alike")
    func common() throws {
        let shared = [0.0, 10, 20, 30]
        let paired = PairedDifference(baseline: shared, other: zip(shared, [1.0, 1.1, 0.9, 1.0]).map { $0 + $1 })
        let interval = try #require(paired.difference.interval)
        #expect(interval.lowerBound > 0.8 && interval.upperBound < 1.2)
    }

    @Test("A pair with an undefined side is dropped and counted, and moves neither mean")
    func dropped() {
        let paired = PairedDifference(baseline: [1, .nan, 3, 100], other: [2, 5, 4, .nan])
        #expect(paired.pairs == 2)
        #expect(paired.dropped == 2)
        #expect(paired.baselineMean == 2)
        #expect(paired.otherMean == 3)
    }

    @Test("Samples of different lengths pair as far as the shorter goes")
    func lengths() {
        let paired = PairedDifference(baseline: [1, 2, 3], other: [2, 3])
        #expect(paired.pairs == 2)
        #expect(paired.dropped == 1)
    }

    @Test("Equal differences: no width, no effect size, clear of 0")
    func constant() {
        let paired = PairedDifference(baseline: [1, 2, 3], other: [3, 4, 5])
        #expect(paired.difference.interval == 2...2)
        #expect(paired.effectSize == nil)
        #expect(paired.difference.excludesZero)
        #expect(paired.sameSign == 1)
    }

    @Test("No difference at all has no sign")
    func none() {
        let paired = PairedDifference(baseline: [1, 2], other: [1, 2])
        #expect(paired.sameSign == nil)
        #expect(!paired.difference.excludesZero)
    }

    @Test("One pair has a difference and no interval; none has neither")
    func few() {
        let one = PairedDifference(baseline: [1], other: [4])
        #expect(one.difference.mean == 3)
        #expect(one.difference.interval == nil)
        #expect(one.effectSize == nil)
        let none = PairedDifference(baseline: [.nan], other: [4])
        #expect(none.difference.mean.isNaN)
        #expect(none.sameSign == nil)
        #expect(none.dropped == 1)
    }

    @Test("Sign consistency counts pairs on the side of the mean")
    func signs() {
        #expect(PairedDifference(baseline: [0, 0, 0, 0], other: [-3, -3, 1, 0]).sameSign == 0.5)
    }
}
