import Numerics
import Testing

/// Draws written down bit for bit: should one change, every stored result changes with it, and so says the changelog.
///
/// They are the same in debug and release builds, whatever the processor: no system function is behind them.
@Suite("Draws that stay what they are")
struct GoldenDrawsTests {
    /// A hash of a thousand draws.
    func hash(_ name: String, _ sampler: (inout Draws) -> Double) -> UInt64 {
        Goodness.draw(1_000, name, sampler).reduce(0) { Identity.mix($0 ^ $1.bitPattern) }
    }

    @Test func samplers() {
        #expect(hash("uniform") { $0.uniform() } == 0x1C74_4F84_7B7E_D31B)
        #expect(hash("logistic") { $0.logistic() } == 0x83C2_4229_41EC_91A5)
        #expect(hash("normal") { $0.normal(mean: 1, sd: 3) } == 0x2017_7C82_6378_345B)
        #expect(hash("lognormal") { $0.lognormal(median: 1, logSd: 0.5) } == 0x7D1F_435F_D994_B2EA)
        #expect(hash("exponential") { $0.exponential(mean: 2) } == 0x282D_8C49_56EE_CDF8)
        #expect(hash("gamma") { $0.gamma(shape: 0.7, scale: 2) } == 0xAE79_42B5_40F6_42C4)
        #expect(hash("beta") { $0.beta(2, 0.5) } == 0xBFBF_E4E7_F9A3_1146)
        #expect(hash("poisson") { Double($0.poisson(mean: 4.2)) } == 0xD930_F39A_0BCA_680B)
        #expect(hash("poisson of many") { Double($0.poisson(mean: 4200)) } == 0xD69F_252B_2832_D63F)
        #expect(hash("categorical") { Double($0.categorical([0.2, 0.5, 0.3])) } == 0x1571_FB6E_656B_A047)
        #expect(hash("integer") { Double($0.integer(below: 1000)) } == 0x83E4_2897_3759_A382)
        #expect(hash("sample") { Double($0.sample(3, of: 50)[2]) } == 0xA68F_9A5B_0EB9_08BF)
    }

    /// A whole community's logistic draws, by the loop that the compiler vectorises.
    @Test func denseLogisticDraws() {
        let count = 4_000
        let draws = UnsafeMutablePointer<Float>.allocate(capacity: Stream.capacity(for: count))
        defer { draws.deallocate() }
        let stream = Stream(seed: 20_260_101, replicate: 0, name: "dense")
        stream.fill(logistic: draws, count: count, community: 3, month: 14, draw: 1)
        let hash = (0..<count).reduce(0 as UInt64) { Identity.mix($0 ^ UInt64(draws[$1].bitPattern)) }
        #expect(hash == 0xDF15_776B_769B_935F)
    }
}
