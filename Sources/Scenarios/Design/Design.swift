public import Governance

/// A design that was read and found right: scenarios, what is varied in them and how, and what is kept of the runs.
public struct Design: Sendable {
    public var id = ""
    public var title = Text(en: "", zh: "")
    public var summary = Text(en: "", zh: "")
    /// The words by which a design that varies behavioural parameters declares itself experimental.
    public var experimental: String?
    public var subjects: [Subject] = []
    /// Changes that hold at every point.
    public var changes: [ScenarioChange] = []
    public var factors: [Factor] = []
    public var constraints: [Constraint] = []
    public var sampling = Sampling.factorial
    /// Runs of each scenario at each point.
    public var replicates = 1
    public var seed: UInt64 = 1
    /// Whether each point has draws of its own; else replicate r of every point and scenario has the same.
    public var ownDraws = false
    public var keeping = Keeping()
    /// Keys of the observables whose precision is told while the sweep goes on.
    public var watched = ["participation.rung1plus", "participation.rung3plus", "need.mean", "trust.committee"]
    /// The files read: its own first, then those that it extends, and the file of points.
    public var files: [ScenarioFile] = []

    public init() {}

    /// A scenario that is run at every point.
    public struct Subject: Sendable, Equatable {
        /// Its name in the results, where it is not to be the scenario's own id.
        public var id: String?
        /// Paths as they stand in relation to the design's file, or ids in the library.
        public var scenario = ""
        public var place: String?

        public init() {}
    }

    /// How points are laid.
    public enum Sampling: Sendable, Equatable {
        /// Every level of every factor with every other.
        case factorial
        case latinHypercube(points: Int)
        case sobol(points: Int)
        case morris(trajectories: Int, levels: Int)
        case saltelli(base: Int, secondOrder: Bool)
        /// As a file lists them, a value for each factor.
        case listed([[LeverValue]])

        /// Its name in files.
        public var name: String {
            switch self {
            case .factorial: "factorial"
            case .latinHypercube: "latinHypercube"
            case .sobol: "sobol"
            case .morris: "morris"
            case .saltelli: "saltelli"
            case .listed: "points"
            }
        }
    }

    /// What is kept of each run.
    public struct Keeping: Sendable, Equatable {
        public var months = Months.all
        public var money = false
        public var communities = false

        public init() {}
    }

    /// Months of a run whose values are kept.
    public enum Months: Sendable, Equatable {
        case all, final
        /// Counted from 1, rising.
        case chosen([Int])
    }
}

/// Something that is varied: where it stands in a scenario, and what values it takes.
public struct Factor: Sendable {
    /// The heading of its column, and its name in constraints.
    public var id = ""
    /// The path of the value, as `--set` has it.
    public var key = ""
    public var space = Space.range(0...1, isLogarithmic: false)
    /// Decimals to which numbers are rounded; nil where they are not.
    public var decimals: Int?
    /// How many values a full factorial takes of a range or a distribution.
    public var levels: Int?
    /// Where it stands in the design's file.
    var place = Place(file: "")

    public init() {}

    /// The values that a factor takes.
    public enum Space: Sendable, Equatable {
        case listed([LeverValue])
        case range(ClosedRange<Double>, isLogarithmic: Bool)
        case distribution(Spread)
    }

    /// A distribution of numbers; `within` cuts it off.
    public enum Spread: Sendable, Equatable {
        case uniform(ClosedRange<Double>)
        case normal(mean: Double, sd: Double, within: ClosedRange<Double>?)
        case lognormal(median: Double, logSd: Double, within: ClosedRange<Double>?)
        case triangular(low: Double, mode: Double, high: Double)
        /// Whole numbers, each equally likely.
        case integers(ClosedRange<Int>)

        /// Whether its values lie between two ends.
        public var isBounded: Bool {
            switch self {
            case .normal(_, _, let within), .lognormal(_, _, let within): within != nil
            case .uniform, .triangular, .integers: true
            }
        }
    }

    /// The change that gives it a value in a scenario.
    ///
    /// - Parameter path: what the key stands under; nothing where it is the whole scenario's.
    public func change(to value: LeverValue, under path: String = "") -> ScenarioChange {
        ScenarioChange("\(KeyPath.key(path, key))=\(value.text)", place: place)
    }

    /// The parameter or the lever that it sets, if it is one.
    public var parameter: ParameterField? {
        key.hasPrefix("parameters.") ? Parameters.named(String(key.dropFirst("parameters.".count))) : nil
    }
    public var lever: Lever? {
        key.hasPrefix("institutions.") ? Lever.named(String(key.dropFirst("institutions.".count))) : nil
    }

    public var unit: String? { parameter?.unit ?? lever?.unit }
    public var meaning: Text? { parameter?.meaning ?? lever?.meaning }

    /// The values that the registry declares for it: nil where it is neither a parameter nor a lever.
    var declared: Space? {
        if let parameter { return .range(parameter.range, isLogarithmic: false) }
        switch lever?.kind {
        case .number(let range, _)?: return .range(range, isLogarithmic: false)
        case .flag?: return .listed([.flag(false), .flag(true)])
        case .choice(let names, _, _)?: return .listed(names.map(LeverValue.choice))
        case nil: return nil
        }
    }
}

extension LeverValue {
    /// As files write it.
    public var text: String {
        switch self {
        case .number(let value): NumberText.plain(value)
        case .flag(let value): "\(value)"
        case .choice(let name): name
        }
    }

    /// A value as it stands in a list or a file of points.
    init(text: String) {
        if let number = NumberText.double(text) {
            self = .number(number)
        } else if text == "true" || text == "false" {
            self = .flag(text == "true")
        } else {
            self = .choice(text)
        }
    }
}
