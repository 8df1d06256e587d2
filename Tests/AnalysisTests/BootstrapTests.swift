import Numerics
import Testing

@testable import Analysis

@Suite("Bootstrap intervals")
struct BootstrapTests {
    /// 600 normal samples: the count of intervals that cover is binomial; 3.9 standard errors, and 0.01 for what quantiles of finitely many
    /// resamples of a small sample lack.
    @Test("they cover as Student's do, and are as wide", arguments: [8, 20])
    func coverage(size: Int) throws {
        let bootstrap = Bootstrap(count: size, resamples: 500)
        let samples = 600
        var draws = Stream(seed: 20070801, replicate: 0, name: "bootstrap coverage").draws(
            agent: UInt64(size), month: 0)
        var covered = 0
        var ratio = 0.0
        for _ in 0..<samples {
            let sample = (0..<size).map { _ in 3 + 2 * draws.normal() }
            let own = try #require(bootstrap.interval(sample))
            let student = try #require(Estimate(of: sample).interval)
            covered += own.contains(3) ? 1 : 0
            ratio += (own.upperBound - own.lowerBound) / (student.upperBound - student.lowerBound) / Double(samples)
        }
        let error = (0.95 * 0.05 / Double(samples)).squareRoot()
        #expect(abs(Double(covered) / Double(samples) - 0.95) < 3.9 * error + 0.01)
        #expect((0.93...1.05).contains(ratio))
    }

    @Test("small, undefined and constant samples")
    func edges() {
        #expect(Bootstrap(count: 3).interval([1, 2, 3]) == nil)
        let bootstrap = Bootstrap(count: 6, resamples: 100)
        #expect(bootstrap.interval([1, 2, 3, 4, 5, .nan]) == nil && bootstrap.interval([1, 2]) == nil)
        #expect(bootstrap.interval([2, 2, 2, 2, 2, 2]) == 2...2)
    }
}
