import Foundation

/// A Python with other programs to compare with: the one that the environment variable COGOV_PYTHON names, or `python3`.
enum Python {
    private static let program = ProcessInfo.processInfo.environment["COGOV_PYTHON"] ?? "python3"

    /// Whether it can import those modules.
    static func has(_ modules: String...) -> Bool {
        let words = modules.map { "import \($0)" }.joined(separator: "; ") + "; print('[]')"
        return (try? run(words, [Int]())) as [Double]? != nil
    }

    /// What a script prints as JSON that reads `given` as JSON from its input.
    static func run<Given: Encodable, Answer: Decodable>(_ script: String, _ given: Given) throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program, "-c", script]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(given))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return try JSONDecoder().decode(Answer.self, from: data)
    }
}
