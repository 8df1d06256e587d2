import Analysis
import Governance
import Testing

@testable import Reporting

@Suite("Units that numbers are shown in")
struct QuantityTests {
    @Test("Shares in per cent, their differences in percentage points")
    func shares() {
        let quantity = Quantity(unit: "share", in: .en, showing: [0.0712, 0.114])
        #expect(quantity.text(0.0712) == "7.1")
        #expect(quantity.unit == "%")
        #expect(quantity.units(in: .en) == "%, difference in points")
        #expect(Quantity(unit: "share", in: .zh, showing: [0.1]).differenceUnit == "百分点")
    }

    @Test("Shares below 1 % keep two decimals")
    func small() { #expect(Quantity(unit: "share", in: .en, showing: [0.0042]).text(0.0042) == "0.42") }

    @Test("Money: thousands and millions in English, ten thousands and hundred millions in Chinese")
    func money() {
        let cases: [(Double, String, String, String, String)] = [
            (9_500, "9,500", "yuan", "9,500", "元"),
            (23_000, "23,000", "yuan", "2.30", "万元"),
            (2_300_000, "2,300", "thousand yuan", "230", "万元"),
            (450_000_000, "450", "million yuan", "4.50", "亿元"),
        ]
        for (yuan, en, enUnit, zh, zhUnit) in cases {
            let english = Quantity(unit: "yuan", in: .en, showing: [yuan])
            let chinese = Quantity(unit: "yuan", in: .zh, showing: [yuan])
            #expect(english.text(yuan) == en && english.unit == enUnit)
            #expect(chinese.text(yuan) == zh && chinese.unit == zhUnit)
        }
    }

    @Test("Fen are shown in yuan, compound units in the reader's words, unknown ones as they are")
    func units() {
        #expect(Quantity(unit: "fen", in: .en, showing: [12_345]).text(12_345) == "123")
        #expect(Quantity(unit: "yuan/unit", in: .zh, showing: [8]).unit == "元/单位")
        #expect(Quantity(unit: "parsecs", in: .zh, showing: [8]).unit == "parsecs")
        #expect(Quantity(unit: "1", in: .en, showing: [8]).phrase(8) == "8.00")
        #expect(Quantity(unit: "yuan", in: .en, showing: [8]).phrase(-8) == "\u{2212}8.00 yuan")
    }

    @Test("A narrow interval asks for more decimals, up to four")
    func decimals() {
        #expect(Quantity(unit: "1", in: .en, showing: [50], steps: [0.02]).text(50) == "50.00")
        #expect(Quantity(unit: "1", in: .en, showing: [50], steps: [1e-9]).text(50) == "50.0000")
        #expect(Quantity(unit: "1", in: .en, showing: [50], steps: [0, .nan]).text(50) == "50.0")
    }

    @Test("every observable's unit has a name in Chinese", arguments: Observable.all.map(\.unit))
    func named(unit: String) {
        let shown = Quantity(unit: unit, in: .zh, showing: [1]).unit
        #expect(!shown.contains { $0.isASCII && $0.isLetter }, "\(unit): \(shown)")
    }

    @Test("Nothing but zeros needs no decimals")
    func zeros() { #expect(Quantity(unit: "share", in: .en, showing: [0, 0]).text(0) == "0") }

    @Test("A difference with its interval")
    func difference() {
        let quantity = Quantity(unit: "share", in: .en, showing: [0.5])
        let estimate = Estimate(of: [0.01, 0.01])
        #expect(quantity.difference(estimate) == "+1.0 percentage points [+1.0,\u{A0}+1.0]")
    }
}
