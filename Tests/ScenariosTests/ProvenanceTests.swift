import Testing

@testable import Scenarios

@Suite("Where numbers come from")
struct ProvenanceTests {
    let entries: [ProvenanceEntry]

    init() throws { entries = try ScenarioReader.read(path: Fixture.right).provenance }

    private func entry(_ path: String) throws -> ProvenanceEntry {
        try #require(entries.first { $0.keyPath == path })
    }

    @Test("a number's own source, one beside it, one above it")
    func levels() throws {
        let own = try entry("people.adultShare")
        #expect(own.kind == .source && own.text == "the census" && own.value == "0.8")
        let above = try entry("people.types.estate.ties.beyond")
        #expect(above.kind == .assumed && above.text == "round numbers" && above.value == "0.5")
        #expect(try entry("people.communities.west.people").text == "the register")
        #expect(try entry("funds.shared.payers[1].share").text == "some money")
    }

    @Test("its line in its file")
    func lines() throws {
        let own = try entry("people.adultShare")
        #expect(own.file == Fixture.right && own.line == 19)
    }

    @Test("every number once")
    func whole() {
        #expect(Set(entries.map(\.keyPath)).count == entries.count)
        #expect(entries.count == 98)
    }
}
