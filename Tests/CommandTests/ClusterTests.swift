import Foundation
import Testing

/// What `sweep --engine slurm` says where there is no Slurm; Tests/Cluster/run does the rest on a real one.
@Suite struct ClusterTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        let design = """
            id: load
            title: {en: Load, zh: 负担}
            summary: {en: Made up., zh: 虚构。}
            scenarios: [{scenario: open.yaml}]
            set: [months=3]
            factors: [{key: institutions.taskLoad, values: [0.1, 0.5]}]
            sampling: {kind: factorial}
            replicates: 3

            """
        try design.write(to: tool.folder.appendingPathComponent("design.yaml"), atomically: true, encoding: .utf8)
    }

    @Test func aRehearsalShowsTheScriptsAndWritesNothing() throws {
        let result = try tool.run(
            "sweep", "design.yaml", "--engine", "slurm", "--dry-run", "--tasks", "2", "--partition", "night")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("6 runs left, in 2 of 2 tasks"))
        #expect(result.output.contains("sbatch --array=1-2") && result.output.contains("#SBATCH --partition=night"))
        #expect(result.output.contains("--shard \"$SLURM_ARRAY_TASK_ID/2\"") && result.output.contains("sweep merge"))
        #expect(tool.written.isEmpty)
    }

    @Test func optionsOfTheClusterNeedTheCluster() throws {
        let alone = try tool.run("sweep", "design.yaml", "--tasks", "2")
        #expect(alone.code == 2 && alone.errors.contains("need --engine slurm"))
        let both = try tool.run("sweep", "design.yaml", "--engine", "slurm", "--shard", "1/2")
        #expect(both.code == 2 && both.errors.contains("leave --shard out"))
        #expect(tool.written.isEmpty)
    }

    /// With commands that answer as Slurm does, and do nothing.
    @Test func whatIsSubmittedIsFollowed() throws {
        try place("sbatch", "case \"$*\" in *array*) echo '41;here' ;; *) echo 42 ;; esac")
        try place("squeue", "echo '41_1 RUNNING'; echo '41_2 PENDING'; echo '42 PENDING'")
        try place("scontrol", "echo 'MaxArraySize            = 1001'")
        try place("sacct", "exit 1")
        let path = ["PATH": tool.folder.path + ":/usr/bin:/bin"]
        func run(_ arguments: String...) throws -> CommandLineTool.Result {
            try tool.wait(for: tool.begin(arguments, environment: path))
        }
        let first = try run("sweep", "design.yaml", "--engine", "slurm", "--tasks", "2")
        #expect(first.code == 0 && first.output.contains("submitted: 41, 42"), "\(first.errors)")
        let status = try run("sweep", "status", "Results/load")
        #expect(status.output.contains("array 41: 1 PENDING, 1 RUNNING; merge 42: PENDING"), "\(status.errors)")
        #expect(status.output.contains("0 runs in 0 of 2"))
        let again = try run("sweep", "design.yaml", "--engine", "slurm")
        #expect(again.code == 2 && again.errors.contains("in the queue still"))

        // The queue is empty, one shard was lived and one was not: that one is left.
        try place("squeue", "echo '41_1 COMPLETED'; echo '41_2 FAILED'; echo '42 COMPLETED'")
        #expect(try run("sweep", "design.yaml", "--shard", "1/2", "--out", "Results/load/shards/1-of-2").code == 0)
        let rest = try run("sweep", "design.yaml", "--engine", "slurm", "--dry-run")
        #expect(rest.output.contains("3 runs left, in 1 of 2 tasks") && rest.output.contains("--array=2)"))
        #expect(try run("sweep", "design.yaml", "--shard", "2/2", "--out", "Results/load/shards/2-of-2").code == 0)
        #expect(
            try run(
                "sweep", "merge", "Results/load/shards/1-of-2", "Results/load/shards/2-of-2", "--out", "Results/load"
            ).code == 0)
        #expect(try run("sweep", "design.yaml", "--engine", "slurm").output.contains("nothing is left to submit"))
    }

    @Test func whatSlurmRefusesIsTold() throws {
        try place("sbatch", "echo 'sbatch: error: invalid partition specified: night' >&2; exit 1")
        let process = try tool.begin(
            ["sweep", "design.yaml", "--engine", "slurm"], environment: ["PATH": tool.folder.path + ":/usr/bin:/bin"])
        let result = try tool.wait(for: process)
        #expect(result.code == 1 && result.errors.contains("invalid partition specified: night"))
    }

    private func place(_ command: String, _ text: String) throws {
        let file = tool.folder.appendingPathComponent(command)
        try "#!/bin/bash\n\(text)\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
}
