import Foundation
import Testing

/// Commands that are killed or interrupted, then given again.
@Suite struct InterruptionTests {
    let tool: CommandLineTool
    let command = ["compare", "closed.yaml", "open.yaml", "--replicates", "12", "--months", "60", "--quiet"]

    init() throws { tool = try CommandLineTool() }

    private func undisturbed() throws -> [String] {
        #expect(try tool.wait(for: tool.begin(command + ["--out", "whole"])).code == 0)
        return try ["series.csv", "money.csv", "summary.csv"].map { try tool.text("whole/" + $0) }
    }

    @Test func killedAtAnyMomentItLosesAndRepeatsNothing() throws {
        let whole = try undisturbed()
        var kills = 0
        for milliseconds in [5, 15, 30, 60, 90, 130, 180, 250] {
            let process = try tool.begin(command + ["--out", "killed"])
            usleep(UInt32(milliseconds) * 1000)
            kill(process.processIdentifier, SIGKILL)
            if try tool.wait(for: process).code == -SIGKILL { kills += 1 }
        }
        #expect(kills > 0, "the command is too short to be killed")
        #expect(try tool.wait(for: tool.begin(command + ["--out", "killed"])).code == 0)
        #expect(try ["series.csv", "money.csv", "summary.csv"].map { try tool.text("killed/" + $0) } == whole)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func interruptedItEndsWithThreeAndGoesOn(signal: Int32) throws {
        let whole = try undisturbed()
        let long = command + ["--out", "stopped"]
        let process = try tool.begin(long)
        // Until the first session is entered, there is nothing to interrupt.
        while !tool.exists("stopped/manifest.json") { usleep(1000) }
        kill(process.processIdentifier, signal)
        let result = try tool.wait(for: process)
        #expect(result.code == 3)
        #expect(result.errors.contains("The same command goes on"))
        #expect(!tool.exists("stopped/series.csv"))
        #expect(try tool.text("stopped/manifest.json").contains("\"interrupted\""))
        #expect(try tool.wait(for: tool.begin(long)).code == 0)
        #expect(try tool.text("stopped/series.csv") == whole[0])
    }
}
