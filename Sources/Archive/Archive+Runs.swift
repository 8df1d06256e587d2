import GRDB
import GRDBSQLite
import Governance

extension Archive {
    /// Which replicates of a scenario are kept here, whole and undamaged.
    ///
    /// Every run is read and its checksum compared. A damaged run is removed where the archive is open for writing, so
    /// that it is made again.
    /// - Parameter communities: count only runs that have values by community. Runs that do not tell how communities
    ///   stand at the end, as those of layout 1, never count.
    /// - Returns: the replicates, and those that were found damaged.
    public func replicates(
        of scenario: String, communities: Bool = false
    ) throws(ArchiveError) -> (whole: Set<Int>, damaged: Set<Int>) {
        let kept = try reading { db in
            try Int.fetchAll(
                db,
                sql: """
                    SELECT replicate FROM run WHERE communities >= ? AND scenario =
                    (SELECT key FROM scenario WHERE id = ?) AND key IN (SELECT run FROM standing)
                    """, arguments: [communities ? 1 : 0, scenario])
        }
        var damaged: Set<Int> = []
        for replicate in kept {
            do throws(ArchiveError) {
                _ = try run(scenario, replicate, communities: true)
            } catch {
                guard case .damaged = error else { throw error }
                damaged.insert(replicate)
            }
        }
        return (Set(kept).subtracting(damaged), damaged)
    }

    /// Adds a run in one transaction, in place of any kept run of the same scenario and replicate.
    ///
    /// - Throws: ``ArchiveError`` `full`, `unwritable` or `damaged`; nothing of the run is then kept.
    public func add(_ run: RunRecord) throws(ArchiveError) {
        try storing { db in
            guard let scenario = try Self.scenario(run.scenario, db) else {
                throw ArchiveError.damaged(path: path, reason: "no scenario \(run.scenario)")
            }
            try Self.remove(run.replicate, of: scenario.key, db)
            try db.execute(
                sql: """
                    INSERT INTO run (scenario, replicate, months, communities, seconds, checksum)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    scenario.key, run.replicate, run.months, run.communities.isEmpty ? 0 : 1, run.seconds, run.checksum,
                ])
            let key = db.lastInsertedRowID
            try Self.insertWorld(run, key: key, width: observables.count, db)
            try Self.insertCommunities(
                run, key: key, communities: scenario.input.communities.count, width: observables.count, db)
            try Self.insertStanding(run, key: key, db)
            try Self.insertMoney(run, key: key, db)
        }
    }

    private static func remove(_ replicate: Int, of scenario: Int64, _ db: Database) throws {
        guard
            let key = try Int64.fetchOne(
                db, sql: "SELECT key FROM run WHERE scenario = ? AND replicate = ?", arguments: [scenario, replicate])
        else { return }
        for table in ["world_month", "community_month", "standing", "transfer"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [key])
        }
        try db.execute(sql: "DELETE FROM run WHERE key = ?", arguments: [key])
    }

    private static func insertWorld(_ run: RunRecord, key: Int64, width: Int, _ db: Database) throws {
        let rows = try Insertion("world_month", columns: 2 + width, db)
        for month in 0..<run.months {
            rows.bind(1, key)
            rows.bind(2, Int64(month + 1))
            for place in 0..<width { rows.bind(Int32(3 + place), run.world[month * width + place]) }
            try rows.insert()
        }
    }

    private static func insertCommunities(
        _ run: RunRecord, key: Int64, communities: Int, width: Int, _ db: Database
    ) throws {
        guard !run.communities.isEmpty else { return }
        let rows = try Insertion("community_month", columns: 3 + width, db)
        var next = 0
        for month in 0..<run.months {
            for community in 0..<communities {
                rows.bind(1, key)
                rows.bind(2, Int64(month + 1))
                rows.bind(3, Int64(community))
                for place in 0..<width { rows.bind(Int32(4 + place), run.communities[next + place]) }
                next += width
                try rows.insert()
            }
        }
    }

    private static func insertStanding(_ run: RunRecord, key: Int64, _ db: Database) throws {
        let width = Standing.measures.count
        let rows = try Insertion("standing", columns: 2 + width, db)
        for community in 0..<run.standing.count / width {
            rows.bind(1, key)
            rows.bind(2, Int64(community))
            for place in 0..<width { rows.bind(Int32(3 + place), run.standing[community * width + place]) }
            try rows.insert()
        }
    }

    private static func insertMoney(_ run: RunRecord, key: Int64, _ db: Database) throws {
        let accounts = try keys(in: "account", of: Set(run.money.flatMap { [$0.from, $0.to] }), db)
        let purposes = try keys(in: "purpose", of: Set(run.money.map(\.purpose)), db)
        let rows = try Insertion("transfer", columns: 6, db)
        for row in run.money {
            rows.bind(1, key)
            rows.bind(2, Int64(row.month))
            rows.bind(3, accounts[row.from] ?? 0)
            rows.bind(4, accounts[row.to] ?? 0)
            rows.bind(5, purposes[row.purpose] ?? 0)
            rows.bind(6, row.fen)
            try rows.insert()
        }
    }

    /// The keys of names, which are entered where they are new.
    private static func keys(in table: String, of names: Set<String>, _ db: Database) throws -> [String: Int64] {
        var keys: [String: Int64] = [:]
        for name in names {
            try db.execute(sql: "INSERT OR IGNORE INTO \(table) (name) VALUES (?)", arguments: [name])
            keys[name] = try Int64.fetchOne(db, sql: "SELECT key FROM \(table) WHERE name = ?", arguments: [name])
        }
        return keys
    }
}

/// One prepared insertion, bound by SQLite's own functions: five times as fast as by statement arguments.
private struct Insertion {
    private let statement: Statement
    private let raw: SQLiteStatement
    private let db: Database

    init(_ table: String, columns: Int, _ db: Database) throws {
        let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
        statement = try db.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
        raw = statement.sqliteStatement
        self.db = db
    }

    func bind(_ place: Int32, _ value: Int64) { sqlite3_bind_int64(raw, place, value) }

    /// Undefined values become NULL.
    func bind(_ place: Int32, _ value: Double) { sqlite3_bind_double(raw, place, RunRecord.canonical(value)) }

    func insert() throws {
        let code = sqlite3_step(raw)
        sqlite3_reset(raw)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
    }
}
