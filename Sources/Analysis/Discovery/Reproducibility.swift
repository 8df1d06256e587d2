import Numerics

/// Whether a box would have been found in other samples of the same cases.
///
/// Cases are drawn with replacement, as many as there are, the method is applied anew, and of its trajectory the step is taken whose
/// coverage is nearest to the chosen box's, the densest of these. Told are the share of samples whose step restricts each input (Bryant and Lempert
/// 2010), and what the steps hold of the cases that the sample left out: coverage and density of a box are flattered by
/// the cases that it was fitted to.
public struct Reproducibility: Sendable, Equatable {
    public let samples: Int
    /// By input.
    public let shares: [Double]
    /// Means over the samples, on the cases left out; NaN where there were none.
    public let density: Double
    public let coverage: Double

    /// - Parameter rows: the cases from which the box was peeled.
    init(_ chosen: PRIM.Step, of prim: PRIM, among rows: [Int], samples: Int, stream: Stream) {
        var counts = [Int](repeating: 0, count: prim.table.inputs.count)
        var (densities, coverages): ([Double], [Double]) = ([], [])
        let share = Self.share(chosen.interest, of: rows.count { prim.isOfInterest[$0] })
        for sample in 0..<samples {
            var draws = stream.draws(agent: UInt64(sample), month: 0)
            let drawn = rows.map { _ in rows[draws.integer(below: rows.count)] }
            let other = PRIM(
                prim.table.rows(drawn), isOfInterest: drawn.map { prim.isOfInterest[$0] }, settings: prim.settings)
            let steps = other.trajectory(among: Array(drawn.indices))
            // Of equal coverage the densest, else a box that covers all would be held against none at all.
            let nearest = steps.min { a, b in
                (abs(a.coverage - share), -a.density) < (abs(b.coverage - share), -b.density)
            }
            guard let nearest else { continue }
            for input in nearest.box.restricted { counts[input] += 1 }
            let seen = Set(drawn)
            let left = rows.filter { !seen.contains($0) }
            let held = nearest.box.cases(of: prim.table, among: left)
            let hits = held.count { prim.isOfInterest[$0] }
            let all = left.count { prim.isOfInterest[$0] }
            if !held.isEmpty { densities.append(Double(hits) / Double(held.count)) }
            if all > 0 { coverages.append(Double(hits) / Double(all)) }
        }
        self.samples = samples
        shares = counts.map { Self.share($0, of: samples) }
        density = Self.mean(densities)
        coverage = Self.mean(coverages)
    }

    private static func share(_ count: Int, of all: Int) -> Double { Double(count) / Double(max(1, all)) }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }
}
