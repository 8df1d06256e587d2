import Analysis
import Archive
import ArgumentParser
import Experiments
import Foundation
import Governance
import Reporting
import Scenarios

struct MakePlan: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: said("Search for plans that reach several goals within a yearly budget.", "在年度预算内搜索兼顾多个目标的规划。"),
            discussion: said(
                """
                Reads a plan file (Plans/, cogov schema --plan): a place, how it is governed before, levers, a budget, goals. Searches
                by NSGA-II (Deb et al. 2002) with the same draws for every plan, lives the best again under fresh draws and under
                sets of behavioural parameters, and tells for each plan what to do, what it costs, and what could break it. Costs are
                what the ledger books. Goes on where it was stopped.

                Example: cogov plan Plans/one-street.yaml
                """,
                """
                读取规划文件（Plans/，cogov schema --plan）：地点、此前的治理方式、杠杆、预算与目标。以 NSGA-II（Deb 等 2002）搜索，各规划共用
                随机数；再以新的随机数和多组行为参数重新运行其中最优者，并给出每个规划做什么、花多少、什么会使其落空。成本取自账簿的实际支出。
                中断后可继续。

                例：cogov plan Plans/one-street.yaml
                """))
    }

    @Argument(help: ArgumentHelp(said("The plan's file.", "规划文件。"), valueName: "file"), completion: .plans)
    var file: String

    @Option(
        help: ArgumentHelp(
            said("Cores to use (default: all); results do not depend on it.", "使用的核数（默认全部）；不影响结果。"), valueName: "t"))
    var threads: Int?

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let threads, threads < 1 else { return }
        throw ValidationError(said("--threads must be at least 1, not \(threads).", "--threads 至少为 1，而不是 \(threads)。"))
    }

    func run() async throws {
        let trial = try Self.trial(file)
        let folder = archive.out ?? "Results/plan-\(trial.plan.id)"
        let isShown = Terminal.hasWatcher && !common.quiet
        let stop = StopSignal()
        let planning = Planning(
            trial, folder: folder, cores: threads ?? Machine.cores, isShown: isShown, stop: stop)
        var state: PlanState
        do { state = try planning.begin(anew: archive.fresh) } catch is KeptState<PlanState>.OtherInputs {
            Terminal.complain(
                said(
                    "\(folder) holds a plan of other inputs; name another folder with --out, or begin anew with --fresh.",
                    "\(folder) 中的规划使用了不同的输入；请用 --out 指定其他目录，或用 --fresh 重新开始。"))
            throw Ending.badInput
        }
        try ResultFiles.make(folder)
        let signals = Signals(keeping: stop, isShown: isShown)
        defer { signals.end() }
        guard try await planning.search(&state) else { throw interrupted(folder) }
        guard !state.search.front.isEmpty else {
            if isShown { ProgressLine.clear() }
            Terminal.complain(
                said(
                    "\(file): none of \(state.search.tried.count) plans keeps the budget and the constraints.",
                    "\(file)：所试 \(state.search.tried.count) 个规划均不满足预算与约束。"))
            throw Ending.failed
        }
        guard try await planning.confirm(&state), try await planning.shake(&state) else { throw interrupted(folder) }
        if isShown { ProgressLine.clear() }
        let report = PlanReport(
            trial.plan, findings: try planning.findings(state), search: state.search,
            values: { trial.values($0) }, without: state.freshWithout, program: Cogov.program,
            command: Invocation.arguments)
        try ResultFiles.tell(report, in: folder, quiet: common.quiet)
        try StudyCommand.keep(in: folder)
    }

    private func interrupted(_ folder: String) -> Ending {
        Terminal.complain(
            said(
                "Interrupted: what was lived is kept in \(folder). The same command goes on.",
                "已中断：已运行的结果保存在 \(folder)。重复同一命令即可继续。"))
        return .interrupted
    }

    /// A plan's file, checked with its scenario; or all faults on standard error and exit 2.
    static func trial(_ file: String) throws -> PlanTrial {
        do throws(ScenarioFaults) {
            return try PlanTrial(try Plan.read(path: Shipped.path(of: file, in: "Plans"))) {
                Shipped.path(of: $0, on: $1)
            }
        } catch {
            Terminal.complain(error.faults.map { $0.text[tongue] }.joined(separator: "\n"))
            throw Ending.badInput
        }
    }
}
