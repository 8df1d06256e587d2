@preconcurrency import CGSL
import Numerics
import Testing

@Suite("Standard normal quantile")
struct StandardNormalTests {
    @Test func agreesWithTheDistributionFunction() {
        // From the far tail, each step a factor, to the middle.
        var largest = 0.0
        for p in sequence(first: 1e-300, next: { $0 < 0.45 ? $0 * 1.01 : nil }) {
            let exact = gsl_cdf_ugaussian_Pinv(p)
            largest = max(largest, abs(StandardNormal.quantile(p) / exact - 1))
        }
        #expect(largest < 1e-14)
        #expect(StandardNormal.quantile(0.5) == 0)
        #expect(abs(StandardNormal.quantile(0.975) - 1.959_963_984_540_054) < 1e-15)
        #expect(StandardNormal.quantile(0.25) == -StandardNormal.quantile(0.75))
    }

    @Test func endsAreInfinite() {
        #expect(StandardNormal.quantile(0) == -.infinity && StandardNormal.quantile(1) == .infinity)
        #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(.nan).isNaN)
    }
}
