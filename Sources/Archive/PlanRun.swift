/// What one run of a plan gave.
public struct PlanRun: Sendable, Codable, Equatable {
    /// By goal: the mean of its observable; of a cost yuan a year. Nil where it has no value.
    public var goals: [Double?]
    /// By goal that is to last: the same while attention lasts; nil for the others.
    public var before: [Double?]
    /// Yuan by year of the plan, by what it was paid for.
    public var years: [[String: Double]]

    public init(goals: [Double?], before: [Double?], years: [[String: Double]]) {
        self.goals = goals
        self.before = before
        self.years = years
    }

    /// Yuan by year of the plan.
    public var costs: [Double] {
        // Summed in a fixed order, since the last digits hang on it.
        years.map { year in year.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
    }
}
