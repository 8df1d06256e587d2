import Foundation
import Testing

/// `scaleup` on a street of four, with a regime of training that two communities get first.
@Suite struct ScaleUpTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        try Self.rolled.write(to: tool.folder.appendingPathComponent("rolled.yaml"), atomically: true, encoding: .utf8)
    }

    private static let rolled = """
        extends: village.yaml
        id: rolled
        title: {en: Training rolled out, zh: 培训推广}
        summary: {en: Training for committees comes to one community first., zh: 先在一个社区培训居委会。}
        rollout:
          assumed: made up
          group: in
          others: out
          at: 2007-02
          pilots: 1
          choice: best
          signal: {facilitation: 1}
          expansion: 3
        variation: {assumed: made up, facilitation: 0.1}
        organisations:
          - id: trainers
            name: {en: Trainers, zh: 培训者}
            assumed: made up
            staff: 1
            hours: 16
            professionalism: 0.7
            integrity: 1
            contract: 4000
            payer: "outside:street-budget"
        events:
          - id: joins
            at: 2007-02
            title: {en: Joins, zh: 加入}
            communities: {group: in}
            institutions:
              assumed: made up
              support: {access: true}
              capacity: {committeeTraining: 1, trainerHours: 16}

        """

    private func run(_ arguments: String...) throws -> CommandLineTool.Result {
        try tool.wait(for: tool.begin(["scaleup", "rolled.yaml", "--out", "out"] + arguments))
    }

    private static let asked = [
        "--to", "2,4", "--choice", "best,random", "--replicates", "3", "--keep", "0.9", "--observable",
        "committee.facilitation", "--window", "4-6",
    ]

    @Test func itTellsWhatIsKeptAndGoesOn() throws {
        func scaled() throws -> CommandLineTool.Result {
            try tool.wait(for: tool.begin(["scaleup", "rolled.yaml", "--out", "out"] + Self.asked))
        }
        let first = try scaled()
        #expect(first.code == 0, "\(first.errors)")
        for words in ["4 communities", "best first", "by lot", "dilution", "trainers"] {
            #expect(first.output.contains(words), "\(words)")
        }
        let rows = try tool.text("out/scaleup.csv").split(separator: "\n")
        // Two cities by two choices: pilots, city and four parts; the pilots apart in the smaller city.
        #expect(rows.dropFirst().count { !$0.contains(",signal,") } == 2 * 2 * 6 + 2)
        #expect(try tool.text("out/trainers.csv").split(separator: "\n").count == 1 + 2 * 5)
        let page = try tool.text("out/report.html")
        #expect(page.contains("选择") && page.contains("selection") && page.contains("<svg"))
        let kept = try tool.text("out/runs.json")
        #expect(try scaled().output.split(separator: "\n").dropLast() == first.output.split(separator: "\n").dropLast())
        #expect(try tool.text("out/runs.json") == kept)
        // The page is made anew without living anything; where runs are missing, that is told and nothing is lived.
        try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("out/report.html"))
        #expect(try tool.run("report", "out", "--quiet").code == 0)
        #expect(try tool.text("out/report.html") == page)
        #expect(try tool.run("report", "out", "--out", "elsewhere").code == 2)
        try FileManager.default.removeItem(at: tool.folder.appendingPathComponent("out/runs.json"))
        let lacking = try tool.run("report", "out")
        #expect(lacking.code == 2 && lacking.errors.contains("report lives nothing") && !tool.exists("out/runs.json"))
        try kept.write(to: tool.folder.appendingPathComponent("out/runs.json"), atomically: true, encoding: .utf8)
        let other = try run("--seed", "2")
        #expect(other.code == 2 && other.errors.contains("--fresh"))
    }

    @Test func whatItTakesIsTold() throws {
        let told = try run("--to", "2,40", "--check")
        #expect(told.code == 0 && told.output.contains("resident-months"), "\(told.errors)")
        #expect(!tool.exists("out"))
    }

    @Test(arguments: [
        (["--choice", "bset"], "did you mean best"), (["--to", "28;280"], "--to takes numbers"),
        (["--to", "1,0"], "--to takes numbers"), (["--keep", "0"], "--keep must be above 0"),
        (["--window", "9"], "--window takes two months"), (["--window", "2-4"], "others join in month 4"),
        (["--observable", "participation.rung2"], ""), (["--pilots", "3"], "2 communities and 3 pilots"),
        (["--replicates", "1"], "at least 2"), (["--people", "2"], "at most 1"),
        (["--set", "rollout.choise=best"], "did you mean choice?"),
    ])
    func wrongWordsAreRefused(words: [String], told: String) throws {
        let result = try tool.wait(
            for: tool.begin(["scaleup", "rolled.yaml", "--check", "--out", "out"] + words))
        if told.isEmpty { return #expect(result.code == 0) }
        #expect(result.code == 2, "\(words)")
        #expect(result.errors.contains(told), "\(result.errors)")
        #expect(!tool.exists("out"))
    }

    @Test func aScenarioWithoutRolloutIsRefused() throws {
        let result = try tool.run("scaleup", "village.yaml", "--out", "out")
        #expect(result.code == 2 && result.errors.contains("rollout:") && !tool.exists("out"))
        let none = try tool.run("scaleup", "nowhere.yaml")
        #expect(none.code == 2)
    }
}
