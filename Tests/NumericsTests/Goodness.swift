@preconcurrency import CGSL
import Foundation
import Numerics

/// Tests of fit for the samplers' tests.
///
/// The false-alarm rate is the chance that a right sampler fails one such test under a random seed. The seeds are
/// fixed, so a test passes always or never. Each test of a sampler also shows that it has enough draws: a distribution
/// whose parameter is 5 % off is rejected at the same rate.
enum Goodness {
    static let falseAlarm = 1e-6

    /// Whether the sample is rejected as coming from the distribution, by Kolmogorov's test.
    static func rejects(_ sample: [Double], cdf: (Double) -> Double) -> Bool {
        let n = Double(sample.count)
        var distance = 0.0
        for (i, x) in sample.sorted().enumerated() {
            let p = cdf(x)
            distance = max(distance, p - Double(i) / n, Double(i + 1) / n - p)
        }
        // The first term of the limiting distribution's tail; the next is below 1e-24 here.
        return 2 * exp(-2 * n * distance * distance) < falseAlarm
    }

    /// Whether the counts of values 0, 1, 2 ... are rejected as coming from the probabilities, by Pearson's test.
    ///
    /// The last probability is made up to a sum of 1; cells with fewer than 10 expected are joined to the one before.
    static func rejects(counts: [Int], probabilities: [Double]) -> Bool {
        let n = Double(counts.reduce(0, +))
        var cells: [(seen: Double, expected: Double)] = []
        for (count, p) in zip(counts, probabilities) {
            if let last = cells.last, last.expected < 10 || n * p < 10 {
                cells[cells.count - 1] = (last.seen + Double(count), last.expected + n * p)
            } else {
                cells.append((Double(count), n * p))
            }
        }
        cells[cells.count - 1].expected += n - cells.map(\.expected).reduce(0, +)
        let statistic = cells.map { ($0.seen - $0.expected) * ($0.seen - $0.expected) / $0.expected }.reduce(0, +)
        return gsl_cdf_chisq_Q(statistic, Double(cells.count - 1)) < falseAlarm
    }

    /// `count` draws of a sampler, from a stream of its name.
    static func draw<Value>(_ count: Int, _ name: String, _ sampler: (inout Draws) -> Value) -> [Value] {
        var draws = Stream(seed: 20_260_101, replicate: 0, name: name).draws(agent: 1, month: 1)
        return (0..<count).map { _ in sampler(&draws) }
    }

    /// How often each of 0 ..< cells occurs; larger values count as the last.
    static func tally(_ values: [Int], cells: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: cells)
        for value in values { counts[min(value, cells - 1)] += 1 }
        return counts
    }
}
