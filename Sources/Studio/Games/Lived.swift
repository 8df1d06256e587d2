import Governance

/// What has been lived of a side, as far as it is in memory.
struct Lived: Sendable {
    /// As the world was at the start of month 1, once that is known.
    var layout: Layout?
    var traits: [UInt8] = []
    /// Months 1 and up.
    var months: [MonthSeen] = []
    /// Worlds after so many months, to go on from.
    var states: [Int: Kept] = [:]

    /// A world and what has been told of it by then.
    struct Kept: Sendable {
        let bytes: [UInt8]
        let chronicle: Chronicle
    }

    /// Months between two states that are kept: what lies between is lived again when it is asked for.
    static let stride = 12

    var bytes: Int {
        months.reduce(0) { $0 + $1.bytes } + states.values.reduce(0) { $0 + $1.bytes.count } + traits.count
    }

    /// The last state that is no later than after so many months.
    func state(by month: Int) -> (month: Int, kept: Kept)? {
        states.filter { $0.key <= month }.max { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// What a future that parts after so many months has in common with this.
    func past(_ months: Int) -> Lived {
        var past = self
        past.months = Array(self.months.prefix(months))
        past.states = states.filter { $0.key <= months }
        return past
    }
}
