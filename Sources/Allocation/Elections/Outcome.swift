/// What a rule funded, in the order it funded it.
public struct Outcome: Sendable, Equatable {
    /// One project receiving money.
    public struct Step: Sendable, Equatable {
        /// Its place in the list of projects the rule was given, from 0.
        public var project: Int
        /// Its id.
        public var id: String
        /// What it receives, in the smallest unit of money: its cost, unless the rule funds in part.
        public var amount: Int64
        /// The number that put it here, of the kind ``Outcome/scoreMeaning`` tells. For explanation only: rules compare
        /// exact numbers, this is the nearest `Double`.
        public var score: Double

        /// A step.
        public init(project: Int, id: String, amount: Int64, score: Double) {
            self.project = project
            self.id = id
            self.amount = amount
            self.score = score
        }
    }

    /// A choice that the rule left open, and the tie-breaking convention made.
    public struct Tie: Sendable, Equatable {
        /// The place in ``Outcome/steps`` of the project that was preferred.
        public var step: Int
        /// The others that had as good a claim at that moment, by their place in the list of projects, ascending.
        public var others: [Int]

        /// A tie.
        public init(step: Int, others: [Int]) {
            self.step = step
            self.others = others
        }
    }

    /// What there was to give, in the smallest unit of money.
    public var budget: Budget
    /// Who received what, in order.
    public var steps: [Step]
    /// What ``Step/score`` is, as a phrase for a table's head ("votes", "share of votes and opinion").
    public var scoreMeaning: Text
    /// Where several projects had exactly equal claims; empty if the rule alone decided everything.
    public var ties: [Tie]

    /// An outcome of a budget.
    public init(budget: Budget, steps: [Step], scoreMeaning: Text, ties: [Tie] = []) {
        self.budget = budget
        self.steps = steps
        self.scoreMeaning = scoreMeaning
        self.ties = ties
    }

    /// What the projects receive together.
    public var spent: Int64 { steps.reduce(0) { $0 + $1.amount } }

    /// What remains of the budget.
    public var leftOver: Int64 { budget - spent }

    /// The ids funded, in the order of funding.
    public var funded: [String] { steps.map(\.id) }
}
