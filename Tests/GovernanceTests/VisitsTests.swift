import Testing

@testable import Governance

@Suite("Committees visit one another")
struct VisitsTests {
    private let specification = ScenarioSpecification.small(communities: 6, residents: 20)

    /// A world in which community `a` facilitates at 0.9, others at 0.3, and all visit so often.
    private func world(visits: Double, guests: [Double], replicate: UInt32 = 0) throws -> World {
        let world = try World(founding: specification, seed: 1, replicate: replicate)
        for (c, room) in guests.enumerated() {
            world.communities[c].institutions.capacity.visits = visits
            world.communities[c].institutions.capacity.guests = room
        }
        world.communities[0].committee.facilitation = 0.9
        return world
    }

    private var part: Double { specification.parameters.committees.train }

    @Test func whatTheHostDoesBetterIsLearnt() throws {
        let world = try world(visits: 1, guests: [20, 0, 0, 0, 0, 0])
        try Visits.step(world, world.month(1))
        for c in 1..<6 { #expect(isClose(world.communities[c].committee.facilitation, 0.3 + part * 0.6)) }
        #expect(world.communities[0].committee.facilitation == 0.9)
    }

    @Test func aHostTakesSoManyGuests() throws {
        let world = try world(visits: 1, guests: [2, 0, 0, 0, 0, 0])
        try Visits.step(world, world.month(1))
        #expect(world.communities.dropFirst().count { $0.committee.facilitation > 0.3 } == 2)
    }

    @Test func nobodyLearnsWhereNobodyIsOpenOrGoes() throws {
        for world in [
            try world(visits: 3, guests: [0, 0, 0, 0, 0, 0]), try world(visits: 0, guests: [9, 9, 9, 9, 9, 9]),
        ] {
            let before = world.communities.map(\.committee)
            try Visits.step(world, world.month(1))
            #expect(world.communities.map(\.committee) == before)
        }
    }

    /// A fraction is a chance: a quarter of a visit a month is 5 visits in 4 months of five guests.
    @Test func aFractionIsAChance() throws {
        var learnt = 0
        for replicate in 0..<200 {
            let world = try world(visits: 0.25, guests: [20, 0, 0, 0, 0, 0], replicate: UInt32(replicate))
            try Visits.step(world, world.month(1))
            learnt += world.communities.dropFirst().count { $0.committee.facilitation > 0.3 }
        }
        // 1,000 chances of 0.25: 250 +- 13.7; beyond 4 standard deviations once in 15,000.
        #expect(abs(learnt - 250) < 55)
    }

    @Test func theLessAbleTeachNothing() {
        var guest = Committee(orientation: 0.5, facilitation: 0.6)
        guest.learn(from: Committee(orientation: 0.9, facilitation: 0.2), 0.1)
        #expect(guest.facilitation == 0.6 && isClose(guest.orientation, 0.54))
    }
}
