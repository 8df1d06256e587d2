import Foundation

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
}
