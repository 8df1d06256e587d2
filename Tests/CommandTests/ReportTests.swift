import Foundation
import Testing

/// `report`: pages from what folders keep, without living anything.
@Suite struct ReportTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func aComparisonsPageIsMadeAnewAsItWas() throws {
        let compared = try tool.run(
            "compare", "closed.yaml", "open.yaml", "--months", "8", "--replicates", "2", "--communities", "--out",
            "out", "--quiet")
        #expect(compared.code == 0, "\(compared.errors)")
        let page = try tool.text("out/report.html")
        #expect(
            page.contains("What changes against") && page.contains("id=\"en-rungs\"")
                && page.contains("id=\"zh-money\""))
        // Values by community, and how many people they have, reach the map.
        #expect(page.contains("first 12 months") && page.contains("its area goes with its residents"))
        try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("out/report.html"))
        let series = try tool.text("out/series.csv")
        let report = try tool.run("report", "out")
        #expect(report.code == 0 && report.output == "out/report.html\n", "\(report.errors)")
        #expect(try tool.text("out/report.html") == page)
        #expect(try tool.text("out/series.csv") == series)
        #expect(try tool.text("out/manifest.json").contains("report.html"))
        // Against the other, elsewhere; the first page stays.
        let other = try tool.run("report", "out", "--baseline", "open", "--out", "other", "--quiet", "--language", "zh")
        #expect(other.code == 0 && other.output.isEmpty)
        #expect(try tool.text("other/report.html").contains("<html lang=\"zh-Hans\">"))
        #expect(try tool.text("out/report.html") == page)
        let wrong = try tool.run("report", "out", "--baseline", "opem")
        #expect(wrong.code == 2 && wrong.errors.contains("opem"))
    }

    @Test func aSweepHasAPage() throws {
        try """
        id: design
        title: {en: Tasks & people, zh: 任务与居民}
        summary: {en: Tasks vary., zh: 任务变化。}
        scenarios: [{scenario: closed.yaml}, {scenario: open.yaml}]
        set: [months=4]
        factors:
          - {id: load, key: institutions.taskLoad, range: [0.1, 0.9]}
        sampling: {kind: latinHypercube, points: 8}
        replicates: 1
        watch: [need.mean]
        """.write(to: tool.folder.appendingPathComponent("design.yaml"), atomically: true, encoding: .utf8)
        let swept = try tool.run("sweep", "design.yaml", "--out", "out", "--quiet")
        #expect(swept.code == 0, "\(swept.errors)")
        let report = try tool.run("report", "out")
        #expect(report.code == 0 && report.output == "out/report.html\n", "\(report.errors)")
        let page = try tool.text("out/report.html")
        for words in [
            "Tasks &amp; people", "任务与居民", "institutions.taskLoad", "data-name=\"need.mean-by-load\"", "8 points",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.components(separatedBy: "data-row=\"open,").count - 1 == 2 * 2)
    }

    @Test func foldersThatHoldNothingAreRefused() throws {
        let nothing = try tool.run("report", "nowhere")
        #expect(nothing.code == 2 && nothing.errors.contains("nowhere"))
        #expect(!tool.exists("nowhere"))
    }
}
