/// What a rule is, for help, tables and documentation.
public struct RuleDescription: Sendable, Equatable {
    /// What people type.
    public let id: String
    /// What people read.
    public let name: Text
    /// What it does, in a sentence or two.
    public let meaning: Text
    /// The ballots it can count.
    public let ballots: [BallotKind]
    /// What can be set.
    public let parameters: [RuleParameter]
    /// Who says so.
    public let source: String

    public init(
        id: String, name: Text, meaning: Text, ballots: [BallotKind] = BallotKind.allCases,
        parameters: [RuleParameter], source: String
    ) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.ballots = ballots
        self.parameters = parameters
        self.source = source
    }
}

/// One thing that can be set about a rule.
public struct RuleParameter: Sendable, Equatable {
    /// What people type.
    public let id: String
    /// The values allowed, as a list or a range.
    public let values: String
    /// What it is unless told; nil where it must be told.
    public let usual: Text?
    public let meaning: Text

    public init(id: String, values: String, usual: Text?, meaning: Text) {
        self.id = id
        self.values = values
        self.usual = usual
        self.meaning = meaning
    }

    /// How much a project that is funded serves those who support it.
    static let satisfaction = RuleParameter(
        id: "satisfaction", values: Satisfaction.allCases.map(\.rawValue).joined(separator: ", "),
        usual: Text(en: "by the ballots", zh: "随选票类型"),
        meaning: Text(
            en: "how much a funded project serves a voter who supports it", zh: "获资助的项目给支持者带来多少满意度"))
}
