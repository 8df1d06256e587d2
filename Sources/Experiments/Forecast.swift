import Governance

/// What an experiment will take, told beforehand.
public struct Forecast: Sendable, Equatable {
    public var runs: Int
    /// Residents times months, months before the start included, over all runs.
    public var residentMonths: Int
    /// Cores that will be busy at once.
    public var cores: Int
    public var duration: Duration
    /// The most memory that the process will hold, in bytes.
    public var memory: Int
    /// What the archive will take on disk, in bytes.
    public var disk: Int
    /// Worlds of the largest run that fit into the memory.
    public var fit: Int
}

/// What one run of a scenario takes, as a probe measured it.
struct RunCost: Sendable, Equatable {
    /// Seconds from the first resident to the last month, on its part of the cores.
    var seconds: Double
    /// Bytes of its world.
    var memory: Int
    /// Bytes that its months take in the archive's tables and files.
    var disk: Int
}

extension Forecast {
    /// Program, libraries and buffers, in bytes, whatever is run.
    private static let processBytes = 30_000_000
    /// Empty tables and the manifest, in bytes.
    private static let fixedDisk = 100_000
    /// What summary, comparison and report say of one observable in one month of a scenario, in bytes.
    private static let summaryBytes = 260
    /// Seconds for starting, reading and reporting.
    private static let fixedSeconds = 0.2
    /// Bytes of results that are stored, read back and written as text in a second.
    private static let storingPace = 20_000_000.0

    /// - Parameter costs: by scenario as it is before any factor is set, in the experiment's order.
    init(_ experiment: Experiment, costs: [RunCost], cores: Int, memory: Int) {
        let runs = experiment.runs
        // The time and the tables of a run at a point go with its residents and months.
        func scale(_ run: Run) -> Double {
            guard experiment.sweep != nil else { return 1 }
            return Double(experiment.residentMonths(run)) / Double(max(1, experiment.scenarios[run.scenario].residentMonths))
        }
        func world(_ run: Run) -> Int {
            experiment.sweep == nil ? costs[run.scenario].memory : experiment.memory(run)
        }
        let largest = runs.map(world).max() ?? 1
        let lanes = max(1, min(cores, runs.count, memory / max(1, largest)))
        // Each run goes where a core is free first, as the runner has it.
        var ends = Array(repeating: 0.0, count: lanes)
        for run in runs {
            guard let next = ends.indices.min(by: { ends[$0] < ends[$1] }) else { continue }
            ends[next] += costs[run.scenario].seconds * scale(run)
        }
        let stored = runs.reduce(0) { $0 + costs[$1.scenario].disk }
        // Values of one replicate: the summary speaks of each, the report holds those of all replicates.
        let isReported = experiment.sweep == nil
        let values =
            isReported ? experiment.scenarios.reduce(0) { $0 + $1.specification.months } * Observable.all.count : 0
        self.runs = runs.count
        residentMonths = runs.reduce(0) { $0 + experiment.residentMonths($1) }
        self.cores = runs.count < cores ? cores : lanes
        duration = .seconds((ends.max() ?? 0) + Double(stored) / Self.storingPace + Self.fixedSeconds)
        self.memory =
            Self.processBytes + largest * lanes
            + values * experiment.replicates * MemoryLayout<Double>.size
        disk = stored + values * Self.summaryBytes + Self.fixedDisk
        fit = memory / max(1, largest)
    }
}
