import GRDB
import GRDBSQLite
import Governance

extension Archive {
    /// Which runs of a scenario are kept here with all that is asked for, whole and undamaged.
    ///
    /// Every one of them is read and its checksum compared. Where the archive is open for writing, a damaged run is removed, so
    /// that it is made again. Runs that do not tell how communities stand at the end, as those of layout 1, never count.
    /// - Returns: the runs, and those that were found damaged.
    public func runs(
        of scenario: String, keeping: Keeping = Keeping(money: false)
    ) throws(ArchiveError) -> (whole: Set<RunAddress>, damaged: Set<RunAddress>) {
        // In one go: SQLite forgets its statements between one reading and the next.
        let (kept, found) = try reading { db in
            let kept = try Self.kept(of: scenario, keeping, db)
            return (kept, try kept.filter { try !Self.isWhole($0, db) })
        }
        var damaged: Set<RunAddress> = []
        for run in found {
            if folder != nil, try !removeIfDamaged(run) { continue }
            damaged.insert(run)
        }
        return (Set(kept).subtracting(damaged), damaged)
    }

    /// Reads every run and compares its checksum: for those who then read only a part of each.
    ///
    /// - Throws: ``ArchiveError`` `damaged`, with the first run that is not what was written.
    public func check() throws(ArchiveError) {
        let scenarios = try reading { db in try String.fetchAll(db, sql: "SELECT id FROM scenario ORDER BY id") }
        for scenario in scenarios {
            let damaged = try runs(of: scenario).damaged.min { ($0.point, $0.replicate) < ($1.point, $1.replicate) }
            if let damaged { throw Self.notAsWritten(damaged, path) }
        }
    }

    static func notAsWritten(_ run: RunAddress, _ path: String) -> ArchiveError {
        let point = run.point > 0 ? " at point \(run.point)" : ""
        return .damaged(path: path, reason: "run \(run.replicate) of \(run.scenario)\(point) is not what was written")
    }

    private static func isWhole(_ run: RunAddress, _ db: Database) throws -> Bool {
        do {
            guard let (run, checksum) = try read(run, communities: true, db) else { return false }
            return run.checksum == checksum
        } catch is WrongCell { return false } catch ArchiveError.damaged { return false }
    }

    /// Whether it was removed; another process may have made it again since it was read.
    private func removeIfDamaged(_ run: RunAddress) throws(ArchiveError) -> Bool {
        try storing { db in
            if try Self.isWhole(run, db) { return false }
            if let scenario = try Self.scenarioKey(run.scenario, db) { try Self.remove(run, scenario, db) }
            return true
        }
    }

    /// Runs of a scenario that are entered with all that is asked for, by point and replicate; of `only` at most that one.
    static func kept(
        of scenario: String, _ keeping: Keeping, _ db: Database, only run: RunAddress? = nil
    ) throws -> [RunAddress] {
        guard try hasStanding(db) else { return [] }
        let hasPoints = try hasPoints(db)
        let columns = hasPoints ? "point, kept, money" : "0 AS point, '' AS kept, 1 AS money"
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(columns), replicate, months, communities FROM run
                WHERE scenario = (SELECT key FROM scenario WHERE id = ?) AND EXISTS
                (SELECT 1 FROM standing WHERE standing.run = run.key)
                """ + (run.map { " AND point = \($0.point) AND replicate = \($0.replicate)" } ?? "")
                    + " ORDER BY \(hasPoints ? "point, " : "")replicate", arguments: [scenario])
        var found: [RunAddress] = []
        while let row = try rows.next() {
            // What cannot be is no run: it is made again.
            guard let run = try? Self.entered(row, of: scenario) else { continue }
            if keeping.isCovered(months: run.months, kept: run.kept, money: run.money, communities: run.communities) {
                found.append(run.address)
            }
        }
        return found
    }

    /// What the table of runs tells of one.
    private static func entered(
        _ row: Row, of scenario: String
    ) throws -> (address: RunAddress, months: Int, kept: [Int], money: Bool, communities: Bool) {
        let months = try Keeping.length(row.cell("months"))
        return (
            RunAddress(scenario: scenario, point: try row.cell("point"), replicate: try row.cell("replicate")), months,
            Keeping.months(try row.cell("kept"), of: months), try row.cell("money"), try row.cell("communities")
        )
    }

    static func scenarioKey(_ id: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT key FROM scenario WHERE id = ?", arguments: [id])
    }

    /// Adds a run in one transaction, in place of any kept run of the same address, and ends the claim to it.
    ///
    /// - Throws: ``ArchiveError`` `full`, `unwritable` or `damaged`; nothing of the run is then kept.
    public func add(_ run: RunRecord) throws(ArchiveError) {
        try storing { db in
            guard let scenario = try Self.scenarioKey(run.scenario, db) else {
                throw ArchiveError.damaged(path: path, reason: "no scenario \(run.scenario)")
            }
            try Self.remove(run.address, scenario, db)
            try db.execute(
                sql: """
                    INSERT INTO run (scenario, point, replicate, months, kept, money, communities, seconds, checksum)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    scenario, run.point, run.replicate, run.months, Keeping.text(run.kept, of: run.months),
                    run.hasMoney,
                    !run.communities.isEmpty, run.seconds, run.checksum,
                ])
            let key = db.lastInsertedRowID
            try Self.insertWorld(run, key: key, width: observables.count, db)
            try Self.insertCommunities(run, key: key, width: observables.count, db)
            try Self.insertStanding(run, key: key, db)
            try Self.insertMoney(run, key: key, db)
            try Self.release(run.address, scenario, db)
        }
    }

    private static func remove(_ run: RunAddress, _ scenario: Int64, _ db: Database) throws {
        guard
            let key = try Int64.fetchOne(
                db, sql: "SELECT key FROM run WHERE scenario = ? AND point = ? AND replicate = ?",
                arguments: [scenario, run.point, run.replicate])
        else { return }
        for table in ["world_month", "community_month", "standing", "transfer"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [key])
        }
        try db.execute(sql: "DELETE FROM run WHERE key = ?", arguments: [key])
    }

    private static func insertWorld(_ run: RunRecord, key: Int64, width: Int, _ db: Database) throws {
        let rows = try Insertion("world_month", columns: 2 + width, db)
        for (row, month) in run.kept.enumerated() {
            rows.bind(1, key)
            rows.bind(2, Int64(month))
            for place in 0..<width { rows.bind(Int32(3 + place), run.world[row * width + place]) }
            try rows.insert()
        }
    }

    private static func insertCommunities(_ run: RunRecord, key: Int64, width: Int, _ db: Database) throws {
        guard !run.communities.isEmpty else { return }
        let communities = run.communities.count / (run.kept.count * width)
        let rows = try Insertion("community_month", columns: 3 + width, db)
        var next = 0
        for month in run.kept {
            for community in 0..<communities {
                rows.bind(1, key)
                rows.bind(2, Int64(month))
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
        statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
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
