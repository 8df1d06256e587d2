/// Two scenarios of a table, month by month: what `other` changes against `baseline`.
public struct PairedContrast: Sendable {
    public let table: SeriesTable
    public let baseline: Int
    public let other: Int
    public let confidence: Double
    /// Months in which both run.
    public let months: Int

    public init(
        _ table: SeriesTable, baseline: Int, other: Int, confidence: Double = Estimate.usualConfidence
    ) {
        self.table = table
        self.baseline = baseline
        self.other = other
        self.confidence = confidence
        months = table.commonMonths(baseline, other)
    }

    /// The difference in one month, counted from 1.
    public func difference(observable: Int, month: Int) -> PairedDifference {
        PairedDifference(
            baseline: table.sample(scenario: baseline, month: month, observable: observable),
            other: table.sample(scenario: other, month: month, observable: observable), confidence: confidence)
    }

    /// The differences of all common months, from month 1.
    public func differences(observable: Int) -> [PairedDifference] {
        (0..<months).map { difference(observable: observable, month: $0 + 1) }
    }

    /// Which way a difference points.
    public enum Direction: Sendable, Equatable { case above, below }

    /// From which month on the other scenario stays to one side of the baseline.
    public struct LastingDifference: Sendable, Equatable {
        public let direction: Direction
        /// The first month, from 1.
        public let month: Int

        public init(direction: Direction, month: Int) {
            self.direction = direction
            self.month = month
        }
    }

    /// The first month from which the difference stays on one side with its interval clear of 0, up to the last common
    /// month; nil if it is not so in the last month.
    ///
    /// A month without an interval breaks the row. The intervals are of single months, not of all months at once.
    public func lastingDifference(observable: Int) -> LastingDifference? {
        Self.lastingDifference(in: differences(observable: observable).map(\.difference))
    }

    /// The same, from the differences of all common months.
    public static func lastingDifference(in months: [Estimate]) -> LastingDifference? {
        guard let last = months.last, last.excludesZero else { return nil }
        let direction: Direction = last.isAboveZero ? .above : .below
        let stays = months.reversed().prefix { direction == .above ? $0.isAboveZero : $0.isBelowZero }
        return LastingDifference(direction: direction, month: months.count - stays.count + 1)
    }
}
