import Testing

@testable import Allocation

@Suite struct DecimalTextTests {
    @Test func numbersAreRead() {
        #expect(DecimalText("1234.50").map { [$0.mantissa, Int64($0.places)] } == [12345, 1])
        #expect(DecimalText("400000.0").map { [$0.mantissa, Int64($0.places)] } == [400_000, 0])
        #expect(DecimalText("-2,5").map { [$0.mantissa, Int64($0.places)] } == [-25, 1])
        #expect(DecimalText("0.000")?.mantissa == 0)
        #expect(DecimalText("007")?.mantissa == 7)
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "1 000", "1e5", "NaN", "1,000", "1234567890123456789", "٣", "--1"])
    func otherTextsAreNot(_ text: String) { #expect(DecimalText(text) == nil) }

    @Test func scalingStopsAtItsLimits() {
        #expect(DecimalText("1.5")?.scaled(to: 2) == 150)
        #expect(DecimalText("1.5")?.scaled(to: 0) == nil)
        #expect(DecimalText("999999999999")?.scaled(to: 18) == nil)
    }
}
