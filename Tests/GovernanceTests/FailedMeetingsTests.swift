import Testing

@testable import Governance

@Suite("Meetings that fail discourage")
struct FailedMeetingsTests {
    /// A month of four meetings of 8 seats: two decide, of which one has too few people (1 of 8); a third is full of
    /// people who decide nothing; nobody comes to the fourth. A culture day is no meeting.
    @Test func byHand() {
        var institutions = Institutions()
        institutions.rights.assess = true
        withCommunity(20, institutions: institutions) { community, month, scratch in
            let residents = community.residents
            for i in 0..<20 { (residents.habit[i], residents.efficacy[i]) = (0.5, 0.4) }
            var place = 0
            func hold(_ kind: ActivityKind, _ rungs: [UInt8]) {
                var activity = Activity(
                    kind: kind, provider: .committee, number: place, seats: 8, barrier: 0, agenda: SIMD8())
                activity.firstAttendee = place
                activity.attended = rungs.count
                for rung in rungs {
                    residents.rung[place] = rung
                    scratch.attendees[place] = UInt16(place)
                    place += 1
                }
                community.engagement.activities.append(activity)
            }
            hold(.meeting, [3, 1])
            hold(.meeting, [4])
            hold(.meeting, [1, 1, 2])
            hold(.meeting, [])
            hold(.culture, [1, 1])
            #expect(residents.changes { FailedMeetings.step(&community, month, scratch) } == ["habit", "efficacy"])
            #expect(community.engagement.meetings == 4 && community.engagement.failedMeetings == 3)
            for i in 0..<20 {
                let failed = (2..<6).contains(i)
                #expect(isClose(residents.habit[i], failed ? 0.45 : 0.5))
                #expect(isClose(residents.efficacy[i], failed ? 0.38 : 0.4))
            }
        }
    }

    /// Where no decision is open every meeting fails; where many are, fewer do.
    @Test func withoutRightsAllFail() throws {
        func failed(_ rights: Bool) throws -> Double {
            let world = try World.lived(
                .lively(residents: 1_000) {
                    $0.parameters.participation.decide = 1.8
                    if !rights { $0.institutions.rights = Institutions.DecisionRights() }
                }, months: 6)
            return try world.observe("engagement.failedMeetings")
        }
        #expect(try failed(false) == 1)
        #expect(try failed(true) < 1)
    }

    @Test(arguments: 0..<4) func attitudesStayInBounds(number: Int) throws {
        let world = try World.lived(
            .random(number) {
                $0.parameters.failedMeetings = FailedMeetings.Parameters(quorum: 1, habit: 1, efficacy: 1)
            },
            months: 6)
        #expect(world.communities.allSatisfy { $0.residents.isWithinBounds })
    }

    @Test func golden() throws {
        let world = try World.lived(.lively(residents: 1_000) { $0.parameters.participation.decide = 1.8 }, months: 6)
        let line = written(try world.observe("engagement.meetings"), try world.observe("engagement.failedMeetings"))
        #expect(line == "24.0 0.875")
    }
}
