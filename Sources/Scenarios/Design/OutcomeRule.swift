import Governance

/// Which cases are of interest, in words such as `need.mean at month 36 > 0.4 and trust.committee at end < quantile(0.25)`.
///
/// What is measured is named as it is; of runs a month can be told: `at month 36`, `in months 25 to 36` (the mean), `at end` (the
/// last month kept, also where nothing is said). `quantile(p)` is the value below which the share p of all cases lies, of what was
/// named before it or of what is named inside: `quantile(need.mean at end, 0.9)`. All else is as in a design's constraints:
/// comparisons (chained as in `0.1 < x <= 0.2`) of sums, products, `min`, `max` and `abs`, joined by `and`, `or`, `not`.
public struct OutcomeRule: Sendable {
    public let text: String
    /// What must be known of a case, in the order of ``holds(_:)``.
    public let measures: [Measure]
    private let rule: Expression

    /// A number of each case, or a quantile of it over all cases.
    public struct Measure: Sendable, Equatable {
        public var name: String
        /// Nil for the end, and where there are no months.
        public var months: ClosedRange<Int>?
        /// The share of cases that lie below; nil for the number itself.
        public var quantile: Double?

        init(name: String, months: ClosedRange<Int>?) {
            self.name = name
            self.months = months
        }
    }

    /// - Parameters:
    ///   - names: what can be measured.
    ///   - hasMonths: whether that is known month by month.
    ///   - option: where the text was given, for faults.
    /// - Throws: what is wrong with the text, and where.
    public init(_ text: String, names: [String], hasMonths: Bool, option: String) throws(ScenarioFaults) {
        self.text = text
        var parser = ExpressionParser(text, measuring: names, hasMonths: hasMonths)
        let place = { (column: Int?) in Place(file: option, line: nil, column: column.map { $0 + 1 }) }
        do throws(ExpressionError) {
            rule = try parser.rule()
        } catch {
            throw ScenarioFaults(faults: [
                ScenarioFault(
                    place(error.column), "", found: error.found, expected: error.expected, nearest: error.nearest)
            ])
        }
        measures = parser.measures
        guard measures.contains(where: { $0.quantile == nil }) else {
            throw ScenarioFaults(faults: [
                ScenarioFault(
                    place(nil), "", found: Text(en: "nothing measured", zh: "没有指标"),
                    expected: Text(en: "a comparison of something measured", zh: "对某个指标的比较"))
            ])
        }
    }

    /// Whether a case is of interest; `values` are in the order of ``measures``.
    public func holds(_ values: [Double]) -> Bool {
        rule.value(values.map { .number($0) }) == .truth(true)
    }

    /// Which cases are of interest; by case, then by measure, where those of quantiles are overlooked.
    ///
    /// - Parameter quantile: of a column of values, at a share.
    public func verdicts(_ cases: [[Double]], quantile: ([Double], Double) -> Double) -> [Bool] {
        var fixed: [Int: Double] = [:]
        for (place, measure) in measures.enumerated() {
            if let share = measure.quantile { fixed[place] = quantile(cases.map { $0[place] }, share) }
        }
        return cases.map { row in holds(row.enumerated().map { fixed[$0] ?? $1 }) }
    }
}
