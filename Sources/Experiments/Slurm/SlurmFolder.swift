import Archive
public import Foundation

/// The jobs of a submission.
public struct SlurmJobs: Codable, Sendable, Equatable {
    /// Number of the array; nil where no shard lacked runs.
    public var array: Int?
    /// Number of the job that joins the shards.
    public var merge: Int?
    /// Numbers of the shards submitted.
    public var tasks: [Int]
    public var submitted: Date

    init(tasks: [Int], submitted: Date) {
        self.tasks = tasks
        self.submitted = submitted
    }
}

/// What a sweep's folder holds for Slurm.
struct SlurmFolder {
    let sweep: String
    private var path: String { SlurmScripts.folder(in: sweep) }

    init(_ sweep: String) { self.sweep = sweep }

    var tasksScript: String { path + "/tasks.sh" }
    var mergeScript: String { path + "/merge.sh" }
    var plan: SlurmPlan? { read("plan.json") }
    var jobs: SlurmJobs? { read("jobs.json") }

    /// Writes plan and scripts.
    func write(_ proposal: SlurmSweep.Proposal) throws(ArchiveError) {
        for folder in [path, sweep + "/shards"] {
            do {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                throw .unwritable(path: folder, reason: error.localizedDescription)
            }
        }
        try write(proposal.plan, to: "plan.json")
        try write(proposal.array, to: "tasks.sh")
        try write(proposal.merge, to: "merge.sh")
    }

    func write(_ jobs: SlurmJobs) throws(ArchiveError) { try write(jobs, to: "jobs.json") }

    /// Removes the shards and everything of Slurm's.
    func clear() {
        for folder in [path, sweep + "/shards"] { try? FileManager.default.removeItem(atPath: folder) }
    }

    private func write(_ value: some Encodable, to name: String) throws(ArchiveError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.dateEncodingStrategy = .iso8601
        guard let data = try? encoder.encode(value) else {
            throw .unwritable(path: path + "/" + name, reason: "a value in it is not a number")
        }
        try write(String(decoding: data, as: UTF8.self) + "\n", to: name)
    }

    private func write(_ text: String, to name: String) throws(ArchiveError) {
        let file = try WholeFile(name, in: path)
        try file.append(text)
        try file.finish()
    }

    private func read<Value: Decodable>(_ name: String) -> Value? {
        guard let data = FileManager.default.contents(atPath: path + "/" + name) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(Value.self, from: data)
    }
}
