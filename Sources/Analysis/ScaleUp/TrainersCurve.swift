public import Archive
public import Governance
import Numerics

/// How the share of the pilots' effect that is kept at scale grows with the number of trainers, and how many keep a stated share.
///
/// Points between those that were lived lie on straight lines over the logarithm of the multiple, through means made monotone (pool
/// adjacent violators). The interval is that of a bootstrap over replicates, percentiles of 1,000.
public struct TrainersCurve: Sendable {
    public let size: Int
    public let choice: PilotChoice
    /// The share that is to be kept.
    public let keep: Double
    public let points: [Point]
    public let needed: Needed

    /// Retention with so many times the trainers.
    public struct Point: Sendable {
        public let growth: Double
        public let retention: RatioOfMeans?
    }

    /// The least multiple of the trainers by which the share is kept.
    public enum Needed: Sendable, Equatable {
        /// Those that there are do, and fewer may.
        case enough
        case times(Double, interval: ClosedRange<Double>)
        /// Not even as many for each community as pilots had.
        case none(most: Double)
        /// There is no effect to keep.
        case undefined
    }

    /// - Parameters:
    ///   - growths: multiples that were lived, rising, the first of them 1.
    ///   - seed: of the bootstrap.
    public init(
        _ runs: ScaleUpRuns, size: Int, choice: PilotChoice, growths: [Double], keep: Double, replicates: Int,
        seed: UInt64
    ) {
        self.size = size
        self.choice = choice
        self.keep = keep
        var pilots: [Double] = []
        var cities = [[Double]](repeating: [], count: growths.count)
        for replicate in 1...max(1, replicates) {
            func run(_ role: ScaleUpWorld.Role) -> ScaleUpRun? { runs[ScaleUpWorld(size: size, role), replicate] }
            let own = growths.compactMap { $0 == 1 ? run(.city(choice)) : run(.grown(choice, growth: $0)) }
            guard let nobody = run(.nobody), let alone = run(.alone(choice)), own.count == growths.count else {
                continue
            }
            pilots.append(alone.effect(over: alone.pilots, against: nobody))
            for (place, city) in own.enumerated() {
                cities[place].append(city.effect(over: city.joined, against: nobody))
            }
        }
        points = zip(growths, cities).map { Point(growth: $0, retention: ScaleUpFinding.ratio($1, pilots)) }
        needed = Self.needed(growths, cities, pilots, keep: keep, seed: seed)
    }

    private static func needed(
        _ growths: [Double], _ cities: [[Double]], _ pilots: [Double], keep: Double, seed: UInt64
    ) -> Needed {
        let all = Array(pilots.indices)
        guard Estimate(of: pilots).isAboveZero, let most = growths.last else { return .undefined }
        func crossing(_ rows: [Int]) -> Double {
            let pilot = rows.reduce(0) { $0 + pilots[$1] }
            let kept = cities.map { city in rows.reduce(0) { $0 + city[$1] } / pilot }
            return Self.crossing(growths, monotone(kept), keep)
        }
        let found = crossing(all)
        guard found > 1 else { return .enough }
        guard found.isFinite else { return .none(most: most) }
        let stream = Stream(seed: seed, replicate: 0, name: "scale-up trainers")
        let drawn = (0..<1000).map { sample -> Double in
            var draws = stream.draws(agent: UInt64(sample), month: 0)
            // What is not kept by the most that were tried counts as the most: the interval then ends there.
            return min(most, crossing(all.map { _ in draws.integer(below: all.count) }))
        }
        let (low, high) = (Statistics.quantile(drawn, at: 0.025), Statistics.quantile(drawn, at: 0.975))
        return .times(found, interval: min(found, low ?? found)...max(found, high ?? found))
    }

    /// The rising row that is nearest to the values.
    static func monotone(_ values: [Double]) -> [Double] {
        var blocks: [(sum: Double, count: Int)] = []
        for value in values {
            blocks.append((value, 1))
            while blocks.count > 1 {
                let (last, before) = (blocks[blocks.count - 1], blocks[blocks.count - 2])
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        return blocks.flatMap { [Double](repeating: $0.sum / Double($0.count), count: $0.count) }
    }

    /// The least growth at which the rising values reach `keep`; infinity where none does.
    static func crossing(_ growths: [Double], _ values: [Double], _ keep: Double) -> Double {
        guard let place = values.firstIndex(where: { $0 >= keep }) else { return .infinity }
        guard place > 0 else { return growths[0] }
        let part = (keep - values[place - 1]) / (values[place] - values[place - 1])
        let (low, high) = (Portable.log(growths[place - 1]), Portable.log(growths[place]))
        return Portable.exp(low + part * (high - low))
    }
}
