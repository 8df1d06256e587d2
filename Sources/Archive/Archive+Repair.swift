import Foundation
import GRDB
public import Governance

/// What could be taken over from a damaged archive.
public struct ArchiveRepair: Sendable, Equatable {
    /// Runs that were whole, and runs that were not.
    public var kept: Int
    public var lost: Int
    /// Where the damaged file is now, whole as it was found.
    public var damagedFile: String

    /// What happened, in both languages.
    public var message: Text {
        Text(
            en: "The archive was damaged: \(kept) runs in it are whole and kept, \(lost) are not and are made again. "
                + "The damaged file is kept as \(damagedFile).",
            zh: "结果文件已损坏：其中 \(kept) 次运行完好并予保留，\(lost) 次已损坏，将重新运行。已损坏的文件保存为 \(damagedFile)。")
    }

    /// The same where the command ends with it.
    public var messageOfAnEnd: Text {
        Text(en: message.en + " The same command goes on.", zh: message.zh + "重复同一命令即可继续。")
    }
}

extension Archive {
    /// Makes a new archive of the runs that are whole in a damaged one, which stays beside it under another name.
    ///
    /// A run is whole where table and index agree on whose it is, no other says to be the same, and its content is that of its
    /// checksum. What the archive is of, its settings, scenarios and design, must be readable: runs of which nobody knows what they are
    /// cannot be kept.
    /// - Parameters:
    ///   - path: the folder; nobody else may write there.
    ///   - inputs: those of the command at hand; those of the archive must not contradict them.
    /// - Throws: ``ArchiveError``; the damaged file is then as it was.
    public static func repair(_ path: String, for inputs: Inputs) throws(ArchiveError) -> ArchiveRepair {
        let folder = try ResultFolder(path, alone: true)
        let (file, fresh, kept) = (
            folder.file("results.sqlite"), folder.file("results.repaired.sqlite"), folder.file("results.damaged.sqlite")
        )
        func removeFresh() { for end in ["", "-wal", "-shm", "-journal"] { unlink(fresh + end) } }
        do {
            removeFresh()
            defer { removeFresh() }
            let damaged = try DatabaseQueue(path: file, configuration: careful)
            let (own, keys) = try damaged.read { db in
                try checkLayout(db, file)
                try compare(inputs, with: db, path: path)
                return (try Self.inputs(of: db), runKeys(db))
            }
            let repair: ArchiveRepair
            do {
                let database = try connect(fresh, folder, inputs: own)
                try database.write { db in try admit(own, db) }
                let target = Archive(path: path, observables: own.observables, database: database)
                var taken = 0
                for (key, address) in addresses(keys, damaged) {
                    guard let record = (try? damaged.read { db in try wholeRun(address, key: key, db) }) ?? nil
                    else { continue }
                    try target.add(record)
                    taken += 1
                }
                repair = ArchiveRepair(kept: taken, lost: max(0, keys.count - taken), damagedFile: kept)
                try database.close()
            }
            try? damaged.close()
            try exchange(file, for: fresh, keepingAs: kept)
            return repair
        } catch {
            throw ArchiveError(error, at: path)
        }
    }

    /// How a damaged file is read: nothing is written into it, and SQLite, which otherwise refuses a file that is shorter than its head says,
    /// reads what is left of it.
    private static var careful: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = patience
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA writable_schema = ON") }
        return configuration
    }

    /// The repaired file takes the name of the damaged one, which keeps its log under another: a log must never be found beside a file
    /// that it is not of.
    private static func exchange(_ file: String, for fresh: String, keepingAs kept: String) throws(ArchiveError) {
        func attempt(_ isDone: Bool) throws(ArchiveError) {
            guard !isDone else { return }
            throw .unwritable(path: file, reason: String(cString: strerror(errno)))
        }
        for end in ["", "-wal", "-shm"] { unlink(kept + end) }
        unlink(file + "-shm")
        try attempt(link(file, kept) == 0)
        try attempt(rename(file + "-wal", kept + "-wal") == 0 || errno == ENOENT)
        try attempt(rename(fresh, file) == 0)
    }

    /// Keys of all runs that can be reached, from both ends of a table that may be torn in the middle.
    private static func runKeys(_ db: Database) -> [Int64] {
        var keys: Set<Int64> = []
        for order in ["ASC", "DESC"] {
            guard let cursor = try? Int64.fetchCursor(db, sql: "SELECT key FROM run NOT INDEXED ORDER BY key \(order)")
            else { continue }
            while let key = try? cursor.next() { keys.insert(key) }
        }
        return keys.sorted()
    }

    /// Whose the runs of those keys are, of which no two say to be the same.
    private static func addresses(_ keys: [Int64], _ damaged: DatabaseQueue) -> [(key: Int64, address: RunAddress)] {
        let found = keys.compactMap { key in
            (try? damaged.read { db in try address(of: key, db) }).flatMap { $0 }.map { (key: key, address: $0) }
        }
        let count = Dictionary(found.map { ($0.address, 1) }, uniquingKeysWith: +)
        return found.filter { count[$0.address] == 1 }
    }

    private static func address(of key: Int64, _ db: Database) throws -> RunAddress? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT s.id, \(try hasPoints(db) ? "r.point" : "0"), r.replicate
                FROM run r NOT INDEXED JOIN scenario s NOT INDEXED ON s.key = r.scenario
                WHERE r.key = ? AND r.replicate > 0
                """, arguments: [key]
        ).map { RunAddress(scenario: $0[0], point: $0[1], replicate: $0[2]) }
    }

    private static func wholeRun(_ address: RunAddress, key: Int64, _ db: Database) throws -> RunRecord? {
        // By the index; what stood in the table was read past it.
        let indexed = try Int64.fetchOne(
            db,
            sql: "SELECT key FROM run WHERE scenario = (SELECT key FROM scenario WHERE id = ?) AND replicate = ?"
                + (try hasPoints(db) ? " AND point = \(address.point)" : ""),
            arguments: [address.scenario, address.replicate])
        guard indexed == key, let (record, checksum) = try read(address, communities: true, db),
            record.checksum == checksum
        else { return nil }
        return record
    }
}
