import Archive
import Foundation
import Governance
public import Scenarios

/// Lives the runs of calibration targets with sets of behavioural parameters, and measures the targets' patterns.
public struct CalibrationTrial: Sendable {
    public let targets: CalibrationTargets
    /// In the order of the targets' runs.
    private let scenarios: [ScenarioSpecification]
    private let fields: [ParameterField]
    /// For each run, the places of the patterns' observables among all.
    private let seed: UInt64
    private let replicates: Int

    /// - Parameters:
    ///   - folder: the folder of the targets' file, from which scenarios and places are named.
    ///   - replicates: runs of each scenario for a set of parameters, at least 1.
    /// - Throws: every fault of the scenarios.
    public init(
        _ targets: CalibrationTargets, folder: String, seed: UInt64, replicates: Int
    ) throws(ScenarioFaults) {
        self.targets = targets
        self.seed = seed
        self.replicates = max(1, replicates)
        fields = targets.parameters.compactMap { key in Parameters.all.first { $0.key == key } }
        var scenarios: [ScenarioSpecification] = []
        for run in targets.runs {
            func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
            var specification = try ScenarioReader.read(path: path(run.scenario), on: run.place.map(path)).specification
            specification.months = run.months
            scenarios.append(specification)
        }
        self.scenarios = scenarios
    }

    /// The defaults of the parameters that are sampled, and their ranges, in the targets' order.
    public var standing: [Double] { fields.map(\.defaultValue) }
    public var ranges: [ClosedRange<Double>] { fields.map(\.range) }

    /// Resident-months that one set of parameters takes.
    public var residentMonths: Int {
        replicates * scenarios.reduce(0) { $0 + $1.residentCount * ($1.burnIn + $1.months) }
    }

    /// The patterns' values for sets of parameters, in their order; NaN where a run broke or an observable has no value.
    ///
    /// Each set has draws of its own, by its number, so that no set is fitted to one chance.
    /// - Parameters:
    ///   - candidates: numbers and values.
    ///   - cores: sets that are measured at once; changes nothing else.
    public func measure(
        _ candidates: [(number: Int, values: [Double])], cores: Int, stop: StopSignal
    ) async -> [[Double]] {
        var results = [[Double]](repeating: [], count: candidates.count)
        await Crew(hands: cores, stop: stop).work(
            candidates.count, { measure(candidates[$0].number, candidates[$0].values, stop) }
        ) { results[$0] = $1 }
        return results
    }

    private func measure(_ number: Int, _ values: [Double], _ stop: StopSignal) -> [Double] {
        var parameters = Parameters()
        for (field, value) in zip(fields, values) { parameters[keyPath: field.path] = value }
        var sums = [Double](repeating: 0, count: targets.patterns.count)
        for replicate in 0..<replicates {
            let means = scenarios.indices.map { run in
                self.means(of: run, parameters, replicate: UInt32(number * replicates + replicate), stop)
            }
            for (p, pattern) in targets.patterns.enumerated() { sums[p] += value(of: pattern, p, means) }
        }
        return sums.map { $0 / Double(replicates) }
    }

    private func value(of pattern: CalibrationTargets.Pattern, _ place: Int, _ means: [[Double]]) -> Double {
        func mean(_ id: String) -> Double {
            targets.runs.firstIndex { $0.id == id }.map { means[$0][place] } ?? .nan
        }
        let own = mean(pattern.run)
        guard let other = pattern.against.map(mean) else { return own }
        return pattern.comparison == .ratio ? own / other : own - other
    }

    /// For each pattern that the run serves, the mean of its observable over its months; NaN for the others.
    private func means(
        of run: Int, _ parameters: Parameters, replicate: UInt32, _ stop: StopSignal
    ) -> [Double] {
        var specification = scenarios[run]
        specification.parameters = parameters
        let id = targets.runs[run].id
        let served = targets.patterns.map { $0.run == id || $0.against == id }
        let places = targets.patterns.map { pattern in
            Observable.all.firstIndex { $0.key == pattern.observable } ?? 0
        }
        let run = ObservedRun(specification, seed: seed, replicate: replicate, stop: stop)
        guard let columns = run.columns(of: places) else { return served.map { _ in .nan } }
        return targets.patterns.indices.map { p in
            let pattern = targets.patterns[p]
            return served[p]
                ? columns[p][pattern.from - 1..<pattern.until].reduce(0) {
                    $0 + $1 / Double(pattern.until - pattern.from + 1)
                } : .nan
        }
    }
}
