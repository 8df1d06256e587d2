import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("What arms of claims differ in")
struct ClaimResolutionTests {
    private let library =
        ScenarioLibrary(in: [
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().path + "/Scenarios"
        ])

    /// English faults of the claim with some of its text replaced.
    private func faults(_ changes: (String, String)...) throws -> [String] {
        var text = ClaimReaderTests.right
        for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
        do {
            _ = try ClaimReaderTests.read(text).resolved(in: #require(library))
            return []
        } catch let error as ScenarioFaults { return error.faults.map(\.text.en) }
    }

    @Test("levers cover what they name, wherever it is set")
    func right() throws {
        let documents = try ClaimReaderTests.read(ClaimReaderTests.right).resolved(in: #require(library))
        #expect(documents.map(\.count) == [2])
        #expect(documents[0].map(\.specification.months) == [24, 24])
        #expect(documents[0].map(\.specification.institutions.taskLoad) == [0.5, 0.5])
        #expect(documents[0][0].specification.institutions.coordination.alignment == 0.8)
    }

    @Test("a difference that no lever covers is told with both values")
    func foreign() throws {
        let told = try faults(("levers: [coordination, attention]", "levers: [attention]"))
        #expect(told.count == 1)
        #expect(told[0].contains("arms.without: found institutions.coordination.alignment, which is"), "\(told)")
        let attention = try faults(("levers: [coordination, attention]", "levers: [coordination]"))
        #expect(attention.count == 1 && attention[0].contains("found attention, which is 12 in with and - in without"))
    }

    @Test("a lever in which no two arms differ is told")
    func idle() throws {
        let told = try faults(("levers: [coordination", "levers: [monitoring, coordination"))
        #expect(told.count == 1 && told[0].contains("levers: found monitoring"), "\(told)")
    }

    @Test("faults of changes stand where the claim's file has them")
    func rehomed() throws {
        let told = try faults(("coordination.alignment: 0.8", "coordination.alignmnt: 0.8"))
        #expect(told.count == 1)
        #expect(told[0].contains("scenario.yaml:15:"), "\(told)")
        #expect(told[0].contains("arms.with.set.institutions.coordination.alignmnt"))
        #expect(try faults(("scenario: polycentric", "scenario: polycentrc"))[0].contains("did you mean polycentric?"))
        #expect(try faults(("places: [liyuan-xiaojie-3]", "places: [liyuan]"))[0].contains("places: found liyuan"))
    }

    @Test("an event's date is covered where all its levers are")
    func events() throws {
        let dated = "{at: 2013-06, title: {en: now, zh: 庚}, institutions: {coordination: {alignment: 0.8}}}"
        let changes = (
            "set: {institutions.coordination.alignment: 0.8}", "set: {events.later: \(dated)}"
        )
        let scenario = try ScenarioReader.read(path: #require(library).path(of: "polycentric", on: .regimes))
        let start = scenario.specification.start + 6
        let settled = (changes.0, changes.1.replacingOccurrences(of: "2013-06", with: start.description))
        #expect(try faults(settled).isEmpty)
        #expect(
            try faults(settled, ("{coordination: {alignment: 0.8}}", "{coordination: {alignment: 0.8}, taskLoad: 0.1}"))
                .contains { $0.contains("events.later.institutions.taskLoad") })
    }

    @Test("what decides nothing is left out of a scenario's content, all else is in it")
    func content() throws {
        let documents = try ClaimReaderTests.read(ClaimReaderTests.right).resolved(in: #require(library))
        #expect(documents[0][0].content != documents[0][1].content)
        #expect(documents[0][0].content.contains("institutions.coordination.alignment=0.8\n"))
        #expect(!documents[0][0].content.contains("title.en="))
        let again = try ClaimReaderTests.read(ClaimReaderTests.right).resolved(in: #require(library))
        #expect(documents[0][1].content == again[0][1].content)
    }
}
