import Foundation
import Governance
import Testing

@testable import Scenarios

/// The folder `Scenarios/` of the repository.
private let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Scenarios"

@Suite("Explanations under the governance models that come with the program")
struct ShippedExplanationTests {
    static let regimes = ScenarioLibrary(in: [folder])?.names(on: .regimes) ?? []

    /// Every resident of a town of some hundred, in months across the turn of a year.
    @Test("what is told of residents is what they decided", arguments: regimes)
    func residents(id: String) throws {
        var specification = try ScenarioReader.read(path: "\(folder)/regimes/\(id).yaml").specification
        let most = max(1, specification.people.communities.map(\.people).max() ?? 1)
        for place in specification.people.communities.indices {
            let people = specification.people.communities[place].people
            specification.people.communities[place].people = max(20, people * 60 / most)
        }
        specification.burnIn = min(2, specification.burnIn)
        let world = try World(specification, seed: 3, replicate: 1)
        for month in 1...13 {
            guard month % 6 == 1 else {
                try world.advance()
                continue
            }
            let why = try world.explain(residents: Array(world.residentNumbers), month: month)
            try world.advance()
            let rungs = world.communities.flatMap { community in
                (0..<community.residents.count).map { Int(community.residents.rung[$0]) }
            }
            #expect(why.map(\.rung) == rungs)
            for resident in why {
                let reached = resident.rungs.filter(\.isReached).map(\.rung).max() ?? 0
                let came = resident.invited?.invitation?.answer == .came
                #expect(resident.rung == max(reached, came ? 1 : 0))
                #expect(resident.invited.map { $0.isReached == ($0.invitation?.answer != .declined) } ?? true)
            }
        }
    }
}
