import Governance
import Testing

@testable import Scenarios

@Suite("What a fault says")
struct ScenarioFaultTests {
    let fault = ScenarioFault(
        Place(file: "a.yaml", line: 3, column: 5), "people.types", found: Text(en: "5", zh: "5"),
        expected: Text(en: "a list", zh: "列表"), nearest: "type")

    @Test("one line in each language")
    func line() {
        #expect(fault.description == "a.yaml:3:5: people.types: found 5; expected a list (did you mean type?)")
        #expect(fault.text.zh == "a.yaml:3:5: people.types: 实为5；应为列表（是否想写 type?）")
    }

    @Test("without a line, a path or a near name")
    func bare() {
        let bare = ScenarioFault(
            .commandLine, "", found: Text(en: "x", zh: "x"), expected: Text(en: "key.path=value", zh: "键.路径=值"))
        #expect(bare.description == "--set: found x; expected key.path=value")
    }

    @Test("what a file says cannot break the line or move the cursor")
    func tame() throws {
        try Fixture.with("extends: right.yaml\n\"a\\nb\\e[2J\": 1\ninstitutions: \"\\e[31m\\n\"\n") { path in
            let faults = try #require(refusals(path))
            #expect(faults.count == 2)
            for fault in faults {
                let scalars = (fault.text.en + fault.text.zh).unicodeScalars
                #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
            }
        }
    }

    @Test("several, a line each")
    func several() {
        let faults = ScenarioFaults(faults: [fault, fault])
        #expect(faults.description.split(separator: "\n").count == 2)
    }
}
