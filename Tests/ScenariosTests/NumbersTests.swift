import Testing

@testable import Scenarios

@Suite("Numbers as files write them")
struct NumbersTests {
    @Test("yuan become fen exactly")
    func fen() {
        #expect(NumberText.fen("0") == 0)
        #expect(NumberText.fen("0.1") == 10)
        #expect(NumberText.fen("0.29") == 29)
        #expect(NumberText.fen("1234.5") == 123_450)
        #expect(NumberText.fen(".5") == 50)
        #expect(NumberText.fen("999999999999.99") == 99_999_999_999_999)
        for wrong in ["", "-1", "1.", ".", "1.234", "1e3", "1 000", "01", "1000000000000"] {
            #expect(NumberText.fen(wrong) == nil, "\(wrong)")
        }
    }

    @Test("decimal numbers, and nothing that only looks like one")
    func doubles() {
        #expect(NumberText.double("0.5") == 0.5)
        #expect(NumberText.double("-3") == -3)
        #expect(NumberText.double("+2") == 2)
        #expect(NumberText.double(".5") == 0.5)
        #expect(NumberText.double("1e-4") == 1e-4)
        for wrong in ["", ".", "5.", "e5", "0x1", "1_0", "nan", ".nan", "inf", "1e999", "01", "1,5", "1:30"] {
            #expect(NumberText.double(wrong) == nil, "\(wrong)")
        }
        #expect(NumberText.integer("12") == 12)
        #expect(NumberText.integer("1.0") == nil)
        #expect(NumberText.integer("9223372036854775808") == nil)
    }

    @Test("a sum is told without what binary fractions leave")
    func sums() {
        #expect(NumberText.rounded(0.1 + 0.2) == "0.3")
        #expect(NumberText.plain(1) == "1")
        #expect(NumberText.plain(0.25) == "0.25")
    }
}
