import Numerics

/// Normal moves of parameter sets, as wide as twice the weighted covariance of a population.
public struct MoveKernel: Sendable {
    /// Whether each parameter moves by itself, or all move as they vary together.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// By variances alone (Beaumont et al. 2009): few particles are enough for many parameters.
        case separate
        /// By the whole covariance (Filippi et al. 2013): finds its way along ridges, where parameters make up for one another; wants
        /// many more particles than parameters.
        case joint
    }

    /// The lower triangle L of V = L L', row by row.
    private let root: [[Double]]

    /// - Parameters:
    ///   - population: weights, which sum to 1, and values.
    ///   - ranges: widths of the priors; no move is narrower than a thousandth of them.
    init(_ kind: Kind, of population: [(weight: Double, values: [Double])], ranges: [Double]) {
        let dimensions = ranges.indices
        let means = dimensions.map { k in population.reduce(0) { $0 + $1.weight * $1.values[k] } }
        func covariance(_ j: Int, _ k: Int) -> Double {
            2 * population.reduce(0) { $0 + $1.weight * ($1.values[j] - means[j]) * ($1.values[k] - means[k]) }
        }
        let least = ranges.map { 1e-6 * $0 * $0 }
        switch kind {
        case .separate:
            root = dimensions.map { k in
                dimensions.prefix(k + 1).map { $0 == k ? max(covariance(k, k), least[k]).squareRoot() : 0 }
            }
        case .joint:
            // Cholesky's decomposition; what has no room of its own left gets the least.
            var lower: [[Double]] = []
            for j in dimensions {
                var row: [Double] = []
                for k in 0...j {
                    let sum = (0..<k).reduce(covariance(j, k)) { $0 - row[$1] * (k == j ? row[$1] : lower[k][$1]) }
                    row.append(k == j ? max(sum, least[j]).squareRoot() : sum / lower[k][k])
                }
                lower.append(row)
            }
            root = lower
        }
    }

    func moved(_ values: [Double], _ draws: inout Draws) -> [Double] {
        let steps = values.map { _ in draws.normal() }
        return values.indices.map { j in
            values[j] + zip(root[j], steps).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    /// The density of a move from one set to another, but for a factor that is the same for all.
    func density(_ values: [Double], from other: [Double]) -> Double {
        var steps: [Double] = []
        for j in values.indices {
            let rest = steps.indices.reduce(values[j] - other[j]) { $0 - root[j][$1] * steps[$1] }
            steps.append(rest / root[j][j])
        }
        return Portable.exp(-steps.reduce(0) { $0 + $1 * $1 } / 2)
    }
}
