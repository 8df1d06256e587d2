import Archive
import Foundation
import Governance
import Scenarios
import Testing

@testable import Experiments

/// A plan for a small village: whether its committee trains, and how much project money it has.
@Suite("Plans that are lived")
struct PlanTrialTests {
    private static func plan(_ folder: String) throws -> PlanTrial {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("CommandTests/Fixtures")
        for name in ["village.yaml", "closed.yaml"] {
            try FileManager.default.copyItem(
                atPath: fixtures.appendingPathComponent(name).path, toPath: folder + "/" + name)
        }
        try text.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
        return try PlanTrial(try Plan.read(path: folder + "/plan.yaml")) { name, _ in name }
    }

    private static let text = """
        id: small
        title: {en: Small, zh: 小}
        summary: {en: S, zh: 摘要}
        scenario: closed.yaml
        months: 27
        from: 4
        attentionUntil: 15
        measures:
          funds:
            - id: equal
              until: 2007-12
            - id: extra
              name: {en: Extra, zh: 追加}
              assumed: made up
              payers: [{account: "outside:street-budget", share: 1}]
              yearly: 1000
              rule: {kind: equalSplit}
              holder: committee
              proposers: [committee]
              reviewMonth: 6
              projectMonths: 6
              from: 2007-04
        levers:
          - {id: money, name: {en: money, zh: 资金}, key: funds.extra.yearly, values: [0, 12000, 24000]}
          - id: help
            name: {en: help, zh: 帮助}
            options:
              - {id: none, name: {en: none, zh: 无}}
              - {id: yes, name: {en: yes, zh: 有}, measures: {institutions: {cultivation: {value: 0.6, assumed: made up}}}}
        constraints: ["money <= 12000 or help == 'yes'"]
        budget: {yearly: 40000, assumed: made up}
        goals:
          - {id: need, name: {en: need, zh: 需求}, observable: need.mean, months: [10, 27], aim: lower}
          - {id: last, name: {en: last, zh: 留存}, kind: lasting, observable: participation.rung1plus, months: [22, 27], before: [10, 15], aim: higher}
          - {id: cost, name: {en: cost, zh: 成本}, kind: cost}

        """

    private func lived(_ trial: PlanTrial, _ numbers: [Double]?) throws -> PlanRun {
        let setting = PlanTrial.Setting(seed: 1, replicate: 1)
        let past = try #require(trial.past(setting, stop: StopSignal()))
        return try #require(trial.run(numbers, from: past, setting, stop: StopSignal()))
    }

    /// Twelve thousand a year more from the street is booked in each year; the equal parts that end with 2007 are not.
    @Test func costsAreWhatTheLedgerBooks() throws {
        let folder = try TemporaryFolder()
        let trial = try Self.plan(folder.path)
        let (without, with) = (try lived(trial, nil), try lived(trial, [1, 0]))
        #expect(without.costs.count == 2 && with.costs.count == 2)
        // From April 2007: the review of February 2008, which the plan ends, was 20,000; the first release comes in June.
        #expect(with.years[0]["release"] == 12_000 && (without.years[0]["release"] ?? 0) == 20_000)
        #expect(with.goals[2] == with.costs.reduce(0, +) / 2)
        #expect(try lived(trial, [2, 0]).years[0]["release"] == 24_000)
    }

    /// What comes before a plan is the same, and what is lived from its snapshot is what is lived in one go.
    @Test func thePastIsShared() throws {
        let folder = try TemporaryFolder()
        let trial = try Self.plan(folder.path)
        let specification = try trial.specification([1, 1])
        let world = try World(specification, seed: 1, replicate: 1)
        while world.monthsDone < 0 { try world.advanceBurnIn() }
        let need = try #require(Observable.all.firstIndex { $0.key == "need.mean" })
        var sum = 0.0
        for month in 1...27 {
            try world.advance()
            if month >= 10 { sum += world.observe()[need] }
        }
        let run = try lived(trial, [1, 1])
        #expect(run.goals[0].map { abs($0 - sum / 18) < 1e-12 } == true)
        #expect(run.before[1] != nil && run.before[0] == nil)
        #expect(try lived(trial, [1, 1]) == run)
        #expect(try lived(trial, [1, 0]) != run)
    }

    @Test func leversHaveDomainsAndRules() throws {
        let folder = try TemporaryFolder()
        let trial = try Self.plan(folder.path)
        #expect(trial.plan.levers.map(\.domain) == [.steps(3), .options(2)])
        #expect(trial.values([2, 1]) == [.value(.number(24_000)), .option(1)])
        #expect(trial.plan.broken(trial.values([2, 0])) == 1 && trial.plan.broken(trial.values([2, 1])) == 0)
        let stop = StopSignal()
        stop.raise()
        #expect(trial.past(PlanTrial.Setting(seed: 1, replicate: 1), stop: stop) == nil)
    }

    /// What a lever does is checked with the scenario, and told by its place in the plan's file.
    @Test func wrongLeversAreTold() throws {
        let folder = try TemporaryFolder()
        _ = try Self.plan(folder.path)
        for (old, new, words) in [
            ("cultivation: {value: 0.6", "cultivaton: {value: 0.6", "did you mean cultivation"),
            ("from: 2007-04", "from: 2006-04", "outside the run"),
            ("key: funds.extra.yearly", "key: funds.exta.yearly", "did you mean extra"),
        ] {
            let path = folder.path + "/wrong.yaml"
            try Self.text.replacingOccurrences(of: old, with: new).write(
                toFile: path, atomically: true, encoding: .utf8)
            do throws(ScenarioFaults) {
                _ = try PlanTrial(try Plan.read(path: path)) { name, _ in name }
                Issue.record("\(new) was taken")
            } catch {
                let faults = error
                #expect(faults.faults.contains { $0.description.contains(words) }, "\(faults.faults)")
                #expect(
                    faults.faults.contains { $0.file.hasSuffix("wrong.yaml") && $0.line != nil }, "\(faults.faults)")
            }
        }
    }
}
