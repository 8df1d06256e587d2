import Foundation

/// The commands of Slurm: the only place that calls them.
public struct Slurm: Sendable {
    public init() {}

    /// How it goes with a task or job, as Slurm names it: `PENDING`, `RUNNING`, `COMPLETED`, `NODE_FAIL` and others.
    public typealias State = String

    /// Submits a script.
    ///
    /// - Parameters:
    ///   - array: numbers of the tasks, such as `1-4,7`; a single job where nil.
    ///   - after: a job that must have ended before, however it did.
    /// - Returns: the job's number.
    func submit(_ script: String, array: String? = nil, after: Int? = nil) throws(SlurmError) -> Int {
        var arguments = ["--parsable"]
        if let array { arguments.append("--array=\(array)") }
        if let after { arguments.append("--dependency=afterany:\(after)") }
        let answer = try call("sbatch", arguments + [script])
        // `NUMBER`, or `NUMBER;CLUSTER`.
        guard let number = answer.split(whereSeparator: { ";\n".contains($0) }).first.flatMap({ Int($0) }) else {
            throw .refused(program: "sbatch", complaint: answer)
        }
        return number
    }

    /// States of a job's tasks, by number; of a single job under 0. What has ended long ago is told only where Slurm keeps
    /// accounts.
    func states(of job: Int) throws(SlurmError) -> [Int: State] {
        var states: [Int: State] = [:]
        func take(_ lines: String) {
            for line in lines.split(separator: "\n") {
                let words = line.split(whereSeparator: { $0 == " " || $0 == "|" })
                guard words.count >= 2, let (number, task) = Self.task(words[0]), number == job else { continue }
                states[task] = String(words[1])
            }
        }
        // Without a database sacct complains, and says nothing of worth.
        if let accounts = try? call(
            "sacct", ["--noheader", "--parsable2", "--allocations", "--array", "--jobs=\(job)", "--format=JobID,State"])
        {
            take(accounts)
        }
        // A job that the controller has forgotten is an error to squeue.
        do throws(SlurmError) {
            take(try call("squeue", ["--noheader", "--array", "--states=all", "--jobs=\(job)", "--format=%i %T"]))
        } catch {
            guard case .refused(_, let complaint) = error, complaint.contains("Invalid job id") else { throw error }
        }
        return states
    }

    /// Tasks that the cluster takes in one array; nil where it does not tell.
    func mostTasks() -> Int? {
        let lines = (try? call("scontrol", ["show", "config"]))?.split(separator: "\n") ?? []
        let line = lines.first { $0.hasPrefix("MaxArraySize") }
        return line?.split(separator: "=").last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }.map { $0 - 1 }
    }

    /// `12_3` is task 3 of job 12; `12` a single job.
    private static func task(_ word: Substring) -> (job: Int, task: Int)? {
        let parts = word.split(separator: "_").map { Int($0) }
        guard let first = parts.first, let job = first else { return nil }
        guard parts.count > 1 else { return (job, 0) }
        return parts[1].map { (job, $0) }
    }

    private func call(_ program: String, _ arguments: [String]) throws(SlurmError) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        // A job that submits another must not pass on what Slurm told it of itself.
        process.environment = ProcessInfo.processInfo.environment.filter { name, _ in
            !name.hasPrefix("SLURM_") || name == "SLURM_CONF"
        }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        do { try process.run() } catch { throw .missing(program: program) }
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        // What env itself says where there is no such program.
        if process.terminationStatus == 127 { throw .missing(program: program) }
        guard process.terminationStatus == 0 else {
            throw .refused(program: program, complaint: complaint.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return answer.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
