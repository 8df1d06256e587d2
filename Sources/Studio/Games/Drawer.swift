import Archive
import Foundation
import Synchronization

/// A folder of small files, each written whole or not at all, one at a time.
final class Drawer: Sendable {
    private let folder: String
    private let turn = Mutex(())

    /// - Throws: ``Refusal`` where the folder cannot be made.
    init(_ folder: String) throws(Refusal) {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: (folder as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            // Seeds are nobody else's on this machine to read.
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal(.failed, "\(folder) cannot be made.", "无法建立 \(folder)。")
        }
        self.folder = folder
    }

    /// Writes a file; what stands in it is asked for when its turn has come, so that the last to write has the last word.
    func keep(_ name: String, _ content: () -> Data) throws(Refusal) {
        let failure = turn.withLock { _ -> ArchiveError? in
            do throws(ArchiveError) {
                let file = try WholeFile(name, in: folder)
                try file.append([UInt8](content()))
                try file.finish()
                return nil
            } catch { return error }
        }
        if let failure { throw Refusal(.failed, failure.message.en, failure.message.zh) }
    }
}
