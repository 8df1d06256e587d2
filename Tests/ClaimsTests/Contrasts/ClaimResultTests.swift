import Analysis
import Archive
import Experiments
import Foundation
import Governance
import Scenarios
import Testing

@testable import Claims

@Suite("Claims that are lived")
struct ClaimResultTests {
    private func plan(_ texts: String...) throws -> ClaimPlan {
        try ClaimPlan(texts.map(Made.claim), library: #require(Made.library))
    }

    @Test("arms that are the same in several claims are one world")
    func shared() throws {
        let plan = try plan(Made.text("C13"), Made.text("C14", alignment: 0.5))
        #expect(plan.worlds.count == 3)
        #expect(plan.claims[0].worlds[0][1] == plan.claims[1].worlds[0][1])
        #expect(Set(plan.worlds.map(\.id)).count == 3)
    }

    @Test("runs, verdict and confounding from the archive; a second session finds them all")
    func lived() async throws {
        let plan = try plan(Made.text())
        let folder = NSTemporaryDirectory() + "claims-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func results() async throws -> (Session.Outcome, [ClaimResult]) {
            let session = Session(
                plan.experiment(replicates: 3, seed: 5), folder: folder, program: "test", command: [], cores: 2,
                memory: 1 << 30, time: Timekeeper { .zero }, date: { Date(timeIntervalSince1970: 0) })
            var runs: [ClaimRuns] = []
            let outcome = try await session.run(report: { archive, _ throws(ArchiveError) in
                runs = [try ClaimRuns(plan.claims[0], of: plan, in: archive, replicates: 3)]
                return []
            })
            return (outcome, ClaimResult.together(runs))
        }
        let (first, found) = try await results()
        #expect((first.added, first.files.sorted()) == (6, ["manifest.json", "results.sqlite"]))
        let result = try #require(found.first)
        #expect(result.metrics[0].whole.replicates == 3)
        #expect(result.metrics[0].whole.value > 0 && result.verdict == .supported)
        #expect(result.probability == result.adjusted, "one claim alone")
        #expect(!result.isConfounded, "\(result.confounding)")
        let (second, again) = try await results()
        #expect((second.found, second.added) == (6, 0))
        #expect(again[0].metrics[0].whole.interval == result.metrics[0].whole.interval)
    }

    /// Money and hours that an arm brings beside its lever.
    @Test("what sides have unequal is found, and is confounding unless declared")
    func confounded() async throws {
        let settings = "set: {institutions.coordination.alignment: 0.9, committees.staff: 12, committees.wage: 9000}"
        let declared =
            "unequal: [{what: money, why: {en: staff, zh: 员}}, {what: hours.committee, why: {en: staff, zh: 员}}]"
        func found(_ extra: String) async throws -> ClaimResult {
            let text = Made.text(extra: extra)
                .replacingOccurrences(of: "set: {institutions.coordination.alignment: 0.9}", with: settings)
                .replacingOccurrences(of: "levers: [coordination]", with: "levers: [coordination, committees]")
            let plan = try plan(text)
            let runs = try plan.worlds.map { world in
                try #require(
                    ObservedRun(world.specification, seed: 3, replicate: 1, stop: StopSignal())
                        .columns(of: Array(Observable.all.indices)))
            }
            var series = SeriesTable(
                scenarios: plan.worlds.map {
                    .init(id: $0.id, title: Text(en: "", zh: ""), start: $0.specification.start, months: 4)
                }, observables: Observable.all, replicates: 1)
            for (place, columns) in runs.enumerated() {
                for month in 0..<4 {
                    try series.record(columns.map { $0[month] }, scenario: place, replicate: 0, month: month + 1)
                }
            }
            return ClaimResult(ClaimRuns(plan.claims[0], series: series))
        }
        let bare = try await found("")
        #expect(bare.isConfounded)
        #expect(bare.confounding.contains { $0.observable == "hours.committee" && $0.most.arm == "body" })
        #expect(bare.confounding.contains { $0.observable == "money.standing" })
        let told = try await found(declared)
        #expect(!told.isConfounded && told.inequalities.count == bare.inequalities.count)
    }
}
