import Foundation
import Numerics
import Testing

@testable import Analysis

@Suite("Approximate Bayesian computation")
struct SequentialABCTests {
    /// Runs a search for so many generations; `distance` may draw from the given stream by the candidate's number.
    private func search(
        _ priors: [SequentialABC.Prior], size: Int = 200, seed: UInt64 = 1, generations: Int, batch: Int = 50,
        _ distance: (SequentialABC.Particle) -> Double
    ) -> SequentialABC {
        var abc = SequentialABC(priors, size: size, seed: seed)
        while abc.generation < generations, abc.tried < 200_000, !abc.isDone {
            let candidates = abc.candidates(batch)
            abc.take(candidates, distances: candidates.map(distance))
        }
        return abc
    }

    /// The mean of 20 draws from N(theta, 1) is seen as 2. With a flat prior the posterior is N(2, 1/20): sd 0.2236.
    /// Tolerances end at about 0.04, which widens it by less than 2 %. The mean of 200 particles has a standard error of
    /// 0.016 (effective size above 150), so 0.08 is beyond five of them; the sd's is 5 %, so 25 % is five.
    @Test func normalMean() {
        let abc = search([.init(key: "theta", range: -5...5)], generations: 7) { particle in
            var draws = Numerics.Stream(seed: 9, replicate: 0, name: "data").draws(
                agent: UInt64(particle.number), month: 0)
            let mean = (0..<20).reduce(0) { sum, _ in sum + draws.normal(mean: particle.values[0], sd: 1) } / 20
            return abs(mean - 2)
        }
        #expect(abc.generation == 7 && abc.effectiveSize > 150)
        let mean = abc.population.reduce(0) { $0 + $1.weight * $1.values[0] }
        let variance = abc.population.reduce(0) { $0 + $1.weight * ($1.values[0] - mean) * ($1.values[0] - mean) }
        #expect(abs(mean - 2) < 0.08)
        #expect(abs(variance.squareRoot() / 0.2236 - 1) < 0.25)
    }

    /// Weights undo the moves: where every set is as good as any other, the prior comes out again. Of 400 uniform values,
    /// weighted to about 300, the quartiles have a standard error of 0.025; 0.13 is beyond five.
    @Test func withoutTargetsThePriorStays() {
        var abc = search([.init(key: "a", range: 0...1)], size: 400, generations: 1) { _ in 1 }
        while abc.generation < 5 {
            let candidates = abc.candidates(100)
            abc.take(candidates, distances: candidates.map { _ in 1 })
        }
        for p in [0.25, 0.5, 0.75] { #expect(abs(abc.quantile(0, at: p) - p) < 0.13, "\(p)") }
    }

    /// A target that is an interval is met at distance 0, and then the search is over; what does not matter stays wide.
    @Test func intervalsAreMet() throws {
        let priors = [SequentialABC.Prior(key: "a", range: 0...10), .init(key: "b", range: 0...10)]
        let abc = search(priors, generations: 50) { max(0, abs($0.values[0] - 3) - 0.5) }
        #expect(abc.isDone && abc.generation < 20)
        #expect(abc.population.allSatisfy { abs($0.values[0] - 3) <= 0.5 })
        #expect(abc.quantile(1, at: 0.05) < 2 && abc.quantile(1, at: 0.95) > 8)
        let near = try #require(abc.nearest(to: [9, 5]))
        #expect(near.values[0] > 3)
    }

    @Test func coresAndBatchesDoNotMatterAndASearchGoesOn() throws {
        let priors = [SequentialABC.Prior(key: "a", range: 0...1)]
        let distance = { (particle: SequentialABC.Particle) in abs(particle.values[0] - 0.3) }
        let whole = search(priors, size: 20, generations: 3, batch: 7, distance)
        var part = search(priors, size: 20, generations: 1, batch: 20, distance)
        part = try JSONDecoder().decode(SequentialABC.self, from: JSONEncoder().encode(part))
        while part.generation < 3 {
            let candidates = part.candidates(20)
            part.take(candidates, distances: candidates.map(distance))
        }
        #expect(part.population == whole.population)
    }

    @Test func whatCannotBeMeasuredIsNotKept() {
        let abc = search([.init(key: "a", range: 0...1)], size: 20, generations: 2) { particle in
            particle.values[0] < 0.5 ? .nan : particle.values[0]
        }
        #expect(abc.population.allSatisfy { $0.values[0] >= 0.5 })
    }
}
