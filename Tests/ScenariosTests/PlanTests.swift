import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Plan files")
struct PlanTests {
    private static let right = """
        id: p
        title: {en: T, zh: 题}
        summary: {en: S, zh: 摘要}
        scenario: a.yaml
        months: 48
        levers:
          - {id: load, key: institutions.taskLoad, range: [0.1, 0.9], decimals: 1}
          - {id: rights, key: institutions.rights.design}
          - {id: share, key: institutions.sensing.survey}
        constraints: [load > 0.3 or rights]
        budget: {yearly: {value: 500000, assumed: a sum}}
        goals:
          - {id: need, name: {en: N, zh: 需}, observable: need.mean, months: [37, 48], aim: lower}
          - {id: cost, name: {en: C, zh: 费}, kind: cost}

        """

    private func read(_ text: String) throws -> Plan {
        let path = NSTemporaryDirectory() + "cogov-plan-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Plan.read(path: path)
    }

    @Test func everyPartIsRead() throws {
        let plan = try read(Self.right)
        #expect(plan.levers.map(\.domain) == [.steps(9), .options(2), .continuous])
        #expect(plan.budget.yearly == 500_000 && plan.budget.except == [.wages, .publicService])
        #expect(plan.goals[0].kind == .level(observable: "need.mean", months: 37...48) && plan.goals[0].isLess)
        let values = plan.levers.map { $0.value(0) { _, u in .number(u) } }
        #expect(values == [.value(.number(0.1)), .value(.flag(false)), .value(.number(0))])
        #expect(plan.broken(values) == 1)
        #expect(plan.levers[0].value(8) { _, u in .number(u) } == .value(.number(0.9)))
    }

    /// Ten times these ends is one number, beyond what 64 bits hold.
    @Test func aRangeOfHugeNumbersHasNoGrid() throws {
        let huge = Self.right.replacing("[0.1, 0.9]", with: "[4.963480696735528e+20, 4.9634806967355284e+20]")
        #expect(try read(huge).levers[0].domain == .continuous)
    }

    @Test(arguments: [
        ("observable: need.mean", "observable: need.mena", "did you mean need.mean?"),
        ("aim: lower", "aim: down", "higher, lower"), (", aim: lower", "", "no aim"),
        ("[37, 48]", "[37, 60]", "months from 1 to 48"), ("[37, 48]", "[48, 37]", "in rising order"),
        ("kind: cost", "kind: cost, observable: need.mean", "a cost with an observable"),
        ("load > 0.3", "laod > 0.3", "did you mean load?"), (", assumed: a sum", "", "without a source"),
        ("id: rights,", "id: load,", "a second time"), ("levers:", "leevers:", "did you mean levers?"),
        ("budget: {", "budget: {payer: x, ", "did you mean payers?"),
        ("months: 48", "months: 48\nfrom: 49", "at most the 48 months"),
        ("institutions.rights.design}", "committees.staff}", "without values"),
    ])
    func faultsAreTold(old: String, new: String, words: String) throws {
        do {
            _ = try read(Self.right.replacingOccurrences(of: old, with: new))
            Issue.record("\(new) was taken")
        } catch let faults as ScenarioFaults {
            #expect(faults.faults.contains { $0.description.contains(words) }, "\(faults.faults)")
            #expect(faults.faults.allSatisfy { $0.line != nil }, "\(faults.faults)")
        }
    }

    @Test func theSchemaIsJSON() throws {
        let schema = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.planJSON().utf8)) as? [String: Any]
        #expect((schema?["properties"] as? [String: Any])?["levers"] != nil)
    }

    /// The plan that comes with the program reads without a fault.
    @Test func theShippedPlan() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let plan = try Plan.read(path: root.appendingPathComponent("Plans/one-street.yaml").path)
        #expect(plan.levers.count == 8 && plan.goals.count == 5)
    }
}
