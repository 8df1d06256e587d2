import Foundation
import Testing

/// `cogov sweep` and what goes with it, as processes of their own.
@Suite struct SweepCommandTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        try design("design", "sampling: {kind: latinHypercube, points: 8}\nreplicates: 3\n")
    }

    private func design(_ name: String, _ rest: String) throws {
        let text = """
            id: \(name)
            title: {en: T, zh: 题}
            summary: {en: S, zh: 摘要}
            scenarios: [{scenario: closed.yaml}, {scenario: open.yaml}]
            set: [months=12]
            factors:
              - {id: load, key: institutions.taskLoad, range: [0.1, 0.9]}
              - {id: people, key: people.communities.upper.people, distribution: {kind: integers, low: 60, high: 240}}
            keep: {money: true, communities: true}

            """
        try (text + rest).write(
            to: tool.folder.appendingPathComponent(name + ".yaml"), atomically: true, encoding: .utf8)
    }

    private func begin(_ out: String, _ more: String...) throws -> Process {
        try tool.begin(["sweep", "design.yaml", "--quiet", "--out", out] + more)
    }

    /// The tables of a folder, written elsewhere.
    private func tables(_ out: String) throws -> [String] {
        #expect(try tool.run("export", out, "--out", "tables-" + out, "--quiet").code == 0)
        return try ["points", "series", "money", "communities"].map { try tool.text("tables-\(out)/\($0).csv") }
    }

    @Test func aDesignIsCheckedRunToldAndExported() throws {
        let check = try tool.run("check", "design.yaml")
        #expect(check.code == 0 && check.output.contains("8 points (latinHypercube) of 2 factors, 2 scenarios, 3 replicates"))
        #expect(check.output.contains("48 runs on ") && check.output.contains("worlds fit into"))
        let sweep = try tool.run("sweep", "design.yaml", "--out", "out", "--threads", "2")
        #expect(sweep.code == 0)
        #expect(sweep.output.contains("8 points, 2 scenarios, 3 replicates: 48 runs; 2 at once (2 cores; "))
        #expect(sweep.output.contains("48 runs in ") && sweep.output.contains("% of the time writing. out: "))
        let status = try tool.run("sweep", "status", "out", "--observable", "need.mean")
        #expect(status.code == 0 && status.output.contains("there: 48 runs (100 %), 3 replicates whole"))
        #expect(status.output.contains("first tenth") && status.output.contains("need.mean"))
        let export = try tool.run("export", "out")
        #expect(export.output == "out: points.csv, series.csv, money.csv, communities.csv\n")
        #expect(try tool.text("out/series.csv").hasPrefix("scenario,point,replicate,month,"))
        #expect(try tool.text("out/series.csv").split(separator: "\n").count == 1 + 48 * 12)
        #expect(try tool.run("sweep", "design.yaml", "--out", "out").output.contains("48 were there already"))
    }

    @Test func inChineseToo() throws {
        let sweep = try tool.run("sweep", "design.yaml", "--out", "out", "--replicates", "1", "--language", "zh")
        #expect(sweep.code == 0 && sweep.output.contains("8 个点、2 个情景、1 次重复：16 次运行"))
        let status = try tool.run("sweep", "status", "out", "--language", "zh")
        #expect(status.output.contains("已有：16 次（100%）") && status.output.contains("剩余：0 次运行"))
    }

    @Test func faultsAreToldAndNothingIsWritten() throws {
        try design("wrong", "sampling: {kind: sobol, points: 4}\nconstraints: [laod < 1]\n")
        for command in [["sweep", "wrong.yaml"], ["check", "wrong.yaml"]] {
            let result = try tool.wait(for: tool.begin(command))
            #expect(result.code == 2 && result.errors.contains("wrong.yaml:12:15: constraints[0]: found the unknown name laod"))
            #expect(result.errors.contains("did you mean load?"))
        }
        #expect(try tool.run("sweep", "nowhere.yaml").code == 2)
        #expect(try tool.run("sweep", "design.yaml", "--shard", "3/2").code == 2)
        #expect(try tool.run("sweep", "status", "nowhere").code == 2)
        #expect(try tool.run("export", "nowhere").code == 2)
        #expect(tool.written.isEmpty)
    }

    @Test func theSchemaOfDesignsIsPrinted() throws {
        let schema = try tool.run("schema", "--design")
        #expect(schema.code == 0 && schema.output.contains("\"Cogov design\"") && schema.output.contains("latinHypercube"))
        #expect(try tool.run("schema", "--design", "--places").code == 2)
    }

    @Test func shardsMergeIntoTheTablesOfOneRun() throws {
        #expect(try tool.wait(for: begin("whole")).code == 0)
        for number in 1...2 {
            #expect(try tool.wait(for: begin("shard-\(number)", "--shard", "\(number)/2")).code == 0)
        }
        let half = try tool.run("sweep", "merge", "shard-2", "--out", "joined")
        #expect(half.code == 3 && half.output == "24 runs joined; joined holds 24 of 48\n")
        #expect(try tool.run("sweep", "merge", "shard-2", "shard-1", "--out", "joined").code == 0)
        #expect(try tables("joined") == tables("whole"))
    }

    @Test func twoProcessesKilledAtAnyMomentRepeatAndLoseNothing() throws {
        #expect(try tool.wait(for: begin("whole")).code == 0)
        var kills = 0
        for milliseconds in [30, 80, 150, 300, 500] {
            let both = try [begin("killed", "--threads", "1"), begin("killed", "--threads", "1")]
            usleep(UInt32(milliseconds) * 1000)
            for process in both { kill(process.processIdentifier, SIGKILL) }
            for process in both where try tool.wait(for: process).code == -SIGKILL { kills += 1 }
        }
        #expect(kills > 0, "the command is too short to be killed")
        // One of two is killed; the other takes over what it had in hand.
        let (victim, heir) = (try begin("killed", "--threads", "1"), try begin("killed", "--threads", "1"))
        usleep(100_000)
        kill(victim.processIdentifier, SIGKILL)
        _ = try tool.wait(for: victim)
        #expect(try tool.wait(for: heir).code == 0)
        #expect(try tables("killed") == tables("whole"))
        #expect(try tool.run("sweep", "status", "killed").output.contains("there: 48 runs (100 %)"))
    }

    @Test func twoProcessesShareTheWork() throws {
        let both = try [begin("shared", "--threads", "1", "--verbose"), begin("shared", "--threads", "1", "--verbose")]
        var lived = 0
        for process in both {
            let result = try tool.wait(for: process)
            #expect(result.code == 0)
            lived += result.errors.components(separatedBy: "run done").count - 1
        }
        #expect(lived == 48, "no run is lived twice")
    }

    @Test func interruptedItEndsWithThreeAndGoesOn() throws {
        let process = try begin("stopped", "--replicates", "20")
        while !tool.exists("stopped/manifest.json"), process.isRunning { usleep(1000) }
        kill(process.processIdentifier, SIGINT)
        let result = try tool.wait(for: process)
        #expect(result.code == 3 && result.errors.contains("The same command goes on"))
        #expect(try tool.wait(for: begin("stopped")).code == 0)
        #expect(try tool.wait(for: begin("whole")).code == 0)
        #expect(try tables("stopped") == tables("whole"))
    }

    // MARK: disks

    /// Whether a file system of a few megabytes can be put in place of a folder.
    private static let canMount =
        getuid() == 0 && (try? CommandLineTool().shell("unshare -m mount -t tmpfs none /mnt").code) == 0

    @Test(.enabled(if: canMount, "needs root and mount"))
    func aFullDiskIsToldAndTheArchiveStaysGood() throws {
        #expect(try tool.wait(for: begin("whole")).code == 0)
        let result = try tool.shell(
            """
            mkdir small
            exec unshare -m sh -c '
                mount -t tmpfs -o size=700k none small || exit 99
                $COGOV sweep design.yaml --quiet --out small/out; echo "full: $?"
                $COGOV sweep status small/out; echo "status: $?"
                mount -o remount,size=50m small
                $COGOV sweep design.yaml --quiet --out small/out; echo "roomy: $?"
                $COGOV export small/out --out tables-small --quiet; echo "export: $?"'
            """)
        #expect(result.output.contains("full: 1") && result.errors.contains("small/out: the disk is full."))
        #expect(result.errors.contains("make room, and the same command goes on"))
        for line in ["status: 0", "roomy: 0", "export: 0"] { #expect(result.output.contains(line), "\(result)") }
        let whole = try tables("whole")
        #expect(try ["points", "series", "money", "communities"].map { try tool.text("tables-small/\($0).csv") } == whole)
    }

    @Test func aLimitOnTheSizeOfFilesIsToldAndTheArchiveStaysGood() throws {
        let limited = try tool.shell("ulimit -f 600; exec $COGOV sweep design.yaml --quiet --out out")
        #expect(limited.code == 1 && limited.errors.contains("out"), "\(limited)")
        #expect(try tool.wait(for: begin("out")).code == 0)
        #expect(try tool.wait(for: begin("whole")).code == 0)
        #expect(try tables("out") == tables("whole"))
    }

    @Test(.enabled(if: canMount, "needs root and mount"))
    func aReadOnlyFolderIsToldAndLeftAlone() throws {
        #expect(try tool.wait(for: begin("out", "--replicates", "1")).code == 0)
        let result = try tool.shell(
            """
            exec unshare -m sh -c '
                mount --bind out out && mount -o remount,ro,bind out || exit 99
                $COGOV sweep design.yaml --quiet --out out; echo "again: $?"
                $COGOV sweep design.yaml --quiet --out out/new; echo "new: $?"
                $COGOV sweep status out; echo "status: $?"'
            """)
        #expect(result.output.contains("again: 2") && result.output.contains("new: 2"))
        #expect(result.errors.contains("out cannot be written: Read-only file system. Give another place with --out."))
        #expect(result.output.contains("status: 0") && result.output.contains("there: 16 runs"), "\(result)")
        #expect(try tool.wait(for: begin("out")).code == 0)
    }
}
