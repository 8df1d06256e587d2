import Foundation
import Testing

@Suite struct UsageTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func aloneItShowsWhatItCanDo() throws {
        let result = try tool.run()
        #expect(result.code == 0)
        for word in ["cogov compare", "cogov run", "cogov describe", "SUBCOMMANDS"] {
            #expect(result.output.contains(word))
        }
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: ["run", "compare", "check", "plot", "describe", "schema", "verify", "claims", "discover", "plan"])
    func helpHasAnExampleInBothLanguages(command: String) throws {
        let english = try tool.run(command, "--help")
        #expect(english.code == 0 && english.output.contains("Example: cogov \(command)"))
        let chinese = try tool.run(command, "--help", environment: ["LANG": "zh_CN.UTF-8"])
        #expect(chinese.output.contains("例：cogov \(command)"))
        let asked = try tool.run(command, "--language", "zh", "--help")
        #expect(asked.output == chinese.output)
    }

    @Test(arguments: [
        ["run"], ["frob"], ["run", "open.yaml", "--frob"], ["run", "open.yaml", "--replicates", "0"],
        ["run", "open.yaml", "--months", "many"], ["run", "open.yaml", "--months", "1201"],
        ["run", "open.yaml", "--set", "taskLoad"], ["run", "open.yaml", "--threads", "-1"],
        ["run", "open.yaml", "--seed", "-1"], ["run", "open.yaml", "--language", "fr"], ["compare", "open.yaml"],
        ["compare", "closed.yaml", "open.yaml", "--baseline", "absent"], ["describe", "weather"],
        ["describe", "levers", "--format", "xml"], ["verify", "--only", "weather"], ["verify", "--threads", "0"],
    ])
    func badUsageIsTwoAndWritesNothing(arguments: [String]) throws {
        let result = try tool.wait(for: tool.begin(arguments))
        #expect(result.code == 2)
        #expect(!result.errors.isEmpty && result.output.isEmpty)
        #expect(tool.written.isEmpty)
    }

    @Test(arguments: [
        ["run", "absent.yaml"], ["run", "wrong.yaml"], ["compare", "open.yaml", "wrong.yaml"], ["check", "wrong.yaml"],
        ["run", "open.yaml", "--set", "no.such.key=1"], ["run", "open.yaml", "open.yaml"],
    ])
    func badInputIsTwoAndWritesNothing(arguments: [String]) throws {
        let result = try tool.wait(for: tool.begin(arguments))
        #expect(result.code == 2)
        #expect(!result.errors.isEmpty)
        #expect(tool.written.isEmpty)
    }

    @Test func aPlaceThatCannotBeWrittenIsTwo() throws {
        let result = try tool.run("run", "open.yaml", "--out", "open.yaml/results")
        #expect(result.code == 2 && result.errors.contains("--out"))
        #expect(tool.written.isEmpty)
    }

    @Test func theVersionIsTold() throws {
        #expect(try tool.run("--version").output.hasPrefix("Cogov "))
    }
}
