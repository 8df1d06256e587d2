import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Roll-outs in scenario files")
struct RolloutTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios").path

    private func read(_ changes: String...) throws(ScenarioFaults) -> ScenarioSpecification {
        try ScenarioReader.read(path: Self.folder + "/scaleups/qingyuan.yaml", overrides: changes).specification
    }

    private func faults(_ changes: String...) -> [ScenarioFault] {
        do throws(ScenarioFaults) {
            _ = try ScenarioReader.read(path: Self.folder + "/scaleups/qingyuan.yaml", overrides: changes)
            return []
        } catch { return error.faults }
    }

    @Test func qingyuanIsRead() throws {
        let specification = try read()
        let rollout = try #require(specification.rollout)
        #expect((rollout.group, rollout.others, rollout.pilots) == ("pilot", "rest", 4))
        #expect(rollout.at == YearMonth(year: 2007, month: 8) && rollout.expansion == 24)
        #expect(rollout.choice == .best && rollout.signal.leadership == 1 && rollout.signal.space == 0)
        #expect(specification.people.variation.facilitation == 0.1)
        #expect(ScenarioLibrary(in: [Self.folder])?.names(on: .scaleups) == ["qingyuan"])
    }

    /// It can be put on a place that knows no such groups.
    @Test func itGoesAnywhere() throws {
        let specification = try ScenarioReader.read(
            path: Self.folder + "/scaleups/qingyuan.yaml", on: Self.folder + "/places/reference.yaml"
        ).specification
        #expect(specification.people.communities.count == 8)
    }

    @Test(arguments: [
        ("rollout.choice=bset", "rollout.choice", "best"), ("rollout.pilots=-1", "rollout.pilots", nil),
        ("rollout.at=2030-01", "rollout.at", nil), ("rollout.signal.leadrship=1", "rollout.signal", nil),
        ("rollout.expansion=0", "rollout.expansion", nil), ("variation.leadership=3", "variation.leadership", nil),
    ])
    func whatCannotBeIsRefused(change: String, key: String, nearest: String?) {
        let found = faults(change)
        #expect(found.contains { $0.keyPath.hasPrefix(key) && (nearest == nil || $0.nearest == nearest) }, "\(found)")
    }

    @Test func rulesThatJoinSeveralKeys() {
        #expect(faults("rollout.group=elsewhere").contains { $0.keyPath == "rollout.group" })
        #expect(faults("events.joins.at=2007-05").contains { $0.keyPath == "events.joins.at" })
        #expect(faults("rollout.pilots=29").contains { $0.keyPath == "rollout.pilots" })
        let named = faults("organisations.participation-action.communities={group: pilot}")
        #expect(named.contains { $0.keyPath == "organisations.participation-action.communities" })
    }
}
