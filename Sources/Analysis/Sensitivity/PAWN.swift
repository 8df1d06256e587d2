public import Numerics

/// How much a result's distribution depends on each input, from one sample of all inputs, however the result is distributed.
///
/// An input's values are cut into n slices of equal count. In each, the result's distribution is held against that over the whole
/// sample by the largest distance of their distribution functions (Kolmogorov and Smirnov); the index is the mean of these
/// distances: 0 where the input says nothing. A sample of finite size gives more than 0 to inputs that say nothing, so indices
/// are held against those of dummies: inputs drawn at random, on which the result cannot depend.
/// Source: Pianosi and Wagener (2015), Environmental Modelling & Software 67; dummies: Zadeh and others (2017), ibid. 91.
public struct PAWN: Sendable {
    /// By input, from 0 to 1.
    public let indices: [Double]
    /// Results that were finite.
    public let observations: Int

    /// Slices unless told otherwise.
    public static let usualSlices = 10

    /// - Parameters:
    ///   - inputs: one row an observation, one column an input.
    ///   - results: one an observation; those that are not finite are left out.
    ///   - slices: at least 2.
    /// - Returns: nil for fewer than two observations a slice, or results that do not vary.
    public init?(inputs: [[Double]], results: [Double], slices: Int = usualSlices) {
        let kept = results.indices.filter { results[$0].isFinite }
        let values = kept.map { results[$0] }
        guard let width = inputs.first?.count, width > 0, slices > 1, values.count >= 2 * slices,
            values.contains(where: { $0 != values[0] })
        else { return nil }
        observations = values.count
        let sample = RankedSample(values)
        indices = (0..<width).map { input in
            let column = kept.map { inputs[$0][input] }
            let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
            return sample.meanDistance(of: order, slices: slices)
        }
    }

    /// Standard deviations of the indices over samples of observations drawn with replacement, by input.
    ///
    /// Parameters as of ``init(inputs:results:slices:)``; `stream`: agent r of month 0 draws sample r.
    static func spreads(
        inputs: [[Double]], results: [Double], slices: Int, resamples: Int, stream: Stream
    ) -> [Double] {
        let samples = (0..<resamples).compactMap { r -> [Double]? in
            var draws = stream.draws(agent: UInt64(r), month: 0)
            let drawn = results.indices.map { _ in draws.integer(below: results.count) }
            return PAWN(inputs: drawn.map { inputs[$0] }, results: drawn.map { results[$0] }, slices: slices)?.indices
        }
        return (0..<(inputs.first?.count ?? 0)).map { input in
            Statistics.standardDeviation(samples.map { $0[input] }) ?? 0
        }
    }

    /// What the indices of all inputs that say nothing stay below, taken together, with the confidence asked for: the quantile
    /// at 1 - (1 - confidence) / inputs of dummies' indices.
    ///
    /// Results that are equal make distances smaller, so for these it is on the safe side.
    /// - Parameters:
    ///   - observations: finite results.
    ///   - inputs: how many are looked at together.
    ///   - stream: where dummies are drawn from.
    /// Complexity: the more inputs, the more dummies, to 20,000; each sorts the observations.
    public static func threshold(
        observations: Int, inputs: Int, slices: Int = usualSlices,
        confidence: Double = Estimate.usualConfidence, stream: Stream
    ) -> Double {
        let sample = RankedSample((0..<observations).map(Double.init))
        let dummies = min(20_000, Int((10 * Double(inputs) / (1 - confidence)).rounded(.up)))
        var draws = stream.draws(agent: 0, month: 0)
        var order = Array(0..<observations)
        let chance = (0..<dummies).map { _ in
            draws.shuffle(&order)
            return sample.meanDistance(of: order, slices: slices)
        }
        return Statistics.quantile(chance, at: 1 - (1 - confidence) / Double(max(1, inputs))) ?? 1
    }
}

/// A sample by ranks: for each number how many are below it, and how many are not above it.
private struct RankedSample {
    private let below: [Int]
    private let upTo: [Int]

    init(_ values: [Double]) {
        let sorted = values.sorted()
        func count(_ holds: (Double) -> Bool) -> Int {
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        below = values.map { value in count { $0 < value } }
        upTo = values.map { value in count { $0 <= value } }
    }

    /// The mean over slices of the numbers in that order of the largest distance between the slice's distribution function and
    /// the whole sample's.
    func meanDistance(of order: [Int], slices: Int) -> Double {
        let n = order.count
        var sum = 0.0
        for slice in 0..<slices {
            let own = order[slice * n / slices..<(slice + 1) * n / slices].sorted { upTo[$0] < upTo[$1] }
            // Both functions are steps: they are farthest apart at, or just before, a step of the slice's. In units of 1 / nm.
            var distance = 0
            var place = 0
            while place < own.count {
                var next = place + 1
                while next < own.count, upTo[own[next]] == upTo[own[place]] { next += 1 }
                distance = max(
                    distance, abs(place * n - below[own[place]] * own.count),
                    abs(next * n - upTo[own[place]] * own.count))
                place = next
            }
            sum += Double(distance) / Double(n * own.count)
        }
        return sum / Double(slices)
    }
}
