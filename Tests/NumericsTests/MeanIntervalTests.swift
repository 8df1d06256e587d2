import Numerics
import Testing

@Suite("Student's interval of a mean")
struct MeanIntervalTests {
    @Test func aCaseByHand() throws {
        // Mean 3, variance 10 / 4; the table's t of 4 degrees at 97.5 % is 2.776445.
        let interval = try #require(meanInterval([1, 2, 3, 4, 5], confidence: 0.95))
        let half = 2.776_445 * (2.5 / 5).squareRoot()
        #expect(interval.mean == 3)
        #expect(isClose(interval.standardDeviation, to: 2.5.squareRoot(), within: 1e-15))
        #expect(isClose(interval.lower, to: 3 - half, within: 1e-6))
        #expect(isClose(interval.upper, to: 3 + half, within: 1e-6))
    }

    /// With two numbers the interval of confidence 1/2 is the range of the sample: Cauchy's upper quartile is 1.
    @Test func twoNumbers() throws {
        let interval = try #require(meanInterval([4, 10], confidence: 0.5))
        #expect(isClose(interval.lower, to: 4, within: 1e-12) && isClose(interval.upper, to: 10, within: 1e-12))
    }

    @Test func moreConfidenceIsWider() throws {
        let narrow = try #require(meanInterval([1, 2, 4], confidence: 0.9))
        let wide = try #require(meanInterval([1, 2, 4], confidence: 0.99))
        #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
    }

    @Test func aSampleThatDoesNotVaryHasNoWidth() {
        let interval = meanInterval([2.5, 2.5, 2.5], confidence: 0.95)
        #expect(interval?.lower == 2.5 && interval?.upper == 2.5)
    }

    @Test func oneNumberTellsNothingAboutSpread() {
        #expect(meanInterval([1], confidence: 0.95) == nil && meanInterval([], confidence: 0.95) == nil)
    }

    /// 4,000 samples of six normals: the share that covers is binomial; five standard errors are missed once in a
    /// million seeds, and an interval by the normal quantile instead of Student's would cover 89 % only.
    @Test func coversAsOftenAsItSays() {
        let covers = Goodness.draw(4_000, "interval") { draws in
            let interval = meanInterval((0..<6).map { _ in draws.normal(mean: 3, sd: 2) }, confidence: 0.95)
            return interval.map { $0.lower < 3 && 3 < $0.upper } ?? false
        }
        let share = Double(covers.count { $0 }) / 4_000
        #expect(abs(share - 0.95) < 5 * (0.95 * 0.05 / 4_000).squareRoot())
    }
}
