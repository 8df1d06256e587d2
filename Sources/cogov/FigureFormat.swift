import Archive
import ArgumentParser
import Foundation

/// What a figure is written as.
enum FigureFormat: String, CaseIterable, ExpressibleByArgument {
    case svg, pdf, png

    /// The program that makes it of SVG; nil where none is needed.
    func converter() throws -> URL? {
        guard self != .svg else { return nil }
        let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
        let paths = folders.map { "\($0)/rsvg-convert" }
        guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            Terminal.complain(
                said(
                    "--format \(rawValue) needs rsvg-convert, which is not here; install librsvg2-bin, or use --format svg.",
                    "--format \(rawValue) 需要 rsvg-convert，此处未安装；请安装 librsvg2-bin，或使用 --format svg。"))
            throw Ending.badInput
        }
        return URL(fileURLWithPath: path)
    }

    /// Writes the picture by that program, PNG of 300 dots an inch.
    func convert(_ source: String, to path: String, with converter: URL) throws(ArchiveError) {
        let process = Process()
        process.executableURL = converter
        process.arguments = ["--format", rawValue, "--output", path] + (self == .png ? ["--zoom", "3.125"] : [])
        let input = Pipe()
        process.standardInput = input
        do {
            try process.run()
            try input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
            try input.fileHandleForWriting.close()
        } catch {
            throw .unwritable(path: path, reason: error.localizedDescription)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw .unwritable(path: path, reason: "rsvg-convert ended with \(process.terminationStatus)")
        }
    }
}
