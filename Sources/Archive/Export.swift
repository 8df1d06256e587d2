/// The tables of an archive as CSV files, for programs that know nothing of SQL.
///
/// Rows stand in the order of scenario, replicate, month, whatever the order in which the runs ended, so the same inputs
/// give the same bytes. Numbers are the shortest text that reads back as the same value; undefined is empty.
public struct Export: Sendable {
    private let archive: Archive
    private let scenarios: [String]
    private let replicates: Int

    /// - Parameters:
    ///   - scenarios: ids of the scenarios to write, in the order of the rows.
    ///   - replicates: write replicates 1 to this; those that the archive does not hold are left out.
    public init(_ archive: Archive, scenarios: [String], replicates: Int) {
        self.archive = archive
        self.scenarios = scenarios
        self.replicates = replicates
    }

    /// Writes `series.csv`, `money.csv` and, if asked for, `communities.csv` into the archive's folder.
    ///
    /// - Throws: ``ArchiveError``; files that were not finished stay as they were before.
    public func write(communities: Bool) throws(ArchiveError) {
        let series = try WholeFile("series.csv", in: archive.path)
        let money = try WholeFile("money.csv", in: archive.path)
        let byCommunity = communities ? try WholeFile("communities.csv", in: archive.path) : nil
        let heads = CSV.line(archive.observables)
        try series.append("scenario,replicate,month,\(heads)\n")
        try money.append("scenario,replicate,month,from,to,purpose,fen\n")
        try byCommunity?.append("scenario,replicate,month,community,\(heads)\n")
        var ids: [String: [String]] = [:]
        for scenario in try archive.inputs().scenarios { ids[scenario.id] = scenario.communities }
        for scenario in scenarios {
            for replicate in 1...max(1, replicates) {
                guard let run = try archive.run(scenario, replicate, communities: communities) else { continue }
                let key = "\(CSV.field(scenario)),\(replicate),"
                try writeWorld(run, key, to: series)
                try writeMoney(run, key, to: money)
                if let byCommunity { try writeCommunities(run, key, ids[scenario] ?? [], to: byCommunity) }
            }
        }
        try series.finish()
        try money.finish()
        try byCommunity?.finish()
    }

    private func writeWorld(_ run: RunRecord, _ key: String, to file: WholeFile) throws(ArchiveError) {
        let width = archive.observables.count
        for month in 0..<run.months {
            var line = "\(key)\(month + 1)"
            for value in run.world[month * width..<(month + 1) * width] { line += "," + CSV.number(value) }
            try file.append(line + "\n")
        }
    }

    private func writeCommunities(
        _ run: RunRecord, _ key: String, _ ids: [String], to file: WholeFile
    ) throws(ArchiveError) {
        let width = archive.observables.count
        var next = 0
        for month in 0..<run.months where next < run.communities.count {
            for id in ids {
                var line = "\(key)\(month + 1),\(CSV.field(id))"
                for value in run.communities[next..<next + width] { line += "," + CSV.number(value) }
                next += width
                try file.append(line + "\n")
            }
        }
    }

    private func writeMoney(_ run: RunRecord, _ key: String, to file: WholeFile) throws(ArchiveError) {
        for row in run.money {
            let names = CSV.line([row.from, row.to, row.purpose])
            try file.append("\(key)\(row.month),\(names),\(row.fen)\n")
        }
    }
}

/// Comma-separated values as RFC 4180 has them, with line feeds.
public enum CSV {
    /// A number: the shortest text that reads back as the same value, or nothing where it is undefined.
    public static func number(_ value: Double) -> String { value.isNaN ? "" : value.description }

    /// A text, in quotes where it needs them.
    public static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    public static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") }
}
