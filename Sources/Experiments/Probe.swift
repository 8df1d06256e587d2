import Archive
import Governance

/// Lives the first months of an experiment's scenarios for about a second and tells what all of it will take.
public struct Probe: Sendable {
    public var experiment: Experiment
    public var cores: Int
    /// Bytes that worlds may take together.
    public var memory: Int
    public var time: Timekeeper

    public init(_ experiment: Experiment, cores: Int, memory: Int, time: Timekeeper) {
        self.experiment = experiment
        self.cores = max(1, cores)
        self.memory = memory
        self.time = time
    }

    /// - Parameter budget: the time that the probe itself may take, about.
    /// - Throws: ``RunFailure`` where a month breaks.
    public func forecast(budget: Duration = .seconds(1)) async throws(RunFailure) -> Forecast {
        let share = budget / max(1, experiment.scenarios.count)
        var costs: [RunCost] = []
        for scenario in experiment.scenarios { costs.append(try await cost(of: scenario, budget: share)) }
        return Forecast(experiment, costs: costs, cores: cores, memory: memory)
    }

    /// Probes on as many cores as the runs will use, since cores that are busy together are slower than one alone.
    private func cost(of scenario: PlannedScenario, budget: Duration) async throws(RunFailure) -> RunCost {
        let runs = experiment.runs.count
        let lanes = min(cores, runs)
        let probed = scenario.specification.shrunk(to: Self.largest / lanes)
        let results = await withTaskGroup(of: Result<ProbedMonths, RunFailure>.self) { group in
            for lane in 1...lanes {
                group.addTask {
                    Result { () throws(RunFailure) in
                        try ProbedMonths(
                            probed, lane: lane, experiment: experiment, threads: max(1, cores / runs), time: time,
                            budget: budget)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var total = ProbedMonths()
        for result in results { total += try result.get() }
        let scale = Double(scenario.specification.residentCount) / Double(max(1, probed.residentCount))
        return total.cost(of: scenario.specification, scale: scale, kept: experiment.keeping)
    }

    /// Residents that a probe builds at most: building more alone would take longer than the probe may.
    private static let largest = 500_000
}

/// What was measured in the first months of some worlds, or the sum over several lanes.
private struct ProbedMonths: Sendable {
    var worlds = 0
    var building = 0.0
    var living = 0.0
    var months = 0
    /// Bytes of these months in the files and tables: of values, and of money.
    var bytes = 0
    var moneyBytes = 0

    init() {}

    /// Lives worlds one after another until the budget is spent; at least one for at least three months.
    init(
        _ specification: ScenarioSpecification, lane: Int, experiment: Experiment, threads: Int, time: Timekeeper,
        budget: Duration
    ) throws(RunFailure) {
        // Months before the start are lived inside the building of a world, and are not to be timed as such.
        var specification = specification
        specification.burnIn = 0
        let end = time.now() + budget
        repeat {
            try live(
                specification, replicate: lane + worlds, experiment: experiment, threads: threads, time: time,
                until: end)
        } while time.now() < end
    }

    private mutating func live(
        _ specification: ScenarioSpecification, replicate: Int, experiment: Experiment, threads: Int,
        time: Timekeeper, until end: Duration
    ) throws(RunFailure) {
        func failure(_ month: Int, _ reason: String) -> RunFailure {
            RunFailure(scenario: specification.id, replicate: replicate, month: month, reason: reason)
        }
        let began = time.now()
        let world: World
        do {
            world = try World(
                specification, seed: experiment.seed, replicate: UInt32(replicate), threads: threads)
        } catch { throw failure(0, error.description) }
        worlds += 1
        let built = time.now()
        building += (built - began).inSeconds
        repeat {
            do { try world.advance() } catch { throw failure(world.monthsDone + 1, error.description) }
            months += 1
            let isText = experiment.sweep == nil
            bytes += Self.bytes(of: world, communities: experiment.keeping.communities, isText: isText)
            if experiment.keeping.money { moneyBytes += Self.moneyBytes(of: world, isText: isText) }
        } while world.monthsDone < specification.months && (months < 3 || time.now() < end)
        living += (time.now() - built).inSeconds
    }

    static func += (a: inout ProbedMonths, b: ProbedMonths) {
        a.worlds += b.worlds
        a.building += b.building
        a.living += b.living
        a.months += b.months
        a.bytes += b.bytes
        a.moneyBytes += b.moneyBytes
    }

    /// One run of the whole scenario; `scale` is its size against that of the worlds probed.
    func cost(of specification: ScenarioSpecification, scale: Double, kept: Keeping) -> RunCost {
        let lived = Double(specification.burnIn + specification.months)
        let kept = Double(kept.months(of: specification.months).count)
        let written = Double(bytes) * kept + Double(moneyBytes) * Double(specification.months)
        return RunCost(
            seconds: (building / Double(worlds) + living / Double(months) * lived) * scale,
            memory: World.bytes(for: specification), disk: Int(written / Double(months)))
    }

    /// What a month's values take in a table of numbers and, if `isText`, in a CSV file besides.
    private static func bytes(of world: World, communities: Bool, isText: Bool) -> Int {
        func row(_ values: [Double]) -> Int {
            values.reduce(isText ? 60 : 20) { $0 + 10 + (isText ? CSV.number($1).utf8.count : 0) }
        }
        let places = communities ? Array(world.communityIDs.indices) : []
        return places.reduce(row(world.observe())) { $0 + row(world.observe(community: $1)) }
    }

    private static func moneyBytes(of world: World, isText: Bool) -> Int {
        world.flows.reduce(0) { bytes, flow in
            bytes + 20 + (isText ? 40 + flow.from.utf8.count + flow.to.utf8.count + flow.purpose.utf8.count : 0)
        }
    }
}

extension ScenarioSpecification {
    /// The same with so many fewer people in every community that there are about `residents` at most.
    func shrunk(to residents: Int) -> ScenarioSpecification {
        guard residentCount > residents else { return self }
        var copy = self
        let factor = Double(residents) / Double(residentCount)
        for place in copy.people.communities.indices {
            let people = Double(copy.people.communities[place].people) * factor
            copy.people.communities[place].people = max(1, Int(people.rounded()))
        }
        return copy
    }
}
