import Testing

@testable import Governance

@Suite("Staff draw residents' organisations into their tasks")
struct FederationTests {
    let p = Federation.Parameters()

    /// A month of a community whose committee has a tenth of its 600 hours free, with one organisation of 100 hours.
    func step(
        byStaff: Double, months: Int = 1, free: Double = 60, check: (ResidentOrganisation) -> Void
    ) {
        withCommunity(10) { community, month, scratch in
            community.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            community.institutions.federation.byStaff = byStaff
            community.committee.freeHours = free
            for _ in 0..<months {
                community.organisations[0].hours = 100
                Federation.step(&community, month, scratch)
            }
            check(community.organisations[0])
        }
    }

    /// Half run by staff under nine tenths of load: 0.08 x 0.45 in the first month, 0.45 in the end.
    @Test func byHand() {
        step(byStaff: 0.5) { organisation in
            #expect(isClose(organisation.capture, 0.036))
            #expect(isClose(organisation.hours, 96.4) && isClose(organisation.templateHours, 1.8))
        }
        step(byStaff: 0.5, months: 300) { #expect(isClose($0.capture, 0.45)) }
    }

    /// Run by staff without tasks, or by residents under any load, they stay their own, to the bit.
    @Test func limits() {
        for (byStaff, free) in [(1.0, 600.0), (0, 0)] {
            step(byStaff: byStaff, months: 50, free: free) { organisation in
                #expect(organisation.capture == 0 && organisation.hours == 100 && organisation.templateHours == 0)
            }
        }
    }

    @Test func moreStaffOrLoadMoreCapture() {
        var before = -1.0
        for share in [0, 0.25, 0.5, 0.75, 1] {
            step(byStaff: share) { organisation in
                #expect(organisation.capture > before)
                before = organisation.capture
            }
        }
        step(byStaff: 1, free: 300) { #expect($0.capture < before) }
    }

    /// Safety's, 0.4 captured, half of that for tasks from above: 0.6 for safety and 0.2 by the template. Need is 0.5 in safety
    /// and 0.1 elsewhere, so that with 0.1 of the template in safety relevance is 0.6 x 0.5 + 0.2 x (0.05 + 0.09), and a
    /// member whom that brings to theta_2 alone would come more easily to an organisation of its own.
    @Test func membersComeForWhatItWorksAt() {
        withCommunity(3, in: .small { $0.publicService.template = [0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0] }) {
            community, month, scratch in
            community.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            community.organisations[0].capture = 0.4
            let template = month.run.specification.publicService.template
            let work = Federation.work(of: community.organisations[0], template: template, p)
            let expected: [Double] = [0.04, 0.04, 0.04, 0.62, 0.02, 0.02, 0.02, 0]
            for k in 0..<Domain.count { #expect(isClose(work[k], expected[k])) }
            let q = month.run.parameters.participation
            let residents = community.residents
            for (capture, margin, rung) in [(0.4, Float(0.01), UInt8(2)), (0.4, -0.01, 0), (0, -0.01, 2)] {
                community.organisations[0].capture = capture
                residents.need[1] = SIMD8(repeating: 0.1)
                residents.need[1][Domain.safety.index] = 0.5
                residents.standing[1] = 0
                residents.rung[1] = 0
                Participation.step(&community, month, scratch)
                residents.standing[1] = Float(q.deliver) + margin - Float(q.relevance) * 0.328 - scratch.utility[1]
                Participation.step(&community, month, scratch)
                #expect(residents.rung[1] == rung)
            }
        }
    }

    /// Captured hours come out as services of the template, and fewer activities are held.
    @Test func outputFollowsTheTemplate() {
        func month(_ capture: Double) -> (supply: SIMD8<Double>, activities: Int) {
            withAnyCommunity(4) { community, month, scratch in
                community.institutions.engagement.residents = Institutions.ActivityMix(culture: 1)
                for o in 0..<3 {
                    community.organisations[o].capture = capture
                    community.organisations[o].activeMembers = 40
                    community.organisations[o].hours = 100 * (1 - capture)
                    community.organisations[o].templateHours = 50 * capture
                }
                Mobilisation.step(&community, month, scratch)
                ServiceDelivery.step(&community, month, scratch)
                return (community.service.supply, community.engagement.activities.count { $0.provider == .residents })
            }
        }
        let (own, captured) = (month(0), month(0.8))
        #expect(captured.supply[Domain.facilities.index] > own.supply[Domain.facilities.index])
        #expect(captured.supply[Domain.elderCare.index] < own.supply[Domain.elderCare.index])
        #expect(captured.activities < own.activities)
    }

    /// With the lever at rest a run is the same as one in which there is nothing to capture with.
    @Test func neutral() throws {
        let runs = try [0.08, 0.05].map { pace in
            try World.lived(.lively { $0.parameters.federation.pace = pace }, months: 12).observe()
        }
        #expect(runs[0].map(\.bitPattern) == runs[1].map(\.bitPattern))
    }

    @Test func golden() {
        step(byStaff: 0.7, months: 9) {
            #expect(written($0.capture, $0.hours) == "0.3325383411294693 66.74616588705308")
        }
    }
}
