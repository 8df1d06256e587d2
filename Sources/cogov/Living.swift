import Analysis
import Archive
import Experiments
import Foundation
import Logging
import Reporting

/// What `run` and `compare` do once the scenarios are read: a session, the report, and a word on how it ended.
struct Living {
    let scenarios: [PlannedScenario]
    let replicates: Int
    let options: RunOptions
    let archive: ArchiveOptions
    let common: CommonOptions
    /// Id of the scenario that others are compared with; nil to compare nothing.
    let baseline: String?
    /// Month after which the one run is saved, and what it goes on from.
    var saveAt: Int?
    var start: Checkpoint?

    func callAsFunction() async throws {
        let experiment = Experiment(
            scenarios: scenarios, replicates: replicates, seed: start?.seed ?? options.seed,
            communities: options.communities)
        let folder = archive.out ?? "Results/" + scenarios.map(\.id).joined(separator: "+")
        var session = Session(
            experiment, folder: folder, program: Cogov.program, command: CommandLine.arguments,
            cores: options.threads ?? Machine.cores, memory: Machine.memory, time: Timekeeper(ContinuousClock()),
            date: { Date() })
        session.fresh = archive.fresh
        session.saveAt = saveAt
        session.start = start
        if options.verbose { session.logger = Logger(label: "cogov") { StreamLogHandler.standardError(label: $0) } }
        let isShown = Terminal.hasWatcher && !common.quiet
        let signals = Signals(stop: session.stop) {
            if isShown { ProgressLine.clear() }
            Terminal.complain(said("Stopping after this month; once more stops at once.", "本月结束后停止；再按一次立即停止。"))
        }
        defer { signals.end() }
        let outcome: Session.Outcome
        do throws(SessionError) {
            outcome = try await session.run(
                progress: { if isShown { ProgressLine.show($0) } },
                report: { archive, manifest throws(ArchiveError) in
                    if isShown { ProgressLine.clear() }
                    return try report(archive, manifest)
                })
        } catch {
            if isShown { ProgressLine.clear() }
            Terminal.complain(error.message[tongue])
            throw error.isRefusal ? Ending.badInput : Ending.failed
        }
        if isShown { ProgressLine.clear() }
        try end(outcome, folder)
    }

    private func report(_ archive: Archive, _ manifest: Manifest) throws(ArchiveError) -> [String] {
        let results = try Results(archive, scenarios: scenarios.map(\.id), replicates: replicates)
        let report = Report(results, manifest: manifest, baseline: baseline)
        try report.write(to: archive.path, language: tongue)
        Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        return report.files
    }

    private func end(_ outcome: Session.Outcome, _ folder: String) throws {
        for failure in outcome.failures { Terminal.complain(failure.message[tongue]) }
        let kept = outcome.found + outcome.added
        guard !outcome.isInterrupted else {
            Terminal.complain(
                said(
                    "Interrupted: \(kept) of \(outcome.runs) runs are kept in \(folder)"
                        + (outcome.keepsBegun ? ", and how far the others were" : "") + ". The same command"
                        + (archive.fresh ? " without --fresh" : "") + " goes on.",
                    "已中断：\(outcome.runs) 次运行中有 \(kept) 次保存在 \(folder)"
                        + (outcome.keepsBegun ? "，其余已存至中断处" : "") + "。重复同一命令"
                        + (archive.fresh ? "（去掉 --fresh）" : "") + "即可继续。"))
            throw Ending.interrupted
        }
        if !common.quiet { Terminal.print(note(outcome, folder)) }
        guard outcome.failures.isEmpty else { throw Ending.failed }
    }

    private func note(_ outcome: Session.Outcome, _ folder: String) -> String {
        let files = outcome.files.sorted().joined(separator: ", ")
        return said(
            "\(outcome.added) runs in \(TimeText(outcome.elapsed))"
                + (outcome.found > 0 ? ", \(outcome.found) were there already" : "")
                + (outcome.damaged > 0 ? ", \(outcome.damaged) of them damaged and made again" : "")
                + ". \(folder): \(files)\n",
            "用时 \(TimeText(outcome.elapsed))，完成 \(outcome.added) 次运行"
                + (outcome.found > 0 ? "，此前已有 \(outcome.found) 次" : "")
                + (outcome.damaged > 0 ? "，其中 \(outcome.damaged) 次已损坏并重做" : "")
                + "。\(folder):\(files)\n")
    }
}
