extension SeriesTable {
    /// Mean and interval over the replicates of a scenario in one month.
    public func estimate(
        scenario: Int, month: Int, observable: Int, confidence: Double = Estimate.usualConfidence
    ) -> Estimate {
        Estimate(of: sample(scenario: scenario, month: month, observable: observable), confidence: confidence)
    }

    /// Mean and interval of every month of a scenario, from month 1.
    public func estimates(
        scenario: Int, observable: Int, confidence: Double = Estimate.usualConfidence
    ) -> [Estimate] {
        (0..<scenarios[scenario].months).map {
            estimate(scenario: scenario, month: $0 + 1, observable: observable, confidence: confidence)
        }
    }

    /// Months in which both scenarios run.
    public func commonMonths(_ a: Int, _ b: Int) -> Int { min(scenarios[a].months, scenarios[b].months) }
}

/// Months that stand for a run in tables: after one, two and three years, and at the end.
public func summaryMonths(of months: Int, wanted: [Int] = [12, 24, 36]) -> [Int] {
    guard months > 0 else { return [] }
    return wanted.filter { $0 >= 1 && $0 < months }.sorted() + [months]
}
