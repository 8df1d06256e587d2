import Foundation
import Testing

/// Archives that earlier versions left, and one that a later version might leave.
@Suite struct UpgradeTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    private func place(_ archive: String) throws -> URL {
        let own = tool.folder.appendingPathComponent("out")
        try FileManager.default.copyItem(at: fixture(archive), to: own)
        return own.appendingPathComponent("results.sqlite")
    }

    private func fixture(_ archive: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/archives/\(archive)")
    }

    /// What made the archives.
    private static let command = [
        "compare", "open.yaml", "closed.yaml", "--months", "3", "--replicates", "2", "--communities", "--quiet",
        "--out",
        "out",
    ]

    private func again(_ more: String...) throws -> CommandLineTool.Result {
        try tool.wait(for: tool.begin(Self.command + more))
    }

    @Test(
        "what an earlier version kept is read whole: every row of its tables, and a page",
        arguments: ["layout-1", "layout-2"])
    func read(archive: String) throws {
        let database = try place(archive)
        let before = try Data(contentsOf: database)
        let export = try tool.run("export", "out", "--out", "tables", "--quiet")
        #expect(export.code == 0, "\(export.errors)")
        for table in ["series.csv", "money.csv", "communities.csv"] {
            let then = try String(contentsOf: fixture(archive).appendingPathComponent(table), encoding: .utf8)
            // Tables that a comparison writes begin with its first scenario, those of an export with the first by name.
            let now = try tool.text("tables/" + table)
            #expect(now.split(separator: "\n").sorted() == then.split(separator: "\n").sorted(), "\(table)")
        }
        let report = try tool.run("report", "out", "--out", "page", "--quiet")
        #expect(report.code == 0, "\(report.errors)")
        #expect(try tool.text("page/report.html").contains("What changes against"))
        #expect(try Data(contentsOf: database) == before)
    }

    @Test(
        "results of an earlier model are not gone on with, nor touched, until that is asked for",
        arguments: ["layout-1", "layout-2"])
    func goOn(archive: String) throws {
        let database = try place(archive)
        let before = try Data(contentsOf: database)
        let refused = try again()
        #expect(refused.code == 2 && refused.output.isEmpty)
        for words in ["the model is another now", "--out", "--fresh"] { #expect(refused.errors.contains(words)) }
        #expect(try Data(contentsOf: database) == before)
        let fresh = try again("--fresh")
        #expect(fresh.code == 0, "\(fresh.errors)")
        #expect(try again().code == 0)
        #expect(try tool.run("report", "out", "--quiet").code == 0)
    }

    @Test("an archive of a later version is refused with what to do, and not touched")
    func later() throws {
        let database = try place("layout-2")
        var bytes = try Data(contentsOf: database)
        // SQLite keeps a file's user_version, our layout, in bytes 60 to 63.
        #expect(bytes[60..<64] == Data([0, 0, 0, 2]))
        bytes[63] = 99
        try bytes.write(to: database)
        for refused in [
            try again(), try tool.run("report", "out"), try tool.run("export", "out"),
            try tool.run("export", "out", "--format", "netcdf"), try tool.run("plot", "out"),
        ] {
            #expect(refused.code == 2 && refused.output.isEmpty)
            #expect(refused.errors.contains("later version of Cogov, in layout 99") && refused.errors.contains("--out"))
        }
        let chinese = try tool.run("report", "out", "--language", "zh")
        #expect(chinese.errors.contains("更新版本的 Cogov"))
        #expect(try Data(contentsOf: database) == bytes)
    }
}
