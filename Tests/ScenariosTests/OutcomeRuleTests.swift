import Governance
import Testing

@testable import Scenarios

@Suite("Which cases are of interest")
struct OutcomeRuleTests {
    private let names = ["need.mean", "trust.committee", "cost"]

    private func rule(_ text: String, months: Bool = true) throws -> OutcomeRule {
        try OutcomeRule(text, names: names, hasMonths: months, option: "--where")
    }

    @Test func monthsAreTold() throws {
        let rule = try rule(
            "need.mean at month 36 > 0.4 and trust.committee in months 25 to 36 < 0.3 or cost at end > 1 and need.mean at 7 > cost"
        )
        #expect(rule.measures.map(\.name) == ["need.mean", "trust.committee", "cost", "need.mean", "cost"])
        #expect(rule.measures.map(\.months) == [36...36, 25...36, nil, 7...7, nil])
        #expect(rule.holds([0.5, 0.2, 0, 0, 0]) && !rule.holds([0.5, 0.4, 0, 0, 0]) && rule.holds([0, 0, 2, 3, 1]))
    }

    /// A quantile is of what was named before it, or of what it names itself.
    @Test func quantilesAreOfAllCases() throws {
        let cases = (1...10).map { [Double($0), Double($0)] }
        let median = { (values: [Double], share: Double) in values.sorted()[Int(share * Double(values.count - 1))] }
        let short = try rule("need.mean at 12 > quantile(0.5)")
        #expect(short.measures == (try rule("need.mean at 12 > quantile(need.mean at 12, 0.5)")).measures)
        #expect(short.verdicts(cases, quantile: { values, share in median(values, share) }).count { $0 } == 5)
    }

    @Test(arguments: [
        ("need.mena > 1", "need.mean"), ("need.mean at month 0 > 1", "from 1 to 1200"), ("need.mean", "a comparison"),
        ("quantile(0.5) > 1", "a quantile of nothing"), ("need.mean > quantile(2)", "a share from 0 to 1"),
        ("need.mean in months 9 to 3 > 1", "from 9 to 1200"), ("1 < 2", "nothing measured"),
        ("need.mean > ", "the end"),
    ])
    func whatIsWrongIsTold(text: String, words: String) {
        do throws(ScenarioFaults) {
            _ = try OutcomeRule(text, names: names, hasMonths: true, option: "--where")
            Issue.record("\(text) was taken")
        } catch {
            #expect(error.faults.first?.description.contains(words) == true, "\(error)")
            #expect(error.faults.first?.file == "--where")
        }
    }

    @Test func tablesHaveNoMonths() throws {
        #expect(try rule("cost > 3", months: false).measures.map(\.months) == [nil])
        #expect(throws: ScenarioFaults.self) { try rule("cost at month 3 > 3", months: false) }
    }
}

@Suite("Tables of cases")
struct DataTableTests {
    private func table(_ text: String) throws -> DataTable { try DataTable(Array(text.utf8), path: "t.csv") }

    @Test func numbersAndWords() throws {
        let table = try table("a, \"b\",c\n1,x,2.5\n-3e2,y,0\n\n")
        #expect(table.count == 2 && table.columns.map(\.name) == ["a", "b", "c"] && table.numbers == ["a", "c"])
        #expect(table.columns[0].values == .numbers([1, -300]) && table.columns[1].values == .words(["x", "y"]))
    }

    @Test(arguments: [
        ("a,b\n1\n", "t.csv:2: found 1 fields"), ("a,a\n1,2\n", "the column a twice"),
        ("a,b\n1,\n", "t.csv:2: b: found nothing"),
        ("a,b\n", "no cases"), ("a,,b\n1,2,3\n", "without a name"),
    ])
    func faultsHaveTheirLine(text: String, words: String) {
        do {
            _ = try table(text)
            Issue.record("taken")
        } catch let faults as ScenarioFaults {
            #expect(faults.faults.contains { $0.description.contains(words) }, "\(faults.faults)")
        } catch { Issue.record(error) }
    }
}
