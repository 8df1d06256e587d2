import Foundation
import Governance
import Testing

@testable import Scenarios

/// The folder `Scenarios/` of the repository.
private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

@Suite("Snapshots of the scenarios that come with the program")
struct ShippedSnapshotTests {
    static let regimes = ScenarioLibrary(in: [folder])?.names(on: .regimes) ?? []

    /// The regime among so few people that a month takes no time.
    private func small(_ id: String) throws -> ScenarioSpecification {
        var specification = try ScenarioReader.read(path: "\(folder)/regimes/\(id).yaml").specification
        let most = max(1, specification.people.communities.map(\.people).max() ?? 1)
        for place in specification.people.communities.indices {
            let people = specification.people.communities[place].people
            specification.people.communities[place].people = max(20, people * 60 / most)
        }
        specification.burnIn = min(2, specification.burnIn)
        return specification
    }

    private func life(_ world: World, months: Int) throws -> [String] {
        try (0..<months).map { _ in
            try world.advance()
            let values = world.observe() + world.communityIDs.indices.flatMap { world.observe(community: $0) }
            return values.map { String($0.bitPattern) }.joined(separator: " ") + "\(world.flows)"
        }
    }

    /// Months before and after the turns of years, when money comes and projects are decided.
    @Test("a run saved and loaded goes on byte by byte", arguments: regimes)
    func continuation(id: String) throws {
        let specification = try small(id)
        let undisturbed = try World(specification, seed: 2, replicate: 1)
        var lived = 0
        for (month, threads) in [(1, 2), (12, 1), (25, 2)] {
            while lived < month {
                try undisturbed.advance()
                lived += 1
            }
            let taken = undisturbed.snapshot()
            let loaded = try World(taken, specification, threads: threads)
            #expect(loaded.snapshot() == taken)
            #expect(try life(loaded, months: 2) == life(undisturbed, months: 2))
            #expect(loaded.snapshot() == undisturbed.snapshot())
            lived += 2
        }
    }
}
