import Foundation
import GRDB

/// A folder that holds everything that runs of one set of inputs gave.
///
/// One archive holds at most one version of a scenario, under one seed and one version of the model: results of other
/// inputs are refused rather than mixed in. Runs are added in whatever order they end; a run is there whole or not at all.
/// Several processes may write one archive: each claims a run before it lives it.
public final class Archive: Sendable {
    /// The folder's path.
    public let path: String
    /// Keys of the observables, in the order of the columns.
    public let observables: [String]
    let database: DatabaseQueue
    /// The number under which this process claims runs; 0 where it only reads.
    public let holder: Int64
    let folder: ResultFolder?

    init(
        path: String, observables: [String], database: DatabaseQueue, folder: ResultFolder? = nil, holder: Int64 = 0
    ) {
        self.path = path
        self.observables = observables
        self.database = database
        self.folder = folder
        self.holder = holder
    }

    /// Opens the archive in `path` for writing runs of `inputs`, making it where there is none.
    ///
    /// - Parameters:
    ///   - fresh: remove what is there first, whatever it is; refused while another process writes there.
    ///   - bytes: disk space that will be needed; refused at once if the disk has less. 0 asks nothing.
    ///   - cores: those that this process will use, for others to tell how fast the work goes.
    /// - Throws: ``ArchiveError``; nothing is then changed, and nothing made.
    public static func open(
        _ path: String, for inputs: Inputs, fresh: Bool = false, bytes: Int = 0, cores: Int = 1
    ) throws(ArchiveError) -> Archive {
        let isNew = access(path + "/results.sqlite", F_OK) != 0
        let folder = try ResultFolder(path, alone: fresh)
        do {
            if let free = folder.bytesFree, free < max(bytes, 1 << 16) {
                throw ArchiveError.full(path: path, needed: max(bytes, 1 << 16), free: free)
            }
            if fresh { folder.clear() }
            let (database, holder) = try folder.holding.exclusively { () throws(any Error) in
                let database = try connect(folder.file("results.sqlite"), folder, inputs: inputs)
                try database.write { db in try admit(inputs, db) }
                return (database, try register(database, folder, cores: cores))
            }
            if fresh { folder.holding.share() }
            return Archive(
                path: path, observables: inputs.observables, database: database, folder: folder, holder: holder)
        } catch {
            if isNew { folder.abandon() }
            throw ArchiveError(error, at: path)
        }
    }

    /// Opens an archive to read it; others may write it meanwhile.
    ///
    /// - Throws: ``ArchiveError`` `missing`, `foreign`, `later` or `damaged`.
    public static func read(_ path: String) throws(ArchiveError) -> Archive {
        let file = path + "/results.sqlite"
        guard access(file, F_OK) == 0 else { throw .missing(path: path) }
        guard isRegular(file) else { throw .foreign(path: file, reason: "it is not a file") }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = patience
        func open(_ name: String) throws -> Archive {
            let database = try DatabaseQueue(path: name, configuration: configuration)
            let observables = try database.read { db in
                // Another process is just about to make the tables, or was killed before it did.
                if try isEmpty(db) { throw ArchiveError.missing(path: path) }
                try checkLayout(db, file)
                return try Self.observables(of: db)
            }
            return Archive(path: path, observables: observables, database: database)
        }
        do {
            return try open(file)
        } catch let error as DatabaseError where isReadOnly(error) && access(file + "-wal", F_OK) != 0 {
            // Where nothing can be written, SQLite reads a file with a log only if told that nobody writes it.
            do {
                let address = URL(fileURLWithPath: file).absoluteString
                return try open(address + "?immutable=1")
            } catch {
                throw ArchiveError(error, at: file)
            }
        } catch {
            throw ArchiveError(error, at: file)
        }
    }

    /// A pipe would be waited for, and a device has no end.
    private static func isRegular(_ file: String) -> Bool {
        var information = stat()
        return stat(file, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    }

    private static func isReadOnly(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode.primaryResultCode)
    }

    /// Ends the use of the archive: the log is folded into `results.sqlite`, which then is one file unless other processes
    /// have it open.
    public func close() throws(ArchiveError) {
        do {
            if let folder {
                try leave()
                folder.holding.release(holder)
            }
            // SQLite folds in the log where nobody else has it open.
            try database.close()
        } catch {
            throw ArchiveError(error, at: path)
        }
    }

    /// Bytes of the database on disk, its log included.
    public var bytes: Int {
        ["results.sqlite", "results.sqlite-wal"].reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }

    /// Others hold the file for the time of one run's writing, and to fold in the log as they end or begin again after a kill:
    /// thousandths of a second, if the machine is not busy with much else.
    static let patience = Database.BusyMode.timeout(60)

    /// Looks read-only at what is there: what is refused must not be touched, not even its journal mode.
    private static func look(at file: String, _ folder: ResultFolder, _ inputs: Inputs) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = patience
        try DatabaseQueue(path: file, configuration: configuration).read { db in
            guard try !isEmpty(db) else { return }
            try checkLayout(db, file)
            try compare(inputs, with: db, path: folder.path)
        }
    }

    static func connect(_ file: String, _ folder: ResultFolder, inputs: Inputs) throws -> DatabaseQueue {
        guard access(file, F_OK) != 0 || isRegular(file) else {
            throw ArchiveError.foreign(path: file, reason: "it is not a file")
        }
        if let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int, size > 0 {
            do {
                try look(at: file, folder, inputs)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
                // A process killed in the middle of a write left its journal: only one who may write can take it back.
                var configuration = Configuration()
                configuration.busyMode = patience
                try DatabaseQueue(path: file, configuration: configuration).read { db in _ = try isEmpty(db) }
                try look(at: file, folder, inputs)
            }
        }
        var configuration = Configuration()
        // A killed process loses at most the transaction it was in; a power cut at most the last few, never the file.
        configuration.journalMode = .wal
        configuration.busyMode = patience
        let database = try DatabaseQueue(path: file, configuration: configuration)
        try database.write { db in
            // Killed between making the file and its tables, a process leaves it empty.
            if try isEmpty(db) { try db.execute(sql: Schema.statements(observables: inputs.observables)) }
        }
        try database.writeWithoutTransaction(Migration.run)
        return database
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    }

    static func checkLayout(_ db: Database, _ file: String) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
            throw ArchiveError.foreign(path: file, reason: "its tables are another program's")
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= Schema.version else {
            throw ArchiveError.later(path: file, layout: version, known: Schema.version)
        }
        guard Migration.isKnown(version) else {
            throw ArchiveError.foreign(path: file, reason: "no version ever wrote its layout, number \(version)")
        }
    }

    /// Runs `work` in one transaction; storage errors come out as ``ArchiveError``.
    func storing<T>(_ work: (Database) throws -> T) throws(ArchiveError) -> T {
        do { return try database.write(work) } catch { throw ArchiveError(error, at: path) }
    }

    func reading<T>(_ work: (Database) throws -> T) throws(ArchiveError) -> T {
        do { return try database.read(work) } catch { throw ArchiveError(error, at: path) }
    }
}

extension ArchiveError {
    /// What SQLite says, in our words.
    init(_ error: any Error, at path: String) {
        switch error {
        case let error as ArchiveError:
            self = error
        case let error as DatabaseError:
            switch error.resultCode.primaryResultCode {
            case .SQLITE_FULL: self = .full(path: path, needed: 0, free: 0)
            case .SQLITE_NOTADB: self = .foreign(path: path, reason: "it is not an SQLite file")
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
                if Self.isOutOfFiles {
                    self = .noFiles(path: path)
                    return
                }
                self = .unwritable(path: path, reason: error.message ?? error.description)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path, holder: "")
            default: self = .damaged(path: path, reason: error.message ?? error.description)
            }
        case is DecodingError:
            self = .damaged(path: path, reason: "what its runs are of cannot be read")
        default:
            self = .damaged(path: path, reason: "\(error)")
        }
    }

    /// Whether the process has as many files open as it may; SQLite tells only that it cannot open one.
    private static var isOutOfFiles: Bool {
        let another = dup(STDERR_FILENO)
        guard another < 0 else {
            close(another)
            return false
        }
        return errno == EMFILE
    }
}
