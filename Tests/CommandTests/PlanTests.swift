import Foundation
import Testing

/// `cogov plan`, as a process of its own, on a village.
@Suite struct PlanTests {
    let tool: CommandLineTool

    init() throws {
        tool = try CommandLineTool()
        try Self.plan.write(to: tool.folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
    }

    private static let plan = """
        id: small
        title: {en: A small plan, zh: 小规划}
        summary: {en: S, zh: 摘要}
        scenario: closed.yaml
        months: 12
        from: 4
        measures:
          funds:
            - id: extra
              name: {en: Extra, zh: 追加}
              assumed: made up
              payers: [{account: "outside:street-budget", share: 1}]
              yearly: 1000
              rule: {kind: equalSplit}
              holder: committee
              proposers: [committee]
              reviewMonth: 5
              projectMonths: 3
              from: 2007-04
        levers:
          - {id: money, name: {en: extra money, zh: 追加资金}, key: funds.extra.yearly, values: [0, 6000, 12000, 90000]}
          - {id: help, name: {en: help, zh: 帮助}, key: institutions.cultivation, range: [0, 1], decimals: 1}
        budget: {yearly: 60000, assumed: made up}
        goals:
          - {id: need, name: {en: need, zh: 需求}, observable: need.mean, months: [7, 12], aim: lower}
          - {id: cost, name: {en: cost a year, zh: 每年成本}, kind: cost}
        search: {population: 8, generations: 3, replicates: 1}
        check: {plans: 4, replicates: 3, sets: 12}

        """

    @Test func aPlanIsFoundAndToldInBothLanguages() throws {
        let found = try tool.run("plan", "plan.yaml", "--out", "out", "--threads", "2")
        #expect(found.code == 0, "\(found.errors)")
        for words in [
            "24 plans tried", "extra money", "dearest year, yuan", "keeps its goals", "Plan 1",
        ] {
            #expect(found.output.contains(words), "\(words)")
        }
        let front = try tool.text("out/front.csv").split(separator: "\n")
        #expect(front[0].hasPrefix("plan,money,help,need,") && front.count > 1)
        #expect(!front.dropFirst().contains { $0.split(separator: ",")[1] == "90000" })
        #expect(try tool.text("out/search.csv").split(separator: "\n").count == 25)
        let page = try tool.text("out/report.html")
        for words in ["What could break it", "什么会使其落空", "class=\"line context\""] { #expect(page.contains(words)) }
        // On one thread the same; and what is there is told again at once.
        #expect(try tool.run("plan", "plan.yaml", "--out", "one", "--threads", "1", "--quiet").code == 0)
        #expect(try tool.text("one/front.csv") == tool.text("out/front.csv"))
        let chinese = try tool.run("plan", "plan.yaml", "--out", "out", "--language", "zh")
        #expect(chinese.code == 0 && chinese.output.contains("最贵一年（元）"))
        // Another plan does not mix with it.
        try Self.plan.replacingOccurrences(of: "yearly: 60000", with: "yearly: 50000").write(
            to: tool.folder.appendingPathComponent("plan.yaml"), atomically: true, encoding: .utf8)
        let other = try tool.run("plan", "plan.yaml", "--out", "out")
        #expect(other.code == 2 && other.errors.contains("other inputs"))
    }

    @Test func anInterruptedPlanGoesOn() throws {
        let process = try tool.begin(["plan", "plan.yaml", "--out", "out", "--threads", "1", "--quiet"])
        while process.isRunning, !tool.exists("out/plan.json") { usleep(5000) }
        process.terminate()
        let stopped = try tool.wait(for: process)
        #expect(stopped.code == 3 || stopped.code == 0, "\(stopped.errors)")
        #expect(try tool.run("plan", "plan.yaml", "--out", "out", "--quiet").code == 0)
        #expect(try tool.run("plan", "plan.yaml", "--out", "whole", "--quiet").code == 0)
        #expect(try tool.text("out/search.csv") == tool.text("whole/search.csv"))
        #expect(try tool.text("out/robustness.csv") == tool.text("whole/robustness.csv"))
    }

    @Test func wrongPlansAreRefused() throws {
        for (old, new, words) in [
            ("institutions.cultivation", "institutions.cultivaton", "did you mean cultivation?"),
            ("closed.yaml", "nothing.yaml", "nothing.yaml"), ("need.mean", "need.main", "did you mean need.mean?"),
        ] {
            try Self.plan.replacingOccurrences(of: old, with: new).write(
                to: tool.folder.appendingPathComponent("wrong.yaml"), atomically: true, encoding: .utf8)
            let refused = try tool.run("plan", "wrong.yaml", "--out", "out")
            #expect(refused.code == 2 && refused.errors.contains(words), "\(refused.errors)")
        }
        #expect(!tool.exists("out"))
        let check = try tool.run("check", "plan.yaml")
        #expect(check.code == 0 && check.output.contains("2 levers, 2 goals; 24 plans are tried"))
        #expect(try tool.run("schema", "--plan").output.contains("Cogov plan"))
    }
}
