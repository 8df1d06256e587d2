import Analysis
import Archive
import Experiments
import Foundation
import Logging
import Reporting

/// What `run` and `compare` do once the scenarios are read: a session, the report, and a word on how it ended.
struct Living {
    let scenarios: [PlannedScenario]
    var replicates: Int
    let options: RunOptions
    let archive: ArchiveOptions
    let common: CommonOptions
    /// Id of the scenario that others are compared with; nil to compare nothing.
    let baseline: String?
    /// Month after which the one run is saved, and what it goes on from.
    var saveAt: Int?
    var start: Checkpoint?
    /// The processes that live each run together; nil where this one does alone.
    var spread: Spread?
    /// How precisely differences are to be known, and the most replicates that this may take.
    var goals: [PrecisionGoal] = []
    var most = 0

    /// With goals, first a pilot, whose spread says how many replicates they take, then so many.
    func callAsFunction() async throws {
        guard !goals.isEmpty, let baseline else {
            return try await live(fresh: archive.fresh) { archive, manifest throws(ArchiveError) in
                try self.report(archive, manifest)
            }
        }
        let pilot = replicates
        var wanted = pilot
        try await live(fresh: archive.fresh, isPilot: true) { archive, _ throws(ArchiveError) in
            let results = try Results(archive, scenarios: scenarios.map(\.id), replicates: pilot)
            let standings = PrecisionStanding.all(goals, in: results.series, baseline: baseline, pilot: pilot)
            wanted = max(pilot, min(most, standings.map(\.needed).max() ?? pilot))
            return []
        }
        var enough = self
        enough.replicates = wanted
        let whole = enough
        var standings: [PrecisionStanding] = []
        try await whole.live(fresh: false) { archive, manifest throws(ArchiveError) in
            let files = try whole.report(archive, manifest)
            let results = try Results(archive, scenarios: scenarios.map(\.id), replicates: whole.replicates)
            standings = PrecisionStanding.all(goals, in: results.series, baseline: baseline, pilot: pilot)
            try PrecisionFile.write(standings, to: archive.path)
            Terminal.print(standings.map { $0.words + "\n" }.joined())
            return files + [PrecisionFile.name]
        }
        let missed = standings.filter { !$0.isReached }
        guard !missed.isEmpty else { return }
        let needed = missed.map(\.needed).max() ?? 0
        Terminal.complain(
            said(
                "Not as precise as asked with \(whole.replicates) replicates; it takes about \(needed). Raise --at-most.",
                "\(whole.replicates) 次重复未达到所要求的精度，约需 \(needed) 次；请提高 --at-most。"))
        throw Ending.failed
    }

    /// One session on the archive.
    ///
    /// - Parameter isPilot: a word on how it ended is then left to what follows.
    private func live(
        fresh: Bool, isPilot: Bool = false, report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) async throws {
        let experiment = Experiment(
            scenarios: scenarios, replicates: replicates, seed: start?.seed ?? options.seed,
            communities: options.communities)
        let folder = archive.out ?? "Results/" + scenarios.map(\.id).joined(separator: "+")
        var session = Session(
            experiment, folder: folder, program: Cogov.program, command: Invocation.arguments,
            cores: options.threads ?? max(1, Machine.cores / (spread?.neighbours ?? 1)),
            memory: Machine.memory / (spread?.neighbours ?? 1), time: Timekeeper(ContinuousClock()),
            date: { Date() })
        session.fresh = fresh
        session.saveAt = saveAt
        session.start = start
        session.company = spread?.company
        if options.verbose { session.logger = Logger(label: "cogov") { StreamLogHandler.standardError(label: $0) } }
        guard spread?.company.isFirst ?? true else { return try follow(session) }
        do {
            try await hold(session, isPilot: isPilot, report: report)
        } catch {
            session.dismiss(code: (error as? Ending ?? .failed).rawValue)
            throw error
        }
        session.dismiss(code: 0)
    }

    /// What the others of several processes do.
    private func follow(_ session: Session) throws {
        let signals = Signals(stop: session.stop) {}
        defer { signals.end() }
        let code: Int32
        do throws(SessionError) { code = try session.follow() } catch { throw Ending.failed }
        if let ending = Ending(rawValue: code) { throw ending }
    }

    private func hold(
        _ session: Session, isPilot: Bool, report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) async throws {
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
        if !isPilot || outcome.isInterrupted || !outcome.failures.isEmpty { try end(outcome, session.folder) }
    }

    private func report(_ archive: Archive, _ manifest: Manifest) throws(ArchiveError) -> [String] {
        let results = try Results(archive, scenarios: scenarios.map(\.id), replicates: replicates)
        let report = Report(
            results, manifest: manifest, baseline: baseline, claims: Shipped.claimStandings(on: scenarios.map(\.id)))
        try report.write(to: archive.path, language: tongue)
        Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        return report.files
    }

    private func end(_ outcome: Session.Outcome, _ folder: String) throws {
        if let repair = outcome.repair { Terminal.complain(repair.message[tongue]) }
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

extension PrecisionStanding {
    /// The standing on one line.
    fileprivate var words: String {
        func text(_ value: Double) -> String { String(format: "%.4g", value) }
        let ends = "[\(text(interval.lowerBound)), \(text(interval.upperBound))]"
        return said(
            "\(other), \(goal.measure): difference \(text(difference)) \(ends), asked ±\(text(goal.halfWidth)): "
                + (isReached ? "reached" : "not reached") + " with \(replicates) replicates (pilot \(pilot))",
            "\(other)，\(goal.measure)：差值 \(text(difference)) \(ends)，要求 ±\(text(goal.halfWidth))："
                + (isReached ? "已达到" : "未达到") + "（\(replicates) 次重复，其中预试 \(pilot) 次）")
    }
}
