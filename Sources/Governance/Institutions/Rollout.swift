/// How a regime comes to communities: to a few pilots first, and later to all others.
///
/// Two groups of communities are the run's own instead of the scenario's: those to whom it has come, and those to whom it has
/// not. What events and fund lines do, they do by these groups, so that who is a pilot can be chosen anew in every run. An
/// event of the first group happens in a community as long after its date as that joined after the pilots.
public struct Rollout: Sendable, Equatable {
    /// The group of those who have joined, and that of those who have not.
    public var group: String
    public var others: String?
    /// The month in which the pilots are chosen and join.
    public var at: YearMonth
    /// How many they are, at least 0.
    public var pilots: Int
    public var choice = PilotChoice.random
    public var signal = Signal()
    /// Among whom they are chosen.
    public var among = CommunitySelection.all
    /// Months after the pilots in which all others join; nil where nobody follows.
    public var expansion: Int?
    /// From then on, staff and contracts of outside organisations are so many times what they were, at least 0.
    public var growth = 1.0
    /// Among how many trainers and attention are shared from then on, instead of among those who have joined: a world that never
    /// was, against which a scale-up is held.
    public var sharers: Int?
    /// The number of the drawing, where pilots are chosen by lot: another one has other draws.
    public var lot = 0

    public init(group: String, others: String? = nil, at: YearMonth, pilots: Int) {
        self.group = group
        self.others = others
        self.at = at
        self.pilots = pilots
    }

    /// Weights of what is seen of communities when the best are taken first; each is standardised over those to choose among.
    public struct Signal: Sendable, Equatable {
        /// Mean leadership of residents.
        public var leadership = 0.0
        /// Mean ties of a resident within the community.
        public var ties = 0.0
        /// Idle public space a resident.
        public var space = 0.0
        /// The committee's facilitation.
        public var facilitation = 0.0

        public init(leadership: Double = 0, ties: Double = 0, space: Double = 0, facilitation: Double = 0) {
            self.leadership = leadership
            self.ties = ties
            self.space = space
            self.facilitation = facilitation
        }

        /// In the order of ``Joining/measures(_:)``.
        var weights: [Double] { [leadership, ties, space, facilitation] }
    }
}

/// How pilots are chosen.
public enum PilotChoice: String, Named {
    /// Each community with the same chance.
    case random
    /// Those with the best signal.
    case best
    /// Those who come forward: the likelier, the nearer the committee stands to residents and the more of them take part.
    case volunteers
    /// Those that the place puts into the group.
    case named

    public var label: Text {
        switch self {
        case .random: Text(en: "by lot", zh: "随机抽取")
        case .best: Text(en: "best first", zh: "择优先行")
        case .volunteers: Text(en: "volunteers", zh: "自愿报名")
        case .named: Text(en: "as the place names them", zh: "按地点指定")
        }
    }
}

/// Whether and when a regime has come to a community.
public struct Arrival: Sendable, Equatable, Codable {
    /// Months after the pilots' start in which it joined; 0 for a pilot, nil where it has not.
    public internal(set) var lag: Int?
    /// Its signal when pilots were chosen, in standard deviations; 0 before.
    public internal(set) var signal = 0.0
}
