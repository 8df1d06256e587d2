/// Who sits on a jury, from each community (Lu: committee, coordinators, residents).
public struct JuryTerms: Sendable, Equatable {
    /// Committee workers.
    public var committee: Int
    /// Workers of social organisations, if there are any.
    public var coordinators: Int
    /// Residents, where these have a say in what is funded.
    public var residents: Int

    public init(committee: Int, coordinators: Int, residents: Int) {
        self.committee = committee
        self.coordinators = coordinators
        self.residents = residents
    }
}

/// How residents' ballots decide (participatory budgeting).
public struct BallotTerms: Sendable, Equatable {
    public var counting: Counting
    public var electorate: Electorate
    /// Residents of a community who come to the meeting, where the electorate is one.
    public var delegates: Int

    public init(counting: Counting, electorate: Electorate, delegates: Int = 0) {
        self.counting = counting
        self.electorate = electorate
        self.delegates = delegates
    }

    /// What makes funded projects of ballots.
    public enum Counting: String, Named {
        case greedy, phragmen, equalShares

        public var label: Text {
            switch self {
            case .greedy: Text(en: "most votes first", zh: "得票优先")
            case .phragmen: Text(en: "Phragmén's sequential rule", zh: "弗拉格门顺序规则")
            case .equalShares: Text(en: "method of equal shares", zh: "等额份额法")
            }
        }
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
