import Analysis
import Foundation
import Reporting

/// Where a calibration is kept.
struct CalibrationStore {
    let folder: String

    typealias OtherInputs = KeptState<SequentialABC>.OtherInputs

    private var kept: KeptState<SequentialABC> { KeptState(folder: folder, name: "calibration.json") }

    /// The search that is kept here; nil if there is none.
    ///
    /// - Throws: ``OtherInputs`` where it is one of other targets, another size or seed, or another model.
    func search(like fresh: SequentialABC, inputs: String) throws -> SequentialABC? {
        guard let search = try kept.state(of: inputs) else { return nil }
        guard search.priors == fresh.priors, search.size == fresh.size, search.seed == fresh.seed,
            search.kernel == fresh.kernel, search.quantile == fresh.quantile
        else { throw OtherInputs() }
        return search
    }

    func keep(_ search: SequentialABC, inputs: String) throws { try kept.keep(search, of: inputs) }

    /// Patterns by set drawn from the posterior, as far as they were measured.
    private var predictions: KeptState<[[Double?]]> { KeptState(folder: folder, name: "predictive.json") }

    /// What was measured of sets drawn from a posterior; nothing where that was another.
    func predicted(inputs: String) -> [[Double]] {
        ((try? predictions.state(of: inputs)) ?? []).map { $0.map { $0 ?? .nan } }
    }

    func keep(predicted: [[Double]], inputs: String) throws {
        try predictions.keep(predicted.map { $0.map { $0.isFinite ? $0 : nil } }, of: inputs)
    }

    func write(_ report: CalibrationReport) throws {
        try kept.write(Data(report.populationCSV.utf8), as: "posterior.csv")
        try kept.write(Data(report.patternsCSV.utf8), as: "patterns.csv")
        try kept.write(Data(report.predictiveCSV.utf8), as: "predictive.csv")
    }
}
