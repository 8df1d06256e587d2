import Numerics
import Testing

@testable import Governance

@Suite("Work units")
struct WorkUnitsTests {
    /// A lively world in which three of five belong to a work unit.
    static func era(_ change: (inout ScenarioSpecification) -> Void = { _ in }) -> ScenarioSpecification {
        .lively {
            $0.people.types[0].workUnits = 0.6
            change(&$0)
        }
    }

    /// Four residents, the first and third members with needs 0.5 and 1 in one domain: asked for are 0.1 x 1.5 units; of
    /// 2 x 0.4 units an eighth, 0.1, goes to each domain, so that 2/3 is met at quality 0.6, for members alone.
    @Test func byHand() {
        var institutions = Institutions()
        institutions.workUnits.services = 0.4
        withCommunity(4, institutions: institutions) { community, month, scratch in
            community.workUnit = [1, 0, 1, 0]
            community.workUnitMembers = 2
            for i in 0..<4 { community.residents.need[i][2] = i == 2 ? 1 : 0.5 }
            #expect(community.residents.changes { WorkUnits.step(&community, month, scratch) } == [])
            let exclusive = community.exclusive
            #expect((0..<4).map { scratch.clients[$0] } == [1, 0, 1, 0])
            #expect(isClose(exclusive.relief[1][2], 0.1 * 0.6 * 2 / 3) && exclusive.relief[0] == SIMD8())
            #expect(exclusive.relief[3] == exclusive.relief[1] && exclusive.relief[2] == SIMD8())
            #expect(isClose(exclusive.allUnits.sum(), 0.8) && isClose(exclusive.allStrength[2], 0.06))
            let paid = [Transfer(from: Account.employers, to: Account.suppliers, purpose: .workUnit, fen: 640)]
            #expect(community.journal == paid)
        }
    }

    /// What members' services take off needs is no more than their strength, and nobody else's need falls by them.
    @Test(arguments: 0..<6) func needMetIsConserved(number: Int) {
        withAnyCommunity(number, { $0.publicService.unitsPerResident = 0 }) { community, month, scratch in
            community.organisations = []
            community.institutions.workUnits = Institutions.WorkUnitTerms(services: 0.3, activities: 0, ties: 0)
            community.workUnit = (0..<60).map { $0 % 3 == 0 ? 1 : 0 }
            community.workUnitMembers = 20
            let residents = community.residents
            let before = (0..<60).map { residents.need[$0] }
            WorkUnits.step(&community, month, scratch)
            ServiceDelivery.step(&community, month, scratch)
            for i in 0..<60 where i % 3 != 0 { #expect(residents.need[i] == before[i]) }
            let lost = (0..<60).reduce(0) { $0 + Double((before[$1] - residents.need[$1]).sum()) }
            #expect(isClose(lost, community.service.needMet, within: 1e-3) && lost > 0)
            #expect(lost <= community.exclusive.allStrength.sum() + 1e-6)
            #expect(isClose(community.service.supply.sum(), 6, within: 1e-9))
        }
    }

    /// Workmates of one building are tied, and nobody else.
    @Test func onlyWorkmatesAreBound() {
        var institutions = Institutions()
        institutions.workUnits.ties = 1
        withCommunity(40, institutions: institutions) { community, month, scratch in
            community.workUnit = (0..<40).map { $0 < 20 ? 1 : 0 }
            community.workUnitMembers = 20
            #expect(community.residents.changes { WorkUnits.step(&community, month, scratch) } == ["tie", "tieCount"])
            #expect((20..<40).allSatisfy { community.residents.tieCount[$0] == 0 })
            #expect((0..<20).reduce(0) { $0 + Int(community.residents.tieCount[$1]) } > 4)
            #expect(community.residents.areTiesSound)
        }
    }

    /// With all levers neutral, who belongs to a work unit makes no difference; nor do levers where nobody belongs.
    @Test func neutralLeversDoNothing() throws {
        let plain = try World.lived(.lively(), months: 8)
        let members = try World.lived(Self.era(), months: 8)
        #expect(plain.fingerprint == members.fingerprint)
        for lever in Lever.all where lever.key.hasPrefix("workUnits.") {
            let nobody = try World.lived(
                .lively { try? lever.set(.number(0.5), in: &$0.institutions) }, months: 8)
            #expect(plain.fingerprint == nobody.fingerprint, "\(lever.key)")
            let changed = try World.lived(
                Self.era { try? lever.set(.number(0.5), in: &$0.institutions) }, months: 8)
            #expect(plain.fingerprint != changed.fingerprint, "\(lever.key)")
        }
    }

    /// Serving, occupying and binding each move what they are about; the end of the work unit takes it away again.
    @Test func theEraAndItsEnd() throws {
        func change(_ at: Int, _ value: Double) -> ScheduledEvent {
            ScheduledEvent(
                at: YearMonth(year: 2008, month: at), title: Text(en: "", zh: ""),
                changes: ["services", "activities", "ties"].map {
                    ScheduledEvent.Change(lever: "workUnits.\($0)", value: .number(value))
                })
        }
        let plain = try World.lived(Self.era(), months: 10)
        let era = try World.lived(Self.era { $0.events = [change(1, 0.4)] }, months: 10)
        let ended = try World.lived(Self.era { $0.events = [change(1, 0.4), change(10, 0)] }, months: 10)
        #expect(try era.observe("need.mean") < plain.observe("need.mean"))
        #expect(try era.observe("ties.mean") > plain.observe("ties.mean"))
        func held(_ world: World) -> Int { world.communities.reduce(0) { $0 + $1.engagement.activities.count } }
        #expect(held(era) > held(plain))
        #expect(try era.observe("workUnits.money") > 0)
        #expect(try ended.observe("workUnits.money") == 0 && ended.observe("workUnits.units") == 0)
    }

    @Test func golden() throws {
        let world = try World.lived(
            Self.era {
                $0.institutions.workUnits = Institutions.WorkUnitTerms(services: 0.3, activities: 0.1, ties: 0.05)
            },
            months: 9)
        let line = written(
            try world.observe("workUnits.units"), try world.observe("workUnits.money"), try world.observe("need.mean"))
        #expect(line == "108.9 1597.2 0.37300738573074343")
    }
}
