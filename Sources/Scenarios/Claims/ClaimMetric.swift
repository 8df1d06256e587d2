public import Governance

extension Claim {
    /// A number that the experiment gives, and where the source says it should lie.
    ///
    /// value = sum over parts of weight x (sum of terms) / (sum of per), of means over replicates and places; without `per`
    /// nothing is divided.
    public struct Metric: Sendable {
        public var id = ""
        /// What the value is.
        public var name = Text(en: "", zh: "")
        public var parts: [Part] = []
        public var direction = Direction.higher
        /// The value at which there is no effect.
        public var against = 0.0
        /// The smallest effect that would matter, above 0, in the value's unit; and why that size.
        public var smallest = 0.0
        public var why = Text(en: "", zh: "")
        /// Whether it is only shown, and the verdict does not rest on it.
        public var isReported = false
        /// The unit of a ratio, for people to read; nil for a pure number.
        public var ratioUnit: Text?

        public init() {}

        public var isRatio: Bool { parts.contains { !$0.per.isEmpty } }

        /// The observable that it is mainly about.
        public var observable: String { parts.first?.terms.first?.quantity.observable ?? "" }

        /// The unit in which observables are recorded that the value has; empty where the value has none of them.
        public var unit: String {
            guard !isRatio, parts.allSatisfy({ $0.terms.allSatisfy { $0.quantity.statistic != .leadLag } })
            else { return "" }
            return Observable.named(observable)?.unit ?? ""
        }

        /// An effect, how far a value goes the way that the source says, from the value without effect.
        public func effect(of value: Double) -> Double { direction.sign * (value - against) }
    }

    /// A linear contrast of arms, or the ratio of two.
    public struct Part: Sendable, Hashable {
        public var weight = 1.0
        public var terms: [Term] = []
        public var per: [Term] = []

        public init(weight: Double = 1, terms: [Term], per: [Term] = []) {
            self.weight = weight
            self.terms = terms
            self.per = per
        }
    }

    /// A quantity of the runs of an arm, with a weight.
    public struct Term: Sendable, Hashable {
        public var arm = ""
        public var weight = 1.0
        public var quantity = Quantity()

        public init(arm: String, weight: Double, quantity: Quantity = Quantity()) {
            self.arm = arm
            self.weight = weight
            self.quantity = quantity
        }
    }

    /// A number that one run gives.
    public struct Quantity: Sendable, Hashable {
        public var observable = ""
        /// Months of the run, from 1, that it is taken over.
        public var from = 1
        public var until = 1
        public var statistic = Statistic.mean
        /// Of a lead-lag: the observable that should come behind, and the months that it is looked for.
        public var behind: String?
        public var lags = 6
        /// Of means over residents: over those of the communities of a group alone.
        public var group: String?

        public init() {}

        /// Whether the observable is a mean over residents, so that a group's value follows from its communities'.
        var isOfResidents: Bool {
            let parts = observable.split(separator: ".")
            let heads = ["trust", "spirit", "efficacy", "skill", "satisfaction"]
            return observable == "need.mean" || parts.first.map { heads.contains(String($0)) } ?? false
                || (parts.first == "participation" && parts.count == 2 && parts[1].hasPrefix("rung"))
        }

        /// Keys of the observables that it needs.
        public var observables: [String] { [observable] + [behind].compactMap(\.self) }
    }

    public enum Statistic: String, Named {
        /// Over the months that have a value.
        case mean
        case sum
        /// The mean over k = 1 ... lags of corr(x(t), y(t + k)) less the mean of corr(y(t), x(t + k)), y coming behind: above
        /// 0 where x goes ahead of y.
        case leadLag

        public var label: Text {
            switch self {
            case .mean: Text(en: "mean", zh: "均值")
            case .sum: Text(en: "sum", zh: "合计")
            case .leadLag: Text(en: "lead over lag", zh: "领先-滞后差")
            }
        }
    }

    /// Where the source claims the value to lie.
    public enum Direction: String, Named {
        case higher, lower

        public var sign: Double { self == .higher ? 1 : -1 }

        public var label: Text {
            switch self {
            case .higher: Text(en: "higher", zh: "更高")
            case .lower: Text(en: "lower", zh: "更低")
            }
        }
    }
}
