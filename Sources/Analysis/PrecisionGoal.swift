/// How precisely a difference in a measure is to be known: `KEY@36=±0.01`, in the unit in which the observable is recorded.
public struct PrecisionGoal: Sendable, Equatable {
    public let measure: Measure
    /// Half the interval's width, above 0.
    public let halfWidth: Double

    public enum Fault: Error, Sendable, Equatable {
        case measure(Measure.Fault)
        case halfWidth(String)
    }

    public init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let number = parts.count > 1 ? parts[1].drop { $0 == "±" || $0 == "+" || $0 == "-" || $0 == " " } : ""
        do throws(Measure.Fault) { measure = try Measure(parts[0]) } catch { throw .measure(error) }
        guard let half = Double(number), half.isFinite, half > 0, !parts[1].hasPrefix("-") else {
            throw .halfWidth(parts.count > 1 ? parts[1] : "")
        }
        halfWidth = half
    }
}

/// How far a goal is reached for one scenario against the baseline.
public struct PrecisionStanding: Sendable, Equatable {
    public let goal: PrecisionGoal
    public let other: String
    /// Replicates of the pilot, all that were lived, and those that the goal takes.
    public let pilot: Int
    public let replicates: Int
    public let needed: Int
    public let difference: Double
    /// Stein's; it covers as stated whatever the number of replicates came to.
    public let interval: ClosedRange<Double>

    public var halfWidth: Double { (interval.upperBound - interval.lowerBound) / 2 }
    public var isReached: Bool { halfWidth <= goal.halfWidth * (1 + 1e-12) }

    /// The goals of every scenario of a table against its baseline; one whose pilot has no two values is left out.
    public static func all(
        _ goals: [PrecisionGoal], in table: SeriesTable, baseline: String, pilot: Int
    ) -> [PrecisionStanding] {
        guard let first = table.index(ofScenario: baseline) else { return [] }
        return goals.flatMap { goal in
            table.scenarios.indices.filter { $0 != first }.compactMap { other in
                let sample = (0..<table.replicates).map { replicate in
                    goal.measure.value(in: table, scenario: other, replicate: replicate)
                        - goal.measure.value(in: table, scenario: first, replicate: replicate)
                }
                let stages = TwoStageInterval(pilot: Array(sample.prefix(pilot)), halfWidth: goal.halfWidth)
                guard let stages, let interval = stages.interval(sample) else { return nil }
                return PrecisionStanding(
                    goal: goal, other: table.scenarios[other].id, pilot: stages.pilot,
                    replicates: sample.count { $0.isFinite }, needed: stages.needed,
                    difference: (interval.lowerBound + interval.upperBound) / 2, interval: interval)
            }
        }
    }
}
