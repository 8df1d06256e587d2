import Foundation
import Scenarios
import Testing

@testable import Claims

@Suite("A number of one run")
struct QuantityTests {
    private func value(
        _ x: [Double], _ y: [Double] = [], from: Int, until: Int, _ statistic: Claim.Statistic, lags: Int = 1
    ) -> Double {
        var quantity = Claim.Quantity()
        quantity.observable = "x"
        quantity.behind = statistic == .leadLag ? "y" : nil
        (quantity.from, quantity.until, quantity.statistic, quantity.lags) = (from, until, statistic, lags)
        return quantity.value { $0 == "x" ? x : y }
    }

    @Test("means and sums are over the months that have a value")
    func means() {
        let months = [9, 1, .nan, 3, 9]
        #expect(value(months, from: 2, until: 4, .mean) == 2)
        #expect(value(months, from: 2, until: 4, .sum) == 4)
        #expect(value(months, from: 3, until: 3, .mean).isNaN)
        #expect(value(months, from: 6, until: 8, .sum).isNaN)
    }

    @Test("a series goes ahead of what repeats it a month later; one that stands still of nothing")
    func leads() {
        let x = (0..<40).map { sin(Double($0 * $0)) }
        let y = [0] + x.dropLast()
        #expect(value(x, y, from: 1, until: 40, .leadLag) > 0.7)
        #expect(value(y, x, from: 1, until: 40, .leadLag) < -0.7)
        #expect(value(x, Array(repeating: 0.3, count: 40), from: 1, until: 40, .leadLag) == 0)
        #expect(value(x, x, from: 1, until: 40, .leadLag, lags: 6) == 0, "of itself neither ahead nor behind")
    }
}
