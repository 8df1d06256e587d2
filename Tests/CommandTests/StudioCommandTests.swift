import Foundation
import Testing

/// The studio as a command; what it serves is tested in StudioTests.
@Suite struct StudioCommandTests {
    let tool: CommandLineTool
    private let library: String

    init() throws {
        tool = try CommandLineTool()
        library =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/Scenarios"
        let page = tool.folder.appendingPathComponent("page")
        try FileManager.default.createDirectory(at: page, withIntermediateDirectories: true)
        try Data("<!doctype html>".utf8).write(to: page.appendingPathComponent("index.html"))
    }

    private func begin(_ arguments: String..., page: String = "page") throws -> Process {
        try tool.begin(
            ["studio", "--out", "kept"] + arguments, environment: ["COGOV_SCENARIOS": library, "COGOV_STUDIO": page])
    }

    /// What a process prints until there is a line of it.
    private func line(of pipe: Any?) throws -> String {
        let handle = try #require(pipe as? Pipe).fileHandleForReading
        var text = ""
        while !text.contains("\n") {
            let data = handle.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
        }
        return text
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func printsItsAddressAndEndsCleanly(signal: Int32) throws {
        let process = try begin("--port", "0")
        let address = try line(of: process.standardOutput)
        #expect(address.hasPrefix("http://127.0.0.1:") && !address.contains("token") && !address.contains(":0/"))
        kill(process.processIdentifier, signal)
        let result = try tool.wait(for: process)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    }

    @Test func overTheNetworkItSaysWhatThatMeansAndGivesAToken() throws {
        let process = try begin("--port", "0", "--host", "0.0.0.0", "--language", "zh")
        #expect(try line(of: process.standardOutput).contains("/?token="))
        kill(process.processIdentifier, SIGINT)
        let result = try tool.wait(for: process)
        #expect(result.code == 0 && result.errors.contains("传输未加密"))
    }

    @Test func whatCannotBeIsRefused() throws {
        #expect(try tool.wait(for: begin("--port", "70000")).code == 2)
        #expect(try tool.wait(for: begin("--months", "0")).code == 2)
        let missing = try tool.wait(for: begin("--port", "0", page: "nowhere"))
        #expect(missing.code == 2 && missing.errors.contains("COGOV_STUDIO"))
        let lessons = tool.folder.appendingPathComponent("page/lessons")
        try FileManager.default.createDirectory(at: lessons, withIntermediateDirectories: true)
        try Data("id: a\nquestoin: {en: Q, zh: 问}\n".utf8).write(to: lessons.appendingPathComponent("a.yaml"))
        let wrong = try tool.wait(for: begin("--port", "0"))
        #expect(wrong.code == 2 && wrong.errors.contains("a.yaml:2:1") && wrong.errors.contains("question"))
    }

    @Test func aPortThatIsTakenIsTold() throws {
        let first = try begin("--port", "0")
        let port = try #require(
            try line(of: first.standardOutput).split(separator: ":").last.flatMap { Int($0.filter(\.isNumber)) })
        let second = try tool.wait(for: begin("--port", "\(port)"))
        #expect(second.code == 1 && second.errors.contains("\(port)"))
        kill(first.processIdentifier, SIGINT)
        #expect(try tool.wait(for: first).code == 0)
    }
}
