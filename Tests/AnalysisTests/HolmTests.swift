import Foundation
import Numerics
import Testing

@testable import Analysis

@Suite("Holm's method")
struct HolmTests {
    /// 0.01 x 4, 0.02 x 3, then 0.03 x 2 and 0.04 x 1, neither of which may fall below the one before.
    @Test("By hand, in the order given; what was not tested does not count")
    func byHand() {
        let adjusted = Holm.adjusted([0.04, nil, 0.01, 0.03, 0.02])
        for (found, expected) in zip(adjusted, [0.06, nil, 0.04, 0.06, 0.06]) {
            #expect((found == nil) == (expected == nil) && abs((found ?? 0) - (expected ?? 0)) < 1e-15)
        }
        #expect(Holm.adjusted([0.7, 0.6]) == [1, 1])
        #expect(Holm.adjusted([nil]) == [nil] && Holm.adjusted([]).isEmpty)
    }

    /// 2,000 families of 30 independent true hypotheses: those in which one is rejected at 5 % are a binomial count whose
    /// probability is 1 - (1 - 0.05 / 30)^30 = 4.88 %; the bound is 3.9 standard errors.
    @Test("One family in twenty has a false mark")
    func familyWise() {
        var draws = Stream(seed: 7, replicate: 0, name: "holm").draws(agent: 0, month: 0)
        let families = 2000
        let wrong = (0..<families).count { _ in
            let values = (0..<30).map { _ in Optional(Double.random(in: 0..<1, using: &draws)) }
            return Holm.adjusted(values).contains { ($0 ?? 1) <= 0.05 }
        }
        let expected: Double = 1 - pow(1 - 0.05 / 30.0, 30.0)
        let error = (expected * (1 - expected) / Double(families)).squareRoot()
        #expect(abs(Double(wrong) / Double(families) - expected) < 3.9 * error)
    }
}
