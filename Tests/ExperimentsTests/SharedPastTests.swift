import Archive
import Foundation
import Governance
import Synchronization
import Testing

@testable import Experiments

@Suite("Branches that share their past")
struct SharedPastTests {
    private static let trunk = PlannedScenario.small("trunk", months: 9)

    /// A future with one lever changed after so many months.
    private static func branch(_ id: String, after months: Int, meetings: Double) -> PlannedScenario {
        var future = trunk.specification.with(
            ["engagement.committee.meeting": .number(meetings)], from: trunk.specification.start + months)
        future.id = "trunk." + id
        return trunk.branch(future, after: months)
    }

    /// They part at two dates, not in their order.
    static let branches = [
        branch("late", after: 6, meetings: 0.5), branch("early", after: 2, meetings: 0.4),
        branch("same", after: 2, meetings: 0),
    ]

    /// The same scenarios, each as if it stood alone.
    static let alone = branches.map {
        PlannedScenario(specification: $0.specification, file: $0.file, sha256: $0.sha256)
    }

    private func tables(_ scenarios: [PlannedScenario], cores: Int) async throws -> [String] {
        let folder = try TemporaryFolder()
        let experiment = Experiment(scenarios: scenarios, replicates: 2, seed: 3, communities: true)
        let outcome = try await Session.inFolder(folder, experiment, cores: cores).run()
        #expect(outcome.added == 6 && outcome.failures.isEmpty)
        #expect(folder.names.allSatisfy { !$0.hasSuffix(".snapshot") })
        return try ["series.csv", "money.csv", "communities.csv"].map { try folder.text($0) }
    }

    @Test("sharing changes no byte of any result, on any cores")
    func sharing() async throws {
        let undisturbed = try await tables(Self.alone, cores: 1)
        #expect(try await tables(Self.branches, cores: 1) == undisturbed)
        #expect(try await tables(Self.branches, cores: 4) == undisturbed)
    }

    @Test("months before they part are the same, those after are not")
    func months() async throws {
        let lines = try await tables(Self.branches, cores: 2)[0].split(separator: "\n").map(String.init)
        func series(_ id: String) -> [Substring] {
            lines.filter { $0.hasPrefix("trunk.\(id),1,") }.map { $0.dropFirst("trunk.\(id),1,".count) }
        }
        let (late, early, same) = (series("late"), series("early"), series("same"))
        #expect(late.prefix(6) == same.prefix(6) && late[6] != same[6])
        #expect(early.prefix(2) == same.prefix(2) && early[2] != same[2])
    }

    @Test("the past is lived once, and told of as if each had lived its own")
    func once() throws {
        let lived = Mutex((trunk: 0, branches: 0))
        func recorder(_ scenario: PlannedScenario, _ note: @escaping @Sendable (Int) -> Void) -> Recorder {
            Recorder(
                scenario: scenario, address: RunAddress(scenario: scenario.id, replicate: 1), seed: 1,
                keeping: Keeping(), threads: 1, stop: StopSignal(),
                time: HandClock().timekeeper, progress: note)
        }
        let results = SiblingRecorder(
            trunk: recorder(Self.trunk) { months in lived.withLock { $0.trunk += months } },
            branches: Self.branches.indices.map { place in
                (
                    Run(scenario: place, replicate: 1),
                    recorder(Self.branches[place]) { months in lived.withLock { $0.branches += months } }
                )
            }
        ).record()
        #expect(results.map(\.run.scenario).sorted() == [0, 1, 2])
        let residents = Self.trunk.specification.residentCount
        // Burn-in of 2, and the 6 months of whoever parts last.
        #expect(lived.withLock { $0.trunk } == residents * (2 + 6))
        #expect(lived.withLock { $0.trunk + $0.branches } == residents * 3 * (2 + 9))
    }

    @Test("branches of one replicate are one parcel; others stand alone")
    func parcels() {
        let experiment = Experiment(scenarios: Self.branches + [.small("other")], replicates: 2, seed: 1)
        let parcels = experiment.parcels(of: experiment.runs)
        #expect(parcels.map { $0.map(\.scenario) } == [[0, 1, 2], [3], [0, 1, 2], [3]])
        #expect(parcels.allSatisfy { Set($0.map(\.replicate)).count == 1 })
        #expect(experiment.bytes(of: parcels[0]) == 3 * World.bytes(for: Self.trunk.specification))
    }

    @Test("a session stopped in the past or in a branch goes on from there", arguments: [3, 8, 16, 24])
    func interrupted(month: Int) async throws {
        let experiment = Experiment(scenarios: Self.branches, replicates: 1, seed: 3, communities: true)
        let folder = try TemporaryFolder()
        var session = Session.inFolder(folder, experiment, cores: 1)
        session.time = TickingClock().timekeeper
        let told = Mutex(0)
        let first = try await session.run(progress: { [stop = session.stop] _ in
            if told.withLock({
                $0 += 1
                return $0 == month
            }) {
                stop.raise()
            }
        })
        #expect(first.isInterrupted && first.keepsBegun)
        #expect(folder.names.contains { $0.hasPrefix("unfinished-") })
        let second = try await Session.inFolder(folder, experiment).run()
        #expect(second.found == first.added && second.added == 3 - first.added)
        #expect(folder.names.allSatisfy { !$0.hasPrefix("unfinished-") })
        let undisturbed = try TemporaryFolder()
        _ = try await Session.inFolder(undisturbed, experiment).run()
        for name in ["series.csv", "money.csv", "communities.csv"] {
            #expect(try folder.text(name) == undisturbed.text(name))
        }
    }
}

/// A clock that goes on by a second whenever it is looked at.
final class TickingClock: Sendable {
    private let passed = Mutex(Duration.zero)

    var timekeeper: Timekeeper {
        Timekeeper {
            self.passed.withLock {
                $0 += .seconds(1)
                return $0
            }
        }
    }
}
