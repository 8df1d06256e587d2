/// The tables of an archive as CSV files, for programs that know nothing of SQL.
///
/// Rows stand in the order of scenario, point, replicate, month, whatever the order in which the runs ended, so the same
/// inputs give the same bytes. Numbers are the shortest text that reads back as the same value; undefined is empty. Where
/// there is a design, the number of the point follows the scenario, and `points.csv` tells the factors' values.
public struct Export: Sendable {
    private let archive: Archive
    private let scenarios: [ScenarioInput]
    private let design: DesignInput?
    private let replicates: Int
    private let keeping: Keeping

    /// - Parameters:
    ///   - scenarios: ids of the scenarios to write, in the order of the rows.
    ///   - replicates: write replicates 1 to this; those that the archive does not hold are left out.
    ///   - keeping: what to write of each run; what it lacks is left out.
    /// - Throws: ``ArchiveError`` `damaged` where the archive lacks a scenario.
    public init(
        _ archive: Archive, scenarios: [String], replicates: Int, keeping: Keeping = Keeping()
    ) throws(ArchiveError) {
        self.archive = archive
        self.replicates = max(1, replicates)
        self.keeping = keeping
        let inputs = try archive.inputs()
        design = inputs.design
        var chosen: [ScenarioInput] = []
        for id in scenarios {
            guard let scenario = inputs.scenarios.first(where: { $0.id == id }) else {
                throw .damaged(path: archive.path, reason: "it does not hold the scenario \(id)")
            }
            chosen.append(scenario)
        }
        self.scenarios = chosen
    }

    /// Everything that an archive holds: scenarios by id, and what was kept of them.
    public init(_ archive: Archive) throws(ArchiveError) {
        let contents = try archive.contents()
        try self.init(
            archive, scenarios: contents.scenarios, replicates: contents.replicates, keeping: contents.keeping)
    }

    /// Writes `series.csv`, and what is asked for of `points.csv`, `money.csv` and `communities.csv`.
    ///
    /// - Parameter folder: where to; into the archive's folder where nil.
    /// - Returns: the files' names.
    /// - Throws: ``ArchiveError``; files that were not finished stay as they were before.
    @discardableResult
    public func write(to folder: String? = nil) throws(ArchiveError) -> [String] {
        let folder = folder ?? archive.path
        let series = try WholeFile("series.csv", in: folder)
        let money = keeping.money ? try WholeFile("money.csv", in: folder) : nil
        let byCommunity = keeping.communities ? try WholeFile("communities.csv", in: folder) : nil
        let heads = CSV.line(archive.observables)
        let key = "scenario," + (design == nil ? "" : "point,") + "replicate,month"
        try series.append("\(key),\(heads)\n")
        try money?.append("\(key),from,to,purpose,fen\n")
        try byCommunity?.append("\(key),community,\(heads)\n")
        let points = Set(design?.points.map(\.number) ?? [0])
        for scenario in scenarios {
            for address in try archive.addresses(of: scenario.id, replicates: replicates)
            where points.contains(address.point) {
                guard
                    let run = try archive.run(
                        scenario.id, point: address.point, address.replicate, communities: keeping.communities)
                else { continue }
                let point = design == nil ? "" : "\(run.point),"
                let key = "\(CSV.field(scenario.id)),\(point)\(run.replicate),"
                try writeWorld(run, key, to: series)
                if let money { try writeMoney(run, key, to: money) }
                if let byCommunity { try writeCommunities(run, key, scenario.communities, to: byCommunity) }
            }
        }
        let own = try writePoints(in: folder)
        try series.finish()
        try money?.finish()
        try byCommunity?.finish()
        return own + ["series.csv"] + (keeping.money ? ["money.csv"] : [])
            + (keeping.communities ? ["communities.csv"] : [])
    }

    private func writePoints(in folder: String) throws(ArchiveError) -> [String] {
        guard let design else { return [] }
        let file = try WholeFile("points.csv", in: folder)
        try file.append("point," + CSV.line(design.factors.map(\.id)) + "\n")
        for point in design.points { try file.append("\(point.number)," + CSV.line(point.values.map(\.text)) + "\n") }
        try file.finish()
        return ["points.csv"]
    }

    /// Places among the run's kept months of those that are asked for, with the months.
    private func months(of run: RunRecord) -> [(row: Int, month: Int)] {
        let wanted = Set(keeping.months(of: run.months))
        return run.kept.enumerated().filter { wanted.contains($1) }.map { ($0, $1) }
    }

    private func writeWorld(_ run: RunRecord, _ key: String, to file: WholeFile) throws(ArchiveError) {
        let width = archive.observables.count
        for (row, month) in months(of: run) {
            var line = "\(key)\(month)"
            for value in run.world[row * width..<(row + 1) * width] { line += "," + CSV.number(value) }
            try file.append(line + "\n")
        }
    }

    private func writeCommunities(
        _ run: RunRecord, _ key: String, _ ids: [String], to file: WholeFile
    ) throws(ArchiveError) {
        let width = archive.observables.count
        guard !run.communities.isEmpty else { return }
        guard run.communities.count == run.kept.count * ids.count * width else {
            throw .damaged(
                path: archive.path, reason: "run \(run.replicate) of \(run.scenario) is of other communities")
        }
        for (row, month) in months(of: run) {
            for (place, id) in ids.enumerated() {
                var line = "\(key)\(month),\(CSV.field(id))"
                let next = (row * ids.count + place) * width
                for value in run.communities[next..<next + width] { line += "," + CSV.number(value) }
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
