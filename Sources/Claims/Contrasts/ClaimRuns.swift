public import Analysis
public import Archive
import Governance
import Scenarios

/// What the runs of one claim's worlds recorded, as far as the claim asks.
public struct ClaimRuns: Sendable {
    public let claim: PlannedClaim
    /// Scenarios by place, and in each place by arm.
    public let series: SeriesTable

    /// Reads the runs that an archive holds; those that it does not hold are undefined.
    ///
    /// - Throws: ``ArchiveError``.
    public init(
        _ claim: PlannedClaim, of plan: ClaimPlan, in archive: Archive, replicates: Int
    ) throws(ArchiveError) {
        self.claim = claim
        let wanted = Set(claim.claim.metrics.flatMap(\.quantities).flatMap(\.observables) + Claim.compared)
        let observables = Observable.all.filter { wanted.contains($0.key) }
        let columns = observables.map { archive.observables.firstIndex(of: $0.key) ?? 0 }
        let worlds = claim.worlds.flatMap(\.self).map { plan.worlds[$0] }
        let names = claim.worlds.flatMap { _ in claim.claim.arms }
        var series = SeriesTable(
            scenarios: zip(worlds, names).map { world, arm in
                SeriesTable.Scenario(
                    id: world.id, title: arm.name, start: world.specification.start, months: world.specification.months)
            }, observables: observables, replicates: replicates)
        let width = archive.observables.count
        for (place, world) in worlds.enumerated() {
            for replicate in 0..<replicates {
                guard let run = try archive.run(world.id, replicate + 1) else { continue }
                for month in 0..<run.months {
                    let row = columns.map { run.world[month * width + $0] }
                    // As many numbers as the table has observables.
                    try? series.record(row, scenario: place, replicate: replicate, month: month + 1)
                }
            }
        }
        self.series = series
    }

    /// Runs that were recorded by others, scenarios by place and in each place by arm.
    init(_ claim: PlannedClaim, series: SeriesTable) {
        self.claim = claim
        self.series = series
    }

    /// The scenario of an arm on a place.
    public func scenario(place: Int, arm: Int) -> Int { place * claim.claim.arms.count + arm }

    /// An observable's months in one run.
    func column(_ observable: String, scenario: Int, replicate: Int) -> [Double] {
        guard let place = series.index(ofObservable: observable) else { return [] }
        return (1...series.scenarios[scenario].months).map {
            series[scenario: scenario, replicate: replicate, month: $0, observable: place]
        }
    }

    /// A term's quantity by replicate, as a mean over places.
    func sample(of term: Claim.Term, places: [Int]) -> [Double] {
        guard let arm = claim.claim.arms.firstIndex(where: { $0.id == term.arm }) else { return [] }
        return (0..<series.replicates).map { replicate in
            let values = places.map { place in
                term.quantity.value { column($0, scenario: scenario(place: place, arm: arm), replicate: replicate) }
            }
            return values.reduce(0, +) / Double(values.count)
        }
    }
}

extension Claim.Metric {
    /// What it needs of runs.
    var quantities: [Claim.Quantity] { parts.flatMap { $0.terms + $0.per }.map(\.quantity) }
}
