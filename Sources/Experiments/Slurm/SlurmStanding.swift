public import Archive

/// How it goes with a sweep on a cluster, from the queue where it can be asked, and from the shards.
public struct SlurmStanding: Sendable {
    public var jobs: SlurmJobs
    /// Tasks of the array, and the job that joins them, by state as Slurm names it; empty where Slurm cannot be asked.
    public var tasks: [Slurm.State: Int]
    public var merge: Slurm.State?
    /// Shards of the sweep, and those that have an archive.
    public var shards: Int
    public var begun: Int
    /// Runs that the shards hold, and runs that failed in them.
    public var runs: Int
    public var failures: [Archive.Failure]

    /// - Returns: nil where the folder's sweep was never submitted.
    /// - Throws: ``ArchiveError`` where a shard cannot be read.
    public init?(_ folder: String) throws(ArchiveError) {
        let kept = SlurmFolder(folder)
        guard let jobs = kept.jobs, let plan = kept.plan else { return nil }
        self.jobs = jobs
        let slurm = Slurm()
        let states = jobs.array.flatMap { try? slurm.states(of: $0) } ?? [:]
        tasks = Dictionary(states.values.map { ($0, 1) }, uniquingKeysWith: +)
        merge = jobs.merge.flatMap { (try? slurm.states(of: $0))?[0] }
        shards = plan.tasks
        (begun, runs, failures) = (0, 0, [])
        for task in 1...plan.tasks {
            do throws(ArchiveError) {
                let archive = try Archive.read(plan.folder(of: task, in: folder))
                begun += 1
                runs += try archive.summaries(of: []).count
                failures += try archive.activity().failures
            } catch {
                guard case .missing = error else { throw error }
            }
        }
    }

    /// Whether a task of that state will do, or does, something more.
    static func isLiving(_ state: Slurm.State) -> Bool {
        ["PENDING", "RUNNING", "COMPLETING", "CONFIGURING", "REQUEUED", "SUSPENDED", "RESIZING"].contains(state)
    }
}
