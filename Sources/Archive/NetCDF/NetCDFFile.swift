import CNetCDF
import Foundation
import Synchronization

/// A NetCDF-4 file that appears under its name only when it is whole: written beside it, flushed to disk, then renamed.
///
/// netCDF-C and HDF5 below it may be used from one thread at a time, so a file lives only inside ``write(_:_:)``.
final class NetCDFFile {
    /// Every number of a file has one of these types.
    enum Kind {
        /// 64 bits; undefined is NaN, which is also what is not written.
        case real
        /// 32 bits.
        case whole
        case text
    }

    struct Dimension {
        fileprivate let id: Int32
        let length: Int
    }

    struct Variable {
        fileprivate let id: Int32
    }

    private let path: String
    private let id: Int32

    private init(path: String, id: Int32) {
        self.path = path
        self.id = id
    }

    private static let oneAtATime = Mutex(())

    /// Writes a whole file: `content` defines and fills it.
    ///
    /// - Throws: ``ArchiveError`` `unwritable`, `full`, or `busy` where another process writes there; a file that was
    ///   there before is then as it was.
    static func write(
        _ path: String, _ content: (NetCDFFile) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        try oneAtATime.withLock { _ throws(ArchiveError) in
            let place = try Place(of: path)
            do throws(ArchiveError) {
                try Place.checkRoom(at: path)
                var id: Int32 = 0
                try check(nc_create(place.partial, NC_NETCDF4 | NC_CLOBBER, &id), path)
                do throws(ArchiveError) {
                    try content(NetCDFFile(path: path, id: id))
                } catch {
                    nc_abort(id)
                    throw error
                }
                try check(nc_close(id), path)
                try place.finish()
            } catch {
                unlink(place.partial)
                throw error
            }
        }
    }

    // MARK: - Definitions

    func dimension(_ name: String, _ length: Int) throws(ArchiveError) -> Dimension {
        var dimension: Int32 = 0
        try check(nc_def_dim(id, name, length, &dimension))
        return Dimension(id: dimension, length: length)
    }

    /// - Parameter chunk: values that are compressed together, by dimension; compresses nothing where empty.
    func variable(
        _ name: String, _ kind: Kind, _ dimensions: [Dimension], chunk: [Int] = []
    ) throws(ArchiveError) -> Variable {
        let type =
            switch kind {
            case .real: NC_DOUBLE
            case .whole: NC_INT
            case .text: NC_STRING
            }
        var variable: Int32 = 0
        let ids = dimensions.map(\.id)
        try check(nc_def_var(id, name, type, Int32(ids.count), ids, &variable))
        if case .real = kind {
            var undefined = Double.nan
            try check(nc_def_var_fill(id, variable, NC_FILL, &undefined))
        }
        if !chunk.isEmpty {
            try check(nc_def_var_chunking(id, variable, NC_CHUNKED, chunk))
            // Whole chunks are written once each, so a cache would only take memory.
            try check(nc_set_var_chunk_cache(id, variable, 0, 0, 0))
            try check(nc_def_var_deflate(id, variable, 1, 1, 4))
        }
        return Variable(id: variable)
    }

    /// Attaches a text to a variable, or to the file where it is nil.
    func describe(_ variable: Variable?, _ name: String, _ text: String) throws(ArchiveError) {
        try check(nc_put_att_text(id, variable?.id ?? NC_GLOBAL, name, text.utf8.count, text))
    }

    // MARK: - Values

    /// Writes a block of numbers: `count` values along every dimension from `start` on.
    func fill(_ variable: Variable, start: [Int], count: [Int], _ values: [Double]) throws(ArchiveError) {
        precondition(values.count == count.reduce(1, *), "as many values as the block has")
        try Place.checkRoom(at: path, for: values.count * MemoryLayout<Double>.size)
        try check(nc_put_vara_double(id, variable.id, start, count, values))
    }

    /// Writes all numbers of a variable.
    func fill(_ variable: Variable, _ values: [Double]) throws(ArchiveError) {
        try check(nc_put_var_double(id, variable.id, values))
    }

    /// Writes all whole numbers of a variable.
    func fill(_ variable: Variable, _ values: [Int]) throws(ArchiveError) {
        try check(nc_put_var_int(id, variable.id, values.map { Int32(clamping: $0) }))
    }

    /// Writes all texts of a variable.
    func fill(_ variable: Variable, _ values: [String]) throws(ArchiveError) {
        let copies = values.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        var pointers = copies.map { UnsafePointer($0) }
        try check(nc_put_var_string(id, variable.id, &pointers))
    }

    private func check(_ code: Int32) throws(ArchiveError) { try Self.check(code, path) }

    private static func check(_ code: Int32, _ path: String) throws(ArchiveError) {
        guard code != NC_NOERR else { return }
        throw .unwritable(path: path, reason: String(cString: nc_strerror(code)))
    }
}

/// Where a file is written: beside its name, in a folder in which this process alone writes such files.
private struct Place: ~Copyable {
    let partial: String
    private let path: String
    private let folder: Int32

    init(of path: String) throws(ArchiveError) {
        self.path = path
        partial = Self.folder(of: path) + "/." + path.split(separator: "/").suffix(1).joined() + ".partial"
        folder = open(Self.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .unwritable(path: path, reason: String(cString: strerror(errno))) }
        // HDF5 locks the file itself, but only after it has emptied it.
        if flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(folder)
            throw .busy(path: path, holder: "")
        }
    }

    deinit { close(folder) }

    /// Flushes to disk and takes the name, in place of any earlier file.
    func finish() throws(ArchiveError) {
        let descriptor = open(partial, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0, rename(partial, path) == 0 else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        fsync(folder)
    }

    /// Refuses to write bytes that the disk has no room for, and the names and attributes around them.
    ///
    /// HDF5 1.10 does not survive a full disk: it goes on with what it could not write, so it must not meet one.
    static func checkRoom(at path: String, for bytes: Int = 0) throws(ArchiveError) {
        var information = statvfs()
        // File systems without blocks, such as proc, have none to give and complain themselves.
        guard statvfs(folder(of: path), &information) == 0, information.f_blocks > 0 else { return }
        let free = Int(information.f_bavail) * Int(information.f_frsize)
        guard free < bytes + around else { return }
        throw .full(path: path, needed: bytes + around, free: free)
    }

    /// Bytes of everything in a file that is no values: about 5,000 a variable.
    private static let around = 4_000_000

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
