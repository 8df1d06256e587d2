import Experiments
import Foundation
import Governance
import Scenarios

/// Scenario files, read and checked together: every fault of every file is told.
struct Reading {
    var scenarios: [PlannedScenario] = []
    var faults: [String] = []

    init(_ names: [String], options: ScenarioOptions) {
        let place = options.on.map { Shipped.path(of: $0, on: .places) }
        faults = ([(options.on, .places)] + names.map { ($0, .regimes) }).compactMap { Self.missing($0, on: $1) }
        guard faults.isEmpty else { return }
        for name in names {
            let file = Shipped.path(of: name, on: .regimes)
            do throws(ScenarioFaults) {
                let document = try ScenarioReader.read(path: file, on: place, overrides: options.changes)
                for var scenario in PlannedScenario.all(of: document) {
                    if let months = options.months { scenario.last(months) }
                    if let month = options.attentionUntil { scenario.endAttention(after: month) }
                    faults += doubled(scenario)
                    scenarios.append(scenario)
                }
            } catch {
                faults += error.faults.map { $0.text[tongue] }
            }
        }
    }

    /// A scenario as it goes on from a snapshot: as that was told to be, with what the command line changes from then on.
    init(_ name: String, from start: Checkpoint, options: ScenarioOptions) {
        faults = [Self.missing(options.on, on: .places), Self.missing(name, on: .regimes)].compactMap(\.self)
        guard faults.isEmpty else { return }
        do throws(ScenarioFaults) {
            var scenario = try PlannedScenario.resumed(
                path: Shipped.path(of: name, on: .regimes), on: options.on.map { Shipped.path(of: $0, on: .places) },
                from: start, changes: options.changes)
            if let months = options.months { scenario.last(months) }
            if let month = options.attentionUntil { scenario.endAttention(after: month) }
            scenarios = [scenario]
        } catch {
            faults = error.faults.map { $0.text[tongue] }
        }
    }

    /// The scenarios, or all faults on standard error and exit 2.
    func orFail() throws -> [PlannedScenario] {
        guard faults.isEmpty else {
            Terminal.complain(faults.joined(separator: "\n"))
            throw Ending.badInput
        }
        return scenarios
    }

    /// What is wrong with a name that is no file and nothing on the shelf.
    static func missing(_ name: String?, on shelf: ScenarioLibrary.Shelf) -> String? {
        guard let name, let library = Shipped.library else { return nil }
        let path = library.path(of: name, on: shelf)
        guard path == name, !FileManager.default.fileExists(atPath: name), !name.contains("/") else { return nil }
        let near = library.nearest(name, on: shelf)
        let names = library.names(on: shelf).joined(separator: ", ")
        return said(
            "\(name): found no such file, nor anything of that name in \(library.folder)/\(shelf.rawValue); expected a file, or "
                + "one of \(names)" + (near.map { " (did you mean \($0)?)" } ?? ""),
            "\(name)：没有此文件，\(library.folder)/\(shelf.rawValue) 中也没有此名称；应为文件，或 \(names) 之一"
                + (near.map { "（是否想写 \($0)?）" } ?? ""))
    }

    private func doubled(_ scenario: PlannedScenario) -> [String] {
        guard let first = scenarios.first(where: { $0.id == scenario.id }) else { return [] }
        return [
            said(
                "\(scenario.file): found the id \(scenario.id), which \(first.file) has too; expected another",
                "\(scenario.file)：id \(scenario.id) 与 \(first.file) 重复；应使用不同的 id")
        ]
    }
}
