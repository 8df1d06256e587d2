@preconcurrency import CGSL
import Numerics
import Testing

/// Kolmogorov's test at a false-alarm rate of 1e-6 each. With 150,000 draws the largest distance that passes is 0.007;
/// 5 % more spread moves a normal's or a logistic's distribution function by 0.011 or more, so it must be caught.
@Suite("Samplers: continuous")
struct SamplersTests {
    let count = 150_000

    func check(
        _ name: String, _ sampler: (inout Draws) -> Double, is right: (Double) -> Double,
        not wrong: [(Double) -> Double], at location: SourceLocation = #_sourceLocation
    ) {
        let sample = Goodness.draw(count, name, sampler)
        let rejectsRight = Goodness.rejects(sample, cdf: right)
        let rejectsWrong = wrong.map { Goodness.rejects(sample, cdf: $0) }
        #expect(!rejectsRight, sourceLocation: location)
        #expect(!rejectsWrong.contains(false), sourceLocation: location)
    }

    @Test func uniform() {
        check(
            "uniform", { $0.uniform() }, is: { gsl_cdf_flat_P($0, 0, 1) },
            not: [{ gsl_cdf_flat_P($0, 0, 1.05) }, { gsl_cdf_flat_P($0, -0.05, 1) }])
    }

    @Test func uniformInARange() {
        check(
            "range", { $0.uniform(in: -2..<3) }, is: { gsl_cdf_flat_P($0, -2, 3) },
            not: [{ gsl_cdf_flat_P($0, -2.1, 3) }, { gsl_cdf_flat_P($0, -2, 3.15) }])
    }

    @Test func logistic() {
        check(
            "logistic", { $0.logistic() }, is: { gsl_cdf_logistic_P($0, 1) },
            not: [{ gsl_cdf_logistic_P($0, 1.05) }, { gsl_cdf_logistic_P($0, 0.95) }])
    }

    @Test func normal() {
        check(
            "normal", { $0.normal(mean: 10, sd: 2) }, is: { gsl_cdf_gaussian_P($0 - 10, 2) },
            not: [{ gsl_cdf_gaussian_P($0 - 10, 2.1) }, { gsl_cdf_gaussian_P($0 - 10.5, 2) }])
    }

    @Test func exponential() {
        check(
            "exponential", { $0.exponential(mean: 3) }, is: { gsl_cdf_exponential_P($0, 3) },
            not: [{ gsl_cdf_exponential_P($0, 3.15) }, { gsl_cdf_exponential_P($0, 2.85) }])
    }

    @Test func lognormalOfAMedian() {
        let log2 = 0.693_147_180_559_945
        check(
            "median", { $0.lognormal(median: 2, logSd: 0.5) }, is: { gsl_cdf_lognormal_P($0, log2, 0.5) },
            not: [{ gsl_cdf_lognormal_P($0, log2, 0.525) }, { gsl_cdf_lognormal_P($0 / 1.05, log2, 0.5) }])
    }

    @Test func lognormalOfAMean() {
        check(
            "mean", { $0.lognormal(mean: 1, logSd: 0.5) }, is: { gsl_cdf_lognormal_P($0, -0.125, 0.5) },
            not: [{ gsl_cdf_lognormal_P($0, -0.125, 0.525) }, { gsl_cdf_lognormal_P($0 / 1.05, -0.125, 0.5) }])
    }
}

@Suite("Samplers: yes or no, whole numbers")
struct DiscreteSamplersTests {
    /// 100,000 draws: 5 % of a chance of 0.3 is ten standard errors.
    @Test func bernoulli() {
        let tally = Goodness.tally(Goodness.draw(100_000, "bernoulli") { $0.bernoulli(0.3) ? 1 : 0 }, cells: 2)
        #expect(!Goodness.rejects(counts: tally, probabilities: [0.7, 0.3]))
        #expect(Goodness.rejects(counts: tally, probabilities: [0.685, 0.315]))
        var draws = Stream(seed: 1, replicate: 0, name: "sure").draws(agent: 1, month: 1)
        #expect((0..<100).allSatisfy { _ in draws.bernoulli(1) && !draws.bernoulli(0) })
    }

    /// 100,000 draws of six: one face made 5 % likelier is caught.
    @Test func integer() {
        let tally = Goodness.tally(Goodness.draw(100_000, "die") { $0.integer(below: 6) }, cells: 6)
        #expect(!Goodness.rejects(counts: tally, probabilities: .init(repeating: 1.0 / 6, count: 6)))
        #expect(Goodness.rejects(counts: tally, probabilities: [1.05 / 6] + .init(repeating: 0.99 / 6, count: 5)))
    }

    /// Bounds for which a plain product of word and bound is far from fair: rejection must even it out.
    @Test(arguments: [3 << 30, 3 << 61])
    func largeBoundsAreFair(bound: Int) {
        let thirds = Goodness.draw(30_000, "bound \(bound)") { $0.integer(below: bound) / (bound / 3) }
        let tally = Goodness.tally(thirds, cells: 3)
        #expect(!Goodness.rejects(counts: tally, probabilities: .init(repeating: 1.0 / 3, count: 3)))
    }

    @Test func oneIsTheOnlyNumberBelowOne() {
        var draws = Stream(seed: 1, replicate: 0, name: "one").draws(agent: 1, month: 1)
        #expect((0..<20).allSatisfy { _ in draws.integer(below: 1) == 0 })
    }
}
