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

    /// For each observable, by its place in ``Observable/all``, its value in every month from month 1; nil where the run breaks
    /// or is stopped.
    public func columns(of observables: [Int]) -> [[Double]]? {
        guard let world = try? World(specification, seed: seed, replicate: replicate) else { return nil }
        var columns = [[Double]](repeating: [], count: observables.count)
        for _ in 0..<specification.months {
            guard !stop.isRaised, (try? world.advance()) != nil else { return nil }
            let values = world.observe()
            for (place, observable) in observables.enumerated() { columns[place].append(values[observable]) }
        }
        return columns
    }
}
