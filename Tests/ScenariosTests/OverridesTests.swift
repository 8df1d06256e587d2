import Governance
import Testing

@testable import Scenarios

@Suite("Changes from the command line")
struct OverridesTests {
    private func read(_ overrides: String...) throws -> ScenarioSpecification {
        try ScenarioReader.read(path: Fixture.right, overrides: overrides).specification
    }

    @Test("a value deep in the file, one that is not there yet, one of a listed thing")
    func values() throws {
        #expect(try read("institutions.taskLoad=0.5").institutions.taskLoad == 0.5)
        #expect(try read("institutions.sensing.survey=0.25").institutions.sensing.survey == 0.25)
        #expect(try read("people.communities.west.people=700").people.communities[1].people == 700)
        #expect(try read("funds.gift.yearly=12.34").fundLines[1].yearly == 1234)
        #expect(try read("events.opening.at=2011-07").events[0].at == YearMonth(year: 2011, month: 7))
        #expect(try read("title.en=Another title").title.en == "Another title")
    }

    @Test("a list or a mapping in YAML's short form")
    func structures() throws {
        #expect(try read("people.communities.west.groups=[pilot]").people.communities[1].groups == ["pilot"])
        #expect(try read("funds.shared.rule={kind: equalSplit}").fundLines[0].rule == .equalSplit)
        #expect(try read("organisations.helpers.communities=all").organisations[0].communities == .all)
    }

    @Test("a new id adds a listed thing, no value takes one away")
    func listed() throws {
        let event = "{at: 2011-08, title: {en: later, zh: 后}, institutions: {taskLoad: 0.3}}"
        let more = try read("events.later=\(event)")
        #expect(more.events.count == 3 && more.events[2].changes == [.init(lever: "taskLoad", value: .number(0.3))])
        #expect(
            try read("events.later=\(event)", "events.later.institutions.taskLoad=0.4").events[2].changes.count == 1)
        #expect(try read("funds.gift=").fundLines.map(\.id) == ["shared"])
        #expect(try read("funds.gift=~").fundLines.count == 1)
    }

    @Test("short names of the period, in order, the last one winning")
    func shortNames() throws {
        #expect(try read("months=12").months == 12)
        #expect(try read("months=12", "period.months=18").months == 18)
        #expect(try read("burnIn=12").burnIn == 12)
    }

    @Test("a run made shorter keeps its events; one made longer allows later ones")
    func shorterRun() throws {
        #expect(try read("months=3").events.count == 2)
        #expect(try read("months=60", "events.opening.at=2014-12").months == 60)
    }

    @Test("an override is kept, and is the source of its number")
    func kept() throws {
        let document = try ScenarioReader.read(path: Fixture.right, overrides: ["months=12"])
        #expect(document.overrides == ["months=12"])
        let entry = try #require(document.provenance.first { $0.keyPath == "period.months" })
        #expect(entry.kind == .assumed && entry.text == "--set months=12" && entry.value == "12")
        #expect(entry.file == "--set" && entry.line == nil)
    }

    struct Refused: Sendable {
        let override: String
        let fault: String
    }

    @Test(
        "faults name --set, the key, and the nearest name",
        arguments: [
            Refused(
                override: "institutions.taskLoad=2",
                fault: "--set: institutions.taskLoad: found 2; expected a number from 0 to 1"),
            Refused(
                override: "months=0", fault: "--set: period.months: found 0; expected a whole number from 1 to 1200"),
            Refused(override: "months", fault: "--set: found months; expected key.path=value"),
            Refused(override: "=5", fault: "--set: found =5; expected key.path=value"),
            Refused(override: "people..x=5", fault: "--set: found people..x=5; expected key.path=value"),
            Refused(
                override: "months=",
                fault: "--set: period.months: found nothing; expected a whole number from 1 to 1200"),
            Refused(
                override: "people.communities.wst.people=5",
                fault: "--set: people.communities.wst: found no wst; expected the id of something listed in "
                    + "people.communities (did you mean west?)"),
            Refused(
                override: "funds.gft=",
                fault: "--set: funds.gft: found no gft; expected the id of something listed (did you mean gift?)"),
            Refused(
                override: "id.x=5",
                fault: "--set: id.x: found id, which has nothing below it; expected the path of a value"
            ),
            Refused(override: "months=[1", fault: "--set: found malformed YAML"),
            Refused(override: "months=*x", fault: "--set: found malformed YAML (found undefined alias)"),
        ])
    func refused(_ refused: Refused) throws {
        let faults = try #require(refusals(Fixture.right, [refused.override]))
        #expect(faults.count == 1)
        #expect(faults[0].description.hasPrefix(refused.fault), "\(faults[0])")
        #expect(faults[0].file == "--set" && faults[0].line == nil)
    }

    @Test("a misspelt key names the right one, also where it belongs elsewhere")
    func misspelt() throws {
        let near = try #require(refusals(Fixture.right, ["institutions.taskLod=0.5"]))
        #expect(near.map(\.nearest) == ["taskLoad"])
        let elsewhere = try #require(refusals(Fixture.right, ["taskLoad=0.5"]))
        #expect(elsewhere.map(\.nearest) == ["institutions.taskLoad"])
    }

    @Test("faults of files and of the command line come together, the files' first")
    func together() throws {
        let faults = try #require(refusals(Fixture.path("wrong/055-share-above-one.yaml"), ["months=0", "x"]))
        #expect(faults.map(\.keyPath) == ["institutions.taskLoad", "", "period.months"])
    }
}
