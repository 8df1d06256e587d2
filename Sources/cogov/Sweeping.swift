import Archive
import Experiments
import Foundation
import Logging

/// What `sweep` does once the design is read: a session on its archive, and a word on how it ended.
struct Sweeping {
    let experiment: Experiment
    let folder: String
    let fresh: Bool
    let cores: Int
    let verbose: Bool
    let quiet: Bool

    func callAsFunction() async throws {
        try Invocation.allowLiving(missing: missing, in: folder)
        var session = Session(
            experiment, folder: folder, program: Cogov.program, command: Invocation.arguments, cores: cores,
            memory: Machine.memory, time: Timekeeper(ContinuousClock()), date: { Date() })
        session.fresh = fresh
        if verbose { session.logger = Logger(label: "cogov") { StreamLogHandler.standardError(label: $0) } }
        let isShown = Terminal.hasWatcher && !quiet
        if !quiet { Terminal.print(beginning(session)) }
        let signals = Signals(stop: session.stop) {
            if isShown { ProgressLine.clear() }
            Terminal.complain(said("Stopping after this month; once more stops at once.", "本月结束后停止；再按一次立即停止。"))
        }
        defer { signals.end() }
        let outcome: Session.Outcome
        do throws(SessionError) {
            outcome = try await session.run(progress: { if isShown { ProgressLine.show($0) } })
        } catch {
            if isShown { ProgressLine.clear() }
            Terminal.complain(error.message[tongue])
            throw error.isRefusal ? Ending.badInput : Ending.failed
        }
        if isShown { ProgressLine.clear() }
        try end(outcome)
    }

    /// Runs that the folder does not hold.
    private var missing: Int {
        let there = try? Archive.read(folder).summaries(of: []).count
        return max(0, experiment.runs.count - (there ?? 0))
    }

    private func beginning(_ session: Session) -> String {
        let (room, runs) = (session.room, experiment.runs.count)
        let points = experiment.sweep?.input.points.count ?? 0
        let (shard, part) = (experiment.shard, experiment.shard?.description ?? "")
        return said(
            "\(points) points, \(experiment.scenarios.count) scenarios, \(experiment.replicates) replicates: \(runs) runs"
                + (shard == nil ? "" : " in shard \(part)")
                + "; \(room.atOnce) at once (\(cores) cores; \(room.fit) worlds fit into \(Bytes(session.memory)))\n",
            "\(points) 个点、\(experiment.scenarios.count) 个情景、\(experiment.replicates) 次重复：\(runs) 次运行"
                + (shard == nil ? "" : "（第 \(part) 部分）")
                + "；同时 \(room.atOnce) 个（\(cores) 核；\(Bytes(session.memory)) 内存可容 \(room.fit) 个世界）\n")
    }

    private func end(_ outcome: Session.Outcome) throws {
        if let repair = outcome.repair { Terminal.complain(repair.message[tongue]) }
        for failure in outcome.failures { Terminal.complain(failure.message[tongue]) }
        let kept = outcome.found + outcome.added + outcome.addedElsewhere
        guard !outcome.isInterrupted else {
            Terminal.complain(
                said(
                    "Interrupted: \(kept) of \(outcome.runs) runs are kept in \(folder). The same command"
                        + (fresh ? " without --fresh" : "") + " goes on.",
                    "已中断：\(outcome.runs) 次运行中有 \(kept) 次保存在 \(folder)。重复同一命令"
                        + (fresh ? "（去掉 --fresh）" : "") + "即可继续。"))
            throw Ending.interrupted
        }
        if !quiet { Terminal.print(note(outcome)) }
        guard outcome.failures.isEmpty else { throw Ending.failed }
    }

    private func note(_ outcome: Session.Outcome) -> String {
        let share = outcome.elapsed > .zero ? 100 * (outcome.writing / outcome.elapsed) : 0
        let percent = (share * 10).rounded() / 10
        return said(
            "\(outcome.added) runs in \(TimeText(outcome.elapsed))"
                + (outcome.found > 0 ? ", \(outcome.found) were there already" : "")
                + (outcome.addedElsewhere > 0 ? ", \(outcome.addedElsewhere) done by other processes" : "")
                + (outcome.damaged > 0 ? ", \(outcome.damaged) damaged and made again" : "")
                + "; \(percent) % of the time writing. \(folder): \(Bytes(outcome.bytes)). "
                + "Tables: cogov export \(folder)\n",
            "用时 \(TimeText(outcome.elapsed))，完成 \(outcome.added) 次运行"
                + (outcome.found > 0 ? "，此前已有 \(outcome.found) 次" : "")
                + (outcome.addedElsewhere > 0 ? "，其他进程完成 \(outcome.addedElsewhere) 次" : "")
                + (outcome.damaged > 0 ? "，\(outcome.damaged) 次已损坏并重做" : "")
                + "；写入占用时的 \(percent)%。\(folder)：\(Bytes(outcome.bytes))。导出表格：cogov export \(folder)\n")
    }
}
