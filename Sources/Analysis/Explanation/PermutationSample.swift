public import Numerics

/// Orders in which switches are turned, drawn at random in antithetic pairs: an order and its reverse.
///
/// In an order each player adds v(those before and it) - v(those before); the mean of what it adds over all orders is its Shapley share. Over a
/// sample of orders it is estimated without bias, and shares sum to v(all) - v(none) in every order. A player who comes early in
/// an order comes late in its reverse, so that pairs vary less than two orders drawn apart.
///
/// Sources: Castro, Gómez and Tejada (2009), Computers & Operations Research 36(5); antithetic orders: Mitchell, Cooper, Frank and
/// Holmes (2022), Journal of Machine Learning Research 23.
public struct PermutationSample: Sendable, Equatable {
    public let players: Int
    /// An order, then its reverse, pair by pair; more pairs continue the list.
    public let orders: [[Int]]

    /// - Parameters:
    ///   - pairs: 2 or more.
    ///   - stream: agent p of month 0 draws pair p.
    public init(players: Int, pairs: Int, stream: Stream) {
        precondition(players >= 1 && pairs >= 2, "\(pairs) pairs of orders of \(players)")
        self.players = players
        orders = (0..<pairs).flatMap { pair in
            var draws = stream.draws(agent: UInt64(pair), month: 0)
            var order = Array(0..<players)
            draws.shuffle(&order)
            return [order, Array(order.reversed())]
        }
    }

    public var pairs: Int { orders.count / 2 }

    /// Coalitions that are asked for: those of the orders, each player alone, and all but each.
    public var coalitions: [UInt64] {
        var asked: Set<UInt64> = []
        let all = (UInt64(1) << UInt64(players)) - 1
        for player in 0..<players { asked.formUnion([1 << UInt64(player), all & ~(1 << UInt64(player))]) }
        for order in orders {
            var coalition: UInt64 = 0
            asked.insert(coalition)
            for player in order {
                coalition |= 1 << UInt64(player)
                asked.insert(coalition)
            }
        }
        return asked.sorted()
    }

    /// What each player adds, as a mean over the orders of each pair: by pair, then player.
    public func shares(_ value: (UInt64) -> Double) -> [[Double]] {
        (0..<pairs).map { pair in
            var sums = [Double](repeating: 0, count: players)
            for order in orders[2 * pair...2 * pair + 1] {
                var coalition: UInt64 = 0
                var before = value(coalition)
                for player in order {
                    coalition |= 1 << UInt64(player)
                    let after = value(coalition)
                    sums[player] += (after - before) / 2
                    before = after
                }
            }
            return sums
        }
    }
}
