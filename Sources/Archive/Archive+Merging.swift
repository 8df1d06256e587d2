import GRDB

extension Archive {
    /// Adds every run of another archive that this one lacks, checked as it is read.
    ///
    /// - Parameters:
    ///   - other: an archive of the same inputs.
    ///   - keeping: what a run must have to count.
    ///   - progress: told the runs done after each.
    /// - Returns: runs that were added.
    /// - Throws: ``ArchiveError``; `different` where the other's inputs are others, `damaged` where a run is.
    public func merge(
        _ other: Archive, keeping: Keeping, progress: (Int) -> Void = { _ in }
    ) throws(ArchiveError) -> Int {
        let inputs = try other.inputs()
        try reading { db in try Self.compare(inputs, with: db, path: path) }
        guard other.observables == observables else {
            throw .foreign(path: other.path, reason: "it holds other observables")
        }
        var added = 0
        var seen = 0
        for scenario in inputs.scenarios {
            let present = Set(try reading { db in try Self.kept(of: scenario.id, keeping, db) })
            for run in try other.reading({ db in try Self.kept(of: scenario.id, keeping, db) }) {
                seen += 1
                defer { progress(seen) }
                guard !present.contains(run),
                    let record = try other.run(run.scenario, point: run.point, run.replicate, communities: true)
                else { continue }
                try add(record)
                added += 1
            }
        }
        return added
    }
}
