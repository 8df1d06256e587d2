import Archive
import Foundation
import Governance
import Testing

@testable import Analysis

@Suite("Reading an archive into tables")
struct ResultsTests {
    private let width = Observable.all.count

    private func scenario(_ id: String, months: Int) -> ScenarioInput {
        ScenarioInput(
            id: id, title: Text(en: id, zh: id), file: "\(id).yaml", sha256: id, changes: [], start: "2007-08",
            months: months, residents: 10, communities: ["x"], parametersChanged: [])
    }

    private func run(_ id: String, _ replicate: Int, months: Int) -> RunRecord {
        let world = (0..<months * width).map { Double($0 + 1000 * replicate) }
        return RunRecord(
            scenario: id, replicate: replicate, months: months, seconds: 1, world: world,
            money: [.init(month: 1, from: "outside:donors", to: "committee:x", purpose: "release", fen: 200)])
    }

    private func withArchive(observables: [String], _ work: (Archive) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "results-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let inputs = Inputs(
            program: "p", model: "m", seed: 1, observables: observables,
            scenarios: [scenario("a", months: 2), scenario("b", months: 3)])
        try work(try Archive.open(folder, for: inputs))
    }

    @Test("Runs stand where they belong; what the archive lacks is undefined")
    func reading() throws {
        try withArchive(observables: Observable.all.map(\.key)) { archive in
            try archive.add(run("b", 2, months: 3))
            try archive.add(run("a", 1, months: 2))
            let results = try Results(archive, scenarios: ["b", "a"], replicates: 2)
            let series = results.series
            #expect(series.scenarios.map(\.id) == ["b", "a"])
            #expect(series.scenarios[0].start == YearMonth(year: 2007, month: 8))
            #expect(series[scenario: 0, replicate: 1, month: 3, observable: 4] == Double(2 * width + 4 + 2000))
            #expect(series[scenario: 1, replicate: 0, month: 1, observable: 0] == 1000)
            #expect(series.sample(scenario: 0, month: 1, observable: 0)[0].isNaN)
            #expect(results.money.rows(scenario: 0).map(\.yuan.mean) == [2])
        }
    }

    @Test("A scenario that is not there, and an observable of another program, are refused")
    func refusals() throws {
        try withArchive(observables: Observable.all.map(\.key)) { archive in
            #expect(throws: ArchiveError.self) { try Results(archive, scenarios: ["c"], replicates: 1) }
        }
        try withArchive(observables: ["happiness"]) { archive in
            #expect {
                try Results(archive, scenarios: ["a"], replicates: 1)
            } throws: { error in
                if case .foreign(_, let reason)? = error as? ArchiveError {
                    reason.contains("happiness")
                } else {
                    false
                }
            }
        }
    }
}
