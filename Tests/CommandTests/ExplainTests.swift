import Foundation
import Testing

/// `explain`, `sensitivity` and `compare --precision` as they are called.
@Suite struct ExplainTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    private func rows(_ name: String) throws -> [[Substring]] {
        try tool.text(name).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    @Test func theDifferenceIsSharedOut() throws {
        let words = [
            "explain", "closed.yaml", "open.yaml", "--replicates", "3", "--metric", "participation.rung1plus", "--out",
            "e",
        ]
        let result = try tool.wait(for: tool.begin(words))
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("all: the difference"))
        let shares = try rows("e/shares.csv").dropFirst()
        let difference = try #require(shares.first { $0[1] == "difference" }.flatMap { Double($0[2]) })
        let sum = shares.filter { $0[1] != "difference" }.compactMap { Double($0[2]) }.reduce(0, +)
        #expect(abs(sum - difference) < 1e-12 && difference != 0)
        #expect(try rows("e/switches.csv").count > 1)
        let page = try tool.text("e/report.html")
        #expect(page.contains("class=\"waterfall\"") && page.contains("差异从何而来"))
        // Another measure of the same runs lives nothing anew.
        let again = try tool.wait(
            for: tool.begin(Array(words.dropLast(4)) + ["--metric", "need.mean@12", "--out", "e", "--language", "zh"]))
        #expect(again.code == 0 && again.output.contains("完成 0 次运行") && again.output.contains("合计：差值"))
        let sampled = try tool.wait(for: tool.begin(words + ["--permutations", "2"]))
        #expect(sampled.code == 0 && sampled.output.contains("2 antithetic pairs"))
    }

    @Test func wrongInputIsTwo() throws {
        func wrong(_ arguments: String...) throws -> String {
            let result = try tool.wait(for: tool.begin(["explain"] + arguments + ["--out", "w"]))
            #expect(result.code == 2 && !tool.exists("w"), "\(arguments)")
            return result.errors
        }
        #expect(try wrong("closed.yaml", "closed.yaml").contains("nothing that differs"))
        #expect(try wrong("closed.yaml", "open.yaml", "--metric", "need.men").contains("did you mean need.mean?"))
        #expect(try wrong("closed.yaml", "open.yaml", "--metric", "need.mean@99").contains("months from 1 to 12"))
        #expect(try wrong("closed.yaml", "open.yaml", "--groups", "nowhere.yaml").contains("nowhere.yaml"))
        #expect(try wrong("closed.yaml", "open.yaml", "--permutations", "1").contains("at least 2"))
        #expect(try wrong("closed.yaml", "nowhere.yaml").contains("nowhere"))
        let plan = try tool.run("explain", "closed.yaml", "open.yaml", "--dry-run", "--out", "w")
        #expect(plan.code == 0 && plan.output.contains("switches") && !tool.exists("w"))
    }

    @Test func tablesOfOtherModels() throws {
        let rows = (0..<80).map { "\($0 % 10),\(($0 * 7) % 16),\(($0 % 10) * 3 + ($0 % 4))" }
        try ("a,b,y\n" + rows.joined(separator: "\n")).write(
            toFile: tool.folder.path + "/t.csv", atomically: true, encoding: .utf8)
        let result = try tool.run("sensitivity", "--table", "t.csv", "--output", "y", "--out", "s")
        #expect(result.code == 0 && result.output.contains("PAWN"), "\(result.errors)")
        #expect(try self.rows("s/sensitivity.csv").count == 3 && tool.exists("s/sensitivity.html"))
        let sobol = try tool.run("sensitivity", "--table", "t.csv", "--output", "y", "--method", "sobol", "--out", "n")
        #expect(sobol.code == 2 && sobol.errors.contains("Saltelli") && !tool.exists("n"))
        try "a,y\n1,2\n3,nan\n".write(toFile: tool.folder.path + "/bad.csv", atomically: true, encoding: .utf8)
        let bad = try tool.run("sensitivity", "--table", "bad.csv", "--output", "y")
        #expect(bad.code == 2 && bad.errors.contains("bad.csv:3: y"))
        #expect(try tool.run("sensitivity", "--table", "t.csv").code == 2)
        #expect(try tool.run("sensitivity", "nothing-here").code == 2)
    }

    @Test func replicatesAreAddedUntilItIsPrecise() throws {
        let words = ["compare", "closed.yaml", "open.yaml", "--replicates", "6", "--out", "p"]
        let far = try tool.wait(
            for: tool.begin(words + ["--precision", "participation.rung1plus@12=±0.0001", "--at-most", "8"]))
        #expect(far.code == 1 && far.errors.contains("--at-most"))
        #expect(try rows("p/precision.csv")[1].suffix(4).first == "6")
        let near = try tool.wait(for: tool.begin(words + ["--precision", "participation.rung1plus@12=0.03"]))
        #expect(near.code == 0 && near.output.contains("reached with"), "\(near.errors)")
        let row = try rows("p/precision.csv")[1]
        #expect(row.last == "yes")
        let half = (try #require(Double(row[5])) - (try #require(Double(row[4])))) / 2
        #expect(half <= 0.03 + 1e-12)
        #expect(try rows("p/effects.csv")[0].contains("bootstrap_lower"))
        #expect(
            try tool.run("compare", "closed.yaml", "open.yaml", "--precision", "need.mean=x", "--out", "q").code == 2)
        #expect(!tool.exists("q"))
    }
}
