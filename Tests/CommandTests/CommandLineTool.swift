import Foundation
import Testing

/// The built `cogov`, run as a process of its own in a folder of its own.
final class CommandLineTool {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cogov-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        for name in ["village.yaml", "closed.yaml", "open.yaml", "wrong.yaml"] {
            try FileManager.default.copyItem(
                at: fixtures.appendingPathComponent(name), to: folder.appendingPathComponent(name))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Runs to the end.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        try wait(for: begin(arguments, environment: environment))
    }

    func begin(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
        try begin(try Self.program, arguments, environment: environment)
    }

    /// Runs a script of the shell to the end; `$COGOV` is the program.
    func shell(_ script: String) throws -> Result {
        try wait(
            for: begin(
                URL(fileURLWithPath: "/bin/sh"), ["-c", script],
                environment: ["COGOV": try Self.program.path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]))
    }

    private static var program: URL {
        get throws {
            try #require(Bundle.main.executableURL).deletingLastPathComponent().appendingPathComponent("cogov")
        }
    }

    private func begin(_ program: URL, _ arguments: [String], environment: [String: String]) throws -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C"].merging(environment) { $1 }
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        try process.run()
        return process
    }

    func wait(for process: Process) throws -> Result {
        let output = try #require(process.standardOutput as? Pipe).fileHandleForReading.readDataToEndOfFile()
        let errors = try #require(process.standardError as? Pipe).fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors, as: UTF8.self))
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
    }

    /// Names in the folder other than the fixtures.
    var written: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasSuffix(".yaml") }.sorted()
    }
}
