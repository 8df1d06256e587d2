import Numerics

/// Search for the alternatives that are best in several respects at once: the non-dominated sorting genetic algorithm.
///
/// A population is moved toward the front generation after generation: parents win tournaments of two by rank, then by crowding
/// distance; children come of crossover and mutation, each kind of variable by its own (``Variable``); of parents and children
/// together the first fronts survive, the last of them thinned by crowding. What breaks constraints is dominated by what breaks
/// them less. The first population is a Latin hypercube.
///
/// The caller measures candidates, in whatever order and on as many cores as it likes: they are numbered, and their draws hang on
/// their number alone. The value is all there is to know, so that a search can be kept in a file and gone on with. No alternative
/// is tried twice as long as another can be found.
///
/// Source: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6(2).
public struct NSGA2: Sendable, Codable, Equatable {
    /// An alternative that is to be tried, or was.
    public struct Candidate: Sendable, Codable, Equatable {
        /// Its number among all that were tried, from 0.
        public let number: Int
        /// In the order of the variables.
        public let values: [Double]
        /// What is to be as little as possible.
        public internal(set) var objectives: [Double] = []
        /// How far it breaks constraints; 0 where it keeps them.
        public internal(set) var violation = 0.0
    }

    /// What was measured of a candidate; nil where it could not be.
    public struct Measured: Sendable, Equatable {
        public let objectives: [Double]
        public let violation: Double

        public init(objectives: [Double], violation: Double = 0) {
            self.objectives = objectives
            self.violation = violation
        }
    }

    public let variables: [Variable]
    /// Candidates of a generation, an even number.
    public let size: Int
    public let seed: UInt64
    /// Whole generations.
    public private(set) var generation = 0
    /// The survivors of the last whole generation.
    public private(set) var population: [Candidate] = []
    /// Everything that was measured, in the order of numbers.
    public private(set) var tried: [Candidate] = []
    /// How many of these are of the generation that is under way.
    private var fresh = 0

    /// How alike children are to their parents, how often parents are crossed.
    private static let (crossoverEta, mutationEta, crossover) = (15.0, 20.0, 0.9)

    /// - Parameters:
    ///   - variables: one or more.
    ///   - size: at least 4.
    public init(_ variables: [Variable], size: Int, seed: UInt64) {
        self.variables = variables
        self.size = max(4, size + size % 2)
        self.seed = seed
    }

    /// The candidates of the generation that is under way which have not been measured yet.
    public var candidates: [Candidate] {
        let all = generation == 0 ? first : children
        return Array(all.dropFirst(fresh))
    }

    /// Takes what was measured, in the order of ``candidates``, all of them or the first ones.
    public mutating func take(_ measured: [Measured?]) {
        for (candidate, measured) in zip(candidates, measured) {
            var own = candidate
            if let measured, measured.objectives.allSatisfy(\.isFinite) {
                (own.objectives, own.violation) = (measured.objectives, measured.violation)
            } else {
                own.violation = .greatestFiniteMagnitude
            }
            tried.append(own)
            fresh += 1
        }
        guard fresh == size else { return }
        population = Self.survivors(of: population + tried.suffix(size), size)
        fresh = 0
        generation += 1
    }

    /// Of everything that was tried: those that keep all constraints and that none dominates.
    public var front: [Candidate] {
        Dominance.front(tried.map(\.objectives), violations: tried.map(\.violation)).map { tried[$0] }
    }

    // MARK: Candidates

    private var first: [Candidate] {
        let stream = Stream(seed: seed, replicate: 0, name: "nsga2.first")
        let points =
            (try? LowDiscrepancy.latinHypercube(count: size, dimensions: variables.count, stream: stream)) ?? []
        return points.enumerated().map { number, point in
            Candidate(number: number, values: zip(variables, point).map { $0.value(at: $1) })
        }
    }

    private var children: [Candidate] {
        let ranks = Self.ranks(population)
        let start = tried.count - fresh
        var known = Set(tried.prefix(start).map(\.values))
        return (0..<size / 2).flatMap { pair in
            let number = start + 2 * pair
            return brood(number, ranks, &known).enumerated().map { Candidate(number: number + $0, values: $1) }
        }
    }

    /// Two children that nothing tried before is equal to, as far as some tries find any.
    private func brood(_ number: Int, _ ranks: [(Int, Double)], _ known: inout Set<[Double]>) -> [[Double]] {
        var draws = Stream(seed: seed, replicate: UInt32(truncatingIfNeeded: generation), name: "nsga2.children")
            .draws(agent: UInt64(number), month: 0)
        func parent() -> [Double] {
            let (a, b) = (draws.integer(below: population.count), draws.integer(below: population.count))
            // Better rank, else less crowded, else the first drawn.
            let second = (ranks[b].0, -ranks[b].1) < (ranks[a].0, -ranks[a].1)
            return population[second ? b : a].values
        }
        var (one, two) = (parent(), parent())
        if draws.bernoulli(Self.crossover) {
            for (k, variable) in variables.enumerated() {
                (one[k], two[k]) = variable.crossed(one[k], two[k], eta: Self.crossoverEta, &draws)
            }
        }
        return [one, two].map { child in
            var child = mutated(child, &draws)
            for _ in 0..<20 where known.contains(child) { child = mutated(child, &draws) }
            known.insert(child)
            return child
        }
    }

    private func mutated(_ values: [Double], _ draws: inout Draws) -> [Double] {
        zip(variables, values).map { variable, value in
            draws.bernoulli(1 / Double(variables.count))
                ? variable.mutated(value, eta: Self.mutationEta, &draws) : value
        }
    }

    // MARK: Selection

    /// The front of each, from 0, and its crowding distance there.
    private static func ranks(_ population: [Candidate]) -> [(Int, Double)] {
        var ranks = [(Int, Double)](repeating: (0, 0), count: population.count)
        let fronts = Dominance.fronts(population.map(\.objectives), violations: population.map(\.violation))
        for (rank, front) in fronts.enumerated() {
            let distances = Dominance.crowding(front.map { population[$0].objectives })
            for (place, distance) in zip(front, distances) { ranks[place] = (rank, distance) }
        }
        return ranks
    }

    private static func survivors(of all: [Candidate], _ size: Int) -> [Candidate] {
        let ranks = ranks(all)
        return all.indices.sorted { a, b in
            (ranks[a].0, -ranks[a].1, a) < (ranks[b].0, -ranks[b].1, b)
        }.prefix(size).map { all[$0] }
    }
}
