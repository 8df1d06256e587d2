/// All scenarios of a table side by side: their level in each measure, what they change against the baseline, and what of
/// the gain in participation is left at the end.
///
/// Differences are compared many at a time, so each comes with its 95 % interval, taken alone, and with a p-value adjusted
/// by Holm's method over all differences of the overview.
public struct Overview: Sendable {
    /// The month of the levels: the last in which the upper level attends, else the last that all scenarios have.
    public let month: Int
    /// The last month that all scenarios have.
    public let end: Int
    /// Whether attention moves on after ``month``, so that persistence can be told.
    public let attentionMovesOn: Bool
    public let measures: [OverviewMeasure]
    /// The baseline, then the others in the table's order.
    public let rows: [Row]

    /// Differences that were tested, those without an interval left out.
    public var comparisons: Int { rows.reduce(0) { $0 + $1.changes.count { $0.adjusted != nil } } }

    /// A scenario in the overview.
    public struct Row: Sendable {
        /// Its place in the table.
        public let scenario: Int
        /// By measure.
        public let levels: [Estimate]
        /// Against the baseline, by measure; none for the baseline itself.
        public let changes: [Change]
        /// Of ``OverviewMeasure/lasting``; nil for the baseline, and where attention does not move on.
        public let persistence: Persistence?
    }

    /// What a scenario changes in one measure.
    public struct Change: Sendable {
        public let paired: PairedDifference
        /// The p-value of the difference, adjusted over the whole overview; nil where there is no interval.
        public let adjusted: Double?

        /// Whether the difference is clear when taken together with all others.
        public var isClearTogether: Bool { adjusted.map { $0 <= 1 - Estimate.usualConfidence } ?? false }
    }

    /// - Parameters:
    ///   - baseline: its place in the table.
    ///   - attentionUntil: the last month in which the upper level attends; nil (or a month that is not before the
    ///     end) if it always does.
    public init(_ table: SeriesTable, baseline: Int, attentionUntil: Int? = nil) {
        let end = table.scenarios.map(\.months).min() ?? 0
        let moment = attentionUntil.flatMap { $0 < end ? $0 : nil }
        let month = moment ?? end
        let measures = OverviewMeasure.all.filter { measure in
            measure.sources.allSatisfy { table.index(ofObservable: $0) != nil }
        }
        let order = [baseline] + table.scenarios.indices.filter { $0 != baseline }
        let samples = order.map { scenario in
            measures.map { measure in
                (0..<table.replicates).map {
                    measure.value(in: table, scenario: scenario, replicate: $0, month: month)
                }
            }
        }
        let paired = samples.dropFirst().map { other in
            zip(samples[0], other).map { PairedDifference(baseline: $0, other: $1) }
        }
        let adjusted = Holm.adjusted(paired.flatMap { $0.map(\.difference.probabilityUnderZero) })
        let lasting = moment == nil ? nil : table.index(ofObservable: OverviewMeasure.lasting)
        rows = order.enumerated().map { place, scenario in
            let changes =
                place == 0
                ? []
                : paired[place - 1].enumerated().map { column, paired in
                    Change(paired: paired, adjusted: adjusted[(place - 1) * measures.count + column])
                }
            let contrast = PairedContrast(table, baseline: baseline, other: scenario)
            return Row(
                scenario: scenario, levels: samples[place].map { Estimate(of: $0) }, changes: changes,
                persistence: place == 0
                    ? nil : lasting.map { Persistence(contrast, observable: $0, from: month, to: end) })
        }
        self.end = end
        self.month = month
        attentionMovesOn = moment != nil
        self.measures = measures
    }
}
