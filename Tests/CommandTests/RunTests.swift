import Foundation
import Testing

@Suite struct RunTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func leavesTheFilesOfTheContract() throws {
        let result = try tool.run("run", "open.yaml", "--replicates", "2", "--communities")
        #expect(result.code == 0)
        #expect(result.errors.isEmpty, "nothing but results where nobody looks")
        for name in [
            "manifest.json", "results.sqlite", "series.csv", "money.csv", "communities.csv", "summary.csv",
            "report.html",
        ] {
            #expect(tool.exists("Results/open/" + name))
        }
        let heads = try tool.text("Results/open/series.csv").prefix { $0 != "\n" }
        #expect(heads.hasPrefix("scenario,replicate,month,"))
        let money = try tool.text("Results/open/money.csv")
        #expect(money.hasPrefix("scenario,replicate,month,from,to,purpose,fen\nopen,1,1,"))
    }

    @Test func bytesDoNotDependOnThreads() throws {
        for threads in ["1", "2", "7"] {
            let result = try tool.run(
                "compare", "closed.yaml", "open.yaml", "--replicates", "3", "--threads", threads, "--out", threads)
            #expect(result.code == 0)
        }
        for name in ["series.csv", "money.csv", "summary.csv"] {
            #expect(try tool.text("1/" + name) == tool.text("2/" + name))
            #expect(try tool.text("1/" + name) == tool.text("7/" + name))
        }
    }

    @Test func theSeedAndTheReplicateDecide() throws {
        _ = try tool.run("run", "open.yaml", "--replicates", "2", "--out", "a")
        _ = try tool.run("run", "open.yaml", "--replicates", "2", "--out", "b", "--seed", "2")
        #expect(try tool.text("a/series.csv") != tool.text("b/series.csv"))
        let lines = try tool.text("a/series.csv").split(separator: "\n")
        let (first, second) = (lines.filter { $0.hasPrefix("open,1,") }, lines.filter { $0.hasPrefix("open,2,") })
        #expect(first.map { $0.dropFirst(7) } != second.map { $0.dropFirst(7) })
    }

    @Test func otherInputsAreRefusedAndFreshReplacesThem() throws {
        #expect(try tool.run("run", "open.yaml", "--out", "a").code == 0)
        let before = try tool.text("a/series.csv")
        let refused = try tool.run("run", "open.yaml", "--out", "a", "--months", "3")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("months then, 3 now") && refused.errors.contains("--fresh"))
        #expect(try tool.text("a/series.csv") == before)
        #expect(try tool.run("run", "open.yaml", "--out", "a", "--months", "3", "--fresh").code == 0)
        #expect(try tool.text("a/series.csv").split(separator: "\n").count == 4)
    }

    @Test func whatBreaksWhileRunningIsOneAndLosesNoRun() throws {
        let series = tool.folder.appendingPathComponent("a/series.csv")
        try FileManager.default.createDirectory(at: series, withIntermediateDirectories: true)
        let broken = try tool.run("run", "open.yaml", "--replicates", "2", "--out", "a")
        #expect(broken.code == 1 && broken.errors.contains("a/series.csv cannot be written"))
        try FileManager.default.removeItem(at: series)
        let mended = try tool.run("run", "open.yaml", "--replicates", "2", "--out", "a")
        #expect(mended.code == 0 && mended.output.contains("0 runs in") && mended.output.contains("2 were there"))
    }

    @Test func quietLeavesTheTableOnly() throws {
        let result = try tool.run("run", "open.yaml", "--quiet")
        #expect(result.code == 0 && !result.output.contains("results.sqlite"))
    }

    @Test func theTableComesInBothLanguages() throws {
        let english = try tool.run("compare", "closed.yaml", "open.yaml", "--replicates", "2", "--quiet")
        let chinese = try tool.run(
            "compare", "closed.yaml", "open.yaml", "--replicates", "2", "--quiet", "--language", "zh")
        #expect(chinese.code == 0 && chinese.output != english.output)
        #expect(chinese.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
}
