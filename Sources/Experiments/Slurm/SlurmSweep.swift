import Archive
public import Foundation

/// A sweep that a cluster lives: its shards, its scripts and its submission.
///
/// In the sweep's folder, `shards/i-of-n` are the archives of the parts, and `slurm/` holds `plan.json`, the scripts, what
/// the jobs said and `jobs.json`, the jobs submitted last.
public struct SlurmSweep: Sendable {
    public var experiment: Experiment
    /// The sweep's folder and the folder in which the command was given, as whole paths.
    public var folder: String
    public var place: String
    public var options: SlurmOptions
    /// The program's name and version, its path, and the words that follow it to run this design but for where to.
    public var program: String
    public var executable: String
    public var words: [String]
    private let slurm = Slurm()

    public init(
        _ experiment: Experiment, folder: String, place: String, options: SlurmOptions, program: String,
        executable: String, words: [String]
    ) {
        self.experiment = experiment
        self.folder = folder
        self.place = place
        self.options = options
        self.program = program
        self.executable = executable
        self.words = words
    }

    /// What a submission will do.
    public struct Proposal: Sendable {
        public var plan: SlurmPlan
        /// Numbers of the shards that lack runs.
        public var tasks: [Int]
        /// Runs of the sweep, those that its own archive has, and those that no shard has either.
        public var runs: Int
        public var joined: Int
        public var missing: Int
        /// Runs that failed by themselves, and are not tried again.
        public var failed: Int
        /// Whether nothing is left to live or to join.
        public var isDone: Bool { joined + failed >= runs }
        /// The same as sbatch has them: `1-4,7`.
        public var numbers: String { SlurmScripts.ranges(tasks) }
        /// The scripts of the array and of the job that joins its shards.
        public var array: String
        public var merge: String
    }

    /// Measures a run where the folder has no plan yet, and finds what is missing.
    ///
    /// - Parameters:
    ///   - fresh: as if the folder were empty.
    ///   - memory: bytes that the measured worlds may take here.
    /// - Throws: ``SessionError``; nothing is written.
    public func propose(fresh: Bool, memory: Int, time: Timekeeper) async throws(SessionError) -> Proposal {
        let known = fresh ? nil : SlurmFolder(folder).plan
        let plan: SlurmPlan
        if let known {
            plan = known
        } else {
            do throws(RunFailure) {
                let forecast = try await Probe(experiment, cores: options.cores, memory: memory, time: time).forecast()
                plan = SlurmPlan(forecast, options, mostTasks: slurm.mostTasks())
            } catch {
                throw .refused(error.message)
            }
        }
        let scripts = SlurmScripts(
            plan: plan, options: options, program: executable, words: words,
            id: experiment.sweep?.input.id ?? "sweep", folder: folder, place: place)
        do throws(ArchiveError) {
            let joined = fresh ? Held() : try held(in: folder)
            let (missing, failed) = try missing(plan, joined: joined, fresh: fresh)
            return Proposal(
                plan: plan, tasks: missing.keys.sorted(), runs: experiment.runs.count, joined: joined.kept.count,
                missing: missing.values.reduce(0, +), failed: failed, array: scripts.tasks, merge: scripts.merge)
        } catch {
            throw .refused(error.message)
        }
    }

    /// Writes plan and scripts and submits them: the shards that lack runs, and after them the job that joins all.
    ///
    /// - Throws: ``SessionError``; `refused` where nothing was written, `broken` where Slurm would not have it.
    public func submit(_ proposal: Proposal, fresh: Bool, date: Date) throws(SessionError) -> SlurmJobs {
        let kept = SlurmFolder(folder)
        do throws(ArchiveError) {
            // The sweep's own archive: refused at once where the folder has results of other inputs.
            try Archive.open(folder, for: experiment.inputs(program: program), fresh: fresh).close()
            if fresh { kept.clear() }
            try kept.write(proposal)
        } catch {
            throw .refused(error.message)
        }
        let jobs: SlurmJobs
        do throws(SlurmError) { jobs = try submit(proposal, kept, date) } catch { throw .broken(error.message) }
        do throws(ArchiveError) { try kept.write(jobs) } catch { throw .broken(error.message) }
        return jobs
    }

    private func submit(_ proposal: Proposal, _ kept: SlurmFolder, _ date: Date) throws(SlurmError) -> SlurmJobs {
        var jobs = SlurmJobs(tasks: proposal.tasks, submitted: date)
        if !proposal.tasks.isEmpty {
            let most = options.atOnce.map { "%\($0)" } ?? ""
            jobs.array = try slurm.submit(kept.tasksScript, array: proposal.numbers + most)
        }
        jobs.merge = try slurm.submit(kept.mergeScript, after: jobs.array)
        return jobs
    }

    /// The jobs submitted last, if any of their tasks is in the queue still.
    public func underWay() -> SlurmJobs? {
        guard let jobs = SlurmFolder(folder).jobs, let array = jobs.array,
            let states = try? slurm.states(of: array), states.values.contains(where: SlurmStanding.isLiving)
        else { return nil }
        return jobs
    }

    /// Runs that neither the sweep's archive nor a shard's has and that did not fail by themselves, by shard; and how many
    /// failed.
    private func missing(
        _ plan: SlurmPlan, joined: Held, fresh: Bool
    ) throws(ArchiveError) -> (missing: [Int: Int], failed: Int) {
        var missing: [Int: Int] = [:]
        var failed = 0
        for task in 1...plan.tasks {
            var part = experiment
            part.shard = Shard(task, of: plan.tasks)
            let runs = part.runs.map(part.address).filter { !joined.kept.contains($0) }
            guard !runs.isEmpty else { continue }
            let shard = fresh ? Held() : try held(in: plan.folder(of: task, in: folder))
            failed += runs.count { shard.failed.contains($0) }
            let open = runs.count { !shard.kept.contains($0) && !shard.failed.contains($0) }
            if open > 0 { missing[task] = open }
        }
        return (missing, failed)
    }

    /// Runs that an archive has whole, and those that failed in it.
    private struct Held {
        var kept: Set<RunAddress> = []
        var failed: Set<RunAddress> = []
    }

    /// Nothing where there is no archive.
    private func held(in folder: String) throws(ArchiveError) -> Held {
        let archive: Archive
        do throws(ArchiveError) {
            archive = try Archive.read(folder)
        } catch {
            if case .missing = error { return Held() }
            throw error
        }
        var held = Held(failed: Set(try archive.activity().failures.map(\.run)))
        for scenario in experiment.scenarios {
            held.kept.formUnion(try archive.runs(of: scenario.id, keeping: experiment.keeping).whole)
        }
        return held
    }
}
