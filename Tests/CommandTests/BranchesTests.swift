import Foundation
import Testing

/// Branches and snapshots as they are typed.
@Suite struct BranchesTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        try """
        extends: open.yaml
        id: futures
        branches:
          - {id: stays, name: {en: stays, zh: 照旧}, from: 5}
          - id: ends
            name: {en: ends, zh: 终止}
            from: 5
            set: {assumed: "a test", institutions: {taskLoad: 1}}
        """.write(to: tool.folder.appendingPathComponent("futures.yaml"), atomically: true, encoding: .utf8)
    }

    @Test func aFileWithBranchesIsCompared() throws {
        let result = try tool.run("compare", "futures.yaml", "--replicates", "3", "--months", "8", "--out", "r")
        #expect(result.code == 0, "\(result.errors)")
        let series = try tool.text("r/series.csv").split(separator: "\n").map(String.init)
        func lines(_ id: String) -> [String] {
            series.filter { $0.hasPrefix("futures.\(id),") }.map { String($0.dropFirst("futures.\(id),".count)) }
        }
        let (stays, ends) = (lines("stays"), lines("ends"))
        #expect(stays.count == 24 && ends.count == 24)
        #expect(stays.prefix(4) == ends.prefix(4) && stays[4] != ends[4])
        #expect(tool.exists("r/comparison.csv") && tool.exists("r/report.html"))
        let again = try tool.run("compare", "futures.yaml", "--replicates", "3", "--months", "8", "--out", "r")
        #expect(again.output.contains("6 were there already"))
    }

    @Test func oneScenarioIsNoComparison() throws {
        let result = try tool.run("compare", "open.yaml")
        #expect(result.code == 2 && tool.written.isEmpty)
        #expect(result.errors.contains("or one with branches"))
    }

    @Test func aSavedRunIsGoneOnFrom() throws {
        let saved = try tool.run("run", "open.yaml", "--months", "14", "--save-at", "1", "--out", "a")
        #expect(saved.code == 0 && saved.output.contains("open-month-1.snapshot"), "\(saved.errors)")
        let file = "a/open-month-1.snapshot"
        #expect(try tool.run("run", "open.yaml", "--months", "14", "--from", file, "--out", "b").code == 0)
        #expect(try tool.text("a/series.csv") == tool.text("b/series.csv"))
        let changed = try tool.run(
            "run", "open.yaml", "--months", "14", "--from", file, "--set", "institutions.taskLoad=1", "--out", "c")
        #expect(changed.code == 0)
        let (a, c) = (try tool.text("a/series.csv"), try tool.text("c/series.csv"))
        let first = zip(a.split(separator: "\n"), c.split(separator: "\n")).prefix { $0 == $1 }
        #expect(first.count == 2, "the header and month 1")
    }

    @Test(arguments: [
        ["closed.yaml", "--from", "a/open-month-2.snapshot"], ["open.yaml", "--from", "open.yaml"],
        ["open.yaml", "--from", "nowhere"], ["open.yaml", "--from", "cut"],
        ["open.yaml", "--from", "a/open-month-2.snapshot", "--set", "people.adultShare=0.5"],
        ["open.yaml", "--from", "a/open-month-2.snapshot", "--replicates", "2"], ["open.yaml", "--save-at", "0"],
        ["futures.yaml", "--save-at", "3"],
    ])
    func whatCannotBeIsRefused(arguments: [String]) throws {
        #expect(try tool.run("run", "open.yaml", "--months", "4", "--save-at", "2", "--out", "a").code == 0)
        try "Cogov checkpoint 1\nhello".write(
            to: tool.folder.appendingPathComponent("cut"), atomically: true, encoding: .utf8)
        let before = tool.written
        let result = try tool.begin(["run"] + arguments + ["--months", "4", "--out", "never"])
        let ended = try tool.wait(for: result)
        #expect(ended.code == 2 && !ended.errors.isEmpty, "\(ended)")
        #expect(tool.written == before)
    }
}
