public import Governance

/// A run of which some observables are wanted, and nothing is kept.
public struct ObservedRun: Sendable {
    private let specification: ScenarioSpecification
    private let seed: UInt64
    private let replicate: UInt32
    private let stop: StopSignal

    public init(_ specification: ScenarioSpecification, seed: UInt64, replicate: UInt32, stop: StopSignal) {
        self.specification = specification
        self.seed = seed
        self.replicate = replicate
        self.stop = stop
    }

    /// An observable, by its place in ``Observable/all``, of the whole world or of some communities.
    public struct Column: Sendable, Hashable {
        public let observable: Int
        /// Communities by their place in ``World/communityIDs``, with the weights of their mean; none for the whole world.
        public let weights: [Int: Double]

        public init(_ observable: Int, weights: [Int: Double] = [:]) {
            self.observable = observable
            self.weights = weights
        }
    }

    /// Values of the whole world in every month from month 1; nil where the run breaks or is stopped.
    public func columns(of observables: [Int]) -> [[Double]]? { values(of: observables.map { Column($0) }) }

    /// The columns' values in every month from month 1; nil where the run breaks or is stopped.
    public func values(of columns: [Column]) -> [[Double]]? {
        guard let world = try? World(specification, seed: seed, replicate: replicate) else { return nil }
        let communities = Set(columns.flatMap(\.weights.keys))
        var values = [[Double]](repeating: [], count: columns.count)
        for _ in 0..<specification.months {
            guard !stop.isRaised, (try? world.advance()) != nil else { return nil }
            let whole = world.observe()
            let parts = Dictionary(uniqueKeysWithValues: communities.map { ($0, world.observe(community: $0)) })
            for (place, column) in columns.enumerated() {
                guard !column.weights.isEmpty else {
                    values[place].append(whole[column.observable])
                    continue
                }
                let sum = column.weights.reduce(0) { $0 + $1.value * (parts[$1.key]?[column.observable] ?? .nan) }
                values[place].append(sum / column.weights.values.reduce(0, +))
            }
        }
        return values
    }
}
