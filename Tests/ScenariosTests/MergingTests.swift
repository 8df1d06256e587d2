import Governance
import Testing

@testable import Scenarios

@Suite("A file laid over the one that it extends")
struct MergingTests {
    private func read(_ text: String) throws -> ScenarioDocument {
        try Fixture.with("extends: right.yaml\n" + text) { try ScenarioReader.read(path: $0) }
    }

    @Test("mappings join key by key, other values are replaced")
    func mappings() throws {
        let read = try read(
            """
            committees:
              staff: {value: 7, assumed: a guess}
            institutions:
              rights: {assess: true}
            sources: [another]
            """)
        #expect(read.specification.committees.staff == 7 && read.specification.committees.hours == 160)
        #expect(read.specification.institutions.rights.assess && read.specification.institutions.rights.design)
        #expect(read.sources == ["another"])
    }

    @Test("listed things join by id, in the order of the extended file, new ones after")
    func lists() throws {
        let read = try read(
            """
            people:
              communities:
                - id: south
                  name: {en: South, zh: 南区}
                  type: estate
                  street: main
                  people: {value: 300, assumed: a guess}
                - id: west
                  people: {value: 900, assumed: a guess}
            """)
        let communities = read.specification.people.communities
        #expect(communities.map(\.id) == ["east", "west", "south"])
        #expect(communities.map(\.people) == [1000, 900, 300])
        #expect(communities[1].name.en == "West")
    }

    @Test("a rule of another kind replaces the old one whole")
    func kinds() throws {
        let read = try read("funds:\n  - id: shared\n    rule: {kind: equalSplit}\n")
        #expect(read.specification.fundLines[0].rule == .equalSplit)
    }

    @Test("both files are kept, the named one first")
    func files() throws {
        let read = try read("id: other\n")
        #expect(read.files.count == 2)
        #expect(read.files[0].path.hasSuffix("scenario.yaml") && read.files[1].path.hasSuffix("right.yaml"))
    }

    @Test("a number keeps the source of the file that gave it")
    func sources() throws {
        let read = try read("committees:\n  assumed: a guess\n  staff: 7\n")
        let byPath = Dictionary(uniqueKeysWithValues: read.provenance.map { ($0.keyPath, $0.text) })
        #expect(byPath["committees.staff"] == "a guess")
        #expect(byPath["committees.hours"] == "a small office")
    }
}
