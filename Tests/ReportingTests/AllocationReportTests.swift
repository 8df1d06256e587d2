import Allocation
import Foundation
import Testing

@testable import Reporting

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("What rules make of an election")
struct AllocationReportTests {
    let election: PabulibFile

    init() throws {
        let text = """
            META
            key;value
            description;Quarter <7> & "park"
            num_projects;4
            num_votes;5
            budget;100.50
            vote_type;approval
            currency;CNY
            PROJECTS
            project_id;cost;name;category;selected
            a;60;A very long name of a playground between the old houses of the northern quarter;play;1
            b;60;为老服务站;care;0
            c;40;;care;1
            d;0.50;Seeds;garden;0
            VOTES
            voter_id;vote;sex
            1;a,c;F
            2;a,b;M
            3;b,c;F
            4;d;M
            5;a,b;F

            """
        election = try PabulibFile(Array(text.utf8))
    }

    func report(_ ids: [String]) -> AllocationReport {
        let trials = ids.compactMap {
            RuleTrial($0, on: election.election, ties: .identifier, satisfaction: .cost)
        }
        return AllocationReport(election, name: "e.pb", trials: trials, satisfaction: .cost, ties: "identifier")
    }

    @Test("No line is wider than the screen", arguments: [60, 72, 80, 100, 200], Language.allCases)
    func width(width: Int, language: Language) {
        for ids in RuleRegistry.ids.map({ [$0] }) + [RuleRegistry.ids] {
            let text = report(ids).screen(in: language, style: ScreenStyle(width: width))
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        }
    }

    @Test("One rule: who gets what, who is left out, what the convention decided")
    func single() {
        let text = report(["greedy"]).screen(in: .en, style: ScreenStyle(width: 100))
        #expect(text.contains("4 projects, 5 voters (approval), budget 100.50 CNY"))
        #expect(text.contains("funded, in this order (3)"))
        #expect(text.contains("decided a tie: A very long name"))
        #expect(text.contains("before 为老服务站 (b)."))
        #expect(text.contains("0.0 % of voters get nothing"))
        #expect(text.contains("  0.50"))
    }

    @Test("Several rules: a column each, and what was decided in reality")
    func several() {
        let text = report(["greedy", "equal-split"]).screen(in: .en, style: ScreenStyle(width: 80))
        let line = text.split(separator: "\n").first { $0.hasPrefix("  c ") }
        #expect(line?.split(separator: " ") == ["c", "2", "40", "x", "83", "x"])
    }

    @Test("A rule that came to nothing says why")
    func failing() {
        let text = report(["greedy", "earmark"]).screen(in: .zh, style: ScreenStyle(width: 80))
        #expect(text.contains("earmark: 专款专用需要指明受益者"))
    }

    @Test("JSON names every rule, with money in units of the currency")
    func json() throws {
        let data = Data(report(RuleRegistry.ids).json.utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rules = try #require(object["rules"] as? [[String: Any]])
        #expect(rules.count == RuleRegistry.ids.count)
        #expect(object["budget"] as? Double == 100.5)
        let greedy = rules[0]
        #expect(greedy["winners"] as? [String] == ["a", "c", "d"])
        #expect((greedy["amounts"] as? [String: Double])?["d"] == 0.5)
        #expect((greedy["ties"] as? [[String: Any]])?.first?["others"] as? [String] == ["b"])
    }

    @Test("The chart is a well-formed drawing", arguments: Language.allCases)
    func chart(language: Language) {
        let parser = XMLParser(data: Data(report(RuleRegistry.ids).chart(in: language).utf8))
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    }
}
