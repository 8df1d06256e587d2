public import Archive
import Governance

/// The runs of a sweep as cases: a point of the design with its factors, and what was measured there, as means over the
/// replicates.
public struct SweepCases: Sendable {
    public let table: CaseTable
    /// Numbers of the points.
    public let points: [Int]
    /// By case, then by measure.
    public let values: [[Double]]
    /// Points of the design that have no value of some measure, and are left out.
    public let leftOut: Int

    /// An observable in one month or as a mean over several; nil in the last month kept.
    public struct Measure: Sendable {
        public let observable: String
        public let months: ClosedRange<Int>?

        public init(observable: String, months: ClosedRange<Int>?) {
            self.observable = observable
            self.months = months
        }
    }

    /// - Parameters:
    ///   - scenario: the scenario whose runs are looked at.
    ///   - baseline: another, whose value in the same replicate is taken off.
    /// - Throws: ``ArchiveError``; `foreign` where the archive has no design, or has not kept a month that is asked for.
    public init(
        _ archive: Archive, scenario: String, against baseline: String? = nil, measures: [Measure]
    ) throws(ArchiveError) {
        guard let design = try archive.design() else {
            throw .foreign(path: archive.path, reason: "it holds runs without a design")
        }
        var columns: [[RunAddress: Double]] = []
        for measure in measures {
            let column = try archive.means(of: measure.observable, months: measure.months)
            guard !column.isEmpty else {
                let months =
                    measure.months.map { $0.count == 1 ? "month \($0.lowerBound)" : "months \($0)" } ?? "any month"
                throw .foreign(path: archive.path, reason: "its runs have kept nothing of \(months)")
            }
            columns.append(column)
        }
        var kept: [(point: PointInput, values: [Double])] = []
        for point in design.points {
            let values = columns.map { column in
                Self.mean(
                    (1..<max(1, design.replicates) + 1).compactMap { replicate -> Double? in
                        func value(_ scenario: String) -> Double? {
                            column[RunAddress(scenario: scenario, point: point.number, replicate: replicate)]
                        }
                        guard let baseline else { return value(scenario) }
                        guard let own = value(scenario), let other = value(baseline) else { return nil }
                        return own - other
                    })
            }
            if values.allSatisfy(\.isFinite) { kept.append((point, values)) }
        }
        points = kept.map(\.point.number)
        values = kept.map(\.values)
        leftOut = design.points.count - kept.count
        table = CaseTable(
            design.factors.enumerated().map { place, factor in
                let values = kept.map { $0.point.values[place] }
                let numbers = values.compactMap(\.number)
                return CaseTable.Input(
                    id: factor.id, meaning: factor.meaning, unit: factor.unit,
                    values: numbers.count == values.count ? .numbers(numbers) : .words(values.map(\.text)))
            })
    }

    private static func mean(_ values: [Double]) -> Double {
        let defined = values.filter(\.isFinite)
        return defined.isEmpty ? .nan : defined.reduce(0, +) / Double(defined.count)
    }
}
