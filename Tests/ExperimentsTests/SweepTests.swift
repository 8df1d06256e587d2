import Archive
import Foundation
import Governance
import Scenarios
import Testing

@testable import Experiments

/// Sweeps of the command tests' village, of two hundred people.
@Suite struct SweepTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let fixtures =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        + "/CommandTests/Fixtures/"

    static let factors = """
        factors:
          - {id: load, key: institutions.taskLoad, range: [0.1, 0.9]}
          - {id: people, key: people.communities.upper.people, values: [60, 240]}

        """

    /// A design of two scenarios, three months each.
    private func plan(_ rest: String, factors: String = factors, scenarios: [String] = ["closed", "open"]) throws -> Experiment {
        let home = try TemporaryFolder()
        let text = """
            id: d
            title: {en: T, zh: 题}
            summary: {en: S, zh: 摘要}
            scenarios: [\(scenarios.map { "{scenario: \($0)}" }.joined(separator: ", "))]
            set: [months=3, burnIn=0]

            """
        let path = home.path + "/d.yaml"
        try (text + factors + rest).write(toFile: path, atomically: true, encoding: .utf8)
        return try Sweep.plan(try Design.read(path: path), library: { name, _ in Self.fixtures + name + ".yaml" })
    }

    private static let small = "sampling: {kind: sobol, points: 4}\nreplicates: 2\n"

    private func tables(_ folder: TemporaryFolder) throws -> [String] {
        try Export(Archive.read(folder.path)).write().sorted().map(folder.text)
    }

    @Test func everyRunOfTheDesignIsThere() async throws {
        let experiment = try plan(Self.small + "keep: {months: final}\n")
        #expect(experiment.runs.count == 2 * 4 * 2)
        #expect(experiment.runs.prefix(8).allSatisfy { $0.replicate == 1 }, "replicate after replicate")
        #expect(experiment.runs.prefix(2).map(\.scenario) == [0, 1], "a point's scenarios one after another")
        let outcome = try await Session.inFolder(folder, experiment).run()
        #expect((outcome.added, outcome.files) == (16, ["manifest.json", "results.sqlite"]))
        #expect(outcome.writing > .zero && outcome.writing < outcome.elapsed && outcome.bytes > 10_000)
        let archive = try Archive.read(folder.path)
        let run = try #require(try archive.run("open", point: 2, 2))
        #expect(run.kept == [3] && !run.hasMoney && run.money.isEmpty)
        #expect(try archive.design()?.points.count == 4)
        #expect(try tables(folder)[1].split(separator: "\n").count == 17)
    }

    @Test func aPointIsTheScenarioWithItsValuesSet() async throws {
        let experiment = try plan(Self.small)
        _ = try await Session.inFolder(folder, experiment).run()
        let archive = try Archive.read(folder.path)
        let point = try #require(try archive.design()?.points[2])
        let changes = ["months=3", "burnIn=0", "institutions.taskLoad=\(point.values[0].text)"]
            + ["people.communities.upper.people=\(point.values[1].text)"]
        let alone = PlannedScenario(try ScenarioReader.read(path: Self.fixtures + "open.yaml", overrides: changes))
        let other = try TemporaryFolder()
        _ = try await Session.inFolder(other, Experiment(scenarios: [alone], replicates: 2, seed: 1)).run()
        let (swept, lone) = (try archive.run("open", point: point.number, 2), try Archive.read(other.path).run("open", 2))
        #expect(swept?.world.map(\.bitPattern) == lone?.world.map(\.bitPattern) && swept?.world.isEmpty == false)
    }

    @Test func pointsShareTheirDrawsUnlessTheyAreToHaveTheirOwn() async throws {
        // Two points that differ in nothing that matters: the run is the same, or it is not.
        let factors = "factors: [{id: x, key: committees.wage, values: [1500]}, {id: y, key: summary.en, values: [a, b]}]\n"
        for (draws, areEqual) in [("common", true), ("own", false)] {
            let folder = try TemporaryFolder()
            let experiment = try plan("sampling: {kind: factorial}\ndraws: \(draws)\n", factors: factors)
            _ = try await Session.inFolder(folder, experiment).run()
            let archive = try Archive.read(folder.path)
            let worlds = try (1...2).map { try archive.run("open", point: $0, 1)?.world.map(\.bitPattern) }
            #expect((worlds[0] == worlds[1]) == areEqual)
        }
    }

    @Test func interruptedItGoesOnAndEndsTheSame() async throws {
        let experiment = try plan(Self.small)
        let whole = try TemporaryFolder()
        _ = try await Session.inFolder(whole, experiment).run()
        let session = Session.inFolder(folder, experiment, cores: 1)
        let first = try await session.run(progress: { [stop = session.stop] in
            if $0.runsDone == 5 { stop.raise() }
        })
        #expect(first.isInterrupted && first.added == 5)
        let second = try await Session.inFolder(folder, experiment).run()
        #expect((second.found, second.added) == (5, 11))
        #expect(try tables(folder) == tables(whole))
    }

    @Test func shardsHaveEveryRunOnceAndJoinIntoTheWhole() async throws {
        var experiment = try plan(Self.small)
        let whole = try TemporaryFolder()
        _ = try await Session.inFolder(whole, experiment).run()
        let all = Set(experiment.runs)
        let joined = try Archive.open(folder.path, for: experiment.inputs(program: "Cogov test"))
        var seen: [Run] = []
        for number in 1...3 {
            experiment.shard = Shard(number, of: 3)
            seen += experiment.runs
            let part = try TemporaryFolder()
            _ = try await Session.inFolder(part, experiment).run()
            #expect(Manifest.read(from: part.path)?.sessions.map(\.shard) == ["\(number)/3"])
            _ = try joined.merge(Archive.read(part.path), keeping: experiment.keeping)
        }
        #expect(seen.count == all.count && Set(seen) == all)
        try joined.close()
        #expect(try tables(folder) == tables(whole))
    }

    @Test func twoSessionsAtOnceShareTheWork() async throws {
        let experiment = try plan("sampling: {kind: sobol, points: 8}\nreplicates: 2\n")
        let sessions = [Session.inFolder(folder, experiment, cores: 1), .inFolder(folder, experiment, cores: 1)]
        async let first = sessions[0].run()
        async let second = sessions[1].run()
        let (one, two) = try await (first, second)
        #expect(one.added + two.added == 32, "no run is lived twice")
        for outcome in [one, two] {
            #expect(outcome.found + outcome.added + outcome.addedElsewhere == 32 && !outcome.isInterrupted)
        }
        let manifest = try #require(Manifest.read(from: folder.path))
        #expect(manifest.state == .complete && manifest.sessions.map(\.added).reduce(0, +) == 32)
    }

    @Test func aFaultOfAPointIsToldWithItsLine() throws {
        let factors = "factors:\n  - {id: load, key: institutions.taskLoad, values: [0.5, 1.5]}\n"
        let error = #expect(throws: ScenarioFaults.self) { try plan("sampling: {kind: factorial}\n", factors: factors) }
        let faults = try #require(error).faults
        #expect(faults.count == 2, "one for each scenario")
        #expect(
            faults[0].description.hasSuffix(
                "d.yaml:7:22: institutions.taskLoad: found 1.5 at point 2 of closed; expected a number from 0 to 1"))
    }

    @Test func constraintsThatLeaveNothingAreRefused() throws {
        #expect(throws: ScenarioFaults.self) { try plan(Self.small + "constraints: [load > 2]\n") }
        let experiment = try plan(Self.small + "constraints: [load > 0.6]\n")
        let input = try #require(experiment.sweep?.input)
        #expect(input.points.count == 4 && experiment.sweep?.leftOut == input.points[3].number - 4)
        #expect(input.points.allSatisfy { ($0.values[0].number ?? 0) > 0.6 })
    }

    @Test func whatDiffersInSizeDiffersInCost() throws {
        let experiment = try plan(Self.small)
        let costs = Set(experiment.runs.map(experiment.residentMonths))
        #expect(costs.count == 2)
        #expect(experiment.runs.map(experiment.memory).max() ?? 0 > experiment.runs.map(experiment.memory).min() ?? 0)
    }

    @Test func shardsAreReadAsTheyAreWritten() {
        #expect(Shard("2/4") == Shard(2, of: 4) && Shard("2/4")?.description == "2/4")
        for text in ["0/4", "5/4", "2", "2/", "a/b", "1/2/3", ""] { #expect(Shard(text) == nil) }
    }
}
