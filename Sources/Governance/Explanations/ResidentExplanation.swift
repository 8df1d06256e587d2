/// One part of a utility: what weighs how much.
public struct Term: Sendable, Equatable, Encodable {
    /// The parameter's or the mechanism's name, stable for programs.
    public let key: String
    public let name: Text
    /// What is weighed, and its weight; nil where the term is one number.
    public let value: Double?
    public let weight: Double?
    /// What it adds to utility.
    public let amount: Double

    init(_ key: String, _ amount: Float, of value: Float? = nil, weight: Float? = nil, _ en: String, _ zh: String) {
        self.key = key
        self.name = Text(en: en, zh: zh)
        self.value = value.map { Double($0) }
        self.weight = weight.map { Double($0) }
        self.amount = Double(amount)
    }
}

/// Why a resident took part in a month as far as it did: every term of its utility, what it was invited to, what others
/// activities would have been worth to it, and which thresholds it reached.
///
/// All numbers are those by which ``Participation`` decided, in its own precision.
public struct ResidentExplanation: Sendable, Equatable, Encodable {
    public let person: Person
    /// The month of the scenario, from 1, and of the calendar.
    public let month: Int
    public let date: String
    /// What does not depend on an offer; the chance of the month comes first.
    public let terms: [Term]
    /// Their sum.
    public let utility: Double
    /// The draw behind the first term.
    public let draw: Draw
    /// What is held this month: the one it was invited to first, then every other sort of activity.
    public let activities: [ActivityWeighed]
    /// What its organisation's work was worth to it, where it is a member.
    public let membership: MembershipWeighed?
    /// What lending the unit of its building a hand was worth to it, where that asked it.
    public let unit: UnitWeighed?
    /// The rungs from 1 up against the utility that decided; empty where it was asked to nothing.
    public let rungs: [RungWeighed]
    /// Last month's rung, and this month's.
    public let before: Int
    public let rung: Int

    /// The invitation that it had, if any.
    public var invited: ActivityWeighed? { activities.first { $0.invitation != nil } }
}

extension ResidentExplanation {
    /// Who a resident is.
    ///
    /// Residents are numbered from 1 through the communities in the order of their ids, building after building. The number
    /// is a dwelling's: on one place, under one seed and replicate, it is the same person under every regime, who moves in
    /// the same month.
    public struct Person: Sendable, Equatable, Encodable {
        public let number: Int
        public let community: String
        public let communityName: Text
        /// From 1.
        public let building: Int
        public let age: AgeGroup
        public let tenure: Tenure
        public let isVulnerable: Bool
        public let isPartyMember: Bool
        public let hasChildren: Bool
        /// The month of the scenario in which it moved in, 0 or less in the burn-in; nil if it was there from the start.
        public let since: Int?
        public let ties: Int
        /// Of these, how many took part last month.
        public let activeTies: Int
        public let skill: Double
        public let leadership: Double
        /// The two parts of `standing`: lasting taste, and the lasting cost of age and tenure.
        public let taste: Double
        public let cost: Double
    }

    /// A number that belongs to the resident and the month, whatever the regime.
    public struct Draw: Sendable, Equatable, Encodable {
        public let stream: String
        /// Months of the run, burn-in included, by which it is addressed.
        public let month: Int
        /// The share of draws below it, 0 to 1.
        public let rank: Double
    }

    /// An activity and what it was, or would have been, worth to the resident.
    public struct ActivityWeighed: Sendable, Equatable, Encodable {
        public let kind: ActivityKind
        public let provider: Provider
        /// How many of them were held.
        public let count: Int
        /// Nil where it was not invited.
        public let invitation: Invitation?
        /// What an invitation adds, or would have added.
        public let terms: [Term]
        public let utility: Double
        /// What utility must reach.
        public let barrier: Double
        public var isReached: Bool { utility >= barrier }
    }

    /// How an invitation came about and what became of it.
    public struct Invitation: Sendable, Equatable, Encodable {
        public enum Route: String, Named {
            case atRandom, byNeed, throughNeighbour

            public var label: Text {
                switch self {
                case .atRandom: Text(en: "at random", zh: "随机")
                case .byNeed: Text(en: "by need", zh: "按需求")
                case .throughNeighbour: Text(en: "through one who took part last month", zh: "经上月参与者")
                }
            }
        }

        public let route: Route
        /// Number of the resident through whom it came; its own where it took part itself.
        public let through: Int?
        /// Its place among the invitations to the activity, from 1, and their number.
        public let place: Int
        public let invited: Int
        public let seats: Int
        public let seatsLeft: Int
        /// Ties invited too who had not declined by then.
        public let company: Int
        public let isBacked: Bool
        public let answer: Answer
    }

    /// What a member's organisation asks of it.
    public struct MembershipWeighed: Sendable, Equatable, Encodable {
        public let organisation: String
        public let domain: Domain
        public let leads: Bool
        public let terms: [Term]
        public let utility: Double
        /// Whether this decided, since it attended nothing.
        public let decides: Bool
    }

    /// What the self-governing unit of its building asks of it.
    public struct UnitWeighed: Sendable, Equatable, Encodable {
        public let terms: [Term]
        public let utility: Double
        /// Whether this decided, since it did nothing else.
        public let decides: Bool
    }

    /// A rung of the ladder.
    public struct RungWeighed: Sendable, Equatable, Encodable {
        public let rung: Int
        public let name: Text
        public let threshold: Double
        public let utility: Double
        public let isOpen: Bool
        public var isReached: Bool { isOpen && utility >= threshold }
    }
}
