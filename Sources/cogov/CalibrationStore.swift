import Analysis
import Foundation
import Reporting

/// Where a calibration is kept.
struct CalibrationStore {
    let folder: String

    private struct Kept: Codable {
        var inputs: String
        var search: SequentialABC
    }

    struct OtherInputs: Error {}

    private var state: String { folder + "/calibration.json" }

    /// The search that is kept here; nil if there is none.
    ///
    /// - Throws: ``OtherInputs`` where it is one of other targets, another size or seed, or another model.
    func search(like fresh: SequentialABC, inputs: String) throws -> SequentialABC? {
        guard let data = FileManager.default.contents(atPath: state) else { return nil }
        guard let kept = try? JSONDecoder().decode(Kept.self, from: data), kept.inputs == inputs,
            kept.search.priors == fresh.priors, kept.search.size == fresh.size, kept.search.seed == fresh.seed
        else { throw OtherInputs() }
        return kept.search
    }

    func keep(_ search: SequentialABC, inputs: String) throws {
        try write(JSONEncoder().encode(Kept(inputs: inputs, search: search)), to: state)
    }

    func write(_ report: CalibrationReport) throws {
        try write(Data(report.populationCSV.utf8), to: folder + "/posterior.csv")
        try write(Data(report.patternsCSV.utf8), to: folder + "/patterns.csv")
    }

    private func write(_ data: Data, to path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.complain(said("\(path) cannot be written.", "\(path) 无法写入。"))
            throw Ending.failed
        }
    }
}
