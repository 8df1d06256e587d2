import Foundation

/// A file that appears under its name only when it is whole: written beside it, flushed to disk, then renamed.
public final class WholeFile {
    private let folder: String
    private let name: String
    private let partial: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private(set) var bytes = 0

    /// Begins the file `name` of the folder.
    public init(_ name: String, in folder: String) throws(ArchiveError) {
        self.folder = folder
        self.name = folder + "/" + name
        partial = folder + "/." + name + ".partial"
        descriptor = open(partial, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(self.name) }
        // What a killed process left of it is overwritten; another that is writing it now is left alone.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, ftruncate(descriptor, 0) == 0 else {
            close(descriptor)
            descriptor = -1
            throw .busy(path: self.name, holder: "")
        }
        buffer.reserveCapacity(Self.piece + 4096)
    }

    /// A file left unfinished leaves nothing.
    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partial)
    }

    /// Appends a text, as UTF-8.
    public func append(_ text: String) throws(ArchiveError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Appends bytes as they are.
    public func append(_ bytes: [UInt8]) throws(ArchiveError) {
        try flush()
        try write(bytes)
    }

    /// Flushes to disk and takes the name, in place of any earlier file.
    public func finish() throws(ArchiveError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw Self.failure(name) }
        close(descriptor)
        descriptor = -1
        guard rename(partial, name) == 0 else { throw Self.failure(name) }
        let entry = open(folder, O_RDONLY | O_CLOEXEC)
        if entry >= 0 {
            fsync(entry)
            close(entry)
        }
    }

    private func flush() throws(ArchiveError) {
        try write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ text: [UInt8]) throws(ArchiveError) {
        var done = 0
        while done < text.count {
            let count = text.withUnsafeBytes { bytes in
                bytes.baseAddress.map { Foundation.write(descriptor, $0 + done, bytes.count - done) } ?? 0
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(name) }
            done += count
        }
        bytes += done
    }

    private static let piece = 1 << 18

    private static func failure(_ path: String) -> ArchiveError {
        switch errno {
        case ENOSPC, EDQUOT, EFBIG: .full(path: path, needed: 0, free: 0)
        case EMFILE, ENFILE: .noFiles(path: path)
        case let reason: .unwritable(path: path, reason: String(cString: strerror(reason)))
        }
    }
}
