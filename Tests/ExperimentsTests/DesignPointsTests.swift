import Foundation
import Governance
import Numerics
import Scenarios
import Testing

@testable import Experiments

@Suite("Points of designs")
struct DesignPointsTests {
    static func factor(_ id: String, _ space: Factor.Space, levels: Int? = nil, decimals: Int? = nil) -> Factor {
        var factor = Factor()
        (factor.id, factor.key, factor.space, factor.levels, factor.decimals) = (id, id, space, levels, decimals)
        return factor
    }

    static func design(_ sampling: Design.Sampling, _ factors: [Factor]) -> Design {
        var design = Design()
        (design.sampling, design.factors) = (sampling, factors)
        return design
    }

    private static let unit = Factor.Space.range(0...1, isLogarithmic: false)

    private func number(_ factor: Factor, _ u: Double) throws -> Double {
        guard case .number(let value) = try factor.value(at: u) else { return .nan }
        return value
    }

    @Test func valuesAreQuantiles() throws {
        let log = Self.factor("x", .range(0.01...1, isLogarithmic: true))
        #expect(try [0, 0.5, 1].map { try number(log, $0) } == [0.01, 0.1, 1])
        let listed = Self.factor("x", .listed([.choice("a"), .choice("b"), .choice("c")]))
        #expect(try [0, 0.34, 1].map { try listed.value(at: $0) } == [.choice("a"), .choice("b"), .choice("c")])
        let whole = Self.factor("x", .distribution(.integers(3...5)))
        #expect(try [0, 0.3, 0.34, 0.7, 1].map { try number(whole, $0) } == [3, 3, 4, 5, 5])
        let rounded = Self.factor("x", .range(0...10, isLogarithmic: false), decimals: 1)
        #expect(try number(rounded, 0.123) == 1.2)
    }

    /// Against R 4.2: qnorm(c(.025, .5, .9), 2, 3); exp(qnorm(.9) / 2) * 4; qtriangle by its formula.
    @Test func distributionsHaveTheirQuantiles() throws {
        let normal = Self.factor("x", .distribution(.normal(mean: 2, sd: 3, within: nil)))
        for (p, value) in [(0.025, -3.879891954), (0.5, 2), (0.9, 5.844654697)] {
            #expect(abs(try number(normal, p) - value) < 1e-8)
        }
        let lognormal = Self.factor("x", .distribution(.lognormal(median: 4, logSd: 0.5, within: nil)))
        #expect(abs(try number(lognormal, 0.9) - 7.591810593) < 1e-6)
        let triangular = Self.factor("x", .distribution(.triangular(low: 0, mode: 1, high: 4)))
        #expect(try number(triangular, 0.25) == 1 && abs(number(triangular, 0.75) - 2.267949192) < 1e-8)
        let cut = Self.factor("x", .distribution(.normal(mean: 0, sd: 1, within: -1...1)))
        #expect(try number(cut, 0) == -1 && number(cut, 1) == 1 && abs(number(cut, 0.5)) < 1e-9)
        #expect(abs(try number(cut, 0.25) + 0.4423) < 1e-4, "Phi^-1(Phi(-1) + 0.25 (Phi(1) - Phi(-1)))")
    }

    @Test func aFullFactorialHasEveryCombinationOnce() throws {
        let factors = [
            Self.factor("a", Self.unit, levels: 3), Self.factor("b", .listed([.flag(false), .flag(true)])),
            Self.factor("c", .distribution(.triangular(low: 0, mode: 1, high: 2)), levels: 2),
        ]
        let laid = try DesignPoints(Self.design(.factorial, factors))
        #expect(laid.points.count == 12 && Set(laid.points.map { "\($0.values)" }).count == 12)
        #expect(laid.points.map(\.number) == Array(1...12))
        #expect(Set(laid.points.map { $0.values[0].text }) == ["0", "0.5", "1"], "a range has its ends")
    }

    @Test func moreSobolPointsContinueTheSame() throws {
        let factors = [Self.factor("a", Self.unit), Self.factor("b", Self.unit)]
        let few = try DesignPoints(Self.design(.sobol(points: 10), factors)).points
        let many = try DesignPoints(Self.design(.sobol(points: 50), factors)).points
        #expect(Array(many.prefix(10)) == few && many.count == 50)
    }

    @Test func blocksAreOfTheirWays() throws {
        let factors = [Self.factor("a", Self.unit), Self.factor("b", Self.unit), Self.factor("c", Self.unit)]
        let morris = try DesignPoints(Self.design(.morris(trajectories: 5, levels: 4), factors))
        #expect(morris.block == 4 && morris.points.count == 20)
        let saltelli = try DesignPoints(Self.design(.saltelli(base: 8, secondOrder: true), factors))
        #expect(saltelli.block == 8 && saltelli.points.count == 64)
        let wide = (0..<25).map { Self.factor("f\($0)", Self.unit) }
        #expect(try DesignPoints(Self.design(.saltelli(base: 4, secondOrder: false), wide)).points.count == 4 * 27)
        #expect(throws: NumericsError.self) {
            try DesignPoints(Self.design(.sobol(points: 4), (0..<41).map { Self.factor("f\($0)", Self.unit) }))
        }
    }
}

@Suite("The order of points")
struct AnytimeOrderTests {
    /// Of every beginning, each half of each factor has its share, within what a low-discrepancy sequence leaves over.
    @Test(arguments: [[4, 4], [2, 2, 2, 2, 2], [3, 5, 2], [64]])
    func beginningsAreBalanced(_ levels: [Int]) throws {
        let factors = levels.enumerated().map { place, count in
            DesignPointsTests.factor("f\(place)", .listed((0..<count).map { .number(Double($0)) }))
        }
        let points = try DesignPoints(DesignPointsTests.design(.factorial, factors)).points
        let order = AnytimeOrder.order(of: points, block: 1, isSequence: false)
        #expect(order.sorted() == Array(points.indices))
        for count in [points.count / 4, points.count / 2, points.count * 3 / 4] where count >= 8 {
            for factor in factors.indices {
                let upper = order.prefix(count).filter { points[$0].coordinates[factor] > 0.5 }.count
                let fair = Double(points.filter { $0.coordinates[factor] > 0.5 }.count) / Double(points.count)
                #expect(abs(Double(upper) - fair * Double(count)) <= 2, "\(levels), \(count) points, factor \(factor)")
            }
        }
    }

    @Test func blocksStayWhole() throws {
        let factors = [DesignPointsTests.factor("a", .range(0...1, isLogarithmic: false))]
        let points = try DesignPoints(DesignPointsTests.design(.morris(trajectories: 9, levels: 4), factors)).points
        #expect(AnytimeOrder.order(of: points, block: 2, isSequence: false) == Array(points.indices))
    }

    @Test func theLongestOfAStretchGoesFirst() {
        let runs = [3, 9, 1, 9, 8, 2, 7]
        #expect(AnytimeOrder.longestFirst(runs, stretch: 4, cost: { $0 }) == [9, 9, 3, 1, 8, 7, 2])
        #expect(AnytimeOrder.longestFirst([Int](), stretch: 4, cost: { $0 }).isEmpty)
    }
}
