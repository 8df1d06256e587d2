/// One run of the method of equal shares, for given shares or for a range of them.
///
/// Round by round the project with the lowest price for a unit of satisfaction is bought. Bounds of prices decide nearly
/// every round. Where they do not, a run for given shares turns to exact fractions for the contenders; a run for a range
/// of shares looks at both ends of it (``SharesContest``), and gives up where they do not decide for all between.
struct SharesRun: ~Copyable {
    /// One project bought.
    struct Purchase {
        let project: Int
        /// The price of a unit of satisfaction, in smallest units of money.
        let price: Double
        /// Projects at exactly the same price.
        let level: [Int]
    }

    private(set) var purchases: [Purchase] = []
    /// Whether some round was decided in exact fractions.
    var wasExact: Bool { !ends.isEmpty }
    private let election: SharesElection
    private let shares: ClosedRange<Int128>
    private var prices: SharePrices
    /// The same run in exact fractions, for the lowest and the highest shares (once where they are the same), as far as
    /// it was needed.
    private var ends: [ExactShares] = []
    private let mayBeExact: Bool
    /// Projects that can perhaps still be paid for, and the last lower bound of each one's price per satisfaction.
    private var waiting: [(project: Int, bound: Double)]

    /// - Parameters:
    ///   - shares: what all voters have together at the start.
    ///   - mayBeExact: whether to turn to exact fractions for a range of shares too.
    init(
        _ election: SharesElection, shares: ClosedRange<Int128>, mayBeExact: Bool = false
    ) throws(AllocationError) {
        self.election = election
        self.shares = shares
        self.mayBeExact = mayBeExact || shares.lowerBound == shares.upperBound
        prices = try SharePrices(election, shares: shares)
        waiting = election.candidates.map { ($0, 0) }
    }

    /// Runs to the end; false if a round could not be decided for all shares of the range.
    mutating func finish() -> Bool {
        while true {
            let contenders = contenders()
            guard !contenders.isEmpty else { return true }
            let best = contenders.count == 1 && contenders[0].ceiling != nil ? contenders : even(contenders)
            if let best {
                buy(best.map(\.project), floor: best[0].floor, ceiling: best[0].ceiling?.price ?? best[0].floor)
            } else {
                guard mayBeExact, settle(contenders.map(\.project)) else { return false }
            }
        }
    }

    private struct Contender {
        let project: Int
        let floor: Int64
        let ceiling: SharePrices.Ceiling?
    }

    /// The projects one of which has the lowest price, in tie-break order; those that nobody can pay for any more are
    /// dropped on the way.
    private mutating func contenders() -> [Contender] {
        waiting.sort { $0.bound < $1.bound }
        var seen: [Contender] = []
        var least: (price: Int64, value: Int64)?
        var kept = 0
        var next = 0
        while next < waiting.count {
            let project = waiting[next].project
            // Money only falls, so an old lower bound holds; a millionth of a millionth more than makes up for its rounding.
            if let least, waiting[next].bound > Double(least.price) / Double(least.value) * (1 + 1e-12) { break }
            next += 1
            guard let floor = prices.floorPrice(project) else { continue }
            let value = election.values[project]
            waiting[kept] = (project, Double(floor) / Double(value))
            kept += 1
            if let least, isAbove(floor, value, least) { continue }
            let ceiling = prices.ceilingPrice(project)
            if let price = ceiling?.price, least.map({ isAbove($0.price, $0.value, (price, value)) }) ?? true {
                least = (price, value)
            }
            seen.append(Contender(project: project, floor: floor, ceiling: ceiling))
        }
        waiting.removeSubrange(kept..<next)
        if let least { seen.removeAll { isAbove($0.floor, election.values[$0.project], least) } }
        return withoutTwins(seen.sorted { election.ranks[$0.project] < election.ranks[$1.project] })
    }

    /// Whether a price for a project of that value is above another, both per unit of satisfaction.
    private func isAbove(_ price: Int64, _ value: Int64, _ other: (price: Int64, value: Int64)) -> Bool {
        Int128(price) * Int128(other.value) > Int128(other.price) * Int128(value)
    }

    /// Of projects that are alike in every respect only the first can win.
    private func withoutTwins(_ contenders: [Contender]) -> [Contender] {
        guard contenders.count > 1 else { return contenders }
        var seen: Set<Int> = []
        return contenders.filter { seen.insert(election.twins[$0.project]).inserted }
    }

    /// The contenders with the lowest price where all prices are known exactly: everyone who pays pays the same.
    private func even(_ contenders: [Contender]) -> [Contender]? {
        var claims: [Claim<Ratio>] = []
        for (place, contender) in contenders.enumerated() {
            guard let weight = contender.ceiling?.evenWeight else { return nil }
            let (cost, value) = (election.costs[contender.project], election.values[contender.project])
            // Satisfaction for each unit of money: value * weight / cost, of which value / cost cancels where they are equal.
            claims.append(
                Claim(project: place, strength: value == cost ? Ratio(weight, over: 1) : Ratio(weight, over: cost)))
        }
        guard let best = claims.map(\.strength).max() else { return nil }
        return claims.filter { $0.strength == best }.map { contenders[$0.project] }
    }

    /// Buys the first of projects at the same price, which lies between the bounds.
    private mutating func buy(_ level: [Int], floor: Int64, ceiling: Int64) {
        let winner = level[0]
        let unit = Double(sign: .plus, exponent: prices.shift, significand: Double(election.values[winner]))
        var alike: [Int] = []
        if level.count > 1 || election.isTwin[winner] {
            alike = waiting.map(\.project).filter {
                $0 != winner && (level.contains($0) || election.twins[$0] == election.twins[winner])
            }
        }
        purchases.append(Purchase(project: winner, price: Double(floor) / unit, level: alike.sorted()))
        if let place = waiting.firstIndex(where: { $0.project == winner }) { waiting.remove(at: place) }
        prices.pay(winner, price: floor...ceiling)
    }

    /// Decides among contenders in exact fractions; false if the ends of the range do not decide for all between.
    private mutating func settle(_ contenders: [Int]) -> Bool {
        if ends.isEmpty {
            ends = Set([shares.lowerBound, shares.upperBound]).sorted().map { ExactShares(election, shares: $0) }
        }
        for end in ends.indices {
            for purchase in purchases[ends[end].purchases...] { ends[end].buy(purchase.project) }
        }
        guard let contest = SharesContest(contenders, ends) else { return false }
        waiting.removeAll { contest.lost.contains($0.project) }
        guard let level = contest.level else { return true }
        let bounds = contest.bounds(shift: prices.shift)
        buy(level, floor: bounds.lowerBound, ceiling: bounds.upperBound)
        return true
    }
}
