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
    /// Whether all voters' ballots decide and nothing else does: no opinion, no lot, no office.
    public let isVote: Bool
    /// What can be set.
    public let parameters: [RuleParameter]
    /// Who says so.
    public let source: String

    public init(
        id: String, name: Text, meaning: Text, ballots: [BallotKind] = BallotKind.allCases, isVote: Bool = false,
        parameters: [RuleParameter], source: String
    ) {
        self.id = id
        self.name = name
        self.meaning = meaning
        self.ballots = ballots
        self.isVote = isVote
        self.parameters = parameters
        self.source = source
    }
}

/// One thing that can be set about a rule.
public struct RuleParameter: Sendable, Equatable {
    /// What people type.
    public let id: String
    public let allowed: Allowed
    /// What it is unless told; nil where it must be told.
    public let usual: Text?
    public let meaning: Text

    /// What it may be.
    public enum Allowed: Sendable, Equatable {
        /// One of a closed list.
        case names([String])
        /// A whole number of at least so much.
        case whole(from: Int)
        /// Words of that kind.
        case words(String)
    }

    public init(id: String, allowed: Allowed, usual: Text?, meaning: Text) {
        self.id = id
        self.allowed = allowed
        self.usual = usual
        self.meaning = meaning
    }

    /// The values allowed, as a list or a range.
    public var values: String {
        switch allowed {
        case .names(let names): names.joined(separator: ", ")
        case .whole(let least): "\(least)..."
        case .words(let kind): kind
        }
    }

    /// How much a project that is funded serves those who support it.
    static let satisfaction = RuleParameter(
        id: "satisfaction", allowed: .names(Satisfaction.allCases.map(\.rawValue)),
        usual: Text(en: "by the ballots", zh: "随选票类型"),
        meaning: Text(
            en: "how much a funded project serves a voter who supports it", zh: "获资助的项目给支持者带来多少满意度"))
}

/// An id as scenario files write it: `equal-shares` is `equalShares`.
public func scenarioKey(_ id: String) -> String {
    let words = id.split(separator: "-")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
        $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
}
