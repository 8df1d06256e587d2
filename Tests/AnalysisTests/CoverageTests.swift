import Foundation
import Numerics
import Testing

@testable import Analysis

/// 4,000 samples of normal numbers with mean 3: the share of intervals that cover 3.
///
/// At the nominal share p the count is binomial; the bound of 3.9 standard errors is missed by chance once in 10,000
/// seeds, and the seed is fixed.
@Suite("Intervals cover the expected value as often as they say")
struct CoverageTests {
    @Test(arguments: [(3, 0.95), (8, 0.95), (20, 0.95), (8, 0.80)])
    func coverage(size: Int, confidence: Double) {
        let samples = 4000
        var draws = Stream(seed: 20070801, replicate: 0, name: "coverage").draws(agent: UInt64(size), month: 0)
        var covered = 0
        for _ in 0..<samples {
            let sample = (0..<size).map { _ in 3 + 2 * normal(&draws) }
            if let interval = Estimate(of: sample, confidence: confidence).interval, interval.contains(3) {
                covered += 1
            }
        }
        let error = (confidence * (1 - confidence) / Double(samples)).squareRoot()
        #expect(abs(Double(covered) / Double(samples) - confidence) < 3.9 * error)
    }

    /// A standard normal number by the polar method.
    private func normal(_ draws: inout Draws) -> Double {
        while true {
            let u = Double.random(in: -1..<1, using: &draws)
            let v = Double.random(in: -1..<1, using: &draws)
            let s = u * u + v * v
            if s > 0, s < 1 { return u * (-2 * log(s) / s).squareRoot() }
        }
    }
}
