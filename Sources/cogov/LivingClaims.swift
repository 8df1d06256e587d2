import Archive
import Claims
import Experiments
import Foundation
import Governance
import Reporting

/// What `claims` does once the claims are read: a session, sets of parameters if they are asked for, the report, and a word on how
/// it ended.
struct LivingClaims {
    let plan: ClaimPlan
    let replicates: Int
    /// Sets of parameters; nil where robustness is not asked.
    let sets: Int?
    let robustReplicates: Int
    let seed: UInt64
    let cores: Int
    let folder: String
    let fresh: Bool
    let strict: Bool
    let quiet: Bool

    private var interrupted: Text {
        Text(
            en: "Interrupted: what was lived is kept in \(folder). The same command goes on.",
            zh: "已中断：已完成的运行保存在 \(folder)。重复同一命令即可继续。")
    }

    private var isShown: Bool { Terminal.hasWatcher && !quiet }

    func callAsFunction() async throws {
        let stop = StopSignal()
        let isShown = isShown
        let signals = Signals(keeping: stop, isShown: isShown)
        defer { signals.end() }
        let began = ContinuousClock.now
        let results = try await lived(stop)
        let robust = try await robustness(stop)
        let report = ClaimsReport(
            results, robustness: robust, replicates: replicates, robustReplicates: robustReplicates, seed: seed,
            program: Cogov.program, commands: [Invocation.arguments.joined(separator: " ")])
        try ResultFiles.tell(report, in: folder, since: began, quiet: quiet)
        try judge(report)
    }

    /// Lives the claims' worlds and weighs what they show.
    private func lived(_ stop: StopSignal) async throws -> [ClaimResult] {
        let experiment = plan.experiment(replicates: replicates, seed: seed)
        if Invocation.livesNothing {
            let there = try? Archive.read(folder).summaries(of: []).count
            try Invocation.allowLiving(missing: experiment.runs.count - (there ?? 0), in: folder)
        }
        var session = Session(
            experiment, folder: folder, program: Cogov.program,
            command: Invocation.arguments, cores: cores, memory: Machine.memory, time: Timekeeper(ContinuousClock()),
            date: { Date() })
        session.fresh = fresh
        session.stop = stop
        var results: [ClaimResult] = []
        var isInterrupted = false
        let isShown = isShown
        do throws(SessionError) {
            let outcome = try await session.run(
                progress: { if isShown { ProgressLine.show($0) } },
                report: { archive, _ throws(ArchiveError) in
                    var runs: [ClaimRuns] = []
                    for claim in plan.claims {
                        runs.append(try ClaimRuns(claim, of: plan, in: archive, replicates: replicates))
                    }
                    results = ClaimResult.together(runs)
                    return []
                })
            if isShown { ProgressLine.clear() }
            if let repair = outcome.repair { Terminal.complain(repair.message[tongue]) }
            for failure in outcome.failures { Terminal.complain(failure.message[tongue]) }
            isInterrupted = outcome.isInterrupted
        } catch {
            if isShown { ProgressLine.clear() }
            Terminal.complain(error.message[tongue])
            throw error.isRefusal ? Ending.badInput : Ending.failed
        }
        guard !isInterrupted else {
            Terminal.complain(interrupted[tongue])
            throw Ending.interrupted
        }
        return results
    }

    /// Lives the claims under sets of parameters; empty where that is not asked.
    private func robustness(_ stop: StopSignal) async throws -> [RobustnessResult?] {
        guard let sets else { return [] }
        let trial = RobustnessTrial(plan, sets: sets, replicates: robustReplicates, seed: seed)
        let store = KeptState<RobustnessValues>(folder: folder, name: "robustness.json")
        var values = RobustnessValues()
        do {
            if !fresh { values = try store.state(of: trial.inputs) ?? values }
        } catch {
            Terminal.complain(
                said(
                    "\(folder) holds a robustness run of other inputs; name another folder with --out, or begin anew with --fresh.",
                    "\(folder) 中的稳健性运行使用了不同的输入；请用 --out 指定其他目录，或用 --fresh 重新开始。"))
            throw Ending.badInput
        }
        let isShown = isShown
        try await trial.live(
            values, cores: cores, stop: stop, time: Timekeeper(ContinuousClock()),
            progress: { if isShown { ProgressLine.show($0) } }
        ) { known in
            values = known
            try store.keep(known, of: trial.inputs)
        }
        if isShown { ProgressLine.clear() }
        guard !stop.isRaised else {
            Terminal.complain(interrupted[tongue])
            throw Ending.interrupted
        }
        return trial.results(values)
    }

    private func judge(_ report: ClaimsReport) throws {
        guard !report.confounded.isEmpty else { return }
        let ids = report.confounded.joined(separator: ", ")
        Terminal.complain(
            said(
                "Confounded, see confounding.csv: \(ids). What differs must be a lever or stand under unequal: with a reason.",
                "存在混杂，见 confounding.csv：\(ids)。不同之处须为杠杆，或在 unequal: 下写明理由。"))
        if strict { throw Ending.failed }
    }
}
