public import Archive
public import Foundation
public import Governance

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
        /// Whether the plan was measured now; else it is the one that the folder has.
        public var isNew: Bool
        /// Numbers of the shards that lack runs.
        public var tasks: [Int]
        /// Runs that neither the folder nor a shard has.
        public var missing: Int
        /// Runs that failed by themselves, and are not tried again.
        public var failed: Int
        /// The scripts of the array and of the job that joins its shards.
        public var array: String
        public var merge: String
    }

    /// Measures a run where the folder has no plan yet, and finds what is missing.
    ///
    /// - Throws: ``SessionError``; nothing is written.
    public func propose(memory: Int, time: Timekeeper) async throws(SessionError) -> Proposal {
        let kept = SlurmFolder(folder)
        let plan: SlurmPlan
        if let known = kept.plan {
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
            let (missing, failed) = try missing(plan)
            return Proposal(
                plan: plan, isNew: kept.plan == nil, tasks: missing.keys.sorted(),
                missing: missing.values.reduce(0, +), failed: failed, array: scripts.tasks, merge: scripts.merge)
        } catch {
            throw .refused(error.message)
        }
    }

    /// Writes plan and scripts and submits them: the shards that lack runs, and after them the job that joins all.
    ///
    /// - Throws: ``SessionError``; `refused` where nothing was submitted.
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
        do throws(SlurmError) {
            var jobs = SlurmJobs(tasks: proposal.tasks, submitted: date)
            if !proposal.tasks.isEmpty {
                var numbers = SlurmScripts.ranges(proposal.tasks)
                if let atOnce = options.atOnce { numbers += "%\(atOnce)" }
                jobs.array = try slurm.submit(kept.tasksScript, array: numbers)
            }
            jobs.merge = try slurm.submit(kept.mergeScript, after: jobs.array)
            do throws(ArchiveError) { try kept.write(jobs) } catch { throw SessionError.broken(error.message) }
            return jobs
        } catch let error as SlurmError {
            throw .refused(error.message)
        } catch {
            throw .broken(Text(en: "\(error)", zh: "\(error)"))
        }
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
    private func missing(_ plan: SlurmPlan) throws(ArchiveError) -> (missing: [Int: Int], failed: Int) {
        let joined = try runs(in: folder)
        var missing: [Int: Int] = [:]
        var failed = 0
        for task in 1...plan.tasks {
            var part = experiment
            part.shard = Shard(task, of: plan.tasks)
            let runs = part.runs.map(part.address).filter { !joined.kept.contains($0) }
            guard !runs.isEmpty else { continue }
            let shard = try self.runs(in: plan.folder(of: task, in: folder))
            failed += runs.count { shard.failed.contains($0) }
            let open = runs.count { !shard.kept.contains($0) && !shard.failed.contains($0) }
            if open > 0 { missing[task] = open }
        }
        return (missing, failed)
    }

    /// Runs that an archive has whole, and those that failed in it; none where there is no archive.
    private func runs(in folder: String) throws(ArchiveError) -> (kept: Set<RunAddress>, failed: Set<RunAddress>) {
        let archive: Archive
        do throws(ArchiveError) {
            archive = try Archive.read(folder)
        } catch {
            if case .missing = error { return ([], []) }
            throw error
        }
        var kept: Set<RunAddress> = []
        for scenario in experiment.scenarios {
            kept.formUnion(try archive.runs(of: scenario.id, keeping: experiment.keeping).whole)
        }
        return (kept, Set(try archive.activity().failures.map(\.run)))
    }
}
