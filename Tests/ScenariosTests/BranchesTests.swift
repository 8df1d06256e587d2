import Foundation
import Governance
import Testing

@testable import Scenarios

/// The folder `Scenarios/` of the repository.
private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

@Suite("Branches")
struct BranchesTests {
    private func document(_ branches: String, _ overrides: String...) throws -> ScenarioDocument {
        try Fixture.with("extends: right.yaml\nid: futures\n" + branches) {
            try ScenarioReader.read(path: $0, overrides: overrides)
        }
    }

    private func faults(_ branches: String) throws -> [ScenarioFault] {
        try Fixture.with("extends: right.yaml\nid: futures\nbranches:\n" + branches) { refusals($0) ?? [] }
    }

    static let two = """
        branches:
          - id: stays
            name: {en: stays, zh: 照旧}
            from: 2011-03
          - id: ends
            name: {en: ends, zh: 终止}
            from: 13
            set:
              assumed: a test
              institutions:
                cultivation: 0.25
                support: {agenda: 0}
              organisations:
                - {id: helpers, until: 2011-04}
              funds:
                - {id: shared, until: 2011-05}
              events:
                - id: later
                  at: 2011-08
                  title: {en: Later, zh: 后来}
                  institutions: {taskLoad: 0.4}

        """

    @Test("a branch is the scenario with dated changes, under an id of its own")
    func reading() throws {
        let document = try document(Self.two)
        let (stays, ends) = (document.branches[0].specification, document.branches[1].specification)
        #expect(document.specification.id == "futures" && document.branches.map(\.sharedMonths) == [12, 12])
        #expect(stays.id == "futures.stays" && ends.id == "futures.ends")
        #expect(stays.title == Text(en: "Two estates: stays", zh: "两个小区：照旧"))
        #expect(stays.events.count == document.specification.events.count)
        let levers = try #require(
            ends.events.first { $0.at == YearMonth(year: 2011, month: 3) && $0.title.en == "ends" })
        #expect(
            levers.changes == [
                .init(lever: "cultivation", value: .number(0.25)), .init(lever: "support.agenda", value: .number(0)),
            ])
        #expect(ends.events.contains { $0.at == YearMonth(year: 2011, month: 8) && $0.title.en == "Later" })
        #expect(ends.organisations[0].until == YearMonth(year: 2011, month: 4))
        #expect(ends.fundLines[0].until == YearMonth(year: 2011, month: 5))
        #expect(ends.institutions == document.specification.institutions && ends.people == stays.people)
        let date = YearMonth(year: 2011, month: 3)
        #expect(ends.past(before: date) == document.specification.past(before: date))
    }

    @Test("numbers of a branch have their sources told")
    func provenance() throws {
        let entries = try document(Self.two).provenance.filter { $0.text == "a test" }
        #expect(entries.count == 3)
    }

    @Test("the command line changes all branches, or one")
    func overrides() throws {
        let all = try document(Self.two, "people.communities.west.people=700", "branches.ends.from=2011-01")
        #expect(all.branches.allSatisfy { $0.specification.people.communities[1].people == 700 })
        #expect(all.branches.map(\.sharedMonths) == [12, 10])
    }

    @Test("a scenario without branches has none") func none() throws { #expect(try document("").branches.isEmpty) }

    /// A branch with that `set`, which begins in 2011-03.
    private func setting(_ lines: String) throws -> [ScenarioFault] {
        try faults(
            "  - id: b\n    name: {en: b, zh: 乙}\n    from: 2011-03\n    set:\n      assumed: a test\n"
                + lines.split(separator: "\n").map { "      \($0)\n" }.joined())
    }

    @Test(
        "what cannot change in mid-run is refused by its key",
        arguments: ["people", "period", "parameters", "committees", "publicService", "district", "title"])
    func unchangeable(key: String) throws {
        let faults = try setting("\(key): {}")
        #expect(faults.map(\.keyPath) == ["branches.b.set.\(key)"])
        #expect(faults[0].line == 9 && faults[0].column == 7)
        #expect(
            faults[0].expected.en
                == "what can change in mid-run: institutions, organisations, funds, firms, events")
    }

    @Test(
        "a change of what has been is refused",
        arguments: [
            ("organisations: [{id: helpers, staff: 4}]", "organisations"),
            ("organisations: [{id: helpers, until: 2011-01}]", "organisations"),
            ("funds: [{id: shared, yearly: 1}]", "funds"), ("firms: [{id: investor, capital: 1}]", "firms"),
            ("events: [{id: early, at: 2010-05, title: {en: a, zh: 甲}, institutions: {taskLoad: 0.5}}]", "events"),
        ])
    func pastChanges(line: String, part: String) throws {
        let faults = try setting(line)
        #expect(faults.map(\.keyPath) == ["branches.b.set." + part], "\(faults)")
        #expect(faults[0].found.en == "a change before 2011-03" && faults[0].line == 9)
    }

    @Test("a wrong lever is told by the branch's own keys")
    func wrongLever() throws {
        let faults = try setting("institutions: {taskLoad: 1.5}")
        #expect(faults.map(\.keyPath) == ["branches.b.set.institutions.taskLoad"])
        #expect(faults[0].line == 9)
        #expect(try setting("institutions: {taskLod: 0.5}")[0].nearest == "taskLoad")
    }

    @Test(
        "a start that is none, or outside the run",
        arguments: [
            ("soon", "soon"), ("2012-03", "2012-03, outside"), ("25", "2012-03, outside"), ("0", "0"),
            ("2010-02", "2010-02, outside"),
        ])
    func start(text: String, found: String) throws {
        let faults = try faults("  - {id: b, name: {en: b, zh: 乙}, from: \(text)}\n")
        #expect(faults.map(\.keyPath) == ["branches.b.from"], "\(faults)")
        #expect(faults[0].found.en.hasPrefix(found))
    }

    @Test("two branches of one id are refused")
    func doubled() throws {
        let branch = "  - {id: b, name: {en: b, zh: 乙}, from: 5}\n"
        #expect(try faults(branch + branch).map(\.keyPath) == ["branches.b.id"])
    }

    @Test("a run goes on from a month with levers and dates that change from then on")
    func later() throws {
        func read(_ later: String...) throws(ScenarioFaults) -> ScenarioSpecification {
            try ScenarioReader.read(
                path: Fixture.right, overrides: ["people.communities.west.people=700"], later: later, after: 12)
        }
        let changed = try read("institutions.cultivation=0.25", "funds.shared.until=2011-06")
        #expect(changed.people.communities[1].people == 700)
        #expect(changed.fundLines[0].until == YearMonth(year: 2011, month: 6))
        #expect(changed.events.last?.at == YearMonth(year: 2011, month: 3))
        #expect(changed.events.last?.changes == [.init(lever: "cultivation", value: .number(0.25))])
        let error = #expect(throws: ScenarioFaults.self) { try read("people.communities.west.people=800") }
        #expect(error?.faults.map(\.keyPath) == ["people"])
        #expect(throws: ScenarioFaults.self) { try read("institutions.cultivatin=0.25") }
    }

    @Test("the futures that come with the program are right, and each has another lever changed")
    func shipped() throws {
        let document = try ScenarioReader.read(path: folder + "/futures/qingyuan-after-seven-years.yaml")
        let trunk = document.specification
        #expect(document.branches.map(\.sharedMonths) == [84, 84, 84, 84])
        let changed = document.branches.map { branch in
            Set(branch.specification.events.dropFirst(trunk.events.count).flatMap { $0.changes.map(\.lever) })
        }
        let attention: Set = ["support.agenda", "support.verbal", "support.pilotWeight", "support.award"]
        #expect(changed == [[], attention, ["cultivation"], attention.union(["cultivation"])])
    }
}
