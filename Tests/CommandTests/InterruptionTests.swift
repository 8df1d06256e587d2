import Foundation
import Testing

/// Commands that are killed or interrupted, then given again.
@Suite struct InterruptionTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    private func begin(_ out: String) throws -> Process {
        try tool.begin([
            "compare", "closed.yaml", "open.yaml", "--replicates", "8", "--months", "36", "--quiet", "--out", out,
        ])
    }

    private func tables(_ out: String) throws -> [String] {
        try ["series.csv", "money.csv", "summary.csv"].map { try tool.text(out + "/" + $0) }
    }

    @Test func killedAtAnyMomentItLosesAndRepeatsNothing() throws {
        #expect(try tool.wait(for: begin("whole")).code == 0)
        var kills = 0
        for milliseconds in [5, 20, 40, 80, 150, 300] {
            let process = try begin("killed")
            usleep(UInt32(milliseconds) * 1000)
            kill(process.processIdentifier, SIGKILL)
            if try tool.wait(for: process).code == -SIGKILL { kills += 1 }
        }
        #expect(kills > 0, "the command is too short to be killed")
        #expect(try tool.wait(for: begin("killed")).code == 0)
        #expect(try tables("killed") == tables("whole"))
    }

    @Test func interruptedItEndsWithThreeAndGoesOn() throws {
        for (session, signal) in [SIGINT, SIGTERM, SIGHUP].enumerated() {
            let process = try begin("stopped")
            // Until the session is entered, there is nothing to interrupt.
            while sessions("stopped") <= session, process.isRunning { usleep(1000) }
            kill(process.processIdentifier, signal)
            let result = try tool.wait(for: process)
            #expect(result.code == 3)
            #expect(result.errors.contains("The same command goes on"))
            #expect(!tool.exists("stopped/series.csv"))
            #expect(try tool.text("stopped/manifest.json").contains("\"interrupted\""))
        }
        #expect(try tool.wait(for: begin("stopped")).code == 0)
        #expect(tool.exists("stopped/series.csv"))
    }

    /// What was begun to outlive its terminal goes on when that goes.
    @Test func whatIgnoresTheEndOfItsTerminalGoesOn() throws {
        let result = try tool.shell(
            """
            trap '' HUP
            $COGOV compare closed.yaml open.yaml --replicates 8 --months 36 --quiet --out kept &
            until [ -e kept/manifest.json ]; do sleep 0.01; done
            kill -HUP $!
            wait $!
            """)
        #expect(result.code == 0, "\(result.errors)")
        #expect(tool.exists("kept/series.csv"))
    }

    private func sessions(_ out: String) -> Int {
        let manifest = (try? tool.text(out + "/manifest.json")) ?? ""
        return manifest.components(separatedBy: "\"started\"").count - 1
    }
}
