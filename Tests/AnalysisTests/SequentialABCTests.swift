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

    /// Mean and standard deviation of a normal, from 20 draws of mean 1 and standard deviation 2, with flat priors on the mean and on the
    /// logarithm of the standard deviation: mu is 1 + t(19) 2 / sqrt(20), sigma^2 is 19 x 4 / chi^2(19) (Box and Tiao 1973, section 2.4).
    /// The spreads of both are near 0.47 and 0.17. Mean and variance say all that a sample says, so these are drawn: N(mu, sigma^2 / 20)
    /// and sigma^2 chi^2(19) / 19. The search ends with a tolerance below 0.7 spreads: a disc of that radius adds 0.7^2 / 4 to the variance
    /// in either direction, which moves the outer quantiles by 0.08 spreads. Of 400 particles weighted to 240 or more, a tenth part's end
    /// has a standard error of 0.11 spreads: 0.4 is three of them beyond that.
    @Test(arguments: MoveKernel.Kind.allCases) func twoParameters(kernel: MoveKernel.Kind) throws {
        var abc = SequentialABC(
            [.init(key: "mu", range: -6...8), .init(key: "log", range: -1...2.5)], size: 400, seed: 3, kernel: kernel)
        while abc.tolerance ?? .infinity > 0.7 {
            let candidates = abc.candidates(100)
            abc.take(
                candidates,
                distances: candidates.map { particle in
                    var draws = Numerics.Stream(seed: 11, replicate: 0, name: "two").draws(
                        agent: UInt64(particle.number), month: 0)
                    let sigma = Portable.exp(particle.values[1])
                    let mean = draws.normal(mean: particle.values[0], sd: sigma / 20.0.squareRoot())
                    let square = sigma * sigma * draws.gamma(shape: 9.5, scale: 2) / 19
                    let (a, b) = ((mean - 1) / 0.47, (Portable.log(square) / 2 - Portable.log(2)) / 0.17)
                    return (a * a + b * b).squareRoot()
                })
        }
        #expect(abc.effectiveSize > 240)
        let t = Distribution.studentT(freedom: 19), chi = Distribution.chiSquare(freedom: 19)
        for p in [0.1, 0.5, 0.9] {
            let mu = 1 + (try t.quantile(p)) * 2 / 20.0.squareRoot()
            let log = Portable.log(76 / (try chi.quantile(1 - p))) / 2
            #expect(abs(abc.quantile(0, at: p) - mu) < 0.4 * 0.47, "mu \(p)")
            #expect(abs(abc.quantile(1, at: p) - log) < 0.4 * 0.17, "log sigma \(p)")
        }
    }

    /// Honest intervals: of forty data sets whose mean was drawn from the prior, the 90 % intervals hold the true mean in about 36. In an
    /// honest search fewer than 30 come about once in 800, and intervals are as wide as theory has them.
    @Test func intervalsHoldTheTruthAsOftenAsTheySay() {
        var (held, width) = (0, 0.0)
        for set in 0..<40 {
            var truth = Numerics.Stream(seed: 21, replicate: UInt32(set), name: "truth").draws(agent: 0, month: 0)
            let theta = truth.uniform() * 6 - 3
            let seen = truth.normal(mean: theta, sd: 0.3)
            let abc = search([.init(key: "theta", range: -3...3)], size: 80, seed: UInt64(set), generations: 5) {
                particle in
                var draws = Numerics.Stream(seed: 22, replicate: UInt32(set), name: "data").draws(
                    agent: UInt64(particle.number), month: 0)
                return abs(draws.normal(mean: particle.values[0], sd: 0.3) - seen)
            }
            let (low, high) = (abc.quantile(0, at: 0.05), abc.quantile(0, at: 0.95))
            if (low...high).contains(theta) { held += 1 }
            width += (high - low) / 40
        }
        #expect((30...40).contains(held), "\(held)")
        #expect((0.75...1.2).contains(width / (2 * 1.645 * 0.3)), "\(width)")
    }

    /// Where only the sum of two parameters is known, moves along the ridge are kept more often than moves of each by itself.
    @Test func jointMovesFollowARidge() {
        func tried(_ kernel: MoveKernel.Kind) -> Int {
            var abc = SequentialABC(
                [.init(key: "a", range: 0...1), .init(key: "b", range: 0...1)], size: 200, seed: 2, kernel: kernel)
            while abc.generation < 7 {
                let candidates = abc.candidates(100)
                abc.take(candidates, distances: candidates.map { abs($0.values[0] + $0.values[1] - 1) })
            }
            return abc.tried
        }
        #expect(Double(tried(.joint)) < 0.8 * Double(tried(.separate)))
    }

    /// A smaller quantile tightens faster.
    @Test func theToleranceFollowsItsQuantile() {
        func tolerance(_ quantile: Double) -> Double {
            var abc = SequentialABC([.init(key: "a", range: 0...1)], size: 40, seed: 1, quantile: quantile)
            while abc.generation < 3 {
                let candidates = abc.candidates(40)
                abc.take(candidates, distances: candidates.map { abs($0.values[0] - 0.3) })
            }
            return abc.tolerance ?? .infinity
        }
        #expect(tolerance(0.25) < 0.5 * tolerance(0.5))
    }

    /// Sets drawn for predictions come as often as their weight says, to within one.
    @Test func predictionsAreDrawnByWeight() {
        let abc = search([.init(key: "a", range: 0...1)], size: 20, generations: 3) { abs($0.values[0] - 0.3) }
        let drawn = abc.drawn(100)
        for particle in abc.population {
            let count = drawn.count { $0 == particle.values }
            #expect(abs(Double(count) - 100 * particle.weight) <= 1)
        }
        let prediction = PosteriorPrediction([0, 1, 2, 3, .nan], target: 1...2)
        #expect(prediction.within?.count == 2 && prediction.within?.total == 5)
        #expect(
            prediction.interval.map { abs($0.lowerBound - 0.15) < 1e-12 && abs($0.upperBound - 2.85) < 1e-12 } == true)
    }
}
