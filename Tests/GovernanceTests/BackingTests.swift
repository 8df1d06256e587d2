import Testing

@testable import Governance

@Suite("Committees back what they agree with")
struct BackingTests {
    let template = [0.5, 0.5, 0, 0, 0, 0, 0, 0]

    /// A committee of orientation 0 that wants the template, and an organisation of its own goals.
    func community(
        goals: SIMD8<Double>?, verbal: Double = 0, check: (inout Community, Month, Scratch) -> Void
    ) {
        var institutions = Institutions()
        institutions.support.verbal = verbal
        institutions.engagement.socialOrganisation.serviceDay = 1
        withCommunity(40, in: .small { $0.publicService.template = template }, institutions: institutions) {
            community, month, scratch in
            community.committee.orientation = 0
            var organisation = PresentOrganisation.plain(hours: 100)
            organisation.goals = goals
            community.presence.add(organisation)
            check(&community, month, scratch)
        }
    }

    /// Goals half of which the template holds lie half a unit away: half is backed, three quarters with words of a half.
    @Test func byHand() {
        let half = SIMD8<Double>(0.5, 0, 0.5, 0, 0, 0, 0, 0)
        community(goals: half) { community, _, _ in #expect(isClose(Backing.share(community, template), 0.5)) }
        community(goals: half, verbal: 0.5) { community, _, _ in
            #expect(isClose(Backing.share(community, template), 0.75))
        }
        community(goals: [0.5, 0.5, 0, 0, 0, 0, 0, 0]) { community, _, _ in
            #expect(Backing.share(community, template) == 1)
        }
        community(goals: nil) { community, _, _ in
            community.knowledge.shares = [0, 0, 1, 0, 0, 0, 0, 0]
            #expect(Backing.share(community, template) == 1)
        }
    }

    /// Of goals in part of the hours only that part counts.
    @Test func organisationsAreWeighedByTheirHours() {
        community(goals: [0, 0, 1, 0, 0, 0, 0, 0]) { community, _, _ in
            community.presence.add(.plain(place: 1, hours: 300))
            #expect(isClose(community.presence.goalShare, 0.25))
            community.knowledge.shares = template
            #expect(isClose(Backing.share(community, template), 1 - 0.25 * 0.25))
        }
    }

    /// Wholly against the committee nothing is backed, and each activity has 0.4 of its invitations; the agenda is its own.
    @Test func withoutTheCommitteeFewHear() {
        func invited(_ goals: SIMD8<Double>) -> (invited: Int, joint: Int, agenda: Float) {
            var result = (invited: 0, joint: 0, agenda: Float(0))
            community(goals: goals) { community, month, scratch in
                community.presence = OrganisationPresence()
                var organisation = PresentOrganisation.plain(hours: 10)
                organisation.goals = goals
                community.presence.add(organisation)
                Mobilisation.step(&community, month, scratch)
                let activities = community.engagement.activities
                result = (community.engagement.invited, activities.count { $0.isBacked }, activities[0].agenda[2])
            }
            return result
        }
        let (alone, together) = (invited([0, 0, 1, 0, 0, 0, 0, 0]), invited([0.5, 0.5, 0, 0, 0, 0, 0, 0]))
        #expect(alone.joint == 0 && together.joint == 1)
        #expect(alone.agenda == 1 && together.agenda == 0)
        // Ten seats, thirty invitations, twelve without backing; some fall on the same resident.
        #expect(alone.invited <= 12 && together.invited > 15)
    }

    /// Goals that differ only move what a run would do; without goals it is the run without the mechanism, bit for bit.
    @Test func neutralWithoutGoals() throws {
        let plain = try World.lived(.lively { $0.organisations = [.plain("helper")] }, months: 8)
        let loud = try World.lived(
            .lively {
                $0.organisations = [.plain("helper")]
                $0.parameters.backing.alone = 0.2
            }, months: 8)
        let divergent = try World.lived(
            .lively {
                $0.organisations = [.plain("helper")]
                $0.organisations[0].priorities = [0, 0, 0, 0, 0, 0, 0, 1]
            }, months: 8)
        #expect(plain.fingerprint == loud.fingerprint)
        #expect(plain.fingerprint != divergent.fingerprint)
    }
}
