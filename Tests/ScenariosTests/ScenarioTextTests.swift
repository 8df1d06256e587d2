import Foundation
import Testing

@testable import Governance
@testable import Scenarios

private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

@Suite("A scenario as one file")
struct ScenarioTextTests {
    private func same(_ a: ScenarioSpecification, _ b: ScenarioSpecification) -> [String] {
        let end = YearMonth(year: 3000, month: 1)
        let differences = a.past(before: end).differences(from: b.past(before: end))
        return differences + (a.months == b.months && a.title == b.title && a.summary == b.summary ? [] : ["words"])
    }

    @Test(
        "what is read from it is the same, sources and all",
        arguments: ScenarioLibrary(in: [folder])?.names(on: .regimes) ?? [])
    func whole(id: String) throws {
        let document = try ScenarioReader.read(path: "\(folder)/regimes/\(id).yaml")
        let again = try ScenarioSource(text: document.text(id: id, comment: ["a"]), named: "again").document()
        #expect(same(document.specification, again.specification) == [])
        #expect(again.sources == document.sources && again.claims == document.claims)
        // Where each number comes from is carried too, whatever its place in the file.
        func notes(_ document: ScenarioDocument) -> Set<String> {
            Set(document.provenance.map { "\($0.keyPath) \($0.kind) \($0.text)" })
        }
        #expect(notes(again) == notes(document))
    }

    @Test func anEventAddedIsWrittenAndReadAgain() throws {
        let event = ScheduledEvent(
            at: YearMonth(year: 2009, month: 5), title: Text(en: "a \"b\": {c}", zh: "改：，变"),
            communities: .listed(["xinhong"]),
            changes: [
                .init(lever: "taskLoad", value: .number(1e-5)), .init(lever: "support.money", value: .number(0.5)),
                .init(lever: "rights.design", value: .flag(true)),
                .init(lever: "serviceTargeting", value: .choice("byNeed")),
            ])
        let source = try ScenarioSource(
            path: "\(folder)/regimes/qingyuan.yaml", on: "\(folder)/places/xinhong.yaml")
        let document = try source.document([.event(event, id: "players-1", reason: "because")])
        let own = try #require(document.specification.events.last)
        #expect(own.at == event.at && own.title == event.title && own.communities == event.communities)
        #expect(Set(own.changes.map { "\($0)" }) == Set(event.changes.map { "\($0)" }))
        let again = try ScenarioSource(text: document.text(id: "again"), named: "again").document()
        #expect(same(document.specification, again.specification) == [])
        #expect(again.provenance.contains { $0.keyPath.hasPrefix("events.players-1") && $0.text == "because" })
    }

    /// Text that came over the network names no file of this machine.
    @Test(arguments: ["extends: ../../etc/passwd", "extends: Scenarios/regimes/jinsong.yaml", "place: /etc/passwd"])
    func nothingIsNamed(line: String) throws {
        let error = #expect(throws: ScenarioFaults.self) {
            try ScenarioSource(text: "id: a\n\(line)\n", named: "sent.yaml")
        }
        let key = String(line.prefix { $0 != ":" })
        #expect(error?.faults.first?.keyPath == key && error?.faults.first?.file == "sent.yaml")
    }
}
