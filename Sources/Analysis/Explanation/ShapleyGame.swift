/// A game of k players: a number for every coalition of them. Here players are switches between two scenarios.
///
///     share of j          phi_j = sum_{S without j} s! (k - s - 1)! / k! (v(S + j) - v(S))
///     interaction of i, j I_ij  = sum_{S without i, j} s! (k - s - 2)! / (k - 1)! (v(S + i + j) - v(S + i) - v(S + j) + v(S))
///
/// s being the size of S. Shares are the only ones that sum to v(all) - v(none), give nothing to a player who changes nothing, the same to
/// players who do the same, and add up over games. An interaction is above 0 where two players do more together than each by
/// itself, averaged over what the others do.
///
/// Sources: Shapley (1953), in Contributions to the Theory of Games II; interactions: Grabisch and Roubens (1999), International Journal of Game
/// Theory 28(4).
public struct ShapleyGame: Sendable {
    public let players: Int
    /// The value of coalition S at place S: bit j for player j.
    private let values: [Double]

    /// More players than this have too many coalitions to live each.
    public static let most = 12

    /// - Parameter values: 2 to the number of players of them.
    public init(values: [Double]) {
        precondition(values.count.nonzeroBitCount == 1, "\(values.count) coalitions")
        self.values = values
        players = values.count.trailingZeroBitCount
    }

    public subscript(coalition: UInt64) -> Double { values[Int(coalition)] }

    /// The coalition of all.
    public var all: UInt64 { UInt64(values.count - 1) }

    /// Each player's share; they sum to v(all) - v(none).
    public var shares: [Double] {
        let weights = Self.weights(players)
        return (0..<players).map { player in
            let bit = 1 << player
            return values.indices.reduce(0.0) { sum, s in
                s & bit == 0 ? sum + weights[s.nonzeroBitCount] * (values[s | bit] - values[s]) : sum
            }
        }
    }

    /// The interaction of each pair i < j, at place `[i][j - i - 1]`.
    public var interactions: [[Double]] {
        let weights = Self.weights(players - 1)
        return (0..<players).map { i in
            ((i + 1)..<max(i + 1, players)).map { j in
                let (a, b) = (1 << i, 1 << j)
                return values.indices.reduce(0.0) { sum, s in
                    s & (a | b) == 0
                        ? sum + weights[s.nonzeroBitCount]
                            * (values[s | a | b] - values[s | a] - values[s | b] + values[s]) : sum
                }
            }
        }
    }

    /// By the size of S: s! (k - s - 1)! / k!, which is 1 / (k C(k - 1, s)).
    private static func weights(_ k: Int) -> [Double] {
        var choose = 1.0
        return (0..<max(k, 0)).map { s in
            defer { choose = choose * Double(k - 1 - s) / Double(s + 1) }
            return 1 / (Double(k) * choose)
        }
    }
}
