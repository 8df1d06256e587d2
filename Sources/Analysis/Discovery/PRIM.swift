/// The patient rule induction method: boxes in the space of inputs in which cases of interest are dense.
///
/// From the box that holds all cases a small part is peeled off again and again: at the lower or the upper end of a number the
/// share `peel` of the cases that are left, of words one label. Of all peels the one is made that gains most density for each case
/// lost,
///
///     gain = (density after - density before) / cases peeled off,
///
/// between equals the one that restricts fewer inputs; it ends where no peel gains or the box would hold less than `leastMass` of
/// all cases. Every box on the way is a step of the trajectory, from which one is chosen; ``pasted(_:among:)`` then gives back what
/// was peeled off too much.
///
/// A limit stands half way between the last value that is in and the first that is out (as in sdtoolkit and the EMA
/// workbench), so that cases with equal values are never parted.
///
/// Sources: Friedman and Fisher (1999), Statistics and Computing 9; the gain for each case: Kwakkel and Jaxa-Rozen (2016),
/// Environmental Modelling & Software 79.
public struct PRIM: Sendable {
    public let table: CaseTable
    /// By case.
    public let isOfInterest: [Bool]
    public let settings: Settings
    /// All cases of interest.
    public let interest: Int
    /// By input that is a number: the cases by rising value.
    private let orders: [[Int]]

    public struct Settings: Sendable, Equatable {
        /// The share of a box that is peeled off, and given back, at once: above 0, at most 0.5.
        public var peel = 0.05
        public var paste = 0.05
        /// The least share of all cases that a box may hold.
        public var leastMass = 0.05

        public init() {}
    }

    /// A box on the way.
    public struct Step: Sendable, Equatable {
        public let box: Box
        /// Cases in it, and those of interest among them.
        public let cases: Int
        public let interest: Int
        /// Of all cases of interest, the share in the box.
        public let coverage: Double
        /// Of all cases in the box, the share of interest.
        public let density: Double
        /// Of all cases, the share in the box.
        public let mass: Double
    }

    /// - Parameter isOfInterest: one a case.
    public init(_ table: CaseTable, isOfInterest: [Bool], settings: Settings = Settings()) {
        precondition(isOfInterest.count == table.count, "a verdict for every case")
        self.table = table
        self.isOfInterest = isOfInterest
        self.settings = settings
        interest = isOfInterest.count { $0 }
        orders = table.inputs.map { input in
            guard case .numbers(let values) = input.values else { return [] }
            return values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        }
    }

    /// What a box holds of those cases.
    public func step(_ box: Box, among rows: [Int]) -> Step {
        let held = box.cases(of: table, among: rows)
        return step(box, cases: held.count, interest: held.count { isOfInterest[$0] })
    }

    private func step(_ box: Box, cases: Int, interest own: Int) -> Step {
        Step(
            box: box, cases: cases, interest: own, coverage: Double(own) / Double(max(1, interest)),
            density: Double(own) / Double(max(1, cases)), mass: Double(cases) / Double(max(1, table.count)))
    }

    /// The trajectory of peeling, from the box that holds all of those cases.
    public func trajectory(among rows: [Int]) -> [Step] {
        var isIn = [Bool](repeating: false, count: table.count)
        for row in rows { isIn[row] = true }
        var last = step(Box(around: table), cases: rows.count, interest: rows.count { isOfInterest[$0] })
        var steps = [last]
        while let peel = best(isIn, last) {
            let next = step(peel.box, cases: peel.cases, interest: peel.interest)
            guard next.mass >= settings.leastMass, next.cases < last.cases, peel.gain > 0 else { break }
            for row in isIn.indices where isIn[row] { isIn[row] = peel.box.holds(row, of: table) }
            steps.append(next)
            last = next
        }
        return steps
    }

    /// A box that is a little smaller, and what it holds.
    private struct Peel {
        let box: Box
        let cases: Int
        let interest: Int
        let gain: Double
        let restricted: Int

        func isBetter(than other: Peel) -> Bool { (gain, -restricted) > (other.gain, -other.restricted) }
    }

    private func best(_ isIn: [Bool], _ last: Step) -> Peel? {
        var best: Peel?
        for input in table.inputs.indices {
            for peel in peels(of: input, isIn, last) where best.map(peel.isBetter) ?? true { best = peel }
        }
        return best
    }

    private func peels(of input: Int, _ isIn: [Bool], _ last: Step) -> [Peel] {
        switch (table.inputs[input].values, last.box.limits[input]) {
        case (.numbers(let values), .range(let low, let high)):
            let order = orders[input].filter { isIn[$0] }
            let sorted = order.map { values[$0] }
            let upper = Self.limit(sorted, at: 1 - settings.peel)
            let lower = Self.limit(sorted, at: settings.peel)
            let above = order.reversed().prefix { values[$0] > upper }
            let below = order.prefix { values[$0] < lower }
            return [
                peel(Array(above), last, input, .range(low: low, high: upper)),
                peel(Array(below), last, input, .range(low: lower, high: high)),
            ]
        case (.words(let places, let labels), .labels(let kept)):
            guard kept.count(where: { $0 }) > 1 else { return [] }
            return labels.indices.filter { kept[$0] }.map { label in
                var rest = kept
                rest[label] = false
                return peel(isIn.indices.filter { isIn[$0] && places[$0] == label }, last, input, .labels(rest))
            }
        default: return []
        }
    }

    private func peel(_ off: [Int], _ last: Step, _ input: Int, _ limits: Box.Limits) -> Peel {
        var box = last.box
        box.limits[input] = limits
        let cases = last.cases - off.count
        let interest = last.interest - off.count { isOfInterest[$0] }
        let density = cases > 0 ? Double(interest) / Double(cases) : 0
        let gain = off.isEmpty ? 0 : (density - last.density) / Double(off.count)
        return Peel(box: box, cases: cases, interest: interest, gain: gain, restricted: box.restricted.count)
    }

    /// Half way between the values on both sides of a quantile; where these are equal, between the next that are not: downward
    /// above the middle, upward below it.
    static func limit(_ sorted: [Double], at p: Double) -> Double {
        let place = Double(sorted.count - 1) * p
        var (lower, upper) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        if p > 0.5 {
            while sorted[lower] == sorted[upper], lower > 0 { lower -= 1 }
        } else {
            while sorted[lower] == sorted[upper], upper < sorted.count - 1 { upper += 1 }
        }
        return (sorted[lower] + sorted[upper]) / 2
    }
}
