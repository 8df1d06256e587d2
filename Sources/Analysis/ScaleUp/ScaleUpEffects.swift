import Archive
import Governance
import Numerics

/// What the runs of one city say of pilots so chosen: effects by replicate, in the observable's unit.
///
/// With P the pilots of a replicate, C all communities, a(.) the effect on those who have the regime alone, and on communities
/// when all have it, pilots having been drawn by lot, s(.) with the trainers and the attention that there are and u(.) with as
/// many for each as pilots have:
///
///     effect at scale s'(C) = a(P) + selection + dilution + heterogeneity + spill-over
///     selection     = a(C) - a(P)
///     dilution      = s(P) - u(P)
///     heterogeneity = (s(C) - a(C)) - (s(P) - a(P))
///     spill-over    = (u(P) - a(P)) + (s'(C) - s(C))
///
/// where s' is the city whose pilots were P. In s and u the communities P are drawn like any others, and most of them follow
/// later, so that they stand for their kind and not for those who went first. The sum is exact in every replicate. All runs
/// of a replicate share their draws.
public struct ScaleUpEffects: Sendable {
    /// a(P), s'(C), and a(P) where the pilots are a city by themselves (empty where that was not lived).
    public var pilots: [Double] = []
    public var city: [Double] = []
    public var apart: [Double] = []
    public var parts: [ScaleUpPart: [Double]] = [:]
    /// Signals and effects of communities that were drawn by lot and had the regime alone.
    public var drawn: [(signal: Double, effect: Double)] = []
    /// Outside organisations that gave up, a run: in the city, and where pilots were alone.
    public var leftCity: [Double] = []
    public var leftAlone: [Double] = []

    /// - Parameter replicates: those are left out of which a world was not lived.
    init(_ runs: ScaleUpRuns, size: Int, choice: PilotChoice, replicates: Int) {
        for part in ScaleUpPart.allCases { parts[part] = [] }
        for replicate in 1...max(1, replicates) {
            func run(_ role: ScaleUpWorld.Role) -> ScaleUpRun? { runs[ScaleUpWorld(size: size, role), replicate] }
            guard let nobody = run(.nobody), let alone = run(.alone(choice)), let own = run(.city(choice)),
                let lotAlone = run(.lotAlone), let lotFull = run(.lotFull), let lotCity = run(.lotCity)
            else { continue }
            let (kind, all) = (alone.pilots, lotCity.joined)
            let aP = alone.effect(over: kind, against: nobody)
            let aC = lotAlone.effect(over: lotAlone.pilots, against: nobody)
            let (sP, uP) = (lotCity.effect(over: kind, against: nobody), lotFull.effect(over: kind, against: nobody))
            let sC = lotCity.effect(over: all, against: nobody)
            let city = own.effect(over: own.joined, against: nobody)
            pilots.append(aP)
            self.city.append(city)
            parts[.selection]?.append(aC - aP)
            parts[.dilution]?.append(sP - uP)
            parts[.heterogeneity]?.append((sC - aC) - (sP - aP))
            parts[.spillover]?.append((uP - aP) + (city - sC))
            if let apart = alone.apart { self.apart.append(apart) }
            drawn += lotAlone.pilots.compactMap { c in
                lotAlone.effect(on: c, against: nobody).map { (lotAlone.signals[c], $0) }
            }
            leftCity.append(own.left)
            leftAlone.append(alone.left)
        }
    }
}

/// How far a signal tells what pilots gain: Spearman's rank correlation with Fisher's interval.
public struct SignalWorth: Sendable, Equatable {
    public let correlation: Double
    public let interval: ClosedRange<Double>
    public let count: Int

    /// - Returns: nil for fewer than ten pairs, and where one side does not vary.
    init?(_ pairs: [(signal: Double, effect: Double)]) {
        let pairs = pairs.filter { $0.signal.isFinite && $0.effect.isFinite }
        guard pairs.count >= 10 else { return nil }
        let (x, y) = (Self.ranks(pairs.map(\.signal)), Self.ranks(pairs.map(\.effect)))
        let mean = Double(pairs.count + 1) / 2
        func sum(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } }
        let scale = (sum(x, x) * sum(y, y)).squareRoot()
        guard scale > 0 else { return nil }
        let r = max(-0.999_999, min(0.999_999, sum(x, y) / scale))
        let z = 0.5 * Portable.log((1 + r) / (1 - r))
        // Of ranks: Bonett and Wright (2000).
        let half = 1.959_963_984_540_054 * ((1 + r * r / 2) / Double(pairs.count - 3)).squareRoot()
        func back(_ z: Double) -> Double { 1 - 2 / (Portable.exp(2 * z) + 1) }
        correlation = r
        interval = back(z - half)...back(z + half)
        count = pairs.count
    }

    /// From 1; those that are equal have the mean of theirs.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var first = 0
        while first < order.count {
            var last = first
            while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
            for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
            first = last + 1
        }
        return ranks
    }
}
