/// Voters' money between two bounds, and the prices that follow, in whole numbers of 2^-shift of the smallest unit.
///
/// Voter i holds between `low[i]` and `high[i]`. A project's price for a unit of weight is the q at which
/// sum_i min(money_i, q * weight_i) = cost; it falls when anyone's money grows. So the price under `high`, rounded down, is
/// a lower bound, and the price under `low`, rounded up, an upper bound: rounding cannot turn a bound into a wrong one.
///
/// The bounds also serve for a range of shares at once: the smallest shares give `low`, the largest `high`.
struct SharePrices {
    let shift: Int
    private let election: SharesElection
    /// The election's; held here, since it is asked at every step.
    private let support: Support
    private var low: [Int64]
    private var high: [Int64]

    /// An upper bound of a price, and the exact price where it is known.
    struct Ceiling {
        let price: Int64
        /// The weight over which the cost is spread evenly, if nobody pays less than the price.
        let evenWeight: Int64?
    }

    /// - Parameter shares: what all voters have together at the start, at least and at most.
    init(_ election: SharesElection, shares: ClosedRange<Int128>) throws(AllocationError) {
        self.election = election
        support = election.support
        // No sum of money and no price times a weight may leave 64 bits.
        let dearest = Int128(election.costs.max() ?? 0)
        let heaviest = Int128(support.weights.max() ?? 1)
        let largest = max(shares.upperBound, dearest * heaviest, 1)
        let room = 61 - (128 - largest.leadingZeroBitCount)
        guard room >= 0 else { throw .tooLarge(Text(en: "budget, costs and points are", zh: "预算、费用与点数")) }
        shift = min(40, room)
        let voters = Int128(max(1, support.voters))
        let floor = (shares.lowerBound << shift) / voters
        let ceiling = ((shares.upperBound << shift) + voters - 1) / voters
        low = [Int64](repeating: Int64(floor), count: support.multiplicity.count)
        high = [Int64](repeating: Int64(ceiling), count: support.multiplicity.count)
    }

    /// A lower bound of the project's price; nil if its supporters certainly cannot pay.
    func floorPrice(_ project: Int) -> Int64? {
        let entries = support.entries(project)
        let cost = election.costs[project] << shift
        var price: Int64 = 0
        var poorMoney: Int64 = 0
        var weight: Int64 = 0
        for entry in entries where high[Int(support.types[entry])] > 0 { weight += support.sums[entry] }
        while weight > 0 {
            price = max(price, (cost - poorMoney) / weight)
            let (money, rest) = poor(entries, high, price)
            guard rest != weight else { return price }
            (poorMoney, weight) = (money, rest)
        }
        return poorMoney >= cost && cost > 0 ? price : nil
    }

    /// An upper bound of the project's price; nil if it is not certain that its supporters can pay.
    func ceilingPrice(_ project: Int) -> Ceiling? {
        let entries = support.entries(project)
        let cost = election.costs[project] << shift
        var price: Int64 = 0
        var poorMoney: Int64 = 0
        var weight: Int64 = 0
        var isCertain = true
        for entry in entries {
            let type = Int(support.types[entry])
            if low[type] > 0 { weight += support.sums[entry] } else if high[type] > 0 { isCertain = false }
        }
        var isFirst = true
        while weight > 0 {
            price = max(price, (cost - poorMoney + weight - 1) / weight)
            let (money, rest) = poor(entries, low, price)
            // The same people are poor as when the price was found: they and the others pay at least the cost.
            guard rest != weight else {
                return Ceiling(price: price, evenWeight: isFirst && isCertain ? weight : nil)
            }
            (poorMoney, weight) = (money, rest)
            isFirst = false
        }
        return poorMoney >= cost ? Ceiling(price: price, evenWeight: nil) : nil
    }

    /// What those who have less than the price have together, and the weight of the others.
    @inline(__always)
    private func poor(_ entries: Range<Int>, _ money: [Int64], _ price: Int64) -> (money: Int64, weight: Int64) {
        var (poorMoney, weight): (Int64, Int64) = (0, 0)
        for entry in entries {
            let type = Int(support.types[entry])
            if money[type] < price * support.weights[entry] {
                poorMoney += money[type] * support.multiplicity[type]
            } else if money[type] > 0 {
                weight += support.sums[entry]
            }
        }
        return (poorMoney, weight)
    }

    /// The project's supporters pay, each at most what it has.
    mutating func pay(_ project: Int, price: ClosedRange<Int64>) {
        for entry in support.entries(project) {
            let type = Int(support.types[entry])
            let weight = support.weights[entry]
            high[type] = max(0, high[type] - price.lowerBound * weight)
            low[type] = max(0, low[type] - price.upperBound * weight)
        }
    }
}
