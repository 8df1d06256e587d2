import Numerics

/// Approximate Bayesian computation by sequential Monte Carlo: which parameters give what was seen.
///
/// A population of parameter sets is moved, generation after generation, toward those whose distance from the targets is
/// within a tolerance that shrinks to a quantile of the last generation's distances, the median unless told otherwise:
///
///     theta* ~ last generation by its weights;  theta ~ N(theta*, V)
///     kept if inside its range and distance(theta) <= tolerance
///     weight = 1 / sum_j w_j N(theta; theta_j, V);  the prior is uniform over the ranges
///
/// V is twice the weighted covariance of the last generation, of each parameter by itself or of all together
/// (``MoveKernel``), so that moves become as fine, and as slanted, as what is known.
///
/// The first generation is a Latin hypercube over the ranges, all of it kept. The caller measures distances, in whatever
/// order and on as many cores as it likes: candidates are numbered, and their draws hang on their number alone. The value is
/// all there is to know, so that a search can be kept in a file and gone on with.
///
/// Sources: Toni et al. (2009), J. R. Soc. Interface 6; Beaumont et al. (2009), Biometrika 96(4), and Filippi et al. (2013),
/// Statistical Applications in Genetics and Molecular Biology 12(1), for the kernels.
public struct SequentialABC: Sendable, Codable, Equatable {
    /// A parameter and the range over which its prior is uniform.
    public struct Prior: Sendable, Codable, Equatable {
        public var key: String
        public var low: Double
        public var high: Double

        public init(key: String, range: ClosedRange<Double>) {
            self.key = key
            low = range.lowerBound
            high = range.upperBound
        }
    }

    /// A set of parameters that is to be tried, or was.
    public struct Particle: Sendable, Codable, Equatable {
        /// Its number among all that were tried, from 0.
        public let number: Int
        /// In the order of the priors.
        public let values: [Double]
        public internal(set) var distance: Double
        public internal(set) var weight: Double
    }

    public let priors: [Prior]
    /// Particles that a generation keeps.
    public let size: Int
    public let seed: UInt64
    /// How parameters are moved.
    public let kernel: MoveKernel.Kind
    /// The share of a generation's distances that the next tolerance leaves: smaller is faster where most moves are kept, and
    /// wasteful where few are.
    public let quantile: Double
    /// The last whole generation; empty before the first is.
    public private(set) var population: [Particle] = []
    /// What the generation that is under way has kept so far.
    private var kept: [Particle] = []
    /// The largest distance that is kept now; nil in the first generation, which keeps all.
    public private(set) var tolerance: Double?
    /// Whole generations.
    public private(set) var generation = 0
    /// Candidates tried in all, and in the generation that is under way.
    public private(set) var tried = 0
    private var triedNow = 0
    /// The share that was kept in the last whole generation.
    public private(set) var acceptance = 1.0

    /// - Parameters:
    ///   - priors: one or more.
    ///   - size: particles of a generation, at least 4.
    ///   - quantile: above 0 and below 1.
    public init(
        _ priors: [Prior], size: Int, seed: UInt64, kernel: MoveKernel.Kind = .separate, quantile: Double = 0.5
    ) {
        self.priors = priors
        self.size = max(4, size)
        self.seed = seed
        self.kernel = kernel
        self.quantile = quantile
    }

    /// The next candidates, numbered on from ``tried``: `count` of them, or fewer at the first generation's end.
    public func candidates(_ count: Int) -> [Particle] {
        func particle(_ number: Int, _ values: [Double]) -> Particle {
            Particle(number: number, values: values, distance: 0, weight: 0)
        }
        guard generation == 0 else {
            let moves = moves
            return (tried..<tried + count).map { particle($0, moved($0, by: moves)) }
        }
        let first = firstValues
        return (tried..<max(tried, min(first.count, tried + count))).map { particle($0, first[$0]) }
    }

    /// The whole first generation.
    private var firstValues: [[Double]] {
        let stream = Stream(seed: seed, replicate: 0, name: "calibration.first")
        let points = (try? LowDiscrepancy.latinHypercube(count: size, dimensions: priors.count, stream: stream)) ?? []
        return points.map { point in zip(point, priors).map { $1.low + $0 * ($1.high - $1.low) } }
    }

    /// A candidate drawn near one of the last generation: the first of its draws that is inside the ranges.
    private func moved(_ number: Int, by moves: MoveKernel) -> [Double] {
        var draws = Stream(seed: seed, replicate: UInt32(truncatingIfNeeded: generation), name: "calibration.move")
            .draws(agent: UInt64(number), month: 0)
        while true {
            let values = moves.moved(pick(draws.uniform()).values, &draws)
            if zip(values, priors).allSatisfy({ ($1.low...$1.high).contains($0) }) { return values }
        }
    }

    private func pick(_ u: Double) -> Particle {
        var left = u
        for particle in population {
            left -= particle.weight
            if left < 0 { return particle }
        }
        return population[population.count - 1]
    }

    /// How the last generation is moved.
    private var moves: MoveKernel {
        MoveKernel(
            kernel, of: population.map { ($0.weight, $0.values) }, ranges: priors.map { $0.high - $0.low })
    }

    /// Takes candidates whose distance was measured, in the order of their numbers; a distance that is no number is never
    /// kept. Those that are left when a generation is whole are forgotten, and their numbers drawn anew in the next, so that
    /// it does not matter how many are measured at once.
    public mutating func take(_ measured: [Particle], distances: [Double]) {
        let now = generation
        let moves = generation > 0 ? moves : nil
        for (particle, distance) in zip(measured, distances) where generation == now && particle.number == tried {
            tried += 1
            triedNow += 1
            defer { closeIfWhole() }
            guard distance <= tolerance ?? .greatestFiniteMagnitude else { continue }
            var particle = particle
            particle.distance = distance
            particle.weight = moves.map { 1 / density(particle.values, $0) } ?? 1
            kept.append(particle)
        }
    }

    /// The first generation is whole when all of it was tried, whatever could not be measured.
    private mutating func closeIfWhole() {
        if kept.count == size || generation == 0 && tried >= size && !kept.isEmpty { close() }
    }

    /// How likely a move of the last generation is to give these values.
    private func density(_ values: [Double], _ moves: MoveKernel) -> Double {
        population.reduce(0) { $0 + $1.weight * moves.density(values, from: $1.values) }
    }

    private mutating func close() {
        let sum = kept.reduce(0) { $0 + $1.weight }
        population = kept.map {
            var particle = $0
            particle.weight /= sum
            return particle
        }
        kept = []
        acceptance = Double(population.count) / Double(max(1, triedNow))
        triedNow = 0
        generation += 1
        let distances = population.map(\.distance).sorted()
        tolerance = distances[Int(Double(distances.count - 1) * quantile)]
    }

    /// Whether every particle of the last generation is within what the targets allow.
    public var isDone: Bool { generation > 0 && population.allSatisfy { $0.distance == 0 } }

    /// The value below which the share `p` of the population's weight lies, for the parameter at that place.
    public func quantile(_ k: Int, at p: Double) -> Double {
        let sorted = population.sorted { $0.values[k] < $1.values[k] }
        var left = p
        for particle in sorted {
            left -= particle.weight
            if left <= 0 { return particle.values[k] }
        }
        return sorted.last?.values[k] ?? .nan
    }

    /// How many particles of equal weight would tell as much: (sum w)^2 / sum w^2.
    public var effectiveSize: Double {
        let squares = population.reduce(0) { $0 + $1.weight * $1.weight }
        return squares > 0 ? 1 / squares : 0
    }

    /// So many sets drawn from the population by its weights, evenly: for runs that show what the posterior predicts.
    public func drawn(_ count: Int) -> [[Double]] {
        var draws = Stream(seed: seed, replicate: 0, name: "calibration.predictive").draws(agent: 0, month: 0)
        let start = draws.uniform()
        // Systematic resampling (Kitagawa 1996): one draw, then equal steps.
        return (0..<count).map { pick((Double($0) + start) / Double(count)).values }
    }

    /// The particle within the least distance of the targets that moves the parameters least from where they stand: the least
    /// sum of squares of (value - standing) / range. Which is a convention: all particles of the last generation agree with the
    /// targets about as well.
    public func nearest(to standing: [Double]) -> Particle? {
        let least = population.map(\.distance).min() ?? .infinity
        func shift(_ particle: Particle) -> Double {
            zip(zip(particle.values, standing), priors).reduce(0) { sum, pair in
                let step = (pair.0.0 - pair.0.1) / (pair.1.high - pair.1.low)
                return sum + step * step
            }
        }
        return population.filter { $0.distance == least }.min { shift($0) < shift($1) }
    }
}
