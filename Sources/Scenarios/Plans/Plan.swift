public import Governance

/// A plan that is to be found: on which place and beginning when, what may be decided, what it may cost, and what it is for.
public struct Plan: Sendable {
    public var id = ""
    public var title = Text(en: "", zh: "")
    public var summary = Text(en: "", zh: "")
    /// How the place is governed before; and what plans are compared with, for it goes on where there is none.
    public var scenario = ""
    public var place: String?
    /// Changes of the scenario that hold for everything, as `--set` has them.
    public var changes: [ScenarioChange] = []
    /// Months of the run, and the first that a plan may have different, from 1.
    public var months = 120
    public var from = 1
    /// The last month in which the upper level attends; nil where it always does.
    public var attentionUntil: Int?
    /// What every plan does, as a branch has it.
    var measures = Tree(content: .mapping([]), place: Place(file: ""))
    public var levers: [Lever] = []
    public var constraints: [Constraint] = []
    public var budget = Budget()
    public var goals: [Goal] = []
    public var search = Search()
    public var check = Check()
    public var files: [ScenarioFile] = []

    public init() {}

    /// Something that may be decided.
    public struct Lever: Sendable {
        public var id = ""
        public var name = Text(en: "", zh: "")
        public var kind = Kind.options([])

        public enum Kind: Sendable {
            /// A value at one place of the scenario.
            case factor(Factor)
            /// One of several parcels of measures.
            case options([Option])
        }
    }

    /// One of several things that may be done.
    public struct Option: Sendable {
        public var id = ""
        public var name = Text(en: "", zh: "")
        var measures = Tree(content: .mapping([]), place: Place(file: ""))
    }

    /// What plans may cost, by the ledger.
    public struct Budget: Sendable, Equatable {
        /// Yuan in each year of a plan.
        public var yearly = 0.0
        /// The outside accounts whose money it is; what flows back to them is taken off.
        public var payers: [String] = Account.payers
        /// Purposes that are paid in any case and do not count.
        public var except: [Purpose] = [.wages, .publicService]

        public init() {}
    }

    /// What a plan is for.
    public struct Goal: Sendable, Equatable {
        public var id = ""
        public var name = Text(en: "", zh: "")
        public var kind = Kind.cost
        /// Whether less is better.
        public var isLess = true
        /// The least change from what would be without a plan that counts as keeping the goal.
        public var smallest = 0.0

        public init() {}

        public enum Kind: Sendable, Equatable {
            /// Yuan a year.
            case cost
            /// The mean of an observable over months of the run.
            case level(observable: String, months: ClosedRange<Int>)
            /// The same long after, of which the part is told that is left of the gain in `before`.
            case lasting(observable: String, months: ClosedRange<Int>, before: ClosedRange<Int>)
        }

        public var observable: String? {
            switch kind {
            case .cost: nil
            case .level(let observable, _), .lasting(let observable, _, _): observable
            }
        }

        public var months: ClosedRange<Int>? {
            switch kind {
            case .cost: nil
            case .level(_, let months), .lasting(_, let months, _): months
            }
        }

        public var before: ClosedRange<Int>? {
            if case .lasting(_, _, let before) = kind { before } else { nil }
        }

        public var unit: String { observable.flatMap(Observable.named)?.unit ?? "yuan" }
    }

    /// How long is searched.
    public struct Search: Sendable, Equatable {
        public var population = 32
        public var generations = 20
        /// Runs of a plan, which share their draws with those of every other.
        public var replicates = 2
        public var seed: UInt64 = 1

        public init() {}
    }

    /// How what was found is checked.
    public struct Check: Sendable, Equatable {
        /// Plans that are lived again at most.
        public var plans = 10
        /// Runs of each under draws that the search has not seen.
        public var replicates = 10
        /// Sets of behavioural parameters, over their declared ranges, under which each is lived; 0 for none.
        public var sets = 40
        /// Runs in each set.
        public var setReplicates = 1

        public init() {}
    }
}

// MARK: Values

extension Plan.Lever {
    /// The values that it can take, for a search: numbers that stand for them.
    public enum Domain: Sendable, Equatable {
        /// A coordinate of the unit interval.
        case continuous
        /// 0 ..< count, in order.
        case steps(Int)
        /// 0 ..< count, in none.
        case options(Int)
    }

    /// A value of it.
    public enum Value: Sendable, Equatable {
        case value(LeverValue)
        /// The place of an option.
        case option(Int)
    }

    public var domain: Domain {
        switch kind {
        case .options(let options): return .options(options.count)
        case .factor(let factor):
            switch factor.space {
            case .listed(let values):
                let isOrdered = values.allSatisfy { if case .number = $0 { true } else { false } }
                return isOrdered ? .steps(values.count) : .options(values.count)
            case .range, .distribution: return grid(of: factor).map { .steps($0.count) } ?? .continuous
            }
        }
    }

    /// Values that rounding leaves of an even range, where they are no more than a thousand.
    private func grid(of factor: Factor) -> [Double]? {
        switch factor.space {
        case .range(let range, isLogarithmic: false):
            guard let decimals = factor.decimals else { return nil }
            let unit = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
            let (low, high) = ((range.lowerBound * unit).rounded(.up), (range.upperBound * unit).rounded(.down))
            // Beyond 2^53 not every whole number is one of a Double's.
            guard high - low <= 1000, high >= low, max(-low, high) < 0x1p53 else { return nil }
            return (Int(low)...Int(high)).map { Double($0) / unit }
        case .distribution(.integers(let range)) where range.count <= 1001: return range.map(Double.init)
        default: return nil
        }
    }

    /// The value that a number of a search stands for.
    ///
    /// - Parameter quantile: the value of a factor at a coordinate of the unit interval.
    public func value(
        _ number: Double, quantile: (Factor, Double) -> LeverValue
    ) -> Value {
        switch kind {
        case .options: return .option(Int(number))
        case .factor(let factor):
            if case .listed(let values) = factor.space { return .value(values[Int(number)]) }
            if let grid = grid(of: factor) { return .value(.number(grid[Int(number)])) }
            return .value(quantile(factor, number))
        }
    }
}
