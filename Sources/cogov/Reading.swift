import Experiments
import Governance
import Scenarios

/// Scenario files, read and checked together: every fault of every file is told.
struct Reading {
    var scenarios: [PlannedScenario] = []
    var faults: [String] = []

    init(_ files: [String], options: RunOptions) {
        for file in files {
            do throws(ScenarioFaults) {
                var scenario = PlannedScenario(try ScenarioReader.read(path: file, overrides: options.changes))
                if let months = options.months { scenario.specification.months = months }
                faults += doubled(scenario)
                scenarios.append(scenario)
            } catch {
                faults += error.faults.map { $0.text[tongue] }
            }
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

    private func doubled(_ scenario: PlannedScenario) -> [String] {
        guard let first = scenarios.first(where: { $0.id == scenario.id }) else { return [] }
        return [
            said(
                "\(scenario.file): found the id \(scenario.id), which \(first.file) has too; expected another",
                "\(scenario.file)：id \(scenario.id) 与 \(first.file) 重复；应使用不同的 id")
        ]
    }
}
