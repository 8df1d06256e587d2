import Foundation

/// A folder of results that this process may write, with others that write the same, for as long as the value lives.
final class ResultFolder: Sendable {
    let path: String
    /// The folders that were made for it, outermost first.
    private let made: [String]
    let holding: Holding

    /// Makes the folder and those above it where they are missing, and takes hold of it.
    ///
    /// - Parameter alone: refuse where another process writes there.
    /// - Throws: ``ArchiveError`` `unwritable` or `busy`; folders made on the way are then removed again.
    init(_ path: String, alone: Bool) throws(ArchiveError) {
        self.path = path
        made = try Self.make(path)
        do throws(ArchiveError) {
            holding = try Holding(in: path, alone: alone)
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
    }

    /// Takes back everything, unless others write there too: for an archive that was begun but could not be.
    func abandon() {
        guard holding.excludeOthers() else { return }
        clear()
        holding.remove()
        for folder in made.reversed() { rmdir(folder) }
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// Bytes that the disk has free there; nil where the system does not tell.
    var bytesFree: Int? {
        var information = statvfs()
        guard statvfs(path, &information) == 0 else { return nil }
        return Int(information.f_bavail) * Int(information.f_frsize)
    }

    /// Removes every file that an archive consists of.
    func clear() {
        let names = [
            "results.sqlite", "results.sqlite-wal", "results.sqlite-shm", "results.damaged.sqlite",
            "results.damaged.sqlite-wal", "manifest.json", "series.csv", "money.csv",
            "communities.csv", "points.csv", "summary.csv", "comparison.csv", "winners.csv", "report.html",
            "results.nc",
        ]
        for name in names { unlink(file(name)) }
    }

    /// The folders made, outermost first.
    private static func make(_ path: String) throws(ArchiveError) -> [String] {
        var missing: [String] = []
        var folder = path
        while !folder.isEmpty, folder != "/", access(folder, F_OK) != 0, errno == ENOENT {
            missing.append(folder)
            folder = parent(of: folder)
        }
        var made: [String] = []
        for folder in missing.reversed() {
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
                let reason = String(cString: strerror(errno))
                for folder in made.reversed() { rmdir(folder) }
                throw .unwritable(path: folder, reason: reason)
            }
            made.append(folder)
        }
        var information = stat()
        guard stat(path, &information) == 0 else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        guard information.st_mode & S_IFMT == S_IFDIR else {
            throw .unwritable(path: path, reason: String(cString: strerror(ENOTDIR)))
        }
        return made
    }

    /// The path without its last part; empty where there is but one. (Foundation's own crashes on paths of one letter.)
    private static func parent(of path: String) -> String {
        let trimmed = path.reversed().drop { $0 == "/" }
        return String(trimmed.drop { $0 != "/" }.drop { $0 == "/" }.reversed())
    }
}
