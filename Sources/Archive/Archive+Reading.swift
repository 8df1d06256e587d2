import GRDB
import GRDBSQLite

extension Archive {
    /// A kept run, or nil if it is not here.
    ///
    /// - Parameters:
    ///   - point: the number of the design's point; 0 for the scenario as its files tell it.
    ///   - communities: also read values by community, where the run has them.
    /// - Throws: ``ArchiveError`` `damaged` if the content is not that of the checksum; this is told only where all of
    ///   it is read, so for runs with values by community only if `communities` is true.
    public func run(
        _ scenario: String, point: Int = 0, _ replicate: Int, communities: Bool = false
    ) throws(ArchiveError) -> RunRecord? {
        let address = RunAddress(scenario: scenario, point: point, replicate: replicate)
        return try reading { db in
            guard let (run, checksum) = try Self.read(address, communities: communities, db) else { return nil }
            if let checksum, run.checksum != checksum { throw Self.notAsWritten(address, path) }
            return run
        }
    }

    /// A run as it stands in the tables, and the checksum that its content should have; nil where not all of it was read.
    static func read(
        _ run: RunAddress, communities: Bool, _ db: Database
    ) throws -> (run: RunRecord, checksum: String?)? {
        let hasPoints = try hasPoints(db)
        guard hasPoints || run.point == 0,
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT r.* FROM run r JOIN scenario s ON s.key = r.scenario WHERE s.id = ? AND r.replicate = ?
                    """ + (hasPoints ? " AND r.point = \(run.point)" : ""), arguments: [run.scenario, run.replicate])
        else { return nil }
        let key: Int64 = try row.cell("key")
        let months = try Keeping.length(row.cell("months"))
        let hasCommunities: Bool = try row.cell("communities")
        let (world, rows) = try values("SELECT * FROM world_month WHERE run = ? ORDER BY month", skip: 2, key: key, db)
        let record = RunRecord(
            scenario: run.scenario, point: run.point, replicate: run.replicate, months: months,
            kept: hasPoints ? Keeping.months(try row.cell("kept"), of: months) : nil, seconds: try row.cell("seconds"),
            world: world,
            communities: hasCommunities && communities
                ? try values(
                    "SELECT * FROM community_month WHERE run = ? ORDER BY month, community", skip: 3, key: key, db
                ).values
                : [],
            standing: try hasStanding(db)
                ? try values("SELECT * FROM standing WHERE run = ? ORDER BY community", skip: 2, key: key, db).values
                : [],
            hasMoney: hasPoints ? try row.cell("money") : true, money: try money(key: key, db))
        guard rows == record.kept.count else {
            throw ArchiveError.damaged(
                path: "results.sqlite",
                reason: "run \(run.replicate) of \(run.scenario) has not the months that it tells of")
        }
        return (record, communities || !hasCommunities ? try row.cell("checksum") : nil)
    }

    /// Whether the layout is new enough to know points.
    static func hasPoints(_ db: Database) throws -> Bool { try db.tableExists("point") }

    /// Whether the layout is new enough to tell how communities stand at the end.
    static func hasStanding(_ db: Database) throws -> Bool { try db.tableExists("standing") }

    /// All values of a query's rows but the first `skip` of each, one row after another; and how many rows there are.
    private static func values(
        _ sql: String, skip: Int, key: Int64, _ db: Database
    ) throws -> (values: [Double], rows: Int) {
        // Kept by SQLite: making a statement of so many columns takes longer than a run's rows do.
        let statement = try db.cachedStatement(sql: sql)
        let raw = statement.sqliteStatement
        defer { sqlite3_reset(raw) }
        sqlite3_bind_int64(raw, 1, key)
        let columns = sqlite3_column_count(raw)
        guard columns >= skip else { throw WrongCell(column: "run", found: .null) }
        var values: [Double] = []
        var rows = 0
        while true {
            switch sqlite3_step(raw) {
            case SQLITE_ROW:
                rows += 1
                for column in Int32(skip)..<columns {
                    values.append(
                        sqlite3_column_type(raw, column) == SQLITE_NULL ? .nan : sqlite3_column_double(raw, column))
                }
            case SQLITE_DONE: return (values, rows)
            case let code:
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
        }
    }

    /// Names come by joins: the tables of names grow with the archive, and are not to be read whole for one run.
    private static func money(key: Int64, _ db: Database) throws -> [RunRecord.MoneyRow] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT t.month, f.name, g.name, p.name, t.fen FROM transfer t JOIN account f ON f.key = t.payer
                JOIN account g ON g.key = t.payee JOIN purpose p ON p.key = t.purpose WHERE t.run = ?
                """)
        let cursor = try Row.fetchCursor(statement, arguments: [key])
        var rows: [RunRecord.MoneyRow] = []
        while let row = try cursor.next() {
            rows.append(
                RunRecord.MoneyRow(
                    month: try row.cell(0), from: try row.cell(1), to: try row.cell(2), purpose: try row.cell(3),
                    fen: try row.cell(4)))
        }
        return rows.sorted { ($0.month, $0.from, $0.to, $0.purpose) < ($1.month, $1.from, $1.to, $1.purpose) }
    }
}
