import Foundation
import Testing

@testable import Experiments

@Suite struct SlurmTests {
    private func forecast(seconds: Double, runs: Int = 2000, memory: Int = 50_000_000) -> Forecast {
        Forecast(
            runs: runs, residentMonths: 1, cores: 2, duration: .seconds(seconds), memory: memory, disk: 1, fit: 10)
    }

    private func scripts(_ options: SlurmOptions, folder: String = "/scratch/sweep") -> SlurmScripts {
        SlurmScripts(
            plan: SlurmPlan(forecast(seconds: 6000), options), options: options, program: "/opt/cogov/bin/cogov",
            words: ["sweep", "my design.yaml"], id: "load", folder: folder, place: "/home of/a user")
    }

    @Test func tasksLastAboutTwentyMinutes() {
        // 6,000 s on two cores are 12,000 s of work: ten tasks of one core, five of two.
        let one = SlurmPlan(forecast(seconds: 6000), SlurmOptions())
        #expect(one.tasks == 10 && one.minutes == 70, "three times twenty minutes and ten")
        #expect(SlurmPlan(forecast(seconds: 6000), SlurmOptions(cores: 2)).tasks == 5)
        #expect(one.memory == 165, "50 MB, three tenths more, and the program")
    }

    @Test func thereAreNeverMoreTasksThanRunsOrThanTheClusterTakes() {
        #expect(SlurmPlan(forecast(seconds: 1), SlurmOptions()).tasks == 1)
        #expect(SlurmPlan(forecast(seconds: 1, runs: 3), SlurmOptions(tasks: 8)).tasks == 3)
        #expect(SlurmPlan(forecast(seconds: 1e9), SlurmOptions()).tasks == 1000)
        #expect(SlurmPlan(forecast(seconds: 1e9), SlurmOptions(), mostTasks: 50).tasks == 50)
    }

    @Test func whatWasAskedForStandsInTheScripts() {
        let options = SlurmOptions(
            tasks: 4, cores: 2, partition: "long", account: "lab", time: "2:00:00", lines: ["--qos=high"], rounds: 2)
        let scripts = scripts(options)
        for line in ["--partition=long", "--account=lab", "--time=2:00:00", "--qos=high"] {
            #expect(scripts.tasks.contains("\n#SBATCH \(line)\n") && scripts.merge.contains("\n#SBATCH \(line)\n"))
        }
        #expect(scripts.tasks.contains("#SBATCH --cpus-per-task=2\n") && scripts.tasks.contains("--threads 2"))
        #expect(scripts.tasks.contains("#SBATCH --chdir=\"/home of/a user\"\n"))
        #expect(scripts.tasks.contains("sweep 'my design.yaml' --shard \"$SLURM_ARRAY_TASK_ID/4\""))
        #expect(scripts.merge.contains("--rounds 1 --tasks 4 --partition long --account lab --time 2:00:00"))
        #expect(scripts.merge.contains("--sbatch=--qos=high"))
    }

    @Test func theLastRoundSubmitsNothing() {
        #expect(!scripts(SlurmOptions(rounds: 0)).merge.contains("--engine slurm"))
    }

    /// Both scripts as a shell reads them, with names that it would take apart.
    @Test func scriptsAreShellScripts() throws {
        let scripts = scripts(SlurmOptions(), folder: "/scratch/it's $here; a \"folder\"")
        for text in [scripts.tasks, scripts.merge] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            process.arguments = ["-n", "-c", text]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    /// The script of a task, run as a job would be, with a program that ends as told and a Slurm that answers as told.
    @Test(arguments: [
        (ends: "exit 0", state: "RUNNING", restarts: 0, isRequeued: false),
        (ends: "exit 1", state: "RUNNING", restarts: 0, isRequeued: false),
        (ends: "exit 3", state: "RUNNING", restarts: 0, isRequeued: true),
        (ends: "kill -9 $$", state: "RUNNING", restarts: 0, isRequeued: true),
        (ends: "kill -9 $$", state: "CANCELLED", restarts: 0, isRequeued: false),
        (ends: "kill -9 $$", state: "RUNNING", restarts: 20, isRequeued: false),
    ])
    func aTaskPutsItselfBackWhereThatHelps(
        _ one: (ends: String, state: String, restarts: Int, isRequeued: Bool)
    ) throws {
        let folder = NSTemporaryDirectory() + "cogov-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in [
            ("program", "#!/bin/bash\n\(one.ends)\n"),
            (
                "scontrol",
                "#!/bin/bash\n[ \"$1\" = requeue ] && touch '\(folder)/requeued' || echo 'A=1 JobState=\(one.state) B=2'\n"
            ),
        ] {
            _ = FileManager.default.createFile(
                atPath: folder + "/" + name, contents: Data(text.utf8), attributes: [.posixPermissions: 0o755])
        }
        let scripts = SlurmScripts(
            plan: SlurmPlan(forecast(seconds: 1), SlurmOptions()), options: SlurmOptions(),
            program: folder + "/program", words: ["sweep", "d.yaml"], id: "load", folder: folder, place: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", scripts.tasks]
        process.environment = [
            "PATH": folder + ":/usr/bin:/bin", "SLURM_JOB_ID": "7", "SLURM_ARRAY_TASK_ID": "1",
            "SLURM_RESTART_COUNT": "\(one.restarts)",
        ]
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(FileManager.default.fileExists(atPath: folder + "/requeued") == one.isRequeued)
    }

    @Test func numbersAreWrittenAsSbatchHasThem() {
        #expect(SlurmScripts.ranges([1, 2, 3, 4]) == "1-4")
        #expect(SlurmScripts.ranges([7, 1, 2, 9]) == "1-2,7,9")
        #expect(SlurmScripts.ranges([]) == "")
    }
}
