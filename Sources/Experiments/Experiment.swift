public import Archive
import Governance
import Numerics
import Scenarios

/// Scenarios to be run, each as often as there are replicates, under one seed; at every point of a design, or as they are.
public struct Experiment: Sendable {
    /// In the order in which their results are written.
    public var scenarios: [PlannedScenario]
    /// Replicates of each scenario, at least 1.
    public var replicates: Int
    public var seed: UInt64
    /// What is kept of each run.
    public var keeping: Keeping
    /// Whether tables are written beside the archive.
    public var writesTables = true
    /// The design at whose points scenarios are run.
    public let sweep: Sweep?
    /// Which part of the runs is to be done here; all where nil.
    public var shard: Shard?

    public init(scenarios: [PlannedScenario], replicates: Int, seed: UInt64, communities: Bool = false) {
        self.scenarios = scenarios
        self.replicates = max(1, replicates)
        self.seed = seed
        keeping = Keeping(communities: communities)
        sweep = nil
    }

    init(scenarios: [PlannedScenario], sweep: Sweep) {
        self.scenarios = scenarios
        replicates = max(1, sweep.input.replicates)
        seed = sweep.design.seed
        keeping = sweep.input.keeping
        self.sweep = sweep
    }

    /// Every run of the shard, replicate after replicate, so that an interrupted comparison has whole pairs; within one, the
    /// points in an order whose beginning is balanced, each with all scenarios.
    public var runs: [Run] {
        let points = sweep?.order ?? [0]
        var runs: [Run] = []
        var place = 0
        for replicate in 1...replicates {
            for point in points {
                for scenario in scenarios.indices {
                    if shard?.has(place) ?? true {
                        runs.append(Run(scenario: scenario, point: point, replicate: replicate))
                    }
                    place += 1
                }
            }
        }
        return runs
    }

    /// Where a run stands in the archive.
    public func address(of run: Run) -> RunAddress {
        RunAddress(
            scenario: scenarios[run.scenario].id, point: sweep?.number(run.point) ?? 0, replicate: run.replicate)
    }

    /// Residents times the months that a run lives: what its time goes with.
    func residentMonths(_ run: Run) -> Int {
        sweep?.size(run.scenario, run.point).residentMonths ?? scenarios[run.scenario].residentMonths
    }

    /// Bytes of a run's world.
    func memory(_ run: Run) -> Int {
        sweep?.size(run.scenario, run.point).memory ?? World.bytes(for: scenarios[run.scenario].specification)
    }

    /// The scenario as it is lived in a run.
    ///
    /// - Throws: nothing that planning did not find.
    func scenario(of run: Run) throws(ScenarioFaults) -> PlannedScenario {
        guard let sweep else { return scenarios[run.scenario] }
        return try sweep.scenario(run.scenario, run.point)
    }

    /// The seed of a run's draws: the experiment's, unless each point has its own.
    func seed(of run: Run) -> UInt64 {
        guard let sweep, sweep.design.ownDraws else { return seed }
        return Identity.compose(seed, UInt64(sweep.number(run.point)))
    }

    /// What is kept of a scenario, by its place.
    func keeping(of place: Int) -> Keeping {
        var keeping = keeping
        keeping.communities = keeping.communities || scenarios[place].keepsCommunities
        return keeping
    }

    /// Bytes that its series take on disk at the least, money and reports not counted.
    var leastBytes: Int {
        let rows = runs.reduce(0) { rows, run in
            let specification = scenarios[run.scenario].specification
            let size = sweep?.size(run.scenario, run.point)
            let communities = size?.communities ?? specification.people.communities.count
            let tables = 1 + (keeping(of: run.scenario).communities ? communities : 0)
            return rows + keeping.months(of: size?.months ?? specification.months).count * tables
        }
        // A number takes nine bytes in a table, but a zero only one; experiments without a design have tables as text too.
        return rows * Observable.all.count * (sweep == nil ? 16 : 4)
    }

    /// What its results depend on.
    ///
    /// - Parameter program: the program's name and version.
    public func inputs(program: String) -> Inputs {
        var design = sweep?.input
        design?.replicates = replicates
        return Inputs(
            program: program, model: ModelFingerprint.current, seed: seed, observables: Observable.all.map(\.key),
            scenarios: scenarios.map(\.input), design: design)
    }
}

/// One replicate of one scenario at one point.
public struct Run: Sendable, Hashable {
    /// Place of the scenario in the experiment.
    public let scenario: Int
    /// Place of the point in the design; 0 where there is none.
    public let point: Int
    /// 1 and up.
    public let replicate: Int

    public init(scenario: Int, point: Int = 0, replicate: Int) {
        self.scenario = scenario
        self.point = point
        self.replicate = replicate
    }
}

/// Every n-th run of an experiment: a balanced part of it, for one of n machines.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
    /// From 1 to `count`.
    public let number: Int
    public let count: Int

    /// - Returns: nil unless `number` is from 1 to `count`.
    public init?(_ number: Int, of count: Int) {
        guard number >= 1, number <= count else { return nil }
        self.number = number
        self.count = count
    }

    /// The shard written `i/n`; nil where it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
        self.init(number, of: count)
    }

    public var description: String { "\(number)/\(count)" }

    func has(_ place: Int) -> Bool { place % count == number - 1 }
}
