/// Phragmén's loads between two bounds, in whole numbers of 2^-shift of the smallest unit of money.
///
/// A project's time, (cost + the sum of its supporters' loads) / supporters, grows with every load; so the time under
/// lower bounds, rounded down, is a lower bound, and the time under upper bounds, rounded up, an upper bound.
struct LoadBounds {
    let shift: Int
    private let support: Support
    private let costs: [Int64]
    private var low: [Int64]
    private var high: [Int64]

    init(_ support: Support, costs: [Int64], budget: Budget) throws(AllocationError) {
        self.support = support
        self.costs = costs
        // Supporters' loads sum to no more than what has been spent, and a project adds at most the budget again; two
        // bits are left for what upper bounds have in excess.
        let room = 59 - (64 - (budget + 1).leadingZeroBitCount)
        guard room >= 0 else { throw .tooLarge(Text(en: "the budget is", zh: "预算")) }
        shift = min(30, room)
        low = [Int64](repeating: 0, count: support.multiplicity.count)
        high = low
    }

    /// When the project's supporters could pay for it.
    func time(_ project: Int) -> ClosedRange<Int64> {
        var (least, most) = (costs[project] << shift, costs[project] << shift)
        for entry in support.entries(project) {
            let type = Int(support.types[entry])
            least += low[type] * support.sums[entry]
            most += high[type] * support.sums[entry]
        }
        let supporters = support.totals[project]
        return least / supporters...(most + supporters - 1) / supporters
    }

    mutating func buy(_ project: Int, at time: ClosedRange<Int64>) {
        for entry in support.entries(project) {
            low[Int(support.types[entry])] = time.lowerBound
            high[Int(support.types[entry])] = time.upperBound
        }
    }
}
