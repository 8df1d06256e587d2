import Foundation

/// The lock file of a folder of results: who writes there, and whether a process that wrote still lives.
///
/// Every writer shares the lock on the whole file, so that one who wants the folder for itself can tell. Besides, each holds the
/// byte of its own number, and byte 0 is held while files beside the database are written. All locks end with the
/// process, however it ends; the file itself stays and means nothing.
final class Holding: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Linux' locks of an open file, which are the descriptor's and not the process': `F_OFD_GETLK` and so on, which the
    /// imported headers leave out.
    private enum Command {
        static let look: Int32 = 36
        static let set: Int32 = 37
        static let await: Int32 = 38
    }

    /// Shares the folder's lock, or takes it alone.
    ///
    /// - Throws: ``ArchiveError`` `busy` where others hold it in a way that excludes this, `unwritable`.
    init(in folder: String, alone: Bool) throws(ArchiveError) {
        path = folder + "/.lock"
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                if errno == EMFILE || errno == ENFILE { throw .noFiles(path: folder) }
                throw .unwritable(path: folder, reason: String(cString: strerror(errno)))
            }
            guard flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
                let reason = errno
                close(descriptor)
                guard reason == EWOULDBLOCK else {
                    throw .unwritable(path: folder, reason: String(cString: strerror(reason)))
                }
                throw .busy(path: folder, holder: "")
            }
            // Somebody may have removed the file between opening and locking it.
            if Self.isSame(descriptor, path) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit { close(descriptor) }

    /// Lets others in again.
    func share() { flock(descriptor, LOCK_SH) }

    /// Whether nobody else writes here; nobody can begin to until ``share()``.
    func excludeOthers() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    func remove() { unlink(path) }

    /// Lets go of the folder and of the byte of that number.
    func release(_ number: Int64) {
        _ = lock(F_UNLCK, at: number, Command.set)
        flock(descriptor, LOCK_UN)
    }

    /// Holds the byte of that number for as long as this lives.
    func take(_ number: Int64) -> Bool { lock(F_WRLCK, at: number, Command.set) }

    /// Whether another holds the byte of that number.
    func isHeld(_ number: Int64) -> Bool {
        var range = Self.range(F_WRLCK, at: number)
        return fcntl(descriptor, Command.look, &range) == 0 && range.l_type != Int16(F_UNLCK)
    }

    /// Does `work` while no other process does such work on the folder.
    func exclusively<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        _ = lock(F_WRLCK, at: 0, Command.await)
        defer { _ = lock(F_UNLCK, at: 0, Command.set) }
        return try work()
    }

    private func lock(_ kind: Int32, at place: Int64, _ command: Int32) -> Bool {
        var range = Self.range(kind, at: place)
        while fcntl(descriptor, command, &range) != 0 {
            guard errno == EINTR else { return false }
        }
        return true
    }

    private static func range(_ kind: Int32, at place: Int64) -> flock {
        var range = Glibc.flock()
        range.l_type = Int16(kind)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = off_t(place)
        range.l_len = 1
        return range
    }

    private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }
}
