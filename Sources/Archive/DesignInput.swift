public import Governance

/// The design of a sweep as it entered: what is varied, and the values of every point.
public struct DesignInput: Sendable, Equatable, Codable {
    public var id: String
    public var title: Text
    /// The file's path as it was given, and SHA-256 of its bytes and of those of the files of points that it names.
    public var file: String
    public var sha256: String
    /// How the points were laid, such as `sobol`.
    public var sampling: String
    /// Points that stand or fall together in an analysis: a trajectory of Morris', a row of Saltelli's base; 1 where each
    /// stands for itself.
    public var block: Int
    public var factors: [FactorInput]
    /// By number, rising from 1; those that break a constraint are not among them, their numbers stay free.
    public var points: [PointInput]
    /// Whether each point has draws of its own; else all share theirs, replicate by replicate.
    public var ownDraws: Bool
    /// Replicates of each scenario at each point.
    public var replicates: Int
    public var keeping: Keeping
    /// Keys of the observables whose precision is told.
    public var watched: [String]

    public init(
        id: String, title: Text, file: String, sha256: String, sampling: String, block: Int = 1,
        factors: [FactorInput], points: [PointInput], ownDraws: Bool = false, replicates: Int,
        keeping: Keeping = Keeping(), watched: [String] = []
    ) {
        self.id = id
        self.title = title
        self.file = file
        self.sha256 = sha256
        self.sampling = sampling
        self.block = block
        self.factors = factors
        self.points = points
        self.ownDraws = ownDraws
        self.replicates = replicates
        self.keeping = keeping
        self.watched = watched
    }
}

/// What is varied between the points of a design.
public struct FactorInput: Sendable, Equatable, Codable {
    /// Its short name: the heading of its column.
    public var id: String
    /// The path of the value that it sets, as `--set` has it.
    public var key: String
    /// Its unit and meaning, where it is a parameter or a lever.
    public var unit: String?
    public var meaning: Text?
    /// The values that it takes, where they are listed.
    public var values: [FactorValue]?
    /// The least and the greatest number that it takes, where it runs over a range or a distribution with ends.
    public var low: Double?
    public var high: Double?

    public init(
        id: String, key: String, unit: String? = nil, meaning: Text? = nil, values: [FactorValue]? = nil,
        low: Double? = nil, high: Double? = nil
    ) {
        self.id = id
        self.key = key
        self.unit = unit
        self.meaning = meaning
        self.values = values
        self.low = low
        self.high = high
    }
}

/// The value of a factor at a point.
public enum FactorValue: Sendable, Hashable, Codable {
    case number(Double)
    /// A choice's name, or `true` or `false`.
    case word(String)

    /// As it stands in files: the shortest text that reads back as the same value.
    public var text: String {
        switch self {
        case .number(let value):
            value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : value.description
        case .word(let word): word
        }
    }

    /// The number; nil for a word.
    public var number: Double? {
        if case .number(let value) = self { value } else { nil }
    }
}

/// One point of a design: a value for every factor.
public struct PointInput: Sendable, Equatable, Codable {
    /// Its address: 1 and up.
    public var number: Int
    /// In the order of the factors.
    public var values: [FactorValue]

    public init(number: Int, values: [FactorValue]) {
        self.number = number
        self.values = values
    }

    /// SHA-256 of what it changes in a scenario: the factors' paths with their values, in order.
    public func hash(_ factors: [FactorInput]) -> String {
        Digest.sha256(of: zip(factors, values).map { "\($0.key)=\($1.text)" }.joined(separator: "\u{0}"))
    }
}
