import Testing

@testable import Reporting

@Suite("Numbers as people read them")
struct NumberTextTests {
    @Test(
        "Fixed decimals, grouped thousands, halves away from 0, no minus zero",
        arguments: [
            (0.0, 2, "0.00"), (1234567.891, 1, "1,234,567.9"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"),
            (2.5, 0, "3"), (-2.5, 0, "-3"), (999.95, 1, "1,000.0"), (0.05, 1, "0.1"),
        ])
    func fixed(value: Double, decimals: Int, expected: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == expected)
    }

    @Test("A plus where asked for, another minus where asked for, nothing for what is not finite")
    func signs() {
        #expect(NumberText.fixed(1.5, decimals: 1, plus: true) == "+1.5")
        #expect(NumberText.fixed(0, decimals: 1, plus: true) == "0.0")
        #expect(NumberText.fixed(-1.5, decimals: 1, plus: true, minus: "\u{2212}") == "\u{2212}1.5")
        #expect(NumberText.fixed(.nan, decimals: 1) == nil)
        #expect(NumberText.fixed(.infinity, decimals: 1) == nil)
    }

    @Test("Whole numbers", arguments: [(0, "0"), (999, "999"), (130_000, "130,000"), (-1_000, "-1,000")])
    func whole(value: Int, expected: String) { #expect(NumberText.whole(value) == expected) }

    @Test("Places in drawings", arguments: [(0.0, "0"), (3.04, "3"), (-0.06, "-0.1"), (12.25, "12.3"), (-7.0, "-7")])
    func coordinate(value: Double, expected: String) { #expect(NumberText.coordinate(value) == expected) }
}
