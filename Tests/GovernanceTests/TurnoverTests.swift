import Testing

@testable import Governance

@Suite("People move away, others move in")
struct TurnoverTests {
    let p = Turnover.Parameters()

    @Test func chancesByHand() {
        #expect(isClose(p.chance(.plain()), 0.004))
        #expect(isClose(p.chance(.plain(tenure: .resettled)), 0.004))
        #expect(isClose(p.chance(.plain(age: .young, tenure: .tenant)), 0.0375))
        #expect(isClose(p.chance(.plain(age: .old, tenure: .tenant)), 0.01))
    }

    /// Of 10,000 tenants 250 move in a month, of 10,000 owners between them 40, within five standard errors (chance of
    /// failing below 1e-5).
    @Test func asManyMoveAsTheirChancesSay() {
        withCommunity(20_000) { community, month, scratch in
            for i in 0..<20_000 {
                community.residents.traits[i] = Traits.plain(tenure: i % 2 == 0 ? .tenant : .owner).rawValue
                community.residents.habit[i] = 1
            }
            Turnover.step(&community, month, scratch)
            let moved = (0..<20_000).filter { community.residents.habit[$0] == 0 }
            #expect(moved.count == community.events.moved)
            #expect(abs(moved.count { $0 % 2 == 0 } - 250) < 79)
            #expect(abs(moved.count { $0 % 2 == 1 } - 40) < 32)
        }
    }

    @Test(arguments: 0..<4) func withoutMovesNothingChanges(number: Int) {
        withAnyCommunity(number) { specification in
            (specification.parameters.turnover.settled, specification.parameters.turnover.tenants) = (0, 0)
        } body: { community, month, scratch in
            #expect(community.residents.changes { Turnover.step(&community, month, scratch) } == [])
            #expect(community.events == MonthEvents())
        }
    }

    /// A newcomer lives as its forerunner did, and knows nobody.
    @Test(arguments: 0..<4) func whoComesStartsAnew(number: Int) throws {
        try withAnyCommunity(number) { community, month, _ in
            let residents = community.residents
            let row = try #require((0..<60).first { residents.tieCount[$0] > 0 && residents.membership[$0] == 0 })
            let friend = Int(residents.tie[row * ResidentBlock.tieSlots])
            let (before, need) = (Traits(rawValue: residents.traits[row]), residents.need[row])
            let friends = residents.tieCount[friend]
            let (vulnerable, counted) = (community.count(\.isVulnerable), community.vulnerableCount)
            Turnover.replace(row, .mixed, &community, month)
            let after = Traits(rawValue: residents.traits[row])
            #expect(after.age == before.age && after.tenure == before.tenure)
            #expect(residents.need[row] == need && residents.habit[row] == 0 && residents.rung[row] == 0)
            #expect(residents.tieCount[row] == 0 && residents.tieCount[friend] == friends - 1)
            #expect(!residents.areTied(friend, row))
            #expect(residents.isWithinBounds)
            #expect(community.vulnerableCount - counted == community.count(\.isVulnerable) - vulnerable)
            #expect(community.traitCounts.reduce(0, +) == 60)
        }
    }

    /// A leader's place goes to the abler of those who take part; where nobody does, the organisation ends.
    @Test func leadersAreFollowed() {
        withCommunity(4) { community, month, _ in
            let residents = community.residents
            for i in 0..<4 { (residents.skill[i], residents.leadership[i]) = (Float(i) / 4, 1) }
            community.add(founder: 0, members: [1, 2, 3], domain: .safety, month: 0)
            (residents.rung[1], residents.rung[2]) = (2, 1)
            Turnover.replace(0, .mixed, &community, month)
            #expect(community.organisations[0].leader == 2)
            #expect(community.organisations[0].members == [1, 2, 3] && residents.membership[0] == 0)
            (residents.rung[1], residents.rung[2]) = (0, 0)
            Turnover.replace(2, .mixed, &community, month)
            #expect(community.organisations.isEmpty && community.events.organisationsEnded == 1)
            #expect((0..<4).allSatisfy { residents.membership[$0] == 0 })
        }
    }

    /// Whatever else the world does, membership, ties and counts stay whole, and make-up keeps near what it was.
    @Test(arguments: 0..<4) func aWorldStaysWhole(number: Int) throws {
        let world = try World(.random(number), seed: 8, replicate: 0)
        let old = world.communities[0].count { $0.age == .old }
        for _ in 0..<36 { try world.advance() }
        for community in world.communities {
            let residents = community.residents
            for organisation in community.organisations {
                #expect(organisation.members.contains { Int($0) == organisation.leader })
                #expect(organisation.members.allSatisfy { residents.membership[Int($0)] == organisation.slot })
            }
            let members = community.organisations.reduce(0) { $0 + $1.members.count }
            #expect((0..<residents.count).count { residents.membership[$0] != 0 } == members)
            for i in 0..<residents.count {
                for slot in 0..<Int(residents.tieCount[i]) {
                    #expect(residents.areTied(Int(residents.tie[i * ResidentBlock.tieSlots + slot]), i))
                }
            }
            var counts = [Int32](repeating: 0, count: 256)
            for i in 0..<residents.count { counts[Int(residents.traits[i])] += 1 }
            #expect(counts == community.traitCounts)
        }
        #expect(world.communities[0].count { $0.age == .old } == old)
    }

    /// Institutions do not decide who moves.
    @Test func scenariosShareMovers() throws {
        func movers(_ change: (inout ScenarioSpecification) -> Void) throws -> [Float] {
            let world = try World(.small(change), seed: 2, replicate: 0)
            for _ in 0..<12 { try world.advance() }
            return world.communities.flatMap { c in (0..<200).map { c.residents.income[$0] } }
        }
        #expect(try movers { _ in } == movers { $0.institutions = .open })
        #expect(try movers { _ in } != movers { $0.parameters.turnover.tenants = 0 })
    }

    @Test func golden() {
        withAnyCommunity(1) { specification in
            specification.parameters.turnover.settled = 0.1
        } body: { community, month, scratch in
            Turnover.step(&community, month, scratch)
            let taste = (0..<60).reduce(0) { $0 + Double(community.residents.standing[$1]) }
            #expect(written(Double(community.events.moved), taste) == "4.0 -21.234771892428398")
        }
    }
}

extension Community {
    /// Residents with traits like these.
    func count(_ belongs: (Traits) -> Bool) -> Int {
        (0..<residents.count).count { belongs(Traits(rawValue: residents.traits[$0])) }
    }
}
