public import Archive
public import Governance

/// A number that one run gives: an observable in a month, or its mean over some months.
///
/// Written `KEY` (in the last month of the run), `KEY@36` (in month 36), or `KEY@85-120` (the mean over months 85 to 120 in which it has a
/// value).
public struct Measure: Sendable, Equatable, CustomStringConvertible {
    public let observable: Observable
    /// Months of the run, from 1; nil for the last.
    public let months: ClosedRange<Int>?

    public init(_ observable: Observable, months: ClosedRange<Int>? = nil) {
        self.observable = observable
        self.months = months
    }

    /// Why a text names no measure.
    public enum Fault: Error, Sendable, Equatable {
        case unknown(observable: String)
        case months(String)
    }

    public init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let observable = Observable.named(parts[0]) else { throw .unknown(observable: parts[0]) }
        self.observable = observable
        guard parts.count > 1 else {
            months = nil
            return
        }
        let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first >= 1,
            last >= first
        else { throw .months(parts[1]) }
        months = first...last
    }

    /// As it is written.
    public var description: String {
        guard let months else { return observable.key }
        return observable.key + "@\(months.lowerBound)" + (months.count > 1 ? "-\(months.upperBound)" : "")
    }

    /// Its months in a run of that length; nil where the run ends before the last of them.
    public func months(of length: Int) -> ClosedRange<Int>? {
        guard let months else { return length...length }
        return months.upperBound <= length ? months : nil
    }

    /// The number that a run gives; NaN where it has none, or did not keep the months.
    ///
    /// - Parameter column: the observable's place among the archive's.
    public func value(in run: RunRecord, column: Int, of width: Int) -> Double {
        guard let months = months(of: run.months) else { return .nan }
        let rows = months.map { month in run.kept.firstIndex(of: month) }
        guard rows.allSatisfy({ $0 != nil }) else { return .nan }
        return Self.mean(rows.compactMap { $0.map { run.world[$0 * width + column] } })
    }

    /// The number of a table's run.
    public func value(in table: SeriesTable, scenario: Int, replicate: Int) -> Double {
        guard let place = table.index(ofObservable: observable.key),
            let months = months(of: table.scenarios[scenario].months)
        else { return .nan }
        return Self.mean(
            months.map { table[scenario: scenario, replicate: replicate, month: $0, observable: place] })
    }

    private static func mean(_ values: [Double]) -> Double {
        let defined = values.filter(\.isFinite)
        return defined.isEmpty ? .nan : defined.reduce(0, +) / Double(defined.count)
    }
}
