import Archive
import Foundation
import Reporting

/// Folders for what commands write beside archives.
enum ResultFiles {
    /// Makes a folder, and those above it, where they are missing; or a complaint and exit 2.
    static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            Terminal.complain(said("--out: \(folder) cannot be made or written.", "--out：\(folder) 无法创建或写入。"))
            throw Ending.badInput
        }
    }

    /// Writes a report, in a folder that is made where it is missing, and prints it; or a complaint and exit 1.
    ///
    /// - Parameters:
    ///   - began: when what it tells of began, to tell how long it took.
    ///   - quiet: whether the files go untold.
    static func tell(
        _ report: some FiledReport, in folder: String, since began: ContinuousClock.Instant? = nil, quiet: Bool
    ) throws {
        try make(folder)
        do throws(ArchiveError) {
            try report.write(to: folder, language: tongue)
        } catch {
            Terminal.complain(error.message[tongue])
            throw Ending.failed
        }
        Terminal.print(report.screen(in: tongue, style: Terminal.style()))
        guard !quiet else { return }
        let files = report.files.joined(separator: ", ")
        let took = began.map { TimeText(ContinuousClock.now - $0) }
        Terminal.print(
            said(
                "\n\(took.map { "\($0). " } ?? "")\(folder): \(files)\n",
                "\n\(took.map { "用时 \($0)。" } ?? "")\(folder)：\(files)\n"))
    }
}
