import Foundation
import Testing

/// Files that mean harm, given to the program itself: exit 2, a word on which file and what is wrong, at once.
@Suite struct HostileFilesTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        let folder = tool.folder.path
        mkfifo(folder + "/pipe.yaml", 0o600)
        try FileManager.default.createDirectory(atPath: folder + "/folder.yaml", withIntermediateDirectories: true)
        for name in ["sparse.yaml", "empty.yaml"] { try Data().write(to: tool.folder.appendingPathComponent(name)) }
        truncate(folder + "/sparse.yaml", 1 << 30)
        try FileManager.default.createDirectory(atPath: folder + "/kept", withIntermediateDirectories: true)
        mkfifo(folder + "/kept/results.sqlite", 0o600)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ["check", "/dev/zero"], ["check", "pipe.yaml"], ["check", "folder.yaml"], ["check", "sparse.yaml"],
            ["check", "empty.yaml"], ["run", "sparse.yaml"], ["sweep", "run", "pipe.yaml"], ["plan", "sparse.yaml"],
            ["allocate", "/dev/zero"], ["allocate", "sparse.yaml"], ["allocate", "folder.yaml"],
            ["allocate", "empty.yaml"],
            ["report", "kept"], ["discover", "sparse.yaml", "--where", "a > 1"],
        ])
    func isRefused(arguments: [String]) throws {
        let result = try tool.wait(for: tool.begin(arguments))
        let named = arguments.first { $0.contains("/") || $0.hasSuffix(".yaml") || $0 == "kept" } ?? ""
        #expect(result.code == 2 && result.errors.contains(named), "\(arguments): \(result.code) \(result.errors)")
        #expect(result.output.isEmpty)
        #expect(!tool.exists("Results"))
    }
}
