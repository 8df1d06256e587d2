import Foundation

/// The two scripts that a sweep is submitted as: an array whose tasks live one shard each, and a job that joins the shards.
///
/// A task that is killed or told to stop puts itself back into the queue, and goes on where its shard's archive ends; so do
/// those that Slurm requeues, after the failure of a node or a preemption. The joining job waits for all tasks, however
/// they ended, and submits again those that left runs undone.
struct SlurmScripts {
    let plan: SlurmPlan
    let options: SlurmOptions
    /// The program's path, and the words that follow it to run this design: `sweep FILE ...` but for where to.
    let program: String
    let words: [String]
    /// The sweep's id, its folder and the folder in which the command was given, as whole paths.
    let id: String
    let folder: String
    let place: String

    /// Times that a task puts itself back into the queue: more means that it cannot be.
    private static let returns = 20
    /// Seconds before the time limit at which a task is told to stop, enough to end the months under way.
    private static let grace = 120

    /// Where the scripts and what the jobs say are.
    static func folder(in folder: String) -> String { folder + "/slurm" }

    /// The script of the array.
    var tasks: String {
        let shard = Self.quoted(folder) + "/shards/\"$SLURM_ARRAY_TASK_ID-of-\(plan.tasks)\""
        return """
            \(head("\(id)", log: "task-%a", memory: plan.memory, cores: plan.cores, time: options.time ?? "\(plan.minutes)"))
            #SBATCH --signal=B:TERM@\(Self.grace)
            # Lives one of \(plan.tasks) parts of a sweep; what is lived is kept, so that the same task goes on where it ended.

            \(command) --shard "$SLURM_ARRAY_TASK_ID/\(plan.tasks)" --threads \(plan.cores) --out \(shard) --quiet &
            work=$!
            trap 'kill -TERM $work' TERM
            wait $work
            ending=$?
            while kill -0 $work 2>/dev/null; do
                wait $work
                ending=$?
            done
            # 3: stopped under way; above 128: killed. Who cancels the job means it, and finds it no more running.
            if { [ $ending -eq 3 ] || [ $ending -gt 128 ]; } && [ "${SLURM_RESTART_COUNT:-0}" -lt \(Self.returns) ] &&
                scontrol --oneliner show job "$SLURM_JOB_ID" | grep -q ' JobState=RUNNING '; then
                echo "ended with $ending; back into the queue"
                scontrol requeue "$SLURM_JOB_ID"
            fi
            exit $ending

            """
    }

    /// The script of the job that joins the shards.
    var merge: String {
        let again =
            options.rounds > 0
            ? """
            # 3: runs are missing. Those that did not fail by themselves are tried again.
            if [ $ending -eq 3 ]; then
                exec \(command) --engine slurm --out \(Self.quoted(folder)) \
            \(options.words(rounds: options.rounds - 1).map(Self.quoted).joined(separator: " "))
            fi
            """ : "# 3: runs are missing; they were tried often enough."
        return """
            \(head("\(id)-merge", log: "merge", memory: plan.memory, cores: 1, time: options.time ?? "\(max(60, plan.minutes))"))
            # Joins the parts of a sweep into one archive; what is there already is passed over.

            shopt -s nullglob
            shards=(\(Self.quoted(folder))/shards/*/results.sqlite)
            ending=3
            if [ ${#shards[@]} -gt 0 ]; then
                \(Self.quoted(program)) sweep merge "${shards[@]%/results.sqlite}" --out \(Self.quoted(folder))
                ending=$?
            fi
            \(again)
            exit $ending

            """
    }

    private var command: String { ([program] + words).map(Self.quoted).joined(separator: " ") }

    private func head(_ name: String, log: String, memory: Int, cores: Int, time: String) -> String {
        var lines = [
            "--job-name=cogov-\(name)", "--chdir=\(place)", "--output=\(Self.folder(in: folder))/\(log).log",
            "--open-mode=append", "--requeue", "--ntasks=1", "--cpus-per-task=\(cores)", "--mem=\(memory)M",
            "--time=\(time)",
        ]
        if let partition = options.partition { lines.append("--partition=\(partition)") }
        if let account = options.account { lines.append("--account=\(account)") }
        lines += options.lines
        return (["#!/bin/bash"] + lines.map { "#SBATCH \(Self.protected($0))" }).joined(separator: "\n")
    }

    /// An option in quotes, as sbatch reads it, where there is a blank in it.
    private static func protected(_ option: String) -> String {
        guard option.contains(" "), let sign = option.firstIndex(of: "=") else { return option }
        return option[...sign] + "\"" + option[option.index(after: sign)...] + "\""
    }

    /// A word as a shell reads it back.
    static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-_./=:,+@%".utf8.contains(byte)
        }
        guard !plain || word.isEmpty else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    /// Numbers as sbatch has them: `1-4,7`.
    static func ranges(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
