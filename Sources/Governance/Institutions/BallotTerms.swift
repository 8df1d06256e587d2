public import Allocation

/// How residents' ballots decide (participatory budgeting).
///
/// What counts them is any rule of ``Allocation/RuleRegistry`` in which ballots alone decide, with that rule's settings.
public struct BallotTerms: Sendable, Equatable {
    public var counting: Counting
    /// What is set about the rule that counts; the rest stays as the rule has it.
    public var settings: RuleSettings
    /// How residents are asked.
    public var ballot: BallotKind
    /// Who goes first among equals.
    public var ties: TieBreaking.Convention
    public var electorate: Electorate
    /// Residents of a community who come to the meeting, where the electorate is one.
    public var delegates: Int

    public init(
        counting: Counting, electorate: Electorate, delegates: Int = 0, ballot: BallotKind = .approval,
        settings: RuleSettings = usual, ties: TieBreaking.Convention = .identifier
    ) {
        self.counting = counting
        self.settings = settings
        self.ballot = ballot
        self.ties = ties
        self.electorate = electorate
        self.delegates = delegates
    }

    /// What is set about rules unless told: as they have it, but that a run does not break where a search for the highest welfare
    /// is too long. It then takes the best set found within a million branches, a few hundredths of a second. On elections of a street's size that
    /// set lacks less than a hundred-thousandth of what could be had at most.
    public static let usual = RuleSettings(limit: 1_000_000, takesBestFound: true)

    /// The rule that makes funded projects of ballots: those of the registry in which ballots alone decide.
    public struct Counting: Named {
        /// The rule's id as scenario files write it.
        public let rawValue: String

        public init?(rawValue: String) {
            guard Self.allCases.contains(where: { $0.rawValue == rawValue }) else { return nil }
            self.rawValue = rawValue
        }

        private init(_ rule: RuleDescription) { rawValue = scenarioKey(rule.id) }

        public static let allCases = RuleRegistry.votes.map { Self($0) }
        public static let greedy = Self(UtilitarianGreedy.description)
        public static let costEffectiveness = Self(CostEffectivenessGreedy.description)
        public static let phragmen = Self(SequentialPhragmen.description)
        public static let equalShares = Self(EqualShares.description)
        public static let maximumWelfare = Self(MaximumWelfare.description)

        /// What the registry tells of it.
        public var rule: RuleDescription {
            guard let rule = RuleRegistry.votes.first(where: { scenarioKey($0.id) == rawValue }) else {
                preconditionFailure("\(rawValue) is made of a rule of the registry")
            }
            return rule
        }

        public var label: Text { rule.name }
    }

    /// Who votes.
    public enum Electorate: String, Named {
        case meeting, open

        public var label: Text {
            switch self {
            case .meeting: Text(en: "those at the meeting", zh: "到会居民")
            case .open: Text(en: "every resident, on-line", zh: "全体居民（电子选票）")
            }
        }
    }
}
