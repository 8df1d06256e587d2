import Testing

@testable import Governance

@Suite("Projects go on")
struct ProjectExecutionTests {
    let p = ProjectExecution.Parameters()

    /// Runs projects of a community of ten for some months, without chance failures; hands over what was paid each month.
    func run(
        _ projects: [Project], months: Int = 1, _ prepare: (inout Community) -> Void = { _ in },
        parameters: (inout ProjectExecution.Parameters) -> Void = { _ in }, check: (Community, [Transfer]) -> Void
    ) {
        let specification = ScenarioSpecification.small {
            $0.parameters.execution.hazard = 0
            $0.parameters.execution.hazardByFriction = 0
            $0.parameters.execution.hazardByInfeasibility = 0
            parameters(&$0.parameters.execution)
        }
        withCommunity(10, in: specification) { community, month, scratch in
            community.presence.professionalism = 0.5
            community.projects = projects
            prepare(&community)
            for number in 1...months {
                ProjectExecution.step(
                    &community, Month(run: month.run, number: UInt32(number), date: month.date, isRecorded: true),
                    scratch)
            }
            check(community, community.journal)
        }
    }

    /// 100 yuan a month, a tenth of it diverted, and so a tenth of the units missing; done after the year.
    @Test func byHand() {
        run([.plain(diversion: 0.1)]) { _ in
        } check: { community, paid in
            #expect(paid.map(\.fen) == [9_000, 1_000])
            #expect(paid.map(\.to) == [Account.suppliers, Account.diverted])
            #expect(isClose(community.projects[0].unitsThisMonth, 9))
            #expect(isClose(community.projects[0].quality, 0.45))
        }
        run([.plain(diversion: 0.1)], months: 12) { _ in
        } check: { community, paid in
            #expect(community.projects[0].state == .completed)
            #expect(isClose(community.projects[0].delivered, 108))
            #expect(community.events.completed == 1)
            #expect(paid.reduce(0) { $0 + ($1.to == Account.diverted ? $1.fen : 0) } == 12_000)
            #expect(paid.reduce(0) { $0 + $1.fen } == 120_000)
        }
        #expect(isClose(ProjectExecution.effort(hours: 5, needed: 10, bought: 0.2, tau: 0.25), 0.48))
        #expect(isClose(ProjectExecution.hazard(tau: 0.5, feasibility: 0.6, p), 0.027))
    }

    /// Each project of residents needs 20 hours: an organisation's own come first, volunteers' are shared.
    @Test func labour() {
        let projects = [
            Project.plain("own", provider: .residents, slot: 1), .plain("first", provider: .residents),
            .plain("second", provider: .residents),
        ]
        run(projects) {
            $0.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            $0.organisations[0].hours = 50
            $0.engagement.volunteerHours = 20
        } check: { community, _ in
            #expect(zip(community.projects, [10.0, 6, 6]).allSatisfy { isClose($0.unitsThisMonth, $1) })
            #expect(community.organisations[0].hours == 30)
        }
        run([.plain(provider: .committee)]) {
            $0.committee.residentHours = 20
            $0.institutions.engagement.committee.culture = 0.5
        } check: { community, _ in
            // Half of 20 hours for 20 needed: 0.6 + 0.4 x 0.5.
            #expect(isClose(community.projects[0].unitsThisMonth, 8))
        }
        run([.plain(provider: .residents)]) {
            $0.institutions.coordination.pooling = 0.125
        } check: { community, _ in
            #expect(isClose(community.projects[0].unitsThisMonth, 6))
        }
    }

    /// A committee that cares for the template only, and an organisation that knows another need, are as far apart as
    /// can be: tau is 0.35 times what coordination leaves of it.
    @Test(arguments: [(0.0, 0.0, 0.35), (0.5, 0, 0.175), (0, 0.5, 0.175), (0.5, 0.5, 0.0875), (1, 0, 0)])
    func friction(alignment: Double, integration: Double, tau: Double) {
        let specification = ScenarioSpecification.small {
            $0.publicService.template = [1, 0, 0, 0, 0, 0, 0, 0]
            $0.parameters.execution.hazard = 0
            $0.parameters.execution.hazardByFriction = 0
        }
        withCommunity(10, in: specification) { community, month, scratch in
            community.knowledge.shares = [0, 1, 0, 0, 0, 0, 0, 0]
            community.committee.orientation = 0
            community.alignment = alignment
            community.institutions.coordination.integration = integration
            community.projects = [.plain(partners: [.socialOrganisation, .committee]), .plain("single-handed")]
            ProjectExecution.step(&community, month, scratch)
            #expect(isClose(community.projects[0].unitsThisMonth, 10 / (1 + tau), within: 1e-3))
            #expect(isClose(community.projects[1].unitsThisMonth, 10))
        }
    }

    @Test func endings() {
        let project = Project.plain(provider: .residents)
        run([project], months: 17) { _ in
        } parameters: {
            $0.boughtResidents = 0
        } check: { community, paid in
            #expect(community.projects[0].state == .running && paid.isEmpty)
        }
        run([project], months: 18) {
            $0.institutions.monitoring.audit = 0.25
        } parameters: {
            $0.boughtResidents = 0
        } check: { community, paid in
            #expect(community.projects[0].state == .failed)
            #expect(paid.map(\.fen) == [30_000, 90_000])
            #expect(paid.map(\.purpose) == [.refund, .writtenOff])
            #expect(isClose(community.experience.failure, p.shock))
        }
        run([project], months: 6) {
            $0.institutions.monitoring.terminationMonths = 6
        } parameters: {
            $0.boughtResidents = 0
        } check: { community, paid in
            #expect(community.projects[0].state == .terminated)
            #expect(paid.map(\.fen) == [120_000])
        }
        // At six tenths of the effort for 18 of 12 months, nine tenths are done.
        run([project], months: 18) { _ in
        } parameters: {
            $0.boughtResidents = 0.6
        } check: { community, paid in
            #expect(community.projects[0].state == .completed)
            #expect(paid.last?.purpose == .refund && paid.last?.fen == 12_000)
        }
        run([project], months: 19) { _ in
        } parameters: {
            $0.boughtResidents = 0
        } check: { community, _ in
            #expect(community.projects.isEmpty)
        }
    }

    @Test func visibleCompletionsAreSeen() {
        for (domain, seen) in [(Domain.facilities, 1.0), (.inclusion, 0)] {
            run([.plain(domain: domain)], months: 12) { _ in
            } check: { community, _ in
                #expect(isClose(community.experience.visibility, seen))
            }
        }
    }

    /// Of a thousand projects at a hazard of a tenth, a hundred fail in a month, within five standard errors (chance of
    /// failing below 1e-6).
    @Test func failures() {
        run((0..<1_000).map { .plain("project \($0)") }) { _ in
        } parameters: {
            $0.hazard = 0.1
        } check: { community, paid in
            #expect(abs(community.events.failed - 100) < 48)
            #expect(paid.count { $0.purpose == .writtenOff } == community.events.failed)
        }
    }

    /// At every month's end a project's account holds what is left of its grant.
    @Test(arguments: 0..<6) func accountsHoldWhatIsLeft(number: Int) throws {
        let world = try World(.random(number), seed: 2, replicate: 0)
        for _ in 0..<10 {
            try world.advance()
            for project in world.communities.flatMap(\.projects) {
                let held = world.ledger.balance(Account.project(project.id))
                #expect(held == (project.state == .running ? project.left : 0))
                #expect(project.left >= 0 && project.delivered >= 0 && project.progress <= 1 + 1e-6)
            }
        }
    }

    @Test func moreHandsMoreUnits() {
        var before = 0.0
        for hours in stride(from: 0.0, through: 20, by: 4) {
            run([.plain(provider: .residents)]) {
                $0.engagement.volunteerHours = hours
            } check: { community, _ in
                #expect(community.projects[0].unitsThisMonth > before)
                before = community.projects[0].unitsThisMonth
            }
        }
        #expect(isClose(before, 10))
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            community.projects = Provider.allCases.map {
                .plain("\($0)", provider: $0, partners: [$0, .committee], feasibility: 0.5, diversion: 0.1)
            }
            (community.committee.residentHours, community.engagement.volunteerHours) = (9, 7)
            for _ in 0..<4 { ProjectExecution.step(&community, month, scratch) }
            #expect(
                community.journal.map(\.fen.description).joined(separator: " ")
                    == "5400 600 66983 47017 8815 979 8828 981 8815 979 8828 981 8815 979 8828 981 8815 979 8828 981")
        }
    }
}
