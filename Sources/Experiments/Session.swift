public import Archive
public import Foundation
public import Governance
public import Logging
import Scenarios

/// One command's work on an archive: runs what is missing, and writes the files that runs leave.
public struct Session: Sendable {
    public var experiment: Experiment
    /// The archive's folder.
    public var folder: String
    /// Start anew, whatever is in the folder.
    public var fresh = false
    /// The program's name and version, and the command as it was given.
    public var program: String
    public var command: [String]
    /// Cores that runs may take together, at least 1; results do not depend on it.
    public var cores: Int
    /// Bytes that worlds may take together.
    public var memory: Int
    public var time: Timekeeper
    /// The date and time now.
    public var date: @Sendable () -> Date
    public var stop = StopSignal()
    /// Month after which the run is saved in the folder; only of an experiment of one run.
    public var saveAt: Int?
    /// What the run goes on from; only of an experiment of one run.
    public var start: Checkpoint?
    /// The processes that live each run together; nil where this one does alone. The first of them runs the session, the others ``follow()``.
    public var company: Company?
    let spread = SpreadCount()
    /// Told of every run that ends; silent unless given.
    public var logger = Logger(label: "cogov.session") { _ in SwiftLogNoOpLogHandler() }

    public init(
        _ experiment: Experiment, folder: String, program: String, command: [String], cores: Int, memory: Int,
        time: Timekeeper, date: @escaping @Sendable () -> Date
    ) {
        self.experiment = experiment
        self.folder = folder
        self.program = program
        self.command = command
        self.cores = max(1, cores)
        self.memory = memory
        self.time = time
        self.date = date
    }

    /// How a session ended.
    public struct Outcome: Sendable {
        /// Runs that were asked for.
        public var runs: Int
        /// Runs that the archive already held, runs that were added, and runs that other processes added meanwhile.
        public var found: Int
        public var added: Int
        public var addedElsewhere: Int
        /// Whether runs that were stopped in their course are kept and go on from there.
        public var keepsBegun: Bool
        public var failures: [RunFailure]
        /// Whether it was stopped before all runs had been lived.
        public var isInterrupted: Bool
        /// Kept runs that were damaged and were made again.
        public var damaged: Int
        /// What was taken over from a damaged archive; nil where it was none.
        public var repair: ArchiveRepair?
        /// The archive's files, by name.
        public var files: [String]
        public var elapsed: Duration
        /// Part of it that went into writing runs, and bytes of the archive at the end.
        public var writing: Duration
        public var bytes: Int
    }

    /// Lives every run that the archive does not hold yet. An experiment without a design then has its tables written:
    /// `series.csv`, `money.csv`, if asked for `communities.csv`, and what `report` adds. `manifest.json` tells of it all.
    ///
    /// An interrupted session keeps the runs that ended and writes no tables. A run that fails does not stop others;
    /// tables then lack it.
    /// - Parameters:
    ///   - progress: told a few times a second, from any thread.
    ///   - report: makes further files from the archive and the manifest once the runs are there; returns their names.
    /// - Throws: ``SessionError``; `refused` where nothing was written.
    public func run(
        progress: @escaping @Sendable (SessionProgress) -> Void = { _ in },
        report: (Archive, Manifest) throws(ArchiveError) -> [String] = { _, _ in [] }
    ) async throws(SessionError) -> Outcome {
        try checkMemory()
        try checkStart()
        let began = time.now()
        var repair: ArchiveRepair?
        while true {
            do throws(Breach) {
                var outcome = try await attempt(progress: progress, report: report)
                outcome.elapsed = time.now() - began
                outcome.repair = repair
                return outcome
            } catch {
                guard repair == nil, case .damaged = error.reason else { throw error.told }
                let mended = try mend(after: error)
                // Runs under way were stopped when it was found out.
                guard !stop.isRaised else { throw .broken(mended.messageOfAnEnd) }
                repair = mended
            }
        }
    }

    /// What ended a session, and whether before anything was written.
    private struct Breach: Error {
        let reason: ArchiveError
        let isRefusal: Bool

        var told: SessionError { isRefusal ? .refused(reason.message) : .broken(reason.message) }
    }

    private func attempt(
        progress: @escaping @Sendable (SessionProgress) -> Void,
        report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) async throws(Breach) -> Outcome {
        let archive: Archive
        do throws(ArchiveError) {
            archive = try Archive.open(
                folder, for: experiment.inputs(program: program), fresh: fresh, bytes: experiment.leastBytes,
                cores: cores)
        } catch { throw Breach(reason: error, isRefusal: true) }
        do throws(ArchiveError) { return try await fill(archive, progress: progress, report: report) } catch {
            throw Breach(reason: error, isRefusal: false)
        }
    }

    /// Takes what is whole over into a new archive.
    private func mend(after breach: Breach) throws(SessionError) -> ArchiveRepair {
        do throws(ArchiveError) {
            return try Archive.repair(folder, for: experiment.inputs(program: program))
        } catch {
            // What stands in the way of the repair is the thing to tell, unless the damage itself does.
            if case .damaged = error { throw breach.told }
            throw .broken(error.message)
        }
    }

    /// Worlds of the largest run that fit into the memory, and how many runs go at once.
    public var room: (fit: Int, atOnce: Int) {
        let runs = experiment.runs
        let fit = memory / max(1, runs.map(experiment.memory).max() ?? 1)
        return (fit, max(1, min(fit, cores, runs.count)))
    }

    private func fill(
        _ archive: Archive, progress: @escaping @Sendable (SessionProgress) -> Void,
        report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) async throws(ArchiveError) -> Outcome {
        if fresh { CheckpointKeeper.clear(folder) }
        let runs = experiment.runs
        var (missing, damaged) = try missing(in: archive, of: runs)
        // What was asked to be saved on its way is lived for that alone, if need be.
        let isForSaves = saves.contains { !FileManager.default.fileExists(atPath: folder + "/" + $0) }
        if isForSaves { missing = runs }
        var record = SessionRecord(self, number: archive.holder, date: date())
        record.found = runs.count - missing.count
        try record.write(.running, in: archive)
        let meter = ProgressMeter(
            runs: missing.count, residentMonths: missing.reduce(0) { $0 + experiment.residentMonths($1) },
            time: time, tell: progress)
        let runner = Runner(
            experiment: experiment, cores: company == nil ? cores : 1, memory: memory, stop: stop,
            live: { live($0, threads: $1, meter) },
            onEnd: { _ in meter.addRun() })
        var writing = Duration.zero
        let keeper = Runner.Keeper(
            claim: { run throws(ArchiveError) in
                isForSaves ? .granted : try archive.claim(experiment.address(of: run), keeping: experiment.keeping)
            },
            keep: { run throws(ArchiveError) in
                let began = time.now()
                try archive.add(run)
                writing += time.now() - began
                CheckpointKeeper.remove(run.address, in: folder)
                record.added += 1
                logger.info("run done", metadata: Self.metadata(run))
            },
            fail: { run, month, reason throws(ArchiveError) in
                try archive.enterFailure(of: experiment.address(of: run), month: month, reason: reason)
            })
        let stretch = 8 * cores
        let ended = try await runner.run(
            AnytimeOrder.longestFirst(missing, stretch: stretch, cost: experiment.residentMonths), keeper)
        record.failures = ended.failures
        for failure in record.failures { logger.error("run failed: \(failure.message.en)") }
        let isInterrupted = record.added + ended.doneElsewhere + record.failures.count < missing.count
        if !isInterrupted, experiment.sweep == nil { record.files = try writeTables(archive, record, report) + saves }
        let state: Manifest.State =
            isInterrupted ? .interrupted : record.failures.isEmpty ? .complete : .failed
        try record.write(state, in: archive, at: date())
        try archive.close()
        damaged.formIntersection(missing.map(experiment.address))
        return Outcome(
            runs: runs.count, found: record.found, added: record.added, addedElsewhere: ended.doneElsewhere,
            keepsBegun: isInterrupted && CheckpointKeeper.keepsAny(in: folder), failures: record.failures,
            isInterrupted: isInterrupted,
            damaged: damaged.count,
            files: ["manifest.json", "results.sqlite"] + record.files, elapsed: .zero, writing: writing,
            bytes: archive.bytes)
    }

    private func writeTables(
        _ archive: Archive, _ record: SessionRecord, _ report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) throws(ArchiveError) -> [String] {
        guard experiment.writesTables else { return try report(archive, record.manifest(.running)) }
        return try archive.exclusively { () throws(ArchiveError) in
            let tables = try Export(
                archive, scenarios: experiment.scenarios.map(\.id), replicates: experiment.replicates,
                keeping: experiment.keeping
            ).write()
            return try tables + report(archive, record.manifest(.running))
        }
    }

    private static func metadata(_ run: RunRecord) -> Logger.Metadata {
        [
            "scenario": "\(run.scenario)", "point": "\(run.point)", "replicate": "\(run.replicate)",
            "seconds": "\((run.seconds * 100).rounded() / 100)",
        ]
    }

    private func live(
        _ parcel: [Run], threads: Int, _ meter: ProgressMeter
    ) -> [(run: Run, result: Result<RunRecord, Recorder.Ending>)] {
        if let company { return parcel.map { ($0, ordered($0, company, meter)) } }
        var recorders: [(run: Run, recorder: Recorder)] = []
        do throws(ScenarioFaults) {
            for run in parcel {
                recorders.append((run, recorder(run, try experiment.scenario(of: run), threads, meter)))
            }
        } catch {
            return parcel.map { ($0, .failure(.failed(month: 0, reason: error.description))) }
        }
        guard let trunk = recorders[0].recorder.scenario.trunk else {
            return recorders.map { run, recorder in
                (run, Result { () throws(Recorder.Ending) in try recorder.record() })
            }
        }
        let past = recorder(parcel[0], trunk, threads, meter)
        let results = SiblingRecorder(trunk: past, branches: recorders).record()
        if !stop.isRaised { CheckpointKeeper.remove(past.address, in: folder) }
        return results
    }

    func recorder(_ run: Run, _ scenario: PlannedScenario, _ threads: Int, _ meter: ProgressMeter) -> Recorder {
        var address = experiment.address(of: run)
        address.scenario = scenario.id
        return Recorder(
            scenario: scenario, address: address, seed: experiment.seed(of: run),
            keeping: experiment.keeping(of: run.scenario),
            threads: threads, stop: stop, time: time, progress: { meter.add(residentMonths: $0) },
            keeper: CheckpointKeeper(address, folder: folder, saveAt: saveAt, time: time), start: start)
    }

    /// The file that was asked for, in the folder.
    private var saves: [String] { saveAt.map { [CheckpointKeeper.name(experiment.scenarios[0].id, month: $0)] } ?? [] }

    /// What a run is to go on from must fit it before anything is written.
    private func checkStart() throws(SessionError) {
        guard let start else { return }
        do throws(CheckpointError) {
            guard start.replicate == 1 else { throw .otherReplicate(start.replicate) }
            _ = try start.run(experiment.scenarios[0], keeping: experiment.keeping, threads: 1)
        } catch { throw .refused(error.message) }
    }

    /// Runs that the archive does not hold whole, and those that it held damaged.
    private func missing(in archive: Archive, of runs: [Run]) throws(ArchiveError) -> ([Run], Set<RunAddress>) {
        var whole: Set<RunAddress> = []
        var damaged: Set<RunAddress> = []
        for (place, scenario) in experiment.scenarios.enumerated() {
            let kept = try archive.runs(of: scenario.id, keeping: experiment.keeping(of: place))
            whole.formUnion(kept.whole)
            damaged.formUnion(kept.damaged)
        }
        return (runs.filter { !whole.contains(experiment.address(of: $0)) }, damaged)
    }

    private func checkMemory() throws(SessionError) {
        guard let largest = experiment.runs.max(by: { experiment.memory($0) < experiment.memory($1) }),
            experiment.memory(largest) / (company?.count ?? 1) > memory
        else { return }
        let (id, needed) = (experiment.scenarios[largest.scenario].id, Bytes(experiment.memory(largest)))
        throw .refused(
            Text(
                en: "\(id) needs \(needed) of memory, but only \(Bytes(memory)) may be used.",
                zh: "\(id) 需要内存 \(needed)，可用内存仅 \(Bytes(memory))。"))
    }
}
