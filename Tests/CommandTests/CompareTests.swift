import Foundation
import Testing

/// `compare` without files, on a library of five small regimes.
@Suite struct CompareTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        let (regimes, places) = (tool.folder.path + "/library/regimes", tool.folder.path + "/library/places")
        for folder in [regimes, places] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        let village = try Self.blocks(of: tool.text("village.yaml"))
        func text(_ keys: [String]) -> String { keys.compactMap { village[$0] }.joined() }
        let place = text(["title", "summary", "sources", "people", "committees", "publicService", "district"])
        for id in ["reference", "elsewhere"] {
            try ("id: \(id)\n" + place).write(toFile: "\(places)/\(id).yaml", atomically: true, encoding: .utf8)
        }
        let rest = text(["title", "summary", "sources", "period", "institutions"])
        try ("id: street-committee\nplace: ../places/elsewhere.yaml\n" + rest).write(
            toFile: "\(regimes)/street-committee.yaml", atomically: true, encoding: .utf8)
        for (id, culture) in [("a", 0.1), ("b", 0.2), ("c", 0.3), ("d", 0.4)] {
            let change = """
                extends: street-committee.yaml
                id: \(id)
                title: {en: Way \(id), zh: 方式 \(id)}
                events:
                  - id: begin
                    at: 2007-03
                    title: {en: It begins, zh: 开始}
                    assumed: made up
                    institutions:
                      assumed: made up
                      rights: {design: true, deliver: true}
                      engagement: {committee: {culture: \(culture), serviceDay: 0.2}}

                """
            try change.write(toFile: "\(regimes)/\(id).yaml", atomically: true, encoding: .utf8)
        }
    }

    /// The text of each key of the first level.
    private static func blocks(of text: String) -> [String: String] {
        var blocks: [String: String] = [:]
        var key = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !line.hasPrefix("#") {
            if let first = line.first, first.isLetter, let end = line.firstIndex(of: ":") { key = String(line[..<end]) }
            blocks[key, default: ""] += line + "\n"
        }
        return blocks
    }

    private func run(_ arguments: String...) throws -> CommandLineTool.Result {
        try tool.wait(
            for: tool.begin(arguments, environment: ["COGOV_SCENARIOS": tool.folder.path + "/library"]))
    }

    @Test func withoutFilesTheLibraryIsComparedOnOnePlace() throws {
        let result = try run("compare", "--replicates", "2", "--months", "14", "--attention-until", "10")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("4 scenarios against the baseline street-committee"))
        #expect(result.output.contains("in month 14"))
        for name in ["overview.csv", "comparison.csv", "report.html", "series.csv"] {
            #expect(tool.exists("Results/regimes/" + name))
        }
        let manifest = try tool.text("Results/regimes/manifest.json")
        #expect(manifest.contains("\"attentionUntil\" : 10") && manifest.contains("It begins"))
        let elsewhere = try run(
            "compare", "--replicates", "2", "--months", "14", "--attention-until", "10", "--on", "nowhere", "--out", "x"
        )
        #expect(elsewhere.code == 2 && elsewhere.errors.contains("nowhere") && !tool.exists("x"))
    }

    /// Everything has its usual value where nothing is said.
    @Test func theUsualComparisonIsLongAndLosesAttention() throws {
        let result = try run("compare", "--replicates", "1", "--out", "usual")
        #expect(result.code == 0, "\(result.errors)")
        let manifest = try tool.text("usual/manifest.json")
        #expect(manifest.contains("\"attentionUntil\" : 84") && manifest.contains("\"months\" : 120"))
    }

    @Test func figuresAreDrawnFromWhatWasKept() throws {
        #expect(try run("compare", "--replicates", "2", "--months", "14", "--attention-until", "10").code == 0)
        let folder = "Results/regimes"
        #expect(try run("plot", folder).code == 0)
        #expect(tool.exists(folder + "/figures/match.svg"))
        let some = try run(
            "plot", folder, "--observable", "match,need.mean", "--scenarios", "a,c", "--differences", "--out", "f",
            "--language", "zh")
        #expect(some.code == 0 && some.output.contains("2 幅图"))
        let source = try tool.text("f/match-difference.svg")
        #expect(source.contains("data-name=\"a\"") && !source.contains("data-name=\"b\"") && source.contains("与基线之差"))
        #expect(try run("plot", folder, "--observable", "match", "--grid", "--out", "g").code == 0)
        #expect(try tool.text("g/match-grid.svg").contains("line context"))
    }

    @Test func whatCannotBeDrawnIsTwo() throws {
        #expect(try run("compare", "--replicates", "1", "--months", "3", "--attention-until", "2").code == 0)
        let folder = "Results/regimes"
        let misspelt = try run("plot", folder, "--observable", "need.vulnerabl")
        #expect(misspelt.code == 2 && misspelt.errors.contains("did you mean need.vulnerable?"))
        #expect(try run("plot", folder, "--scenarios", "z").code == 2)
        #expect(try run("plot", folder, "--baseline", "z").code == 2)
        #expect(try run("plot", "nothing-here").code == 2)
        let bare = try tool.run("plot", folder, "--format", "pdf", environment: ["PATH": "/nowhere"])
        #expect(bare.code == 2 && bare.errors.contains("librsvg2-bin"))
        #expect(!tool.exists(folder + "/figures"))
    }
}
