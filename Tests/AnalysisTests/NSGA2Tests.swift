import Foundation
import Numerics
import Testing

@testable import Analysis

@Suite("Search for several goals")
struct NSGA2Tests {
    /// Runs a search to its end, a few candidates at a time.
    private func search(
        _ variables: [Variable], size: Int, generations: Int, seed: UInt64 = 1, batch: Int = .max,
        _ measure: ([Double]) -> NSGA2.Measured?
    ) -> NSGA2 {
        var search = NSGA2(variables, size: size, seed: seed)
        while search.generation < generations {
            search.take(search.candidates.prefix(batch).map { measure($0.values) })
        }
        return search
    }

    /// The mean distance from points of the true front to the nearest that was found (inverted generational distance).
    private func distance(from front: [[Double]], to found: [[Double]]) -> Double {
        func squared(_ a: [Double], _ b: [Double]) -> Double {
            var sum = 0.0
            for k in a.indices { sum += (a[k] - b[k]) * (a[k] - b[k]) }
            return sum
        }
        var sum = 0.0
        for point in front { sum += (found.map { squared($0, point) }.min() ?? .infinity).squareRoot() }
        return sum / Double(front.count)
    }

    private func unit(_ count: Int) -> [Variable] { Array(repeating: .continuous(low: 0, high: 1), count: count) }

    /// ZDT1 (Zitzler, Deb and Thiele 2000): the front is f2 = 1 - sqrt(f1). Forty points on it lie 0.025 apart, so that a perfect
    /// answer has a distance near 0.009; seeds 1 to 5 gave 0.010 to 0.016.
    @Test func zdt1() {
        let found = search(unit(8), size: 40, generations: 120) { x in
            let g = 1 + 9 * x.dropFirst().reduce(0, +) / 7
            return .init(objectives: [x[0], g * (1 - (x[0] / g).squareRoot())])
        }
        let front = (0...200).map { [Double($0) / 200, 1 - (Double($0) / 200).squareRoot()] }
        #expect(distance(from: front, to: found.population.map(\.objectives)) < 0.03)
    }

    /// ZDT3: five pieces apart from one another, all of which are found.
    @Test func zdt3() {
        let found = search(unit(6), size: 60, generations: 120) { x in
            let g = 1 + 9 * x.dropFirst().reduce(0, +) / 5
            let part = x[0] / g
            return .init(objectives: [x[0], g * (1 - part.squareRoot() - part * sin(10 * .pi * x[0]))])
        }
        let curve = (0...1000).map { place -> [Double] in
            let x = Double(place) / 1000
            return [x, 1 - x.squareRoot() - x * sin(10 * .pi * x)]
        }
        let front = Dominance.front(curve, violations: curve.map { _ in 0 }).map { curve[$0] }
        #expect(distance(from: front, to: found.population.map(\.objectives)) < 0.03)
        for piece in [(0.0, 0.09), (0.18, 0.26), (0.4, 0.46), (0.61, 0.66), (0.82, 0.86)] {
            #expect(found.population.contains { (piece.0...piece.1).contains($0.objectives[0]) }, "\(piece)")
        }
    }

    /// DTLZ2 (Deb and others 2005) with three objectives: the front is the part of the unit sphere where all are positive.
    @Test func dtlz2() {
        let found = search(unit(7), size: 80, generations: 80) { x in
            let g = x[2...].reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) }
            let (a, b): (Double, Double) = (x[0] * .pi / 2, x[1] * .pi / 2)
            let (first, second, third): (Double, Double, Double) = (cos(a) * cos(b), cos(a) * sin(b), sin(a))
            return .init(objectives: [(1 + g) * first, (1 + g) * second, (1 + g) * third])
        }
        let radii = found.population.map { $0.objectives.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        #expect(radii.allSatisfy { $0 < 1.1 } && radii.reduce(0, +) / 80 < 1.03)
        let sphere = (0...12).flatMap { i in
            (0...12).map { j -> [Double] in
                let (a, b): (Double, Double) = (Double(i) / 12 * .pi / 2, Double(j) / 12 * .pi / 2)
                return [cos(a) * cos(b), cos(a) * sin(b), sin(a)]
            }
        }
        #expect(distance(from: sphere, to: found.population.map(\.objectives)) < 0.12)
    }

    /// BNH (Binh and Korn 1997): x = y from 0 to 3, then y = 3 and x up to 5, within two constraints.
    @Test func constraintsOfBNH() {
        let found = search([.continuous(low: 0, high: 5), .continuous(low: 0, high: 3)], size: 40, generations: 60) {
            x in
            func square(_ value: Double) -> Double { value * value }
            let inside: Double = max(0, square(x[0] - 5) + square(x[1]) - 25)
            let outside: Double = max(0, 7.7 - square(x[0] - 8) - square(x[1] + 3))
            let first: Double = 4 * square(x[0]) + 4 * square(x[1])
            let second: Double = square(x[0] - 5) + square(x[1] - 5)
            return .init(objectives: [first, second], violation: inside + outside)
        }
        let front = (0...300).map { place -> [Double] in
            let x = 5 * Double(place) / 300
            let y = min(x, 3)
            return [4 * x * x + 4 * y * y, (x - 5) * (x - 5) + (y - 5) * (y - 5)]
        }
        // The front reaches from (0, 50) to (136, 4): 2 is a seventieth of that.
        #expect(distance(from: front, to: found.population.map(\.objectives)) < 2)
        #expect(found.population.allSatisfy { $0.violation == 0 })
    }

    /// TNK (Tanaka and others 1995): the front lies on the edge of what is allowed, in three pieces.
    @Test func constraintsOfTNK() {
        let found = search(Array(repeating: .continuous(low: 0, high: .pi), count: 2), size: 60, generations: 100) {
            x in
            let angle = x[0] > 0 ? atan(x[1] / x[0]) : .pi / 2
            let radius: Double = x[0] * x[0] + x[1] * x[1]
            let edge: Double = 1 + 0.1 * cos(16 * angle) - radius
            let circle: Double = radius - x[0] - x[1]
            return .init(objectives: x, violation: max(0, edge) + max(0, circle))
        }
        let edge = (1..<2000).compactMap { place -> [Double]? in
            let angle = Double(place) / 2000 * .pi / 2
            let radius = (1 + 0.1 * cos(16 * angle)).squareRoot()
            let (x, y) = (radius * cos(angle), radius * sin(angle))
            let circle: Double = x * x + y * y - x - y
            return circle <= 0 ? [x, y] : nil
        }
        let front = Dominance.front(edge, violations: edge.map { _ in 0 }).map { edge[$0] }
        #expect(distance(from: front, to: found.front.map(\.objectives)) < 0.03)
        #expect(found.population.allSatisfy { $0.violation == 0 })
    }

    /// A knapsack of whole numbers, a switch and a choice, small enough to try everything: the whole front is found.
    @Test func mixedVariables() {
        func measure(_ x: [Double]) -> NSGA2.Measured {
            let price = [0, 3, 1][Int(x[2])]
            let gain = [0.0, 2.5, 2][Int(x[2])]
            let cost: Double = 2 * x[0] + 5 * x[1] + Double(price)
            let worth: Double = 3 * x[0] + 6 * x[1] + gain - 0.2 * x[0] * x[0]
            return .init(objectives: [cost, -worth], violation: max(0, cost - 12))
        }
        let all = (0...6).flatMap { a in
            (0...1).flatMap { b in (0...2).map { c in [Double(a), Double(b), Double(c)] } }
        }
        let measured = all.map(measure)
        let best = Dominance.front(measured.map(\.objectives), violations: measured.map(\.violation))
        let found = search(
            [.integer(low: 0, high: 6), .choice(count: 2), .choice(count: 3)], size: 12, generations: 12, measure)
        #expect(Set(found.front.map(\.values)) == Set(best.map { all[$0] }))
        #expect(Set(found.tried.map(\.values)).count > 38)
    }

    /// However many are measured at once, and whether it was kept in between; what cannot be measured survives last.
    @Test func batchesAndFilesChangeNothing() throws {
        func measure(_ x: [Double]) -> NSGA2.Measured? {
            x[1] > 0.9 ? nil : .init(objectives: [x[0], 1 - x[0] + x[1]])
        }
        let whole = search(unit(2), size: 12, generations: 6, measure)
        var part = search(unit(2), size: 12, generations: 2, batch: 5, measure)
        part.take(part.candidates.prefix(5).map { measure($0.values) })
        part = try JSONDecoder().decode(NSGA2.self, from: JSONEncoder().encode(part))
        while part.generation < 6 { part.take(part.candidates.prefix(3).map { measure($0.values) }) }
        #expect(part == whole)
        #expect(whole.population.allSatisfy { $0.violation == 0 })
        #expect(search(unit(2), size: 12, generations: 6, seed: 2, measure) != whole)
    }

    @Test func aFrontIsThinnedEvenly() {
        let front = [0, 0.1, 0.11, 0.5, 0.52, 0.9, 1].map { [$0, 1 - $0] }
        let kept = Dominance.spread(front, to: 4).map { front[$0][0] }
        #expect(kept.first == 0 && kept.last == 1 && kept.count == 4)
        #expect(kept.contains { (0.4...0.6).contains($0) })
    }
}
