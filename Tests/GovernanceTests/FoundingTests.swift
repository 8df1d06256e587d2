import Testing

@testable import Governance

@Suite("Communities come to be")
struct FoundingTests {
    @Test func buildingsAreEven() {
        #expect(Founding.buildings(count: 100, size: 30) == [0, 33, 66, 100])
        #expect(Founding.buildings(count: 5, size: 30) == [0, 5])
        #expect(Founding.buildings(count: 3, size: 0) == [0, 1, 2, 3])
        for count in [1, 19, 333, ResidentBlock.capacity] {
            let starts = Founding.buildings(count: count, size: 20).map { Int($0) }
            let sizes = zip(starts, starts.dropFirst()).map { $1 - $0 }
            #expect(sizes.reduce(0, +) == count)
            #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1 && (sizes.min() ?? 0) > 0)
        }
    }

    @Test func everyRowHasItsBuilding() throws {
        let world = try World(.small(residents: 210), seed: 1, replicate: 0)
        let community = world.communities[0]
        for row in 0..<210 {
            let building = community.building(of: row)
            #expect(building.contains(row))
            #expect(community.buildings.contains(UInt16(building.lowerBound)))
        }
    }

    /// Sorted by id whatever their order in the file, with the adults that the share gives, at least one.
    @Test func communitiesAreSorted() throws {
        let world = try World(
            .small {
                $0.people.communities.reverse()
                $0.people.adultShare = 0.851
                $0.people.communities[0].people = 0
            }, seed: 1, replicate: 0)
        #expect(world.communityIDs == ["a", "b", "c"])
        #expect(world.communities.map(\.residents.count) == [170, 170, 1])
        #expect(world.communities.map(\.street) == [0, 1, 0])
    }

    @Test func whatCannotBeFoundedIsRefused() {
        func refusal(_ change: (inout ScenarioSpecification) -> Void) -> String? {
            let specification = ScenarioSpecification.small(residents: 5, change)
            return #expect(throws: WorldError.self) { try World(specification, seed: 1, replicate: 0) }?.description
        }
        #expect(refusal { $0.people.communities[1].people = 65_001 }?.contains("community b has 65001") == true)
        #expect(refusal { $0.people.communities[1].id = "a" }?.contains("communities a and a") == true)
        #expect(refusal { $0.people.communities[2].type = "moon" }?.contains("unknown type, moon") == true)
        #expect(refusal { $0.people.communities[2].street = "milky" }?.contains("unknown street, milky") == true)
    }

    /// Multipliers of need have mean 1: over 200 communities the rates' mean is the parameters', within five standard
    /// errors of a log-normal of spread 0.5 (0.53 of the mean each).
    @Test func communitiesDifferInNeed() throws {
        let specification = ScenarioSpecification.small(residents: 1) { specification in
            let model = specification.people.communities[0]
            specification.people.communities = (0..<200).map {
                var community = model
                community.id = "community \($0)"
                return community
            }
        }
        let world = try World(specification, seed: 1, replicate: 0)
        let safety = world.communities.map { Double($0.needRate[0][Domain.safety.index]) }
        let mean = safety.reduce(0, +) / 200
        #expect(abs(mean / 0.025 - 1) < 5 * 0.53 / 200.0.squareRoot())
        #expect(Set(safety).count == 200)
    }

    /// Neighbours in the list do not matter: a community is the same with others or alone, but for its far ties.
    @Test func aCommunityIsItself() throws {
        func first(_ specification: ScenarioSpecification, seed: UInt64) throws -> [String: [UInt8]] {
            let world = try World(specification, seed: seed, replicate: 0)
            return withExtendedLifetime(world) { world.communities[0].residents.columns }
        }
        let alone = try first(.lively(communities: 1), seed: 1)
        let isSame = try first(.lively(), seed: 1) == alone
        let isOther = try first(.lively(), seed: 2) != alone
        #expect(isSame && isOther)
    }

    /// Organisations of the start are there, but were not founded in the first month.
    @Test func whatWasThereIsNotNew() throws {
        let world = try World.lived(
            .small {
                $0.people.types[0].initialOrganisations = 10
                $0.parameters.organisations.exit = 0
                $0.parameters.organisations.exitByFatigue = 0
            }, months: 1)
        #expect(try world.observe("organisations.count") == 6)
        #expect(try world.observe("organisations.founded") == 0)
    }
}
