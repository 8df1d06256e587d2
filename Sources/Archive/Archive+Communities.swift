import GRDB

extension Archive {
    /// Means of observables over months by community, of a run that has values by community.
    ///
    /// - Parameters:
    ///   - observables: keys, of those that the archive has.
    ///   - months: those that count; months that were not kept are left out.
    /// - Returns: community after community, in the order of their ids, a number for each observable, NaN where undefined;
    ///   empty where the run is not here or has no values by community.
    public func communityMeans(
        of observables: [String], scenario: String, replicate: Int, months: ClosedRange<Int>
    ) throws(ArchiveError) -> [[Double]] {
        let columns = observables.map { "avg(m.\(Schema.quoted($0)))" }.joined(separator: ", ")
        return try reading { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(columns) FROM run r JOIN scenario s ON s.key = r.scenario
                    JOIN community_month m ON m.run = r.key AND m.month BETWEEN ? AND ?
                    WHERE s.id = ? AND r.replicate = ? \(try Self.hasPoints(db) ? "AND r.point = 0" : "")
                    GROUP BY m.community ORDER BY m.community
                    """, arguments: [months.lowerBound, months.upperBound, scenario, replicate])
            var means: [[Double]] = []
            while let row = try rows.next() {
                means.append(try observables.indices.map { (try row.cell($0) as Double?) ?? .nan })
            }
            return means
        }
    }
}
