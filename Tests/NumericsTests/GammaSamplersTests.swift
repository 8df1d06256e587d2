@preconcurrency import CGSL
import Numerics
import Testing

/// Kolmogorov's test at a false-alarm rate of 1e-6 each; 100,000 draws catch a shape, scale or mean 5 % off.
@Suite("Samplers: gamma and beta")
struct GammaSamplersTests {
    let count = 100_000

    @Test(arguments: [0.4, 1, 4.5])
    func gamma(shape: Double) {
        let sample = Goodness.draw(count, "gamma \(shape)") { $0.gamma(shape: shape, scale: 2) }
        #expect(!Goodness.rejects(sample) { gsl_cdf_gamma_P($0, shape, 2) })
        #expect(Goodness.rejects(sample) { gsl_cdf_gamma_P($0, shape * 1.05, 2) })
        #expect(Goodness.rejects(sample) { gsl_cdf_gamma_P($0, shape, 2.1) })
    }

    @Test(arguments: [(2.0, 3.0), (0.5, 0.5), (20.0, 1.5)])
    func beta(a: Double, b: Double) {
        let sample = Goodness.draw(count, "beta \(a) \(b)") { $0.beta(a, b) }
        #expect(!Goodness.rejects(sample) { gsl_cdf_beta_P($0, a, b) })
        #expect(Goodness.rejects(sample) { gsl_cdf_beta_P($0, a * 1.05, b) })
        #expect(Goodness.rejects(sample) { gsl_cdf_beta_P($0, a, b * 1.05) })
    }

    /// Both gamma draws underflow here; the share must stay a number, near one end or the other.
    @Test func tinyShapesStayFinite() {
        let sample = Goodness.draw(2_000, "tiny") { $0.beta(1e-4, 1e-4) }
        #expect(sample.allSatisfy { (0...1).contains($0) })
        let average = sample.reduce(0, +) / 2_000
        #expect(abs(average - 0.5) < 0.06)
    }
}
