public import Governance

/// A lesson of the studio: a question, what to try, what to see, and the claim behind it.
public struct Lesson: Sendable, Equatable {
    public var id = ""
    /// Its place among the lessons, and how long it takes.
    public var order = 1000
    public var minutes: Int?
    public var title = Text(en: "", zh: "")
    public var question = Text(en: "", zh: "")
    /// One regime, or two to be compared, and the place that they are put on, by their ids in the library.
    public var regimes: [String] = []
    public var place = ""
    public var months = 120
    /// The part of the place's people that is there, above 0 to 1.
    public var share = 1.0
    public var seed = 1
    public var changes: [Change] = []
    /// Keys of the observables to look at.
    public var watch: [String] = []
    /// What to try, and what is to be seen.
    public var tasks: [Step] = []
    public var see: [Text] = []
    public var explain: Text?
    /// What it does not show.
    public var caution: Text?
    /// Numbers of claims, such as C12.
    public var claims: [String] = []

    public init() {}

    /// Levers that change in a month.
    public struct Change: Sendable, Equatable {
        /// Which of the two regimes, 0 or 1; both where nil.
        public var side: Int?
        /// From 1.
        public var month = 1
        public var levers: [ScheduledEvent.Change] = []
    }
}

extension Lesson {
    /// Something to try, and what the page can do for it at a press.
    public struct Step: Sendable, Equatable {
        public var en = ""
        public var zh = ""
        public var action: Action?

        public init() {}
    }

    /// What the page does: lives the game, goes to a month, lets a future part, colours residents, or shows a panel.
    public struct Action: Sendable, Equatable {
        public enum Kind: String, CaseIterable, Sendable { case run, month, future, colour, panel }

        public var kind = "run"
        public var month: Int?
        public var side: Int?
        public var changes: [Move]?
        public var by: String?
        public var panel: String?

        public init() {}
    }

    /// A lever and the value that it is to have.
    public struct Move: Sendable, Equatable {
        public var lever = ""
        public var value = LeverValue.number(0)

        public init() {}
    }
}

/// What groups of a workshop are to do: a place and a regime to begin with, turns, a budget, and goals to be compared by.
public struct WorkshopTask: Sendable, Equatable {
    public var id = ""
    /// Its place among the tasks.
    public var order = 1000
    public var title = Text(en: "", zh: "")
    public var text = Text(en: "", zh: "")
    public var place = ""
    public var regime = ""
    /// Months in all, and of a turn.
    public var months = 60
    public var turn = 12
    /// Fen that a group may spend in a year of the run; nil where nothing limits it.
    public var budget: Int64?
    /// The part of the place's people that is there, above 0 to 1.
    public var share = 1.0
    public var goals: [Goal] = []
    public var roles: [Role] = []

    public init() {}

    /// An observable by which groups are compared.
    public struct Goal: Sendable, Equatable, Codable {
        public var observable = ""
        public var better = Better.higher

        public init() {}
    }

    public enum Better: String, Named {
        case higher, lower

        public var label: Text {
            switch self {
            case .higher: Text(en: "more is better", zh: "越高越好")
            case .lower: Text(en: "less is better", zh: "越低越好")
            }
        }
    }

    /// Who a group is, and the levers that it may move.
    public struct Role: Sendable, Equatable, Codable {
        public var id = Who.government
        public var levers: [String] = []

        public init() {}
    }

    public enum Who: String, Named {
        case government, committee

        public var label: Text {
            switch self {
            case .government: Text(en: "government", zh: "政府")
            case .committee: Text(en: "residents' committee", zh: "居委会")
            }
        }
    }
}
