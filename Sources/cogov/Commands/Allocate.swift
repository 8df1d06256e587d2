import Allocation
import ArgumentParser
import Foundation
import Reporting

struct Allocate: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Fund a participatory-budgeting election by one rule or several.", "按一种或多种规则分配参与式预算选举的资金。"),
            discussion: said(
                """
                Reads a file of Pabulib's form (.pb). Rules: \(RuleRegistry.ids.joined(separator: ", ")), or all; \
                cogov describe rules tells them.

                Examples: cogov allocate election.pb --rule equal-shares --completion add1u
                          cogov allocate election.pb --rule all --out Results/election
                """,
                """
                读取 Pabulib 格式的文件（.pb）。规则：\(RuleRegistry.ids.joined(separator: ", "))，或 all；\
                说明见 cogov describe rules。

                例：cogov allocate election.pb --rule equal-shares --completion add1u
                    cogov allocate election.pb --rule all --out Results/election
                """))
    }

    @Argument(
        help: ArgumentHelp(said("The election, a .pb file.", "选举文件（.pb）。"), valueName: "file"),
        completion: .file(extensions: ["pb"]))
    var file: String

    @OptionGroup var choice: RuleOptions

    @Flag(help: ArgumentHelp(said("Print JSON instead of tables.", "输出 JSON 而非表格。")))
    var json = false

    @Option(
        help: ArgumentHelp(
            said("Folder for allocation.json and the chart allocation.svg.", "allocation.json 与图表 allocation.svg 的目录。"),
            valueName: "dir"), completion: .directory)
    var out: String?

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let threads, threads < 1 else { return }
        throw ValidationError(
            said("--threads must be at least 1, not \(threads).", "--threads 至少为 1，而不是 \(threads)。"))
    }

    func run() async throws {
        let election = try ElectionFile(file).orFail(quiet: common.quiet)
        let ids = choice.rules(for: election.election)
        let trials = await trials(ids, on: election.election)
        let report = AllocationReport(
            election, name: file, trials: trials, satisfaction: choice.measure(for: election.election),
            ties: choice.ties.rawValue)
        if let only = trials.first, trials.count == 1, case .failure(let error) = only.result {
            Terminal.complain(error.message[tongue])
            throw error.isRefusal ? Ending.badInput : Ending.failed
        }
        if let out { try write(report, to: out) }
        if json {
            Terminal.print(report.json)
        } else {
            Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        }
    }

    private func trials(_ ids: [String], on election: Election) async -> [RuleTrial] {
        let (settings, ties) = (choice.settings, choice.convention)
        let measure = choice.measure(for: election)
        let cores = min(ids.count, threads ?? Machine.cores)
        let found = await withTaskGroup(of: (Int, RuleTrial?).self) { group in
            var (found, next) = ([Int: RuleTrial](), 0)
            func begin() {
                guard next < ids.count else { return }
                let place = next
                next += 1
                group.addTask {
                    (place, RuleTrial(ids[place], settings, on: election, ties: ties, satisfaction: measure))
                }
            }
            for _ in 0..<cores { begin() }
            for await (place, trial) in group {
                found[place] = trial
                begin()
            }
            return found
        }
        return ids.indices.compactMap { found[$0] }
    }

    private func write(_ report: AllocationReport, to folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, text) in [("allocation.json", report.json), ("allocation.svg", report.chart(in: tongue))] {
                try Data(text.utf8).write(to: URL(filePath: folder).appending(path: name), options: .atomic)
            }
        } catch {
            Terminal.complain(said("\(folder) cannot be written: \(error)", "无法写入 \(folder)：\(error)"))
            throw Ending.failed
        }
    }
}

extension AllocationError {
    /// Whether the input or the settings are at fault, rather than the work.
    fileprivate var isRefusal: Bool {
        if case .tooMuchWork = self { false } else { true }
    }
}
