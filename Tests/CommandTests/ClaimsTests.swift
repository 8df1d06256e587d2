import Foundation
import Testing

/// `claims` on the project's scenarios, with a claim of the test's own.
@Suite struct ClaimsTests {
    let tool: CommandLineTool
    let environment: [String: String]

    init() throws {
        tool = try CommandLineTool()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let claims = tool.folder.path + "/claims"
        environment = ["COGOV_SCENARIOS": root + "/Scenarios", "COGOV_CLAIMS": claims]
        try FileManager.default.createDirectory(atPath: claims, withIntermediateDirectories: true)
        try Self.claim.write(toFile: claims + "/C13-body.yaml", atomically: true, encoding: .utf8)
    }

    private static let claim = """
        id: C13
        title: {en: A body aligns partners, zh: 甲}
        source: {author: Xing, year: 2022, place: {en: section 3, zh: 第三节}}
        says: {en: It says so, zh: 乙}
        kind: builtIn
        because: {en: one equation, zh: 丙}
        scenario: polycentric
        places: [liyuan-xiaojie-3]
        months: 3
        levers: [coordination]
        set: {period.burnIn: 0}
        arms:
          - {id: body, name: {en: body, zh: 有}, set: {institutions.coordination.alignment: 0.9}}
          - {id: none, name: {en: none, zh: 无}}
        metrics:
          - id: alignment
            name: {en: alignment, zh: 趋同}
            observable: coordination.alignment
            from: 2
            until: 3
            direction: higher
            smallest: 0.01
            why: {en: small, zh: 丁}

        """

    private func run(_ arguments: String...) throws -> CommandLineTool.Result {
        try tool.wait(for: tool.begin(["claims"] + arguments, environment: environment))
    }

    /// The metric that decides is called by its name, not by what the file calls it, where it is not the main one.
    @Test func theMetricThatDecidesIsNamed() throws {
        let second = """
              - id: opposite
                name: {en: "alignment upside down, months 2 to 3", zh: "倒置，第 2–3 月"}
                observable: coordination.alignment
                from: 2
                until: 3
                direction: lower
                smallest: 0.01
                why: {en: small, zh: 丁}

            """
        try (Self.claim.trimmingCharacters(in: .newlines) + "\n" + second)
            .write(toFile: tool.folder.path + "/claims/C13-body.yaml", atomically: true, encoding: .utf8)
        #expect(try run("--replicates", "2", "--out", "out").code == 0)
        #expect(try tool.text("out/claims.en.md").contains("contradicted (alignment upside down: the other way)"))
        #expect(try tool.text("out/claims.zh.md").contains("不支持（倒置：方向相反）"))
    }

    @Test func runsGoOnAndAreWeighed() throws {
        let first = try run("--replicates", "2", "--robustness", "2", "--robust-replicates", "1", "--out", "out")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("C13 built in") && first.output.contains("supported"))
        for name in ["claims.csv", "metrics.csv", "confounding.csv", "robustness.csv", "claims.zh.md", "report.html"] {
            #expect(tool.exists("out/" + name), "\(name)")
        }
        let lines = try tool.text("out/claims.csv").split(separator: "\n")
        #expect(lines.count == 2 && lines[1].hasPrefix("C13,builtIn,Xing 2022,alignment,"))
        #expect(try tool.text("out/claims.en.md").contains("<!-- claim: C13 -->\n| metric |"))
        let page = try tool.text("out/report.html")
        #expect(page.contains("id=\"en-C13\"") && page.contains("id=\"zh-C13\""))
        let (kept, before) = (try tool.text("out/robustness.json"), lines)
        let second = try run("--replicates", "2", "--robustness", "2", "--robust-replicates", "1", "--out", "out")
        #expect(second.code == 0)
        #expect(try tool.text("out/robustness.json") == kept)
        #expect(try tool.text("out/claims.csv").split(separator: "\n") == before)
        let other = try run("--replicates", "2", "--robustness", "3", "--robust-replicates", "1", "--out", "out")
        #expect(other.code == 2 && other.errors.contains("robustness run of other inputs"))
    }

    @Test func checksAndListsWithoutRunning() throws {
        #expect(try run("--check").output.contains("right. C13: 2 arms on 1 places, 2 worlds"))
        #expect(try run("--list", "--language", "zh").output.hasPrefix("C13  甲（Xing 2022；内建）"))
        let absent = try run("C14")
        #expect(absent.code == 2 && absent.errors.contains("did you mean C13?"))
        try Self.claim.replacingOccurrences(of: "levers: [coordination]", with: "levers: [monitoring]")
            .write(toFile: tool.folder.path + "/claims/C13-body.yaml", atomically: true, encoding: .utf8)
        let wrong = try run()
        #expect(wrong.code == 2 && wrong.errors.contains("institutions.coordination.alignment, which is"))
        #expect(!tool.exists("Results"))
    }
}
