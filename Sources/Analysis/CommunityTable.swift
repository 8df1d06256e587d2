/// What was recorded by community at the beginning and at the end of runs: means over a year, by scenario and replicate.
public struct CommunityTable: Sendable {
    /// Keys of the observables that are read.
    public static let keys = ["need.mean", "participation.rung2plus", "trust.committee"]

    /// A year of a run.
    public enum Moment: String, CaseIterable, Sendable {
        case beginning, end

        /// Its months in a run of so many; all of a run that is shorter than a year.
        public func months(of length: Int) -> ClosedRange<Int> {
            switch self {
            case .beginning: 1...max(1, min(12, length))
            case .end: max(1, length - 11)...max(1, length)
            }
        }
    }

    /// By scenario, replicate and moment: community after community, a number for each key; empty where it is not known.
    private var values: [[[Moment: [[Double]]]]]

    /// A table in which nothing is recorded yet.
    public init(scenarios: Int, replicates: Int) {
        values = Array(repeating: Array(repeating: [:], count: replicates), count: scenarios)
    }

    /// Records one moment of one run: communities in the order of their ids, a number for each key.
    public mutating func record(_ means: [[Double]], scenario: Int, replicate: Int, moment: Moment) {
        values[scenario][replicate][moment] = means.isEmpty ? nil : means
    }

    /// A key of a community in each replicate; NaN where it is not known.
    public func sample(scenario: Int, community: Int, key: Int, moment: Moment) -> [Double] {
        values[scenario].map { run in
            guard let means = run[moment], means.indices.contains(community) else { return .nan }
            return means[community][key]
        }
    }

    /// Whether anything is known of the scenario.
    public func tells(of scenario: Int) -> Bool { values[scenario].contains { !$0.isEmpty } }
}
