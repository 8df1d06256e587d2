import Archive
import Governance
import Testing

@testable import Analysis

@Suite struct MeasureTests {
    @Test func written() throws {
        #expect(try Measure("need.mean").months == nil)
        #expect(try Measure("need.mean@36").months == 36...36)
        #expect(try Measure("need.mean@85-120").months == 85...120)
        for text in ["need.mean@36", "need.mean@85-120", "need.mean"] { #expect(try Measure(text).description == text) }
        for text in ["need.mean@0", "need.mean@9-3", "need.mean@", "need.mean@a", "need.mean@1-2-3"] {
            #expect(throws: Measure.Fault.months(String(text.dropFirst("need.mean@".count)))) { try Measure(text) }
        }
        #expect(throws: Measure.Fault.unknown(observable: "nothing")) { try Measure("nothing@3") }
    }

    @Test func valuesOfARun() throws {
        let run = RunRecord(
            scenario: "a", replicate: 1, months: 4, kept: [2, 3, 4], seconds: 0, world: [1, 20, 2, .nan, 3, 40],
            hasMoney: false, money: [])
        #expect(try Measure("need.mean").value(in: run, column: 0, of: 2) == 3)
        #expect(try Measure("need.mean@2-4").value(in: run, column: 1, of: 2) == 30)
        #expect(try Measure("need.mean@1").value(in: run, column: 0, of: 2).isNaN)
        #expect(try Measure("need.mean@5").value(in: run, column: 0, of: 2).isNaN)
    }
}
