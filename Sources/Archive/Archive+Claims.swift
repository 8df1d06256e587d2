import Foundation
import GRDB

extension Archive {
    /// What became of the wish to live a run.
    public enum Claim: Sendable, Equatable {
        /// It is this process' to live, until it is added, given back or told to have failed.
        case granted
        /// Another process that lives has it in hand.
        case taken
        /// It is in the archive already.
        case done
        /// It failed in a process that still lives.
        case failed(month: Int, reason: String)
    }

    /// Enters a new writer and holds its number for as long as the process lives.
    static func register(_ database: DatabaseQueue, _ folder: ResultFolder, cores: Int) throws -> Int64 {
        let process = "\(ProcessInfo.processInfo.hostName) \(ProcessInfo.processInfo.processIdentifier)"
        let number = try database.write { db in
            try db.execute(sql: "INSERT INTO holder (process, cores) VALUES (?, ?)", arguments: [process, cores])
            return db.lastInsertedRowID
        }
        guard folder.holding.take(number) else {
            throw ArchiveError.unwritable(path: folder.path, reason: String(cString: strerror(errno)))
        }
        return number
    }

    /// Claims a run for this process, so that no other lives it at the same time.
    ///
    /// A run that a process had in hand when it ended is taken over, and one that failed in such a process tried again.
    /// - Parameter keeping: what a run that is there must have to count.
    /// - Throws: ``ArchiveError`` `full`, `unwritable`, `busy` or `damaged`.
    public func claim(_ run: RunAddress, keeping: Keeping) throws(ArchiveError) -> Claim {
        try storing { db in
            if try Self.kept(of: run.scenario, keeping, db, only: run).isEmpty == false { return .done }
            guard let scenario = try Self.scenarioKey(run.scenario, db) else {
                throw ArchiveError.damaged(path: path, reason: "no scenario \(run.scenario)")
            }
            let key: StatementArguments = [scenario, run.point, run.replicate]
            if let row = try Row.fetchOne(
                db, sql: "SELECT holder, month, reason FROM claim WHERE scenario = ? AND point = ? AND replicate = ?",
                arguments: key)
            {
                let other: Int64 = try row.cell("holder")
                if other == holder || folder?.holding.isHeld(other) == true {
                    guard let reason: String = try row.cell("reason") else {
                        return other == holder ? .granted : .taken
                    }
                    return .failed(month: try row.cell("month"), reason: reason)
                }
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?, NULL, NULL)",
                arguments: key + [holder])
            return .granted
        }
    }

    /// Gives back a claimed run that was not lived to its end.
    public func release(_ run: RunAddress) throws(ArchiveError) {
        try storing { db in
            guard let scenario = try Self.scenarioKey(run.scenario, db) else { return }
            try Self.release(run, scenario, db)
        }
    }

    /// Enters that a claimed run failed in a month, 0 before the start; others do not try it while this process lives.
    public func enterFailure(of run: RunAddress, month: Int, reason: String) throws(ArchiveError) {
        try storing { db in
            try db.execute(
                sql: """
                    UPDATE claim SET month = ?, reason = ? WHERE point = ? AND replicate = ?
                    AND scenario = (SELECT key FROM scenario WHERE id = ?)
                    """, arguments: [month, reason, run.point, run.replicate, run.scenario])
        }
    }

    static func release(_ run: RunAddress, _ scenario: Int64, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM claim WHERE scenario = ? AND point = ? AND replicate = ?",
            arguments: [scenario, run.point, run.replicate])
    }

    /// Gives back everything that this process had in hand.
    func leave() throws {
        try database.write { db in
            try db.execute(sql: "DELETE FROM claim WHERE holder = ? AND reason IS NULL", arguments: [holder])
        }
    }

    /// Does `work` on the files beside the database while no other process does.
    public func exclusively<Value>(_ work: () throws(ArchiveError) -> Value) throws(ArchiveError) -> Value {
        guard let folder else { return try work() }
        return try folder.holding.exclusively(work)
    }

    /// Who else writes here, and what they have in hand.
    public struct Activity: Sendable, Equatable {
        /// Processes that live.
        public var writers: [Writer] = []
        /// Runs that they have in hand.
        public var underWay = 0
        /// Runs that failed in the last process that tried them.
        public var failures: [Failure] = []
    }

    /// A process that writes here.
    public struct Writer: Sendable, Equatable {
        /// Host and process number.
        public var process: String
        /// Cores that it uses.
        public var cores: Int
    }

    /// A run that broke, and where.
    public struct Failure: Sendable, Equatable {
        public var run: RunAddress
        /// From 1; 0 before the start.
        public var month: Int
        public var reason: String
    }

    /// What is going on in the archive now; nothing in layouts before 3.
    public func activity() throws(ArchiveError) -> Activity {
        let holding = try? folder?.holding ?? Holding(in: path, alone: false)
        return try reading { db in
            var activity = Activity()
            guard try db.tableExists("claim") else { return activity }
            var living: Set<Int64> = []
            for row in try Row.fetchAll(db, sql: "SELECT key, process, cores FROM holder") {
                let key: Int64 = try row.cell("key")
                guard holding?.isHeld(key) == true else { continue }
                living.insert(key)
                activity.writers.append(Writer(process: try row.cell("process"), cores: try row.cell("cores")))
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.id, c.point, c.replicate, c.holder, c.month, c.reason
                    FROM claim c JOIN scenario s ON s.key = c.scenario ORDER BY s.id, c.point, c.replicate
                    """)
            for row in rows {
                if let reason: String = try row.cell("reason") {
                    let run = RunAddress(
                        scenario: try row.cell("id"), point: try row.cell("point"), replicate: try row.cell("replicate")
                    )
                    activity.failures.append(Failure(run: run, month: try row.cell("month"), reason: reason))
                } else if try living.contains(row.cell("holder")) {
                    activity.underWay += 1
                }
            }
            return activity
        }
    }
}
