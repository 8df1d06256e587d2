import GRDB

/// Makes archives of earlier layouts into ones of today's, where they are opened for writing.
///
/// Layout 1 does not tell how communities stand: its runs stay readable and are made again where they are wanted.
/// Layout 2 knows no points, and keeps every month and all money of each run.
enum Migration {
    /// Whether there is a way from the layout of that number.
    static func isKnown(_ version: Int) -> Bool { (1...Schema.version).contains(version) }

    /// Brings a database up to date, in one transaction; does nothing where it is already.
    static func run(_ db: Database) throws {
        guard try version(db) < Schema.version else { return }
        // A table that others refer to is replaced, which SQLite allows only while it does not look at references.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.inTransaction(.immediate) {
            // Another process may have been first.
            if try version(db) == 1 { try db.execute(sql: Schema.standing + "PRAGMA user_version = 2;") }
            if try version(db) == 2 { try pointsAndClaims(db) }
            return .commit
        }
        try db.execute(sql: "PRAGMA foreign_keys = ON")
    }

    static func version(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

    private static func pointsAndClaims(_ db: Database) throws {
        let observables = try Archive.observables(of: db)
        try db.execute(
            sql: """
                DROP VIEW series; DROP VIEW communities; DROP VIEW money;
                \(Schema.run("run_3"))
                INSERT INTO run_3
                    SELECT key, scenario, 0, replicate, months, '', 1, communities, seconds, checksum FROM run;
                DROP TABLE run;
                ALTER TABLE run_3 RENAME TO run;
                \(Schema.sweep)
                \(Schema.views(observables: observables))
                PRAGMA user_version = 3;
                """)
    }
}
