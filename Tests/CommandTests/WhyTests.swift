import Foundation
import Testing

/// `why` on two small regimes of one village.
@Suite struct WhyTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    /// The answers of a question as JSON.
    private func answers(_ arguments: String...) throws -> [[String: Any]] {
        let result = try tool.wait(for: tool.begin(["why"] + arguments + ["--format", "json"]))
        #expect(result.code == 0 && result.errors.isEmpty)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        return try #require(report["answers"] as? [[String: Any]])
    }

    /// What `--find` names can be asked about, and then is told as it was found.
    @Test func aResidentIsFoundAndExplained() throws {
        let found = try #require(
            try answers("open.yaml", "--month", "5", "--find", "joined")[0]["explanation"] as? [[String: Any]])
        let first = try #require(found.first?["here"] as? [String: Any])
        let number = try #require(first["number"] as? Int)
        let why = try answers(
            "open.yaml", "--month", "5", "--resident", "\(number)", "--versus", "closed.yaml", "--threads", "2")
        #expect(why.map { $0["scenario"] as? String } == ["open", "closed"])
        let here = try #require(why[0]["explanation"] as? [String: Any])
        let there = try #require(why[1]["explanation"] as? [String: Any])
        #expect(here["rung"] as? Int == first["rung"] as? Int)
        #expect(here["utility"] as? Double == first["utility"] as? Double)
        #expect((here["draw"] as? NSDictionary) == (there["draw"] as? NSDictionary))
        let terms = try #require(here["terms"] as? [[String: Any]])
        let names = terms.compactMap { $0["name"] as? [String: String] }
        #expect(names.count == terms.count)
        #expect(names.allSatisfy { $0["en"]?.isEmpty == false && $0["zh"]?.isEmpty == false })
    }

    @Test(arguments: ["en", "zh"])
    func everyQuestionInBothLanguages(language: String) throws {
        let questions = [
            ["--resident", "17", "--month", "4"], ["--resident", "17", "--month", "4", "--versus", "closed.yaml"],
            ["--find", "stayed", "--month", "4"],
            ["--find", "joined-only-here", "--month", "4", "--versus", "closed.yaml"],
            ["--committee", "upper", "--month", "4", "--versus", "closed.yaml"],
            ["--account", "outside:district-budget", "--month", "4"], ["--organisation", "upper/organisation-1"],
        ]
        for question in questions {
            let result = try tool.wait(for: tool.begin(["why", "open.yaml"] + question + ["--language", language]))
            #expect(result.code == 0 && result.errors.isEmpty, "\(question)")
            #expect(result.output.split(separator: "\n").count > 3, "\(question)")
            let isChinese = result.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            #expect(isChinese == (language == "zh"), "\(question)")
        }
        #expect(tool.written.isEmpty)
    }

    @Test func aProjectIsFollowedAndAnothersAbsenceTold() throws {
        let missing = try tool.run("why", "closed.yaml", "--project", "upper/equal/2007-02/comittee-0")
        #expect(missing.code == 2 && missing.errors.contains("did you mean upper/equal/2007-02/committee-0?"))
        let id = "upper/equal/2007-02/committee-0"
        let told = try tool.run("why", "closed.yaml", "--project", id, "--versus", "open.yaml")
        #expect(told.code == 0 && told.output.contains("equal split"))
        let both = try answers("closed.yaml", "--project", id, "--versus", "open.yaml")
        #expect(both[0]["explanation"] != nil && both[1]["explanation"] == nil && both[1]["absence"] != nil)
    }

    /// The same run whatever the number of threads, another for another replicate or seed or change.
    @Test func runsAreAddressedAsByRun() throws {
        func utility(_ arguments: String...) throws -> Double? {
            let result = try tool.wait(
                for: tool.begin(
                    ["why", "open.yaml", "--resident", "9", "--month", "6", "--format", "json"] + arguments))
            let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            let answer = (report?["answers"] as? [[String: Any]])?.first?["explanation"] as? [String: Any]
            return answer?["utility"] as? Double
        }
        let usual = try utility()
        #expect(try usual != nil && usual == utility("--threads", "1") && usual == utility("--replicate", "1"))
        #expect(try usual != utility("--replicate", "2") && usual != utility("--seed", "2"))
        #expect(try usual != utility("--set", "institutions.taskLoad=1"))
    }

    @Test(arguments: [
        (["--resident", "190", "--month", "4"], "from 1 to 189"),
        (["--resident", "3", "--month", "13"], "from 1 to 12"),
        (["--resident", "3"], "--month"), (["--month", "3"], "one of --resident"),
        (["--find", "joind", "--month", "3"], "joined-only-here"),
        (["--find", "joined-only-here", "--month", "3"], "--versus"),
        (["--account", "outside:district-budgets", "--month", "3"], "did you mean outside:district-budget?"),
        (["--committee", "uper", "--month", "3"], "did you mean upper?"),
        (["--organisation", "uper/organisation-1"], "did you mean upper/organisation-1?"),
        (["--project", "x", "--month", "3"], "without --month"),
        (["--resident", "3", "--month", "3", "--replicate", "0"], "--replicate must be at least 1"),
        (["--resident", "3", "--month", "3", "--versus", "wrong.yaml"], "wrong.yaml"),
    ])
    func refusals(arguments: [String], word: String) throws {
        let result = try tool.wait(for: tool.begin(["why", "open.yaml"] + arguments))
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(result.errors.contains(word), "\(arguments): \(result.errors)")
        #expect(tool.written.isEmpty)
    }
}
