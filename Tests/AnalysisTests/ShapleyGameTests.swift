import Numerics
import Testing

@testable import Analysis

/// Games whose Shapley values and interactions are known in closed form.
@Suite("Shapley values and interactions")
struct ShapleyGameTests {
    /// The game of k players that gives each coalition the value of a function of its members.
    static func game(_ players: Int, _ value: (Set<Int>) -> Double) -> ShapleyGame {
        ShapleyGame(
            values: (0..<(1 << players)).map { s in value(Set((0..<players).filter { s >> $0 & 1 == 1 })) })
    }

    private func near(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-12) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < tolerance }
    }

    @Test("who only adds gets what it adds, and interacts with nobody")
    func additive() {
        let parts = [3.0, -1, 0, 7]
        let game = Self.game(4) { $0.reduce(10) { $0 + parts[$1] } }
        #expect(near(game.shares, parts))
        #expect(game.interactions.joined().allSatisfy { abs($0) < 1e-12 })
        #expect(game.interactions.map(\.count) == [3, 2, 1, 0])
    }

    /// Of the unanimity game of T, worth 1 where all of T are there, each of T gets 1 / |T|, and a pair of T interacts by
    /// 1 / (|T| - 1) (Grabisch and Roubens 1999).
    @Test(arguments: [2, 3, 4])
    func unanimity(size: Int) {
        let needed = Set(0..<size)
        let game = Self.game(5) { needed.isSubset(of: $0) ? 1 : 0 }
        #expect(near(game.shares, (0..<5).map { $0 < size ? 1 / Double(size) : 0 }))
        for i in 0..<5 {
            for j in (i + 1)..<max(i + 1, 5) {
                let expected = j < size ? 1 / Double(size - 1) : 0
                #expect(abs(game.interactions[i][j - i - 1] - expected) < 1e-12)
            }
        }
    }

    @Test("the glove game: one left glove and two right ones")
    func gloves() {
        let game = Self.game(3) { $0.contains(0) && ($0.contains(1) || $0.contains(2)) ? 1 : 0 }
        #expect(near(game.shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]))
        // Two right gloves stand in for one another, a left and a right one need one another.
        #expect(near(game.interactions[0], [0.5, 0.5]) && near(game.interactions[1], [-0.5]))
    }

    /// Littlechild and Owen (1973): each pays an equal part of every stretch of runway that it needs.
    @Test("the airport game")
    func airport() {
        let costs = [1.0, 2, 4]
        let game = Self.game(3) { $0.map { costs[$0] }.max() ?? 0 }
        #expect(near(game.shares, [1.0 / 3, 1.0 / 3 + 0.5, 1.0 / 3 + 0.5 + 2]))
    }

    @Test("shares sum to the difference, whatever the game", arguments: [1, 2, 7, 12])
    func efficiency(players: Int) {
        var draws = Stream(seed: 5, replicate: 0, name: "game").draws(agent: UInt64(players), month: 0)
        let game = ShapleyGame(values: (0..<(1 << players)).map { _ in draws.normal() })
        #expect(abs(game.shares.reduce(0, +) - (game[game.all] - game[0])) < 1e-12)
        #expect(game.players == players)
    }

    @Test("sampled orders: every pair sums to the difference, the mean goes to the exact shares")
    func sampling() {
        let game = Self.game(6) { set in Double(set.count * set.count) + (set.contains(2) && set.contains(5) ? 9 : 0) }
        let sample = PermutationSample(players: 6, pairs: 400, stream: Stream(seed: 3, replicate: 0, name: "orders"))
        let shares = sample.shares { game[$0] }
        #expect(shares.allSatisfy { abs($0.reduce(0, +) - 45) < 1e-9 })
        let asked = Set(sample.coalitions)
        #expect(asked.contains(0) && asked.contains(63) && (0..<6).allSatisfy { asked.contains(1 << UInt64($0)) })
        for player in 0..<6 {
            let own = shares.map { $0[player] }
            let estimate = Estimate(of: own, confidence: 0.9999)
            // By antithetic pairs the quadratic part is exact in every pair.
            let exact = game.shares[player]
            #expect(estimate.interval.map { $0.contains(exact) || abs(estimate.mean - exact) < 1e-9 } ?? false)
        }
        let more = PermutationSample(players: 6, pairs: 500, stream: Stream(seed: 3, replicate: 0, name: "orders"))
        #expect(more.orders.starts(with: sample.orders))
        #expect(zip(sample.orders[0], sample.orders[1].reversed()).allSatisfy { $0 == $1 })
    }
}
