import Numerics
import Testing

@Suite("Measures of a sample")
struct StatisticsTests {
    @Test func meanAndSpread() {
        #expect(Statistics.mean([2, 4, 4, 4, 5, 5, 7, 9]) == 5)
        // The squares sum to 32, over n - 1 = 7.
        #expect(
            isClose(Statistics.standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]), to: (32.0 / 7).squareRoot(), within: 1e-15))
        // A large offset costs no digits.
        #expect(isClose(Statistics.standardDeviation([1e9, 1e9 + 1, 1e9 + 2]), to: 1, within: 1e-9))
    }

    @Test func quantilesAreLinearBetweenTheOrderStatistics() {
        let sample = [30.0, 10, 20, 40]
        #expect(Statistics.quantile(sample, at: 0) == 10 && Statistics.quantile(sample, at: 1) == 40)
        #expect(Statistics.quantile(sample, at: 0.5) == 25)
        #expect(isClose(Statistics.quantile(sample, at: 0.1), to: 13, within: 1e-14))
        #expect(Statistics.quantile([7], at: 0.3) == 7)
    }

    @Test func gini() {
        #expect(Statistics.gini([3, 3, 3]) == 0)
        #expect(Statistics.gini([0, 0, 0, 8]) == 0.75)
        // Half the mean absolute difference over the mean: (|1-2| + |1-3| + |2-3|) * 2 / 9 / 2 / 2.
        #expect(isClose(Statistics.gini([3, 1, 2]), to: 2.0 / 9, within: 1e-15))
        // Amounts k / n grow evenly: (n^2 - 1) / (3 n (n + 1)), which is 1/3 in the limit.
        #expect(isClose(Statistics.gini((1...1000).map { Double($0) }), to: 999.0 / 3000, within: 1e-12))
    }

    @Test func tooFewNumbersTellNothing() {
        #expect(Statistics.mean([]) == nil && Statistics.quantile([], at: 0.5) == nil)
        #expect(Statistics.standardDeviation([1]) == nil)
        #expect(Statistics.gini([]) == nil && Statistics.gini([0, 0]) == nil)
    }
}
