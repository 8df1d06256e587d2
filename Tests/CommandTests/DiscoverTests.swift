import Foundation
import Testing

/// `cogov discover`, as a process of its own.
@Suite struct DiscoverTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        // A grid in which one corner alone is dear.
        let rows = (0..<900).map { place -> String in
            let (x, y) = (Double(place % 30) / 30, Double(place / 30) / 30)
            let kind = ["a", "b"][place * 7 % 2]
            return "\(x),\(y),\(kind),\(x > 0.6 && y < 0.4 ? 20 + x : 5 + y)"
        }
        try (["x,y,kind,cost"] + rows).map { $0 + "\n" }.joined().write(
            to: tool.folder.appendingPathComponent("cases.csv"), atomically: true, encoding: .utf8)
    }

    @Test func aTableIsSearched() throws {
        let found = try tool.run("discover", "--table", "cases.csv", "--where", "cost > 10", "--out", "out")
        #expect(found.code == 0, "\(found.errors)")
        #expect(found.output.contains("(16 %) are of interest") || found.output.contains("(15 %) are of interest"))
        #expect(found.output.contains("Box 1: step") && found.output.contains("Regression tree of cost"))
        for name in ["trajectory.csv", "boxes.csv", "tree.csv", "report.html"] { #expect(tool.exists("out/" + name)) }
        let boxes = try tool.text("out/boxes.csv").split(separator: "\n")
        #expect(boxes.count == 3 && boxes[1].hasPrefix("1,x,0.6") && boxes[2].hasPrefix("1,y,,0.3"))
        let page = try tool.text("out/report.html")
        // A leaf tells the answers that lead to it, and is a line of the picture's CSV.
        #expect(page.contains("data-head=\"leaf,cases,mean,interest\"") && page.contains(": yes,"))
        #expect(page.contains("<main id=\"zh\"") && page.contains("准 p 值") && page.contains("class=\"box s0\""))
        let again = try tool.run(
            "discover", "--table", "cases.csv", "--where", "cost > 10", "--out", "other", "--quiet")
        #expect(again.code == 0)
        #expect(try tool.text("other/boxes.csv") == tool.text("out/boxes.csv"))
        let chinese = try tool.run(
            "discover", "--table", "cases.csv", "--where", "cost > quantile(0.9)", "--out", "zh", "--language", "zh",
            "--box", "0")
        #expect(chinese.code == 0 && chinese.output.contains("个样本"))
    }

    @Test func aSweepIsSearched() throws {
        let design = """
            id: design
            title: {en: T, zh: 题}
            summary: {en: S, zh: 摘要}
            scenarios: [{scenario: closed.yaml}, {scenario: open.yaml}]
            set: [months=4]
            factors:
              - {id: load, key: institutions.taskLoad, range: [0.1, 0.9]}
              - {id: people, key: people.communities.upper.people, distribution: {kind: integers, low: 60, high: 240}}
            sampling: {kind: latinHypercube, points: 24}
            keep: {months: [3, 4]}

            """
        try design.write(to: tool.folder.appendingPathComponent("design.yaml"), atomically: true, encoding: .utf8)
        #expect(try tool.run("sweep", "design.yaml", "--quiet", "--out", "sweep").code == 0)
        let rule = "committee.taskShare at month 3 > quantile(0.5)"
        let found = try tool.run(
            "discover", "sweep", "--scenario", "closed", "--where", rule, "--least-mass", "0.1", "--samples", "5")
        #expect(found.code == 0, "\(found.errors)")
        #expect(found.output.contains("load ≥") && tool.exists("Results/discover-sweep/report.html"))
        let none = try tool.run("discover", "sweep", "--where", rule)
        #expect(none.code == 2 && none.errors.contains("--scenario") && none.errors.contains("closed, open"))
        let month = try tool.run("discover", "sweep", "--scenario", "open", "--where", "need.mean at month 2 > 0")
        #expect(month.code == 2 && month.errors.contains("month 2"))
        let versus = try tool.run(
            "discover", "sweep", "--scenario", "open", "--against", "closed", "--where", "need.mean < quantile(0.5)",
            "--out", "versus", "--samples", "0")
        #expect(versus.code == 0, "\(versus.errors)")
    }

    @Test(arguments: [
        (["--table", "cases.csv", "--where", "csot > 3"], "did you mean cost?"),
        (["--table", "cases.csv", "--where", "cost > 1000"], "found 0 of 900"),
        (["--table", "none.csv", "--where", "cost > 3"], "no file at none.csv"),
        (["--table", "cases.csv", "--where", "cost > 10", "--box", "999"], "has the steps 0 to"),
        (["--table", "cases.csv", "--where", "cost > 10", "--peel", "0.7"], "--peel must be above 0"),
        (["--table", "cases.csv", "--where", "cost > 10", "--input", "xx"], "--input: found xx"),
        (["--where", "cost > 3"], "either a folder of a sweep or a table"),
        (["nowhere", "--where", "need.mean > 3"], "nowhere"),
    ])
    func wrongInputsAreRefused(arguments: [String], words: String) throws {
        let refused = try tool.wait(for: tool.begin(["discover"] + arguments))
        #expect(refused.code == 2 && refused.errors.contains(words), "\(refused.errors)")
        #expect(tool.written == ["cases.csv"])
    }
}
