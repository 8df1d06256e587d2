import Testing

@testable import Governance

@Suite("The coordinating body's capacities")
struct CoordinationTests {
    let p = Coordination.Parameters()

    /// Alignment 0.5 worked at from 0: 0.04 after a month, 0.0768 after two; back toward 0 when it ends.
    @Test func alignmentByHand() {
        var institutions = Institutions()
        institutions.coordination.alignment = 0.5
        withCommunity(3, institutions: institutions) { community, month, scratch in
            #expect(community.residents.changes { Coordination.step(&community, month, scratch) } == [])
            #expect(isClose(community.alignment, 0.04))
            Coordination.step(&community, month, scratch)
            #expect(isClose(community.alignment, 0.0768))
            community.institutions.coordination.alignment = 0
            Coordination.step(&community, month, scratch)
            #expect(isClose(community.alignment, 0.0768 * 0.92))
        }
    }

    /// Party members alone are called, and only where there is mobilisation.
    @Test func partyMembersAreCalled() {
        withResidents(2, .plain(partyMember: true), .plain()) { residents, scratch in
            (scratch.utility[0], scratch.utility[1]) = (-1, -1)
            Coordination.call(residents, mobilisation: 0, scratch, p)
            #expect(scratch.utility[0] == -1)
            Coordination.call(residents, mobilisation: 0.6, scratch, p)
            #expect(isClose(scratch.utility[0], -0.7) && scratch.utility[1] == -1)
        }
    }

    /// Of 1,000 yuan, full pooling adds 300, by the ledger; the project is planned with both.
    @Test func partnersAddMoney() throws {
        #expect(Coordination.pooled(100_000, pooling: 1, p) == 30_000)
        #expect(Coordination.pooled(100_000, pooling: 0, p) == 0)
        let plain = try World.lived(.lively(), months: 2)
        let pooling = try World.lived(.lively { $0.institutions.coordination.pooling = 1 }, months: 2)
        let added = pooling.flows.filter { $0.from == Account.partners }
        #expect(!added.isEmpty && added.allSatisfy { $0.purpose == Purpose.pooling.rawValue })
        let granted = pooling.flows.filter { $0.purpose == Purpose.grant.rawValue }.reduce(0) { $0 + $1.fen }
        #expect(isClose(Double(added.reduce(0) { $0 + $1.fen }), 0.3 * Double(granted), within: 10))
        #expect(try pooling.observe("money.pooled") > 0 && plain.observe("money.pooled") == 0)
        func units(_ world: World) -> Double {
            world.communities.reduce(0) { $0 + $1.projects.reduce(0) { $0 + $1.plannedUnits } }
        }
        #expect(units(pooling) > 1.2 * units(plain))
    }

    /// Each capacity at 0 leaves everything as it is, whatever its strength would be.
    @Test func neutralCapacitiesDoNothing() throws {
        let plain = try World.lived(.lively(), months: 8)
        let strong = try World.lived(
            .lively { $0.parameters.coordination = Coordination.Parameters(called: 0.7, pace: 0.11, pooled: 0.42) },
            months: 8)
        #expect(plain.fingerprint == strong.fingerprint)
    }

    @Test func golden() throws {
        let world = try World.lived(
            .lively {
                $0.institutions.coordination = Institutions.Coordination(
                    mobilisation: 0.5, alignment: 0.6, pooling: 0.5, integration: 0.4)
            }, months: 9)
        let line = written(try world.observe("participation.rung1plus"), try world.observe("money.spent"))
        #expect(line == "0.4766666666666667 2827.43")
    }
}
