import Analysis
import Archive
import Experiments
import Foundation
import Governance
import Reporting
import Scenarios

/// What `scaleup` does once it knows what is asked: lives what is missing, weighs it, writes and tells.
struct ScalingUp {
    let trial: ScaleUpTrial
    let document: ScenarioDocument
    let folder: String
    let fresh: Bool
    let cores: Int
    let quiet: Bool

    private var plan: ScaleUpPlan { trial.plan }
    private var store: KeptState<ScaleUpRuns> { KeptState(folder: folder, name: "runs.json") }
    private var inputs: String { trial.inputs(content: document.content) }

    /// What was lived before under the same inputs.
    private func kept() throws -> ScaleUpRuns {
        do {
            return try fresh ? ScaleUpRuns() : store.state(of: inputs) ?? ScaleUpRuns()
        } catch {
            Terminal.complain(
                said(
                    "\(folder) holds a scale-up of other inputs; name another folder with --out, or begin anew with --fresh.",
                    "\(folder) 中的推广分析使用了不同的输入；请用 --out 指定其他目录，或用 --fresh 重新开始。"))
            throw Ending.badInput
        }
    }

    /// What all of it takes, without doing it.
    func tellCost(of file: String) throws {
        let cost = trial.cost(try kept())
        let millions = (Double(cost.residentMonths) / 1e5).rounded() / 10
        Terminal.print(
            said(
                "\(file): right. \(plan.worlds.count) worlds, \(cost.runs) runs to be lived, \(millions) million resident-months, "
                    + "\(Bytes(cost.bytes)) for the largest world\n",
                "\(file)：无误。\(plan.worlds.count) 个世界，待运行 \(cost.runs) 次，共 \(millions) 百万居民月，最大的世界占内存 \(Bytes(cost.bytes))\n"
            ))
    }

    func callAsFunction() async throws {
        let began = ContinuousClock.now
        let runs = try await lived()
        try ResultFiles.tell(report(on: runs), in: folder, since: began, quiet: quiet)
        try StudyCommand.keep(in: folder)
    }

    private func lived() async throws -> ScaleUpRuns {
        let stop = StopSignal()
        let isShown = Terminal.hasWatcher && !quiet
        let signals = Signals(keeping: stop, isShown: isShown)
        defer { signals.end() }
        var runs = try kept()
        try Invocation.allowLiving(missing: trial.cost(runs).runs, in: folder)
        let failures = try await trial.live(
            runs, cores: cores, memory: Machine.memory, stop: stop, time: Timekeeper(ContinuousClock()),
            progress: { if isShown { ProgressLine.show($0) } }
        ) { known in
            runs = known
            try store.keep(known, of: inputs)
        }
        if isShown { ProgressLine.clear() }
        for failure in failures { Terminal.complain(failure.message[tongue]) }
        guard failures.isEmpty else { throw Ending.failed }
        guard !stop.isRaised else {
            Terminal.complain(
                said(
                    "Interrupted: what was lived is kept in \(folder). The same command goes on.",
                    "已中断：已完成的运行保存在 \(folder)。重复同一命令即可继续。"))
            throw Ending.interrupted
        }
        return runs
    }

    private func report(on runs: ScaleUpRuns) -> ScaleUpReport {
        let terms = plan.terms
        let replicates = trial.replicates
        let findings = terms.sizes.flatMap { size in
            terms.choices.compactMap { ScaleUpFinding(runs, size: size, choice: $0, replicates: replicates) }
        }
        let curves = terms.sizes.flatMap { size in
            terms.keep.map { keep in
                terms.choices.prefix(1).map { choice in
                    TrainersCurve(
                        runs, size: size, choice: choice,
                        growths: ScaleUpPlan.growths(size: size, pilots: plan.rollout.pilots, terms), keep: keep,
                        replicates: replicates, seed: trial.seed)
                }
            } ?? []
        }
        return ScaleUpReport(
            findings, curves: curves.filter { $0.points.count > 1 },
            of: ScaleUpReport.Study(
                title: plan.specification.title, observable: terms.observable, pilots: plan.rollout.pilots,
                expansion: plan.rollout.expansion ?? 0, window: plan.window, trainers: plan.trainers,
                contracts: plan.contracts, people: terms.people ?? 1, replicates: replicates, seed: trial.seed,
                program: Cogov.program, command: Invocation.arguments.joined(separator: " ")))
    }
}
