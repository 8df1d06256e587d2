@preconcurrency import CGSL
import Numerics
import Testing

@Suite("Samplers: counts and categories")
struct CountSamplersTests {
    /// Pearson's test at a false-alarm rate of 1e-6; 40,000 draws catch a mean 5 % off (at 0.5 it takes that many).
    /// Means on both sides of 128, where the sum's start changes.
    @Test(arguments: [0.5, 3, 127.9, 128.1, 900])
    func poisson(mean: Double) {
        let sample = Goodness.draw(mean < 1 ? 60_000 : 40_000, "poisson \(mean)") { $0.poisson(mean: mean) }
        let cells = Int(mean + 10 * mean.squareRoot() + 10)
        let tally = Goodness.tally(sample, cells: cells)
        func probabilities(_ mean: Double) -> [Double] { (0..<cells).map { gsl_ran_poisson_pdf(UInt32($0), mean) } }
        #expect(!Goodness.rejects(counts: tally, probabilities: probabilities(mean)))
        #expect(Goodness.rejects(counts: tally, probabilities: probabilities(mean * 1.05)))
        #expect(Goodness.rejects(counts: tally, probabilities: probabilities(mean * 0.95)))
    }

    /// With the same draw a higher mean gives no lower count, also across the change of start.
    @Test func poissonRisesWithItsMean() {
        for agent in 0..<20 as Range<UInt64> {
            let counts = stride(from: 100.0, to: 160, by: 0.5).map { mean in
                var draws = Stream(seed: 1, replicate: 0, name: "rising").draws(agent: agent, month: 1)
                return draws.poisson(mean: mean)
            }
            #expect(counts == counts.sorted())
        }
    }

    /// At a mean of a million the standardised mean and variance are right within five standard errors.
    @Test func poissonOfLargeMean() {
        let mean = 1e6
        let z = Goodness.draw(1_000, "large") { (Double($0.poisson(mean: mean)) - mean) / 1e3 }
        let average = z.reduce(0, +) / 1_000
        let square = z.map { $0 * $0 }.reduce(0, +) / 1_000
        #expect(abs(average) < 5 * (1 / 1_000.0).squareRoot())
        #expect(abs(square - 1) < 5 * (2 / 1_000.0).squareRoot())
    }

    @Test func poissonOfNothingIsNothing() {
        #expect(Goodness.draw(10, "nothing") { $0.poisson(mean: 0) }.allSatisfy { $0 == 0 })
    }

    /// 100,000 draws: a weight 5 % off is caught.
    @Test func categorical() {
        let sample = Goodness.draw(100_000, "categorical") { $0.categorical([2, 0, 5, 3]) }
        let tally = Goodness.tally(sample, cells: 4)
        #expect(tally[1] == 0)
        #expect(!Goodness.rejects(counts: [tally[0], tally[2], tally[3]], probabilities: [0.2, 0.5, 0.3]))
        #expect(Goodness.rejects(counts: [tally[0], tally[2], tally[3]], probabilities: [0.2, 0.475, 0.325]))
    }

    @Test func categoricalOfOne() {
        #expect(Goodness.draw(50, "one") { $0.categorical([0, 0, 1e-300, 0]) }.allSatisfy { $0 == 2 })
    }
}
