import GRDB

/// What one run gave in the last month that is kept of it.
public struct RunSummary: Sendable, Equatable {
    public var run: RunAddress
    /// Wall time of the run in seconds.
    public var seconds: Double
    /// In the order asked for; NaN where undefined.
    public var values: [Double]
}

/// What an archive holds, for those who write all of it.
public struct ArchiveContents: Sendable, Equatable {
    /// Ids of the scenarios, in the order of the tables.
    public var scenarios: [String]
    /// The greatest replicate number; of a design, what was asked for.
    public var replicates: Int
    /// What was asked for to be kept; where there is no design, what any run has.
    public var keeping: Keeping
}

extension Archive {
    /// What is here, in the order in which tables have it.
    public func contents() throws(ArchiveError) -> ArchiveContents {
        let inputs = try inputs()
        let scenarios = inputs.scenarios.map(\.id)
        if let design = inputs.design {
            return ArchiveContents(scenarios: scenarios, replicates: design.replicates, keeping: design.keeping)
        }
        return try reading { db in
            let row = try Row.fetchOne(db, sql: "SELECT max(replicate), max(communities) FROM run")
            let (replicates, communities): (Int?, Bool?) = (try row?.cell(0), try row?.cell(1))
            return ArchiveContents(
                scenarios: scenarios, replicates: replicates ?? 0, keeping: Keeping(communities: communities ?? false))
        }
    }

    /// How many runs are here, whosever they are.
    public func runCount() throws(ArchiveError) -> Int {
        try reading { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM run") ?? 0 }
    }

    /// The runs of a scenario that are here, by point and replicate, whole or not.
    ///
    /// - Parameter replicates: of these only 1 to this.
    func addresses(of scenario: String, replicates: Int) throws(ArchiveError) -> [RunAddress] {
        try reading { db in
            let hasPoints = try Self.hasPoints(db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(hasPoints ? "r.point" : "0"), r.replicate FROM run r JOIN scenario s ON s.key = r.scenario
                    WHERE s.id = ? AND r.replicate BETWEEN 1 AND ? ORDER BY 1, 2
                    """, arguments: [scenario, replicates])
            return try rows.map { RunAddress(scenario: scenario, point: try $0.cell(0), replicate: try $0.cell(1)) }
        }
    }

    /// Lengths in months of the runs that are here, rising.
    func lengths() throws(ArchiveError) -> [Int] {
        try reading { db in try Int.fetchAll(db, sql: "SELECT DISTINCT months FROM run ORDER BY months") }
    }

    /// The last kept month of every run, in the order in which they were written; unlike ``run(_:point:_:communities:)`` this
    /// reads little and checks nothing.
    ///
    /// - Parameter observables: keys, of those that the archive has.
    public func summaries(of observables: [String]) throws(ArchiveError) -> [RunSummary] {
        let columns = observables.map { ", m.\(Schema.quoted($0))" }.joined()
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.id, \(try Self.hasPoints(db) ? "r.point" : "0"), r.replicate, r.seconds\(columns)
                    FROM run r JOIN scenario s ON s.key = r.scenario JOIN world_month m ON m.run = r.key
                    AND m.month = (SELECT max(w.month) FROM world_month w WHERE w.run = r.key) ORDER BY r.key
                    """)
            var summaries: [RunSummary] = []
            while let row = try rows.next() {
                summaries.append(
                    RunSummary(
                        run: RunAddress(scenario: try row.cell(0), point: try row.cell(1), replicate: try row.cell(2)),
                        seconds: try row.cell(3),
                        values: try observables.indices.map { (try row.cell(4 + $0) as Double?) ?? .nan }))
            }
            return summaries
        }
    }

    /// The mean of an observable over those kept months, run by run; runs that have kept none of them are left out.
    ///
    /// - Parameter months: nil takes the last kept month of each run.
    /// - Returns: NaN where it is undefined in all of them.
    public func means(of observable: String, months: ClosedRange<Int>?) throws(ArchiveError) -> [RunAddress: Double] {
        let condition =
            months.map { "m.month BETWEEN \($0.lowerBound) AND \($0.upperBound)" }
            ?? "m.month = (SELECT max(w.month) FROM world_month w WHERE w.run = r.key)"
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT s.id, \(try Self.hasPoints(db) ? "r.point" : "0"), r.replicate, avg(m.\(Schema.quoted(observable)))
                    FROM run r JOIN scenario s ON s.key = r.scenario JOIN world_month m ON m.run = r.key AND \(condition)
                    GROUP BY r.key
                    """)
            var means: [RunAddress: Double] = [:]
            while let row = try rows.next() {
                let run = RunAddress(scenario: try row.cell(0), point: try row.cell(1), replicate: try row.cell(2))
                means[run] = (try row.cell(3) as Double?) ?? .nan
            }
            return means
        }
    }
}
