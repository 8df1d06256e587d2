import Analysis
import Archive
import Foundation
import Governance
import Reporting
import Scenarios

/// What `sensitivity` does: reads a sweep or a table, analyses each of its results, and reports.
struct Analysing {
    /// Nil for the one that points were laid for.
    let method: SensitivityMethod?
    let options: SensitivityAnalysis.Options
    let out: String?
    let quiet: Bool

    private typealias Samples = [(scenario: String, measure: Measure, sample: SensitivitySample, leftOut: Int)]

    /// A sweep's measures, scenario by scenario.
    func sweep(_ folder: String, observables: [String]) throws {
        let design: DesignInput
        let samples: Samples
        do {
            let archive = try Archive.read(folder)
            guard let own = try archive.design() else {
                throw ArchiveError.foreign(path: folder, reason: "it holds runs without a design")
            }
            design = own
            try archive.check()
            samples = try self.samples(archive, observables.isEmpty ? own.watched : observables)
        } catch let error as ArchiveError {
            Terminal.complain(error.message[tongue])
            throw Ending.badInput
        }
        let laid = SensitivityMethod(rawValue: design.sampling == "saltelli" ? "sobol" : design.sampling) ?? .pawn
        let parts = try samples.map { scenario, measure, sample, leftOut in
            SensitivityReport.Part(
                scenario: scenario, output: measure.description, name: Self.name(measure),
                unit: measure.observable.unit,
                analysis: try analysed(sample, method ?? laid, of: "\(folder): \(measure)"), leftOut: leftOut)
        }
        let meanings = design.factors.compactMap { factor in factor.meaning.map { (factor.id, $0) } }
        try ResultFiles.tell(
            SensitivityReport(
                title: design.title, parts: parts, meanings: Dictionary(meanings) { first, _ in first },
                program: Cogov.program, command: Invocation.arguments.joined(separator: " ")), in: out ?? folder,
            quiet: quiet)
    }

    private func samples(_ archive: Archive, _ observables: [String]) throws -> Samples {
        let inputs = try archive.inputs().scenarios
        let measures = try Measures(observables, months: inputs.map(\.months).min() ?? 1).orFail()
        var samples: Samples = []
        for scenario in inputs {
            for measure in measures {
                let (sample, leftOut) = try SensitivitySample.read(archive, scenario: scenario.id, measure: measure)
                guard !sample.rows.isEmpty else {
                    throw ArchiveError.damaged(
                        path: archive.path,
                        reason:
                            "no point has \(measure) in every replicate: the sweep is not far enough, or did not keep those months"
                    )
                }
                samples.append((scenario.id, measure, sample, leftOut))
            }
        }
        return samples
    }

    /// Outputs of a table.
    func table(_ path: String, inputs: [String]?, outputs: [String], replicate: String?, ownDraws: Bool) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw refused(
                said("\(path): found no file that can be read; expected a CSV table", "\(path)：没有可读取的文件；应为 CSV 表格"))
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw refused(
                said("\(path): found bytes that are no UTF-8; expected a CSV table", "\(path)：不是 UTF-8 文本；应为 CSV 表格"))
        }
        let parts = try parts(
            of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, path, inputs: inputs, outputs: outputs,
            replicate: replicate, ownDraws: ownDraws)
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let folder = out ?? "Results/sensitivity-" + name
        try ResultFiles.tell(
            SensitivityReport(
                title: Text(en: name, zh: name), parts: parts, program: Cogov.program,
                command: Invocation.arguments.joined(separator: " ")), in: folder, quiet: quiet)
    }

    private func parts(
        of text: String, _ path: String, inputs: [String]?, outputs: [String], replicate: String?, ownDraws: Bool
    ) throws -> [SensitivityReport.Part] {
        var lines: InputTable?
        do throws(SensitivityFault) {
            let table = try InputTable(text)
            var parts: [SensitivityReport.Part] = []
            for output in outputs {
                let sample = try table.sample(
                    inputs: inputs, output: output, otherOutputs: outputs, replicate: replicate, ownDraws: ownDraws)
                // Rows of a sample are rows of the table only where these are no replicates.
                if replicate == nil { lines = table }
                let analysis = try SensitivityAnalysis(sample, method: method ?? sample.method, options: options)
                parts.append(.init(output: output, name: Text(en: output, zh: output), analysis: analysis))
            }
            return parts
        } catch {
            throw refused(error.message(of: path) { lines?.line(ofRow: $0) }[tongue])
        }
    }

    private func analysed(_ sample: SensitivitySample, _ method: SensitivityMethod, of name: String) throws
        -> SensitivityAnalysis
    {
        do throws(SensitivityFault) {
            return try SensitivityAnalysis(sample, method: method, options: options)
        } catch {
            throw refused(error.message(of: name)[tongue])
        }
    }

    private func refused(_ message: String) -> Ending {
        Terminal.complain(message)
        return .badInput
    }

    private static func name(_ measure: Measure) -> Text {
        let meaning = measure.observable.meaning
        guard let months = measure.months else { return meaning }
        let (low, high) = (months.lowerBound, months.upperBound)
        return low == high
            ? Text(en: "\(meaning.en), in month \(low)", zh: "\(meaning.zh)（第 \(low) 个月）")
            : Text(en: "\(meaning.en), mean of months \(low) to \(high)", zh: "\(meaning.zh)（第 \(low) 至 \(high) 个月均值）")
    }
}
