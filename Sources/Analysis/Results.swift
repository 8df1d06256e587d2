public import Archive
import Governance

/// Everything that the runs of an archive say about the whole world: its series, its money, and who stands how.
public struct Results: Sendable {
    public let series: SeriesTable
    public let money: MoneyTable
    /// How communities stand at the end.
    public let standing: StandingTable
    /// What was recorded by community.
    public let communities: CommunityTable

    /// - Parameter communities: nil where nothing was recorded by community.
    public init(
        series: SeriesTable, money: MoneyTable, standing: StandingTable, communities: CommunityTable? = nil
    ) {
        self.series = series
        self.money = money
        self.standing = standing
        self.communities =
            communities ?? CommunityTable(scenarios: series.scenarios.count, replicates: series.replicates)
    }

    /// Reads the runs that an archive holds; those that it does not hold are undefined.
    ///
    /// - Parameters:
    ///   - scenarios: ids, in the order in which tables and charts show them.
    ///   - replicates: read replicates 1 to this.
    /// - Throws: ``ArchiveError``: `foreign` where the archive has observables that this program does not know,
    ///   `damaged` where it lacks a scenario or contradicts itself.
    public init(_ archive: Archive, scenarios: [String], replicates: Int) throws(ArchiveError) {
        let inputs = try archive.inputs().scenarios
        var described: [SeriesTable.Scenario] = []
        var communities: [[StandingTable.Community]] = []
        for id in scenarios {
            guard let input = inputs.first(where: { $0.id == id }), let start = YearMonth(input.start) else {
                throw .damaged(path: archive.path, reason: "it does not hold the scenario \(id)")
            }
            communities.append(
                input.communities.enumerated().map { place, id in
                    StandingTable.Community(
                        id: id, name: input.communityNames?[place], type: input.communityTypes?[place],
                        residents: input.communityResidents?[place])
                })
            described.append(.init(id: id, title: input.title, start: start, months: input.months))
        }
        try Self.checkRoom(archive, described, replicates: max(1, replicates))
        var series = SeriesTable(
            scenarios: described, observables: try Self.observables(of: archive), replicates: max(1, replicates))
        var money = MoneyTable(scenarios: scenarios.count)
        var standing = StandingTable(communities: communities, replicates: series.replicates)
        var local = CommunityTable(scenarios: scenarios.count, replicates: series.replicates)
        let keys = CommunityTable.keys.filter(archive.observables.contains)
        for (place, scenario) in described.enumerated() {
            for replicate in 0..<series.replicates {
                guard let run = try archive.run(scenario.id, replicate + 1) else { continue }
                try series.record(run, scenario: place, replicate: replicate, path: archive.path)
                money.add(run.money, scenario: place)
                guard standing.record(run.standing, scenario: place, replicate: replicate) else {
                    throw .damaged(
                        path: archive.path, reason: "run \(run.replicate) of \(run.scenario) is of other communities")
                }
                guard keys == CommunityTable.keys else { continue }
                for moment in CommunityTable.Moment.allCases {
                    let means = try archive.communityMeans(
                        of: keys, scenario: scenario.id, replicate: replicate + 1,
                        months: moment.months(of: scenario.months))
                    local.record(means, scenario: place, replicate: replicate, moment: moment)
                }
            }
        }
        self.series = series
        self.money = money
        self.standing = standing
        self.communities = local
    }

    /// Numbers of a table that takes a gibibyte.
    private static let most = 1 << 27

    /// Refuses tables that would be far larger than what is kept, as a wrong number of replicates would have them.
    private static func checkRoom(
        _ archive: Archive, _ scenarios: [SeriesTable.Scenario], replicates: Int
    ) throws(ArchiveError) {
        let months = scenarios.map(\.months).max() ?? 0
        let (runs, isTooMany) = replicates.multipliedReportingOverflow(by: scenarios.count)
        guard !isTooMany else {
            throw .damaged(path: archive.path, reason: "its manifest tells of \(replicates) replicates")
        }
        // Each of them at most some thousands.
        let width = max(1, months * archive.observables.count)
        guard runs > most / width, try archive.runCount() < runs / 2 else { return }
        throw .damaged(
            path: archive.path, reason: "its manifest tells of \(runs) runs, and \(try archive.runCount()) are kept")
    }

    private static func observables(of archive: Archive) throws(ArchiveError) -> [Observable] {
        var known: [Observable] = []
        for key in archive.observables {
            guard let observable = Observable.all.first(where: { $0.key == key }) else {
                throw .foreign(path: archive.path, reason: "it holds an observable that this program lacks, \(key)")
            }
            known.append(observable)
        }
        return known
    }
}

extension SeriesTable {
    fileprivate mutating func record(
        _ run: RunRecord, scenario: Int, replicate: Int, path: String
    ) throws(ArchiveError) {
        let width = observables.count
        guard run.world.count == run.months * width else {
            throw .damaged(path: path, reason: "run \(run.replicate) of \(run.scenario) is not whole")
        }
        for month in 0..<min(run.months, scenarios[scenario].months) {
            for place in 0..<width {
                self[scenario: scenario, replicate: replicate, month: month + 1, observable: place] =
                    run.world[month * width + place]
            }
        }
    }
}
