public import Archive
public import Foundation
import Governance
public import Logging

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
        /// Runs that the archive already held, and runs that were added.
        public var found: Int
        public var added: Int
        public var failures: [RunFailure]
        /// Whether it was stopped before all runs had been lived.
        public var isInterrupted: Bool
        /// Kept runs that were damaged and were made again.
        public var damaged: Int
        /// The archive's files, by name.
        public var files: [String]
        public var elapsed: Duration
    }

    /// Lives every run that the archive does not hold yet, and writes `series.csv`, `money.csv`, if asked for
    /// `communities.csv`, what `report` adds, and `manifest.json`.
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
        let began = time.now()
        let archive: Archive
        do throws(ArchiveError) {
            archive = try Archive.open(
                folder, for: experiment.inputs(program: program), fresh: fresh, bytes: experiment.leastBytes)
        } catch {
            throw .refused(error.message)
        }
        do throws(ArchiveError) {
            var outcome = try await fill(archive, progress: progress, report: report)
            outcome.elapsed = time.now() - began
            return outcome
        } catch {
            throw .broken(error.message)
        }
    }

    private func fill(
        _ archive: Archive, progress: @escaping @Sendable (SessionProgress) -> Void,
        report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) async throws(ArchiveError) -> Outcome {
        var (missing, damaged) = try missing(in: archive)
        var record = SessionRecord(self, date: date())
        record.found = experiment.runs.count - missing.count
        try record.manifest(.running).write(to: folder)
        let meter = ProgressMeter(
            runs: missing.count,
            residentMonths: missing.reduce(0) { $0 + experiment.scenarios[$1.scenario].residentMonths },
            time: time, tell: progress)
        let runner = Runner(
            experiment: experiment, cores: cores, memory: memory, stop: stop, live: { live($0, threads: $1, meter) },
            onEnd: { meter.addRun() })
        record.failures = try await runner.run(missing) { run throws(ArchiveError) in
            try archive.add(run)
            record.added += 1
            logger.info("run done", metadata: Self.metadata(run))
        }
        for failure in record.failures { logger.error("run failed: \(failure.message.en)") }
        let isInterrupted = record.added + record.failures.count < missing.count
        if !isInterrupted { record.files = try writeTables(archive, record, report) }
        try archive.close()
        let state: Manifest.State =
            isInterrupted ? .interrupted : record.failures.isEmpty ? .complete : .failed
        try record.manifest(state, at: date()).write(to: folder)
        damaged.formIntersection(missing)
        return Outcome(
            runs: experiment.runs.count, found: record.found, added: record.added, failures: record.failures,
            isInterrupted: isInterrupted,
            damaged: damaged.count, files: ["manifest.json", "results.sqlite"] + record.files, elapsed: .zero)
    }

    private func writeTables(
        _ archive: Archive, _ record: SessionRecord, _ report: (Archive, Manifest) throws(ArchiveError) -> [String]
    ) throws(ArchiveError) -> [String] {
        guard experiment.keepsMoney else { return try report(archive, record.manifest(.running)) }
        try Export(archive, scenarios: experiment.scenarios.map(\.id), replicates: experiment.replicates)
            .write(communities: experiment.communities)
        let tables = ["series.csv", "money.csv"] + (experiment.communities ? ["communities.csv"] : [])
        return try tables + report(archive, record.manifest(.running))
    }

    private static func metadata(_ run: RunRecord) -> Logger.Metadata {
        [
            "scenario": "\(run.scenario)", "replicate": "\(run.replicate)",
            "seconds": "\((run.seconds * 100).rounded() / 100)",
        ]
    }

    private func live(_ run: Run, threads: Int, _ meter: ProgressMeter) -> Result<RunRecord, Recorder.Ending> {
        let recorder = Recorder(
            scenario: experiment.scenarios[run.scenario], replicate: run.replicate, seed: experiment.seed,
            communities: experiment.keepsCommunities(of: run.scenario), keepsMoney: experiment.keepsMoney,
            threads: threads, stop: stop, time: time,
            progress: { meter.add(residentMonths: $0) })
        return Result { () throws(Recorder.Ending) in try recorder.record() }
    }

    /// Runs that the archive does not hold whole, and which of them it holds damaged.
    private func missing(in archive: Archive) throws(ArchiveError) -> ([Run], Set<Run>) {
        var whole: Set<Run> = []
        var damaged: Set<Run> = []
        for (place, scenario) in experiment.scenarios.enumerated() {
            let kept = try archive.replicates(of: scenario.id, communities: experiment.keepsCommunities(of: place))
            whole.formUnion(kept.whole.map { Run(scenario: place, replicate: $0) })
            damaged.formUnion(kept.damaged.map { Run(scenario: place, replicate: $0) })
        }
        return (experiment.runs.filter { !whole.contains($0) }, damaged)
    }

    private func checkMemory() throws(SessionError) {
        for scenario in experiment.scenarios {
            let needed = World.bytes(for: scenario.specification)
            guard needed > memory else { continue }
            throw .refused(
                Text(
                    en: "\(scenario.id) needs \(Bytes(needed)) of memory, but only \(Bytes(memory)) may be used.",
                    zh: "\(scenario.id) 需要内存 \(Bytes(needed))，可用内存仅 \(Bytes(memory))。"))
        }
    }
}
