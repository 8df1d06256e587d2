import Testing

@testable import Governance

@Suite("Projects go on")
struct ProjectExecutionTests {
    let p = ProjectExecution.Parameters()

    /// What there is after some months: of the month they end in, projects that ended are there still.
    struct After {
        let projects: [Project]
        let paid: [Transfer]
        let community: Community

        func units(_ place: Int = 0) -> Double { projects[place].unitsThisMonth }
    }

    /// Parameters under which nothing fails by chance but what `change` allows.
    func sure(_ change: (inout ProjectExecution.Parameters) -> Void = { _ in }) -> ProjectExecution.Parameters {
        var sure = ProjectExecution.Parameters()
        (sure.hazard, sure.hazardByFriction, sure.hazardByInfeasibility) = (0, 0, 0)
        change(&sure)
        return sure
    }

    /// Runs projects of a community of ten for some months, for ``sure(_:)`` unless told otherwise.
    func run(
        _ projects: [Project], months: Int = 1, with parameters: ProjectExecution.Parameters? = nil,
        _ prepare: (inout Community) -> Void = { _ in }
    ) -> After {
        withCommunity(10, in: .small { $0.parameters.execution = parameters ?? sure() }) { community, month, scratch in
            community.presence.professionalism = 0.5
            community.projects = projects
            prepare(&community)
            for number in 1...months {
                let next = Month(run: month.run, number: UInt32(number), date: month.date, isRecorded: true)
                ProjectExecution.step(&community, next, scratch)
            }
            return After(projects: community.projects, paid: community.journal, community: community)
        }
    }

    /// 100 yuan a month, a tenth of it diverted: four tenths of that are false fees, and 4 % of the units are missing; three
    /// tenths come from shoddy work, and 3 % of quality; three tenths from volunteers. Done after the year.
    @Test func byHand() {
        let begun = run([.plain(diversion: 0.1)])
        #expect(begun.paid.map(\.fen) == [9_000, 1_000])
        #expect(begun.paid.map(\.to) == [Account.suppliers, Account.diverted])
        #expect(isClose(begun.units(), 9.6) && isClose(begun.projects[0].quality, 0.45 * 0.97))
        #expect(isClose(begun.community.engagement.withheld, 300) && begun.community.engagement.paid == 10_000)
        let done = run([.plain(diversion: 0.1)], months: 12)
        #expect(done.projects[0].state == .completed && isClose(done.projects[0].delivered, 115.2))
        #expect(done.community.events.completed == 1)
        #expect(done.paid.reduce(0) { $0 + ($1.to == Account.diverted ? $1.fen : 0) } == 12_000)
        #expect(done.paid.reduce(0) { $0 + $1.fen } == 120_000)
        #expect(isClose(ProjectExecution.effort(hours: 5, needed: 10, bought: 0.2, tau: 0.25), 0.48))
        #expect(isClose(ProjectExecution.hazard(tau: 0.5, feasibility: 0.6, p), 0.027))
    }

    /// Each project of residents needs 20 hours: an organisation's own come first, volunteers' are shared.
    @Test func labour() {
        let projects = [
            Project.plain("own", provider: .residents, slot: 1), .plain("first", provider: .residents),
            .plain("second", provider: .residents),
        ]
        let shared = run(projects) {
            $0.add(founder: 0, members: [1, 2], domain: .safety, month: 0)
            $0.organisations[0].hours = 50
            $0.engagement.volunteerHours = 20
        }
        for (place, units) in [10.0, 6, 6].enumerated() { #expect(isClose(shared.units(place), units)) }
        #expect(shared.community.organisations[0].hours == 30)
        // Half of 20 hours for 20 needed: 0.6 + 0.4 x 0.5.
        let committee = run([.plain(provider: .committee)]) {
            $0.committee.residentHours = 20
            $0.institutions.engagement.committee.culture = 0.5
        }
        #expect(isClose(committee.units(), 8))
        // 80 hours of a body, an eighth of them pooled: 0.2 + 0.8 x 0.5.
        let pooled = run([.plain(provider: .residents)]) { $0.institutions.coordination.pooling = 0.125 }
        #expect(isClose(pooled.units(), 6))
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

    /// Whoever has a say beside proposer and committee adds to friction: with n - 1 and with how far interests lie apart. By
    /// hand for an investor beside a committee that goes by the template: 0.35 x 1 x 0.6, where residents need what the
    /// template offers and the investor's own business is another thing.
    @Test func partiesAddFriction() {
        func units(_ change: (inout Institutions.Parties) -> Void) -> Double {
            let specification = ScenarioSpecification.small {
                $0.publicService.template = [1, 0, 0, 0, 0, 0, 0, 0]
                $0.parameters.execution.hazard = 0
                $0.parameters.execution.hazardByFriction = 0
            }
            return withCommunity(10, in: specification) { community, month, scratch in
                community.needs = NeedSums(all: SIMD8(10, 0, 0, 0, 0, 0, 0, 0))
                community.committee.orientation = 0
                change(&community.institutions.parties)
                community.projects = [.plain(provider: .committee, partners: [.committee])]
                community.committee.residentHours = 1_000
                community.institutions.engagement.committee.culture = 0
                ProjectExecution.step(&community, month, scratch)
                return community.projects[0].unitsThisMonth
            }
        }
        let alone = units { _ in }
        #expect(isClose(units { $0.investor = true }, alone / (1 + 0.35 * 0.6), within: 1e-3))
        #expect(units { $0.street = true } == alone)
        let two = units { ($0.investor, $0.property) = (true, true) }
        let three = units { ($0.investor, $0.property, $0.units) = (true, true, true) }
        #expect(three < two && two < units { $0.investor = true })
    }

    /// A team that does nothing fails half a year after its term; of what is left, what audit secures goes back.
    @Test func failing() {
        let project = Project.plain(provider: .residents)
        let late = run([project], months: 17, with: sure { $0.boughtResidents = 0 })
        #expect(late.projects[0].state == .running && late.paid.isEmpty)
        let failed = run([project], months: 18, with: sure { $0.boughtResidents = 0 }) {
            $0.institutions.monitoring.audit = 0.25
        }
        #expect(failed.projects[0].state == .failed)
        #expect(failed.paid.map(\.fen) == [30_000, 90_000])
        #expect(failed.paid.map(\.purpose) == [.refund, .writtenOff])
        #expect(isClose(failed.community.experience.failure, p.shock))
        #expect(run([project], months: 19, with: sure { $0.boughtResidents = 0 }).projects.isEmpty)
    }

    @Test func otherEndings() {
        let project = Project.plain(provider: .residents)
        let ended = run([project], months: 6, with: sure { $0.boughtResidents = 0 }) {
            $0.institutions.monitoring.terminationMonths = 6
        }
        #expect(ended.projects[0].state == .terminated && ended.paid.map(\.fen) == [120_000])
        // At six tenths of the effort for 18 of 12 months, nine tenths are done.
        let done = run([project], months: 18, with: sure { $0.boughtResidents = 0.6 })
        #expect(done.projects[0].state == .completed)
        #expect(done.paid.last?.purpose == .refund && done.paid.last?.fen == 12_000)
        let little = run([project], months: 18, with: sure { ($0.boughtResidents, $0.enough) = (0.4, 0.7) })
        #expect(little.projects[0].state == .failed)
        let lagging = run([project], months: 6, with: sure { ($0.boughtResidents, $0.lag) = (0.6, 0.7) }) {
            $0.institutions.monitoring.terminationMonths = 6
        }
        #expect(lagging.projects[0].state == .terminated)
    }

    @Test func visibleCompletionsAreSeen() {
        for (domain, seen) in [(Domain.facilities, 1.0), (.inclusion, 0)] {
            #expect(isClose(run([.plain(domain: domain)], months: 12).community.experience.visibility, seen))
        }
    }

    /// Of a thousand projects at a hazard of a tenth, a hundred fail in a month, within five standard errors (chance of
    /// failing below 1e-6).
    @Test func failures() {
        let after = run((0..<1_000).map { .plain("project \($0)") }, with: sure { $0.hazard = 0.1 })
        #expect(abs(after.community.events.failed - 100) < 48)
        #expect(after.paid.count { $0.purpose == .writtenOff } == after.community.events.failed)
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
            let units = run([.plain(provider: .residents)]) { $0.engagement.volunteerHours = hours }.units()
            #expect(units > before)
            before = units
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
                    == "4416 491 94536 20557 7117 791 7132 793 7117 791 7132 793 7117 791 7132 793 7117 791 7132 793")
        }
    }
}
