import Foundation
import Testing

@Suite struct AllocateTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../AllocationTests/Fixtures/village.pb")
        try FileManager.default.copyItem(at: fixtures, to: tool.folder.appending(path: "village.pb"))
    }

    @Test func oneRuleInFull() throws {
        let result = try tool.run("allocate", "village.pb", "--rule", "equal-shares", "--completion", "none")
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains("method of equal shares (equal-shares)"))
        #expect(result.output.contains("No group is wronged"))
        #expect(tool.written == ["village.pb"])
    }

    @Test func allRulesSideBySideInBothLanguages() throws {
        let english = try tool.run("allocate", "village.pb", "--rule", "all")
        let chinese = try tool.run("allocate", "village.pb", "--language", "zh")
        #expect(english.code == 0 && english.output.contains("10 vouchers"))
        #expect(chinese.code == 0 && chinese.output.contains("10 服务券"))
        let threads = try ["1", "2"].map { try tool.run("allocate", "village.pb", "--threads", $0).output }
        #expect(threads == [english.output, english.output])
    }

    @Test func jsonTellsTheSame() throws {
        let result = try tool.run(
            "allocate", "village.pb", "--rule", "greedy", "--rule", "phragmen", "--satisfaction", "cardinality",
            "--json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let rules = try #require(object["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["greedy", "phragmen"])
        #expect(rules[0]["winners"] as? [String] == ["playground", "library", "benches"])
        #expect(rules[0]["spent"] as? Double == 1000)
        #expect(object["satisfaction"] as? String == "cardinality")
    }

    @Test func filesAreWrittenOnlyWhereAskedFor() throws {
        let result = try tool.run("allocate", "village.pb", "--out", "made/here")
        #expect(result.code == 0)
        #expect(try tool.text("made/here/allocation.svg").hasPrefix("<svg"))
        #expect(try tool.text("made/here/allocation.json").hasPrefix("{"))
    }

    @Test func badInputIsToldByLineAndNothingIsWritten() throws {
        let broken = try tool.text("village.pb").replacing("statue;900", with: "statue;dear")
        try Data(broken.utf8).write(to: tool.folder.appending(path: "broken.pb"))
        let result = try tool.run("allocate", "broken.pb", "--out", "made")
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(
            result.errors
                == "broken.pb:23: found the cost “dear”; expected a number of at least 0, such as 12000 or 99.50\n")
        #expect(!tool.exists("made"))
    }

    @Test(arguments: [
        ["nothing.pb"], ["village.pb", "--rule", "lottery"], ["village.pb", "--seats", "0"],
        ["village.pb", "--threads", "0"],
        ["village.pb", "--rule", "earmark"], ["village.pb", "--rule", "jury", "--quota-by", "income"],
        ["village.pb", "--rule", "jury", "--quota", "F=2"],
        ["village.pb", "--rule", "jury", "--quota-by", "sex", "--quota", "F"],
        ["village.pb", "--rule", "jury", "--quota-by", "sex", "--quota", "F=99"],
        ["village.pb", "--rule", "jury", "--quota-by", "sex", "--quota", "F=1", "--quota", "F=2"],
        ["village.pb", "--rule", "greedy", "--satisfaction", "borda"],
    ])
    func badUsageEndsWithTwo(_ arguments: [String]) throws {
        let result = try tool.wait(for: tool.begin(["allocate"] + arguments))
        #expect(result.code == 2 && !result.errors.isEmpty)
    }

    @Test func noProofWithinTheLimitIsAFailure() throws {
        let result = try tool.run("allocate", "village.pb", "--rule", "maximum-welfare", "--limit", "1")
        #expect(result.code == 1 && result.errors.contains("within 1 steps"))
        #expect(try tool.run("allocate", "village.pb", "--limit", "1").code == 0)
    }

    @Test func settingsReachTheirRules() throws {
        let earmark = try tool.run("allocate", "village.pb", "--rule", "earmark", "--recipient", "choir", "--json")
        #expect(earmark.output.contains("\"choir\" : 150"))
        let favour = try tool.run("allocate", "village.pb", "--rule", "discretion", "--favour", "greenery", "--json")
        #expect(favour.output.contains("\"playground\" : 500"))
        let jury = try tool.run(
            "allocate", "village.pb", "--rule", "jury", "--seats", "3", "--quota-by", "neighborhood", "--seed", "4")
        #expect(jury.code == 0)
        let quotas = try tool.run(
            "allocate", "village.pb", "--rule", "jury", "--quota-by", "neighborhood", "--quota", "South=2", "--json")
        #expect(quotas.code == 0 && quotas.output.contains("\"choir\" : 150"))
    }
}
