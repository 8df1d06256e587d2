import Governance
import Testing

@testable import Analysis

extension SeriesTable.Scenario {
    static func test(_ id: String, months: Int) -> Self {
        .init(id: id, title: Text(en: id, zh: id), start: YearMonth(year: 2007, month: 8), months: months)
    }
}

@Suite("The table of series")
struct SeriesTableTests {
    private let scenarios = [SeriesTable.Scenario.test("a", months: 2), .test("b", months: 3)]
    private let observables = Array(Observable.all.prefix(2))

    @Test("Numbers lie row by row: scenario, replicate, month, observable")
    func layout() throws {
        let table = try SeriesTable(
            scenarios: scenarios, observables: observables, replicates: 2, values: (0..<24).map(Double.init))
        #expect(table.months == 3)
        #expect(table[scenario: 0, replicate: 0, month: 1, observable: 0] == 0)
        #expect(table[scenario: 0, replicate: 0, month: 1, observable: 1] == 1)
        #expect(table[scenario: 0, replicate: 0, month: 2, observable: 0] == 2)
        #expect(table[scenario: 0, replicate: 1, month: 1, observable: 0] == 6)
        #expect(table[scenario: 1, replicate: 1, month: 3, observable: 1] == 23)
        #expect(table.sample(scenario: 1, month: 2, observable: 1) == [15, 21])
    }

    @Test("What is not recorded is undefined; a recorded row stands where it belongs")
    func recording() throws {
        var table = SeriesTable(scenarios: scenarios, observables: observables, replicates: 2)
        try table.record([4, 5], scenario: 1, replicate: 0, month: 3)
        #expect(table.sample(scenario: 1, month: 3, observable: 1)[0] == 5)
        #expect(table.sample(scenario: 1, month: 3, observable: 1)[1].isNaN)
        #expect(table.values.count { $0.isFinite } == 2)
        #expect(table.estimates(scenario: 0, observable: 0).count == 2)
        #expect(table.wholeReplicates == 0)
        try table.record([.nan, 5], scenario: 0, replicate: 0, month: 1)
        #expect(table.wholeReplicates == 1)
        #expect(table.estimate(scenario: 1, month: 3, observable: 0).mean == 4)
    }

    @Test("Numbers that do not fit are refused with both counts")
    func shape() {
        #expect(throws: SeriesTable.ShapeError(found: 3, expected: 24)) {
            try SeriesTable(scenarios: scenarios, observables: observables, replicates: 2, values: [1, 2, 3])
        }
        #expect(throws: SeriesTable.ShapeError(found: 1, expected: 2)) {
            var table = SeriesTable(scenarios: scenarios, observables: observables, replicates: 2)
            try table.record([1], scenario: 0, replicate: 0, month: 1)
        }
    }

    @Test("Scenarios and observables are found by name")
    func names() {
        let table = SeriesTable(scenarios: scenarios, observables: observables, replicates: 1)
        #expect(table.index(ofScenario: "b") == 1)
        #expect(table.index(ofObservable: observables[1].key) == 1)
        #expect(table.index(ofObservable: "no such key") == nil)
    }
}
