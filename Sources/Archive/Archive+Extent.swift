import GRDB

extension Archive {
    /// How far the runs of an archive go.
    public struct Extent: Sendable, Equatable {
        /// The highest number of a replicate.
        public var replicates: Int
        /// Months, counted from 1, of which some run has values; rising.
        public var months: [Int]
        /// Whether some run has values by community.
        public var hasCommunities: Bool
    }

    /// How far the runs that are kept here go.
    ///
    /// - Throws: ``ArchiveError`` `missing` where there is no run.
    public func extent() throws(ArchiveError) -> Extent {
        let extent = try reading { db in
            try Row.fetchOne(db, sql: "SELECT max(replicate) AS replicates, max(communities) AS communities FROM run")
                .flatMap { row -> Extent? in
                    guard let replicates: Int = row["replicates"] else { return nil }
                    return Extent(
                        replicates: replicates,
                        months: try Int.fetchAll(db, sql: "SELECT DISTINCT month FROM world_month ORDER BY month"),
                        hasCommunities: row["communities"] == 1)
                }
        }
        guard let extent else { throw .missing(path: path) }
        return extent
    }
}
