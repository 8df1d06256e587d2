/// What somebody may say about how a sweep goes to Slurm.
public struct SlurmOptions: Sendable, Equatable {
    /// Parts in which the sweep is submitted, one array task each; from a measured run where nil.
    public var tasks: Int?
    /// Cores of each task.
    public var cores: Int
    /// Tasks that may run at the same time; as many as Slurm lets where nil.
    public var atOnce: Int?
    public var partition: String?
    public var account: String?
    /// Time limit of a task as sbatch has it, such as `4:00:00`; from a measured run where nil.
    public var time: String?
    /// Further options of sbatch, such as `--qos=long`.
    public var lines: [String]
    /// How many times tasks that ended without their runs being there, and were not requeued, are submitted anew.
    public var rounds: Int

    public init(
        tasks: Int? = nil, cores: Int = 1, atOnce: Int? = nil, partition: String? = nil, account: String? = nil,
        time: String? = nil, lines: [String] = [], rounds: Int = 3
    ) {
        self.tasks = tasks
        self.cores = max(1, cores)
        self.atOnce = atOnce
        self.partition = partition
        self.account = account
        self.time = time
        self.lines = lines
        self.rounds = rounds
    }

    /// The options as the command line has them, for a job that submits again.
    func words(rounds: Int) -> [String] {
        func option(_ name: String, _ value: String?) -> [String] { value.map { [name, $0] } ?? [] }
        return ["--threads", "\(cores)", "--rounds", "\(rounds)"]
            + option("--tasks", tasks.map(String.init)) + option("--at-once", atOnce.map(String.init))
            + option("--partition", partition) + option("--account", account) + option("--time", time)
            + lines.flatMap { ["--sbatch=\($0)"] }
    }
}
