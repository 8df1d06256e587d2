import Foundation
import RandomScenarios
import Testing

@testable import Archive
@testable import Experiments

@Suite("Property: more replicates")
struct ReplicatesTests {
    /// Two replicates, then four in the same folder; and four at once elsewhere, on another number of cores.
    @Test("twice as many change nothing of those that were there", arguments: Cases.first(3))
    func doubled(_ number: Int) async throws {
        let folder = NSTemporaryDirectory() + "cogov-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let scenario = PlannedScenario(try RandomScenario(number).document())
        func records(_ name: String, _ replicates: Int, cores: Int) async throws -> [RunRecord] {
            let experiment = Experiment(scenarios: [scenario], replicates: replicates, seed: 9, communities: true)
            let session = Session(
                experiment, folder: folder + name, program: "Cogov test", command: ["cogov", "run"], cores: cores,
                memory: 1 << 30, time: Timekeeper(ContinuousClock()), date: { Date(timeIntervalSince1970: 0) })
            let outcome = try await session.run()
            #expect(outcome.failures.isEmpty)
            let archive = try Archive.read(folder + name)
            return try (1...replicates).map { try #require(try archive.run(scenario.id, $0, communities: true)) }
        }
        let two = try await records("/grown", 2, cores: 2).map(\.checksum)
        let four = try await records("/grown", 4, cores: 1).map(\.checksum)
        let atOnce = try await records("/at-once", 4, cores: 3).map(\.checksum)
        #expect(Array(four.prefix(2)) == two && atOnce == four)
        #expect(Set(four).count == 4)
    }
}
