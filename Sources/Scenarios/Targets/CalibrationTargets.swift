public import Governance

/// What runs should show: patterns known from outside the model, and the behavioural parameters that may move for them.
public struct CalibrationTargets: Sendable {
    public var id: String
    public var title: Text
    public var summary: Text
    /// The literature and records it rests on.
    public var sources: [String]
    /// Keys of the behavioural parameters that are sampled over their declared ranges; the others keep their defaults.
    public var parameters: [String]
    public var runs: [Run]
    public var patterns: [Pattern]
    /// The file's bytes.
    public var files: [ScenarioFile] = []

    public init(
        id: String, title: Text, summary: Text, sources: [String], parameters: [String], runs: [Run],
        patterns: [Pattern]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.sources = sources
        self.parameters = parameters
        self.runs = runs
        self.patterns = patterns
    }

    /// A scenario that is lived with every set of parameters.
    public struct Run: Sendable, Equatable {
        public var id = ""
        /// Paths of the scenario's and the place's file, as they stand in relation to the targets' file.
        public var scenario = ""
        public var place: String?
        public var months = 1

        public init() {}
    }

    /// A number that runs should show: the mean of an observable over months of a run, that less the same of another run, or
    /// that divided by it.
    public struct Pattern: Sendable, Equatable {
        public var id = ""
        public var meaning = Text(en: "", zh: "")
        public var run = ""
        public var observable = ""
        /// Months of the run, from 1, over which the mean is taken.
        public var from = 1
        public var until = 1
        /// Another run, with which it is compared, and how.
        public var against: String?
        public var comparison = Comparison.difference
        /// Where the number should lie.
        public var low = 0.0
        public var high = 0.0
        /// How far outside counts as a distance of 1.
        public var scale = 1.0

        public init() {}

        /// How far a number is from where it should lie: 0 inside, else in units of the scale.
        public func distance(of value: Double) -> Double { max(0, low - value, value - high) / scale }
    }

    /// How two runs are compared.
    public enum Comparison: String, Named {
        case difference, ratio

        public var label: Text {
            switch self {
            case .difference: Text(en: "difference", zh: "差值")
            case .ratio: Text(en: "ratio", zh: "比值")
            }
        }
    }

    /// How far a set of patterns' values is from the targets: the root of the mean of the squared distances; NaN where a value
    /// is none.
    public func distance(of values: [Double]) -> Double {
        let squares = zip(patterns, values).map { pattern, value in
            value.isNaN ? Double.nan : pattern.distance(of: value) * pattern.distance(of: value)
        }
        return (squares.reduce(0, +) / Double(max(1, squares.count))).squareRoot()
    }
}
