import Archive
import Foundation
import Governance
import Scenarios
import Testing

@testable import Experiments

/// The scenarios between two small ones, lived.
@Suite struct SwitchedPairTests {
    private static let fixtures =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        + "/CommandTests/Fixtures/"

    /// A village that is governed otherwise and begins two years later, with an event that resets all levers, and one in a community.
    private static let other = """
        extends: village.yaml
        id: other
        period: {start: 2009-01}
        organisations:
          - id: helper
            name: {en: Helper, zh: 社工}
            assumed: made up
            staff: 1
            hours: 160
            professionalism: 0.6
            integrity: 0.9
            contract: 5000
            payer: "outside:street-budget"
            from: 2009-02
        funds:
          - id: line
            name: {en: Line, zh: 资金}
            assumed: made up
            payers: [{account: "outside:street-budget", share: 1}]
            yearly: 20000
            perCommunity: true
            holder: committee
            proposers: [committee, residents]
            rule: {kind: equalSplit}
            reviewMonth: 3
            projectMonths: 4
            from: 2009-01
        events:
          - id: anew
            at: 2009-03
            title: {en: Anew, zh: 重来}
            reset: true
            institutions:
              assumed: made up
              taskLoad: 0.3
              support: {money: 1, access: true}
              rights: {design: true}
              engagement: {committee: {meeting: 0.5}, socialOrganisation: {culture: 0.5}}
          - id: upper-only
            at: 2009-05
            title: {en: Upper, zh: 上村}
            communities: [upper]
            institutions: {assumed: made up, sensing: {survey: 0.5}}

        """

    let folder: TemporaryFolder
    private let pair: SwitchedPair

    init() throws {
        folder = try TemporaryFolder()
        let (village, path) = (folder.path + "/village.yaml", folder.path + "/other.yaml")
        try FileManager.default.copyItem(atPath: Self.fixtures + "village.yaml", toPath: village)
        try Self.other.write(toFile: path, atomically: true, encoding: .utf8)
        let scenarios = try ScenarioPair(
            ScenarioSource(path: village), ScenarioSource(path: path))
        pair = SwitchedPair(scenarios, switches: scenarios.switches)
    }

    private func lived(_ scenario: PlannedScenario) async throws -> [Double] {
        let own = try TemporaryFolder()
        var experiment = Experiment(scenarios: [scenario], replicates: 1, seed: 7)
        experiment.writesTables = false
        _ = try await Session.inFolder(own, experiment).run()
        return try #require(try Archive.read(own.path).run(scenario.id, 1)).world
    }

    /// Bit by bit: what is not defined is not equal to itself.
    private func same(_ a: [Double], _ b: [Double]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }

    @Test func theEndsLiveAsTheTwoThemselves() async throws {
        let none = try await lived(pair.scenario(0))
        let all = try await lived(pair.scenario(pair.all))
        #expect(same(none, try await lived(PlannedScenario(pair.pair.first))))
        #expect(same(all, try await lived(PlannedScenario(pair.pair.second))))
        #expect(!same(none, all))
    }

    @Test func allCoalitionsAreADesignThatGoesOn() async throws {
        #expect(Set(pair.switches.map(\.id)).isSuperset(of: ["money", "organisations", "tasks", "rights", "sensing"]))
        let keeping = Keeping(months: .chosen([6, 12]), money: false)
        func experiment(_ coalitions: [UInt64]) throws -> Experiment {
            try Sweep.between(pair, coalitions: coalitions, seed: 1, replicates: 1, keeping: keeping)
        }
        let first = try await Session.inFolder(folder, try experiment([0, 3, pair.all])).run()
        #expect(first.added == 3)
        let more = try await Session.inFolder(folder, try experiment([0, 1, 2, 3, pair.all])).run()
        #expect((more.found, more.added) == (3, 2))
        let archive = try Archive.read(folder.path)
        let run = try #require(try archive.run(pair.pair.id, point: SwitchedPair.number(3), 1))
        #expect(run.kept == [6, 12])
        let design = try #require(try archive.design())
        #expect(design.factors.map(\.id) == pair.switches.map(\.id))
        #expect(design.points.first { $0.number == 4 }?.values.prefix(3).map(\.text) == ["other", "other", "village"])
    }

    @Test func whatIsInvalidTellsTheSwitches() {
        let words = pair.words(3)
        #expect(
            words.en.contains(pair.switches.prefix(2).map(\.id).joined(separator: ", "))
                && words.en.contains("--groups"))
    }
}
