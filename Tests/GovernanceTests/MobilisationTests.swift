import Testing

@testable import Governance

@Suite("Activities are held and residents invited")
struct MobilisationTests {
    let p = Mobilisation.Parameters()

    /// 40 residents, a committee of 600 hours half of which are free, orientation 0.4: 192 hours for residents.
    func mobilise(
        _ change: (inout Institutions) -> Void, prepare: (inout Community) -> Void = { _ in },
        parameters: (inout Parameters) -> Void = { _ in },
        check: (Community, Scratch) -> Void
    ) {
        var institutions = Institutions()
        institutions.taskLoad = 0.5
        change(&institutions)
        withCommunity(40, in: .small { parameters(&$0.parameters) }, institutions: institutions) {
            community, month, scratch in
            prepare(&community)
            Mobilisation.step(&community, month, scratch)
            check(community, scratch)
        }
    }

    /// Of thirty active members eight organise for others, however many there are.
    @Test(arguments: [(3, 3.0), (8, 8), (30, 8)] as [(Int, Double)]) func aCoreOrganises(active: Int, hours: Double) {
        mobilise {
            $0.engagement.residents.serviceDay = 1
        } prepare: {
            $0.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            $0.organisations[0].activeMembers = active
        } check: { community, _ in
            #expect(community.engagement.activities.isEmpty && community.hoursBank.reduce(0, +) == hours)
        }
    }

    /// 96 hours are eight evenings of culture, with ten seats and thirty invitations each; 19.2 hours one training of 16.
    @Test func byHand() {
        #expect(isClose(Mobilisation.willingness(orientation: 0.4, verbal: 0, p), 0.64))
        #expect(Mobilisation.willingness(orientation: 0.7, verbal: 0.7, p) == 1)
        mobilise {
            $0.engagement.committee.culture = 0.5
            $0.engagement.committee.training = 0.1
        } check: { community, scratch in
            #expect(community.committee.freeHours == 300)
            #expect(isClose(community.committee.residentHours, 192))
            let activities = community.engagement.activities
            #expect(activities.count { $0.kind == .culture } == 8)
            #expect(activities.count { $0.kind == .training } == 1)
            #expect(activities.allSatisfy { $0.seats == 10 && $0.provider == .committee })
            #expect(activities[0].agenda == [0, 0, 0, 0, 1, 0, 0, 0])
            #expect(isClose(activities[8].agenda[0], 0.125))
            #expect(isClose(community.hoursBank[ActivityKind.training.index], 3.2))
        }
    }

    @Test func everybodyHasHours() {
        mobilise {
            $0.projectWorkers = 2
            $0.taskLoad = 1
            $0.coordination.mobilisation = 0.5
            $0.engagement.committee.theatre = 1
            $0.engagement.socialOrganisation.meeting = 1
            $0.engagement.residents.serviceDay = 1
        } prepare: {
            $0.presence.hours = 35
            $0.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            $0.organisations[0].activeMembers = 7
        } parameters: {
            $0.mobilisation.memberHours = 2
        } check: { community, _ in
            // (2 workers kept free x 150) x 0.64 + 80 x 0.5 = 232; 35; 7 x 2 = 14.
            #expect(community.committee.freeHours == 300)
            let held = Provider.allCases.map { provider in
                community.engagement.activities.count { $0.provider == provider }
            }
            #expect(held == [9, 3, 1])
            let banked = community.hoursBank.reduce(0, +)  // 232 - 9 x 24, 35 - 3 x 10, 14 - 10
            #expect(isClose(banked, 16 + 5 + 4))
            let theatre = community.engagement.activities[0].agenda
            #expect(isClose(theatre[Domain.culture.index], 0.5625))
        }
    }

    /// Hours are spent or kept; each resident has at most one invitation, and it stands in the month's list.
    @Test(arguments: 0..<8) func hoursAndInvitationsAddUp(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            for o in community.organisations.indices { community.organisations[o].activeMembers = 4 }
            let before = community.residents.columns
            for _ in 0..<3 {
                let bank = community.hoursBank
                Mobilisation.step(&community, month, scratch)
                let activities = community.engagement.activities
                let body = p.bodyHours * community.institutions.coordination.mobilisation
                let hours = [community.committee.residentHours + body, community.presence.hours, 12 * p.memberHours]
                for provider in Provider.allCases {
                    for kind in ActivityKind.allCases {
                        let place = provider.index * ActivityKind.count + kind.index
                        let held = activities.count { $0.provider == provider && $0.kind == kind }
                        let given = hours[provider.index] * community.institutions.engagement[provider][kind]
                        #expect(
                            isClose(
                                bank[place] + given, community.hoursBank[place] + Double(held) * p[kind].hours,
                                within: 1e-9))
                    }
                }
                expectOneOfferEach(community, scratch)
            }
            #expect(community.residents.columns == before)
        }
    }

    func expectOneOfferEach(_ community: Community, _ scratch: Scratch) {
        var offers = [UInt8](repeating: 0, count: 60)
        for (a, activity) in community.engagement.activities.enumerated() {
            #expect(activity.endOfInvitations - activity.firstInvitation <= Int(p.perSeat) * activity.seats)
            for n in activity.firstInvitation..<activity.endOfInvitations {
                #expect(offers[Int(scratch.invitations[n])] == 0)
                offers[Int(scratch.invitations[n])] = UInt8(a + 1)
            }
        }
        #expect(offers == (0..<60).map { scratch.offer[$0] })
        #expect(community.engagement.invited == offers.count { $0 > 0 })
    }

    @Test func withoutAMixNothingIsHeld() {
        mobilise { _ in
        } check: { community, scratch in
            #expect(community.engagement.activities.isEmpty)
            #expect((0..<40).allSatisfy { scratch.offer[$0] == 0 })
            #expect(isClose(community.committee.residentHours, 192))
        }
    }

    /// If all invitations go along ties, one participant with one tie can only bring itself and its tie.
    @Test func invitationsGoAlongTies() {
        mobilise {
            $0.engagement.committee.culture = 0.1
        } prepare: {
            $0.residents.rung[3] = 1
            $0.residents.addTie(3, 30)
        } parameters: {
            $0.mobilisation.alongTies = 1
        } check: { community, scratch in
            #expect(community.engagement.activities.count == 1)
            #expect((0..<40).filter { scratch.offer[$0] > 0 } == [3, 30])
        }
    }

    @Test func moreTasksFewerActivities() {
        var before = Int.max
        for load in [0.0, 0.3, 0.6, 0.9, 1] {
            mobilise {
                $0.taskLoad = load
                $0.engagement.committee.meeting = 0.8
            } check: { community, _ in
                #expect(community.engagement.activities.count < before)
                before = community.engagement.activities.count
            }
        }
        #expect(before == 0)
    }

    /// Offers are bytes: however many hours there are, no more than 250 activities are held.
    @Test func activitiesFitTheirByte() {
        mobilise {
            $0.engagement.socialOrganisation.meeting = 1
        } prepare: {
            $0.presence.hours = 100_000
        } check: { community, _ in
            #expect(community.engagement.activities.count == Mobilisation.mostActivities)
        }
    }

    @Test func golden() {
        mobilise {
            $0.engagement.committee.culture = 0.1
        } check: { _, scratch in
            #expect(
                (0..<40).filter { scratch.offer[$0] > 0 }.map(\.description).joined(separator: " ")
                    == "1 2 3 5 6 10 13 14 16 18 19 20 21 22 23 25 26 28 29 30 34 36 37")
        }
    }
}
