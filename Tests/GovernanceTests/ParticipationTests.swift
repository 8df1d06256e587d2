import Testing

@testable import Governance

@Suite("Residents decide how far to take part")
struct ParticipationTests {
    let p = Participation.Parameters()

    /// Invites those rows, in that order, to one evening of the committee's.
    func invite(_ rows: [Int], seats: Int, barrier: Float = 0, _ community: inout Community, _ scratch: Scratch) {
        var activity = Activity(
            kind: .culture, provider: .committee, number: 0, seats: seats, barrier: barrier,
            agenda: [0, 0, 0, 0, 1, 0, 0, 0])
        activity.endOfInvitations = rows.count
        for (n, row) in rows.enumerated() {
            scratch.offer[row] = 1
            scratch.invitations[n] = UInt16(row)
        }
        community.engagement.activities = [activity]
    }

    /// Spirit 0.5, efficacy 0.2, habit 1, fatigue 0.4, standing -1, half the ties active, of whose pull habit leaves 45 %:
    /// -2.5 - 1 + 0.6 + 0.2 + 0.3375 + 1.6 - 0.6 = -1.3625, on top of the noise.
    @Test func utilityByHand() {
        var p = p
        (p.base, p.spirit, p.efficacy, p.neighbours, p.habit, p.fatigue) = (-2.5, 1.2, 1, 1.5, 1.6, 1.5)
        withResidents(4) { residents, scratch in
            (residents.spirit[0], residents.efficacy[0]) = (0.5, 0.2)
            (residents.habit[0], residents.fatigue[0], residents.standing[0]) = (1, 0.4, -1)
            residents.addTie(0, 1)
            residents.addTie(0, 2)
            residents.rung[1] = 1
            scratch.utility[0] = 0.3
            Participation.gather(residents, [], scratch)
            Participation.advance(residents, scratch, p)
            #expect(isClose(scratch.utility[0], -1.0625))
            #expect((0..<4).map { scratch.activeTies[$0] } == [0.5, 0, 0, 0])
        }
    }

    /// Ties within and beyond the community count alike.
    @Test func farTiesCount() {
        withResidents(3) { residents, scratch in
            residents.addTie(0, 1)
            residents.rung[1] = 2
            var far = [FarTie(from: 0, community: 1, to: 5), FarTie(from: 2, community: 1, to: 6)]
            far[1].active = 1
            Participation.gather(residents, far, scratch)
            #expect((0..<3).map { scratch.activeTies[$0] } == [0.5, 0, 1])
            #expect(scratch.farCount[0] == 1)
        }
    }

    /// Four who would come for two seats: the first two invited find one.
    @Test func seatsGoInTheOrderOfInvitations() {
        withCommunity(6) { community, month, scratch in
            for i in 0..<5 { community.residents.standing[i] = 100 }
            community.residents.standing[5] = -100
            invite([4, 5, 2, 0, 1], seats: 2, &community, scratch)
            Participation.step(&community, month, scratch)
            #expect((0..<6).map { community.residents.rung[$0] } == [0, 0, 1, 0, 1, 0])
            #expect(community.engagement.turnedAway == 2)
            #expect((0..<6).map { scratch.offer[$0] } == [255, 255, 1, 0, 1, 0])
            #expect((0..<2).map { scratch.attendees[$0] } == [4, 2])
            #expect(community.engagement.rungs[1] == 2)
        }
    }

    /// Someone who would do everything reaches the highest rung that is open.
    @Test func institutionsOpenRungs() {
        func rung(_ change: (inout Community) -> Void) -> UInt8 {
            withCommunity(8) { community, month, scratch in
                community.residents.standing[0] = 100
                for i in 1..<8 { community.residents.standing[i] = -100 }
                change(&community)
                invite([0], seats: 1, &community, scratch)
                Participation.step(&community, month, scratch)
                return community.residents.rung[0]
            }
        }
        #expect(rung { _ in } == 1)
        #expect(rung { $0.institutions.rights.deliver = true } == 1)
        #expect(rung { $0.projects = [.plain()] } == 1)
        #expect(
            rung {
                $0.institutions.rights.deliver = true
                $0.projects = [.plain()]
            } == 2)
        #expect(rung { $0.add(founder: 5, members: [6, 7], domain: .culture, month: 0) } == 2)
        #expect(rung { $0.add(founder: 0, members: [6, 7], domain: .culture, month: 0) } == 4)
        for right in [\Institutions.rights.commission, \.rights.design, \.rights.assess] {
            #expect(rung { $0.institutions[keyPath: right] = true } == 3)
        }
        #expect(rung { $0.institutions.rights = .init(commission: true, deliver: true) } == 4)
    }

    /// Thresholds 0 (the barrier), 1.2, 2.9 - 2 skill, 4 - 3 skill x leadership: utilities are brought to what is wanted by
    /// standing, which makes up for the noise that a first look shows.
    @Test func thresholdsByHand() {
        let cases: [(utility: Float, skill: Float, leadership: Float, rung: UInt8)] = [
            (-0.1, 0.5, 0, 0), (0.1, 0.5, 0, 1), (1.1, 0.5, 0, 1), (1.3, 0.5, 0, 2), (1.8, 0.5, 0, 2),
            (2, 0.5, 0, 3), (2, 0.1, 0, 2), (3.5, 0.5, 0.2, 3), (3.8, 0.5, 0.2, 4), (3.8, 0.5, 0, 3),
        ]
        let specification = ScenarioSpecification.small {
            ($0.parameters.participation.deliver, $0.parameters.participation.decide) = (1.2, 2.9)
        }
        withCommunity(10, in: specification, institutions: .open) { community, month, scratch in
            community.projects = [.plain()]
            invite(Array(0..<10), seats: 10, &community, scratch)
            Participation.step(&community, month, scratch)
            for (i, wanted) in cases.enumerated() {
                (community.residents.skill[i], community.residents.leadership[i]) = (wanted.skill, wanted.leadership)
                community.residents.standing[i] = wanted.utility - scratch.utility[i] - Float(p.invited)
                community.residents.rung[i] = 0
            }
            invite(Array(0..<10), seats: 10, &community, scratch)
            Participation.step(&community, month, scratch)
            #expect((0..<10).map { community.residents.rung[$0] } == cases.map(\.rung))
        }
    }

    /// Members need no invitation; their hours go to their organisation, those of others to projects.
    @Test func membersServe() {
        withCommunity(6) { community, month, scratch in
            for i in 0..<6 { community.residents.standing[i] = 100 }
            community.add(founder: 0, members: [1, 2], domain: .culture, month: 0)
            invite([5], seats: 1, &community, scratch)
            Participation.step(&community, month, scratch)
            #expect((0..<6).map { community.residents.rung[$0] } == [4, 2, 2, 0, 0, 2])
            #expect(community.organisations[0].hours == p.hoursOrganise + 2 * p.hoursDeliver)
            #expect(community.organisations[0].activeMembers == 3)
            #expect(community.engagement.volunteerHours == p.hoursDeliver)
        }
    }

    @Test(arguments: 0..<10) func onlyTheInvitedAndMembersTakePart(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            Mobilisation.step(&community, month, scratch)
            let offers = (0..<60).map { scratch.offer[$0] }
            let residents = community.residents
            let asked = Set(BuildingUnits.asked(community, month))
            #expect(residents.changes { Participation.step(&community, month, scratch) }.isSubset(of: ["rung"]))
            #expect(residents.isWithinBounds)
            for i in 0..<60 where residents.rung[i] > 0 {
                #expect(offers[i] > 0 || residents.membership[i] > 0 || asked.contains(i))
            }
            let attended = community.engagement.activities.map(\.attended)
            #expect(zip(attended, community.engagement.activities).allSatisfy { $0 <= $1.seats })
            #expect(attended.reduce(0, +) == (0..<60).count { scratch.offer[$0] > 0 && scratch.offer[$0] < 255 })
            #expect(community.engagement.turnedAway == (0..<60).count { scratch.offer[$0] == 255 })
            #expect(community.engagement.rungs.wrappedSum() == 60)
            let hours = (0..<60).reduce(0) { $0 + Participation.hours(residents.rung[$1], p) }
            let members = community.organisations.reduce(0) { $0 + $1.hours }
            #expect(isClose(community.engagement.volunteerHours + members, hours))
        }
    }

    @Test func nobodyInvitedNobodyThere() {
        withAnyCommunity(2) { community, month, scratch in
            community.institutions.engagement = .init()
            community.institutions.microGovernance = .init()
            community.organisations = []
            Mobilisation.step(&community, month, scratch)
            Participation.step(&community, month, scratch)
            #expect((0..<60).allSatisfy { community.residents.rung[$0] == 0 })
        }
    }

    /// With seats for all and the same draws, no change for the better keeps anybody from taking part as before.
    @Test func whatDrawsPeopleNeverKeepsThemAway() {
        func rungs(_ change: (ResidentBlock, Int) -> Void) -> [UInt8] {
            withAnyCommunity(5) { community, month, scratch in
                community.institutions.rights = .init(commission: true, deliver: true)
                for i in 0..<60 { change(community.residents, i) }
                invite(Array(0..<60), seats: 60, barrier: 0.5, &community, scratch)
                Participation.step(&community, month, scratch)
                return (0..<60).map { community.residents.rung[$0] }
            }
        }
        let before = rungs { _, _ in }
        let changes: [(ResidentBlock, Int) -> Void] = [
            { $0.trust[$1] += 0.5 }, { $0.spirit[$1] += 0.5 }, { $0.efficacy[$1] += 0.5 }, { $0.habit[$1] += 0.5 },
            { $0.need[$1] += 0.5 }, { $0.fatigue[$1] -= 0.5 }, { $0.standing[$1] += 0.5 }, { $0.rung[$1] += 1 },
            { $0.skill[$1] += 0.5 }, { $0.leadership[$1] += 0.5 },
        ]
        for change in changes {
            let after = rungs(change)
            #expect(zip(after, before).allSatisfy { $0 >= $1 })
            #expect(after != before)
        }
    }

    @Test func golden() {
        withAnyCommunity(7) { community, month, scratch in
            invite(Array(0..<60), seats: 60, &community, scratch)
            Participation.step(&community, month, scratch)
            #expect(
                (0..<60).map { community.residents.rung[$0].description }.joined()
                    == "331330013333331303033313333003000330211130333333033333100313")
        }
    }
}
