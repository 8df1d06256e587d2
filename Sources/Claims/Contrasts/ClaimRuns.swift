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
        let quantities = claim.claim.metrics.flatMap(\.quantities)
        let wanted = Set(
            quantities.filter { $0.group == nil }.flatMap(\.observables) + Claim.compared + Claim.following)
        let whole = Observable.all.filter { wanted.contains($0.key) }
        var parts: [Claim.Quantity] = []
        for quantity in quantities where quantity.group != nil {
            if !parts.contains(where: { $0.columnKey == quantity.columnKey }) { parts.append(quantity) }
        }
        let worlds = claim.worlds.flatMap(\.self).map { plan.worlds[$0] }
        let places = claim.worlds.indices.flatMap { place in claim.worlds[place].map { _ in place } }
        var series = SeriesTable(
            scenarios: zip(worlds, claim.worlds.flatMap { _ in claim.claim.arms }).map { world, arm in
                SeriesTable.Scenario(
                    id: world.id, title: arm.name, start: world.specification.start, months: world.specification.months)
            }, observables: whole + parts.compactMap(\.groupObservable), replicates: replicates)
        func column(_ key: String) -> Int { archive.observables.firstIndex(of: key) ?? 0 }
        let (columns, width) = (whole.map { column($0.key) }, archive.observables.count)
        for (number, world) in worlds.enumerated() {
            let means = parts.map { part in
                (column(part.observable), claim.weights(of: part.group ?? "", place: places[number], in: world))
            }
            let count = world.specification.people.communities.count
            for replicate in 0..<replicates {
                guard let run = try archive.run(world.id, replicate + 1, communities: !parts.isEmpty) else { continue }
                for month in 0..<run.months {
                    let row = columns.map { run.world[month * width + $0] }
                    let grouped = means.map { column, weights in
                        weights.reduce(0) { $0 + $1.value * run.communities[(month * count + $1.key) * width + column] }
                            / weights.values.reduce(0, +)
                    }
                    // As many numbers as the table has observables.
                    try? series.record(row + grouped, scenario: number, replicate: replicate, month: month + 1)
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
                term.quantity.value {
                    column(term.quantity.key(of: $0), scenario: scenario(place: place, arm: arm), replicate: replicate)
                }
            }
            return values.reduce(0, +) / Double(values.count)
        }
    }
}

extension Claim.Quantity {
    /// The name of an observable's column: with the group where it is one's.
    func key(of observable: String) -> String { observable + (group.map { "@" + $0 } ?? "") }

    var columnKey: String { key(of: observable) }

    /// The observable as that of a group.
    var groupObservable: Observable? {
        guard let group, let whole = Observable.named(observable) else { return nil }
        return Observable(
            key: columnKey, unit: whole.unit,
            meaning: Text(en: "\(whole.meaning.en) (\(group))", zh: "\(whole.meaning.zh)（\(group)）"),
            formula: whole.formula, range: whole.range)
    }
}

extension Claim.Metric {
    /// What it needs of runs.
    var quantities: [Claim.Quantity] { parts.flatMap { $0.terms + $0.per }.map(\.quantity) }
}
