public import Archive
import Governance

/// Scenarios to be run, each as often as there are replicates, under one seed.
public struct Experiment: Sendable {
    /// In the order in which their results are written.
    public var scenarios: [PlannedScenario]
    /// Replicates of each scenario, at least 1.
    public var replicates: Int
    public var seed: UInt64
    /// Also record values by community.
    public var communities: Bool
    /// Keep every transfer of every month; without it series alone are kept, and no tables are written beside the archive.
    public var keepsMoney = true

    public init(scenarios: [PlannedScenario], replicates: Int, seed: UInt64, communities: Bool = false) {
        self.scenarios = scenarios
        self.replicates = max(1, replicates)
        self.seed = seed
        self.communities = communities
    }

    /// Every run, replicate after replicate, so that an interrupted comparison has whole pairs.
    public var runs: [Run] {
        (1...replicates).flatMap { replicate in
            scenarios.indices.map { Run(scenario: $0, replicate: replicate) }
        }
    }

    /// Whether values by community are kept of a scenario, by its place.
    func keepsCommunities(of place: Int) -> Bool { communities || scenarios[place].keepsCommunities }

    /// Bytes that its series take on disk at the least, money and reports not counted.
    var leastBytes: Int {
        let rows = scenarios.indices.reduce(0) { rows, place in
            let scenario = scenarios[place]
            let tables = 1 + (keepsCommunities(of: place) ? scenario.specification.people.communities.count : 0)
            return rows + scenario.specification.months * tables
        }
        return rows * replicates * Observable.all.count * 16
    }

    /// What its results depend on.
    ///
    /// - Parameter program: the program's name and version.
    public func inputs(program: String) -> Inputs {
        Inputs(
            program: program, model: ModelFingerprint.current, seed: seed, observables: Observable.all.map(\.key),
            scenarios: scenarios.map(\.input))
    }
}

/// One replicate of one scenario.
public struct Run: Sendable, Hashable {
    /// Place of the scenario in the experiment.
    public let scenario: Int
    /// 1 and up.
    public let replicate: Int

    public init(scenario: Int, replicate: Int) {
        self.scenario = scenario
        self.replicate = replicate
    }
}
