/// A round of equal shares decided in exact fractions, for given shares or for all shares between two ends.
///
/// Between the ends a voter's money grows with the shares and prices fall, so who can afford a price at the lowest
/// shares can afford it at all. If the same voters can afford the same prices at both ends, in every purchase so far and
/// for every contender, they do so everywhere between; then money and prices are straight lines in the shares, and a
/// contender that is the best at both ends is the best between them.
struct SharesContest {
    /// Contenders that cannot be paid for at any of the shares.
    let lost: Set<Int>
    /// The winner and those at exactly its price, in tie-break order; nil if all are lost.
    let level: [Int]?

    private let winning: [(end: ExactShares, price: ExactShares.Price)]

    /// - Parameters:
    ///   - contenders: in tie-break order.
    ///   - ends: the run so far at the lowest and the highest shares, or once if they are the same.
    /// - Returns: nil if the ends do not decide.
    init?(_ contenders: [Int], _ ends: [ExactShares]) {
        guard ends.dropFirst().allSatisfy({ $0.rich == ends[0].rich }) else { return nil }
        let prices = ends.map { end in contenders.map { end.price($0) } }
        guard prices.dropFirst().allSatisfy({ $0.map { $0?.rich } == prices[0].map { $0?.rich } }) else { return nil }
        lost = Set(zip(contenders, prices[0]).filter { $0.1 == nil }.map(\.0))
        let levels = zip(ends, prices).map { Self.cheapest(contenders, $1, $0) }
        guard levels.dropFirst().allSatisfy({ $0.first == levels[0].first }) else { return nil }
        level = levels[0].isEmpty ? nil : levels[0]
        winning = zip(ends, prices).compactMap { end, prices in
            zip(contenders, prices).first { $0.0 == levels[0].first }?.1.map { (end, $0) }
        }
    }

    /// The winner's price for a unit of weight, whatever the shares, in whole numbers of 2^-shift.
    func bounds(shift: Int) -> ClosedRange<Int64> {
        let bounds = winning.map { $0.end.bounds($0.price, shift: shift) }
        let (low, high) = (bounds.map(\.low).min() ?? 0, bounds.map(\.high).max() ?? 0)
        return low...max(low, high)
    }

    /// Those with the lowest price for a unit of satisfaction.
    private static func cheapest(_ contenders: [Int], _ prices: [ExactShares.Price?], _ end: ExactShares) -> [Int] {
        var best: [(project: Int, price: ExactShares.Price)] = []
        for (project, price) in zip(contenders, prices) {
            guard let price else { continue }
            let order = best.first.map { end.compare((project, price), $0) } ?? -1
            if order < 0 { best = [(project, price)] } else if order == 0 { best.append((project, price)) }
        }
        return best.map(\.project)
    }
}
