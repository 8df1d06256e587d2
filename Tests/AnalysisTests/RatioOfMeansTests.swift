import Foundation
import Numerics
import Testing

@testable import Analysis

@Suite("Ratios of means")
struct RatioOfMeansTests {
    /// x = (1, 2, 3), y = (1, 1, 1): s_xx = 1, s_xy = s_yy = 0, t of 2 degrees 4.30265; a = 4 - 18.5128 / 3 < 0 at 95 %,
    /// and at 80 % t = 1.88562, t^2 / 3 = 1.185185: (2 -+ sqrt(4 - 2.814815)) / 2.814815.
    @Test("By hand")
    func byHand() throws {
        #expect(RatioOfMeans(of: [1, 1, 1], to: [1, 2, 3]) == nil)
        let ratio = try #require(RatioOfMeans(of: [1, 1, 1], to: [1, 2, 3], confidence: 0.8))
        #expect(ratio.ratio == 0.5)
        #expect(abs(ratio.interval.lowerBound - 0.323765) < 1e-6)
        #expect(abs(ratio.interval.upperBound - 1.097288) < 1e-6)
    }

    @Test("Numbers in one proportion have an interval without width")
    func proportion() throws {
        let ratio = try #require(RatioOfMeans(of: [2, 4, 6], to: [4, 8, 12].map { $0 + 0 }, confidence: 0.5))
        #expect(abs(ratio.interval.upperBound - 0.5) < 1e-12 && abs(ratio.interval.lowerBound - 0.5) < 1e-12)
    }

    @Test("Pairs with an undefined number are left out; one pair is not enough")
    func undefined() {
        #expect(RatioOfMeans(of: [1, .nan], to: [2, 2]) == nil)
        #expect(RatioOfMeans(of: [1, .nan, 1], to: [2, 2, 2])?.ratio == 0.5)
    }

    /// 4,000 samples of correlated normal pairs of known means: the interval covers their ratio as often as it says. Where
    /// the denominator is so weak that one sample in seven has no bounded interval, those that have one cover as often.
    /// The bound is 3.9 standard errors of a binomial share (1.3 points).
    @Test("The interval covers the ratio", arguments: [(0.6, 0.4), (0.6, 1.5), (-0.2, 0.4), (1.5, 1)])
    func coverage(ratio: Double, spread: Double) {
        let samples = 4000
        var draws = Stream(seed: 20200901, replicate: 0, name: "fieller").draws(agent: 0, month: 0)
        var (covered, defined) = (0, 0)
        for _ in 0..<samples {
            let pairs = (0..<20).map { _ in
                let (own, shared) = (normal(&draws), normal(&draws))
                return (y: ratio + 0.5 * spread * (shared + own), x: 1 + spread * shared)
            }
            guard let found = RatioOfMeans(of: pairs.map(\.y), to: pairs.map(\.x)) else { continue }
            defined += 1
            covered += found.interval.contains(ratio) ? 1 : 0
        }
        #expect(defined > samples * 3 / 4)
        let error = (0.95 * 0.05 / Double(defined)).squareRoot()
        #expect(abs(Double(covered) / Double(defined) - 0.95) < 3.9 * error, "\(covered) of \(defined)")
    }

    private func normal(_ draws: inout Draws) -> Double {
        let (u, v) = (Double.random(in: 0..<1, using: &draws), Double.random(in: 0..<1, using: &draws))
        return (-2 * log(1 - u)).squareRoot() * cos(2 * .pi * v)
    }
}
