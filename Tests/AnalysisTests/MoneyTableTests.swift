import Archive
import Testing

@testable import Analysis

@Suite("Money of whole runs")
struct MoneyTableTests {
    private func row(_ month: Int, _ from: String, _ to: String, _ purpose: String, _ fen: Int64) -> RunRecord.MoneyRow
    {
        .init(month: month, from: from, to: to, purpose: purpose, fen: fen)
    }

    @Test("Accounts of a kind and all months are summed; the mean is over runs")
    func means() throws {
        var table = MoneyTable(scenarios: 2)
        table.add(
            [
                row(1, "fund:line/1", "project:a", "grant", 100), row(2, "fund:line/2", "project:b", "grant", 300),
                row(2, "project:a", "outside:suppliers", "spending", 50),
            ], scenario: 0)
        table.add([row(1, "fund:line/1", "project:c", "grant", 800)], scenario: 0)
        let rows = table.rows(scenario: 0)
        #expect(rows.map(\.flow.purpose) == ["grant", "spending"])
        #expect(rows[0].flow == .init(from: "fund", to: "project", purpose: "grant"))
        #expect(rows[0].yuan.mean == 6)
        #expect(rows[1].yuan.mean == 0.25)
        #expect(table.rows(scenario: 1) == [])
    }

    @Test("A run in which a flow does not occur counts as 0, before as after")
    func absent() {
        var table = MoneyTable(scenarios: 1)
        table.add([], scenario: 0)
        table.add([row(1, "outside:donors", "committee:x", "release", 300)], scenario: 0)
        table.add([], scenario: 0)
        #expect(table.rows(scenario: 0).map(\.yuan.mean) == [1])
        #expect(table.rows(scenario: 0)[0].yuan.count == 3)
    }

    @Test(
        "Kinds of accounts",
        arguments: [
            ("outside:city-budget", "outside:city-budget"), ("fund:qingyuan/3", "fund"),
            ("committee:jinhuali", "committee"), ("project:jinhuali:2008:3", "project"), ("odd", "odd"),
        ])
    func kinds(account: String, kind: String) { #expect(MoneyTable.kind(of: account) == kind) }
}
