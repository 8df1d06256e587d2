import Archive
import Foundation

/// Folders for what commands write beside archives.
enum ResultFiles {
    /// Makes a folder, and those above it, where they are missing.
    static func make(_ folder: String) throws(ArchiveError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: folder, reason: error.localizedDescription)
        }
    }
}
