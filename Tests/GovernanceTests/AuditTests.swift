import Testing

@testable import Governance

@Suite("Ended projects are audited")
struct AuditTests {
    typealias Monitoring = Institutions.Monitoring
    let p = Audit.Parameters()

    @Test func byHand() {
        let levers = Monitoring(audit: 0.5, assessors: 0.4, penalty: 0.5, separation: true)
        #expect(isClose(Audit.detection(levers, p), 0.52))
        var unseparated = levers
        unseparated.separation = false
        #expect(isClose(Audit.detection(unseparated, p), 0.26))
        #expect(isClose(Audit.diversion(integrity: 0.8, levers, p), 0.2 * (1 - 0.52 * 0.75)))
    }

    /// Audits a community's ended projects, of 1,000 fen diverted each.
    func audit(
        _ levers: Monitoring, projects: [Project], finding: Double = 1, check: (Community) -> Void
    ) {
        withCommunity(5, in: .small { $0.parameters.audit.byAudit = finding }) { community, month, scratch in
            community.institutions.monitoring = levers
            community.projects = projects
            Audit.step(&community, month, scratch)
            check(community)
        }
    }

    func ended(_ id: String, diverted: Int64 = 1_000, state: Project.State = .completed) -> Project {
        var project = Project.plain(id)
        (project.state, project.diverted) = (state, diverted)
        return project
    }

    @Test func whatIsFoundIsTakenBack() {
        let key = ProposerKey(provider: .socialOrganisation, slot: 0)
        var levers = Monitoring(audit: 1, penalty: 0.5, separation: true)
        let projects = [ended("ended"), ended("failed", state: .failed), ended("on", state: .running)]
        audit(levers, projects: projects + [ended("clean", diverted: 0)]) { community in
            #expect(community.journal.map(\.fen) == [500, 500])
            #expect(
                community.journal[0]
                    == Transfer(
                        from: Account.diverted, to: Account.fund("line", street: 0), purpose: .clawback, fen: 500))
            #expect(community.barredUntil[key] == UInt32(25))
            #expect(isClose(community.experience.scandal, 0.4 + 0.4 * 0.6))
        }
        levers.penalty = 0
        audit(levers, projects: projects) { community in
            #expect(community.journal.isEmpty && community.barredUntil.isEmpty)
            #expect(community.experience.scandal > 0)
        }
    }

    /// Who may assess asks for what was found and sees the half that comes back; others are not asked.
    @Test func assessmentsAreHeededByWhatComesBack() {
        for assess in [true, false] {
            withCommunity(5, in: .small { $0.parameters.audit.byAudit = 1 }) { community, month, scratch in
                community.institutions.rights.assess = assess
                community.institutions.monitoring = Monitoring(audit: 1, penalty: 0.5, separation: true)
                community.projects = [ended("ended"), ended("clean", diverted: 0)]
                Audit.step(&community, month, scratch)
                #expect(community.experience.voice == (assess ? Voice().asking(1_000, granted: 500) : Voice()))
            }
        }
    }

    /// Of 100,000 fen spent beside them, 1,000 astray are a tenth of the gravest case; a thousand such cases bar about a
    /// hundred proposers: within five standard errors (chance of failing below 1e-6).
    @Test func smallSumsAreSmallCases() {
        #expect(isClose(Audit.severity(diverted: 1_000, of: 100_000, p), 0.1))
        #expect(Audit.severity(diverted: 20_000, of: 100_000, p) == 1)
        let projects = (0..<1_000).map { number in
            var project = ended("p\(number)")
            project.spent = 99_000
            return project
        }
        audit(Monitoring(audit: 1, penalty: 1, separation: true), projects: [projects[0]]) { community in
            #expect(isClose(community.experience.scandal, 0.04))
            #expect(community.journal.map(\.fen) == [1_000])
        }
        let barred = projects.count { project in
            var isBarred = false
            audit(Monitoring(audit: 1, penalty: 1, separation: true), projects: [project]) {
                isBarred = !$0.barredUntil.isEmpty
            }
            return isBarred
        }
        #expect(abs(barred - 100) < 48)
    }

    /// Residents who assess know of what a judge of its own doings lets rest; nothing of it comes back.
    @Test func hushedUpCasesAreTold() {
        let levers = Monitoring(audit: 0.5, assessors: 0.4)
        #expect(isClose(Audit.hush(levers, p), 0.4 * 0.5 * 0.5))
        #expect(Audit.hush(Monitoring(audit: 1), p) == 0)
        #expect(Audit.hush(Monitoring(assessors: 1, separation: true), p) == 0)
        let certain = ScenarioSpecification.small {
            ($0.parameters.audit.byAssessors, $0.parameters.audit.unseparated) = (1, 0)
        }
        for separation in [false, true] {
            withCommunity(5, in: certain) { community, month, scratch in
                community.institutions.rights.assess = true
                community.institutions.monitoring = Monitoring(assessors: 1, penalty: 1, separation: separation)
                community.projects = [ended("ended")]
                Audit.step(&community, month, scratch)
                #expect(community.journal.count == (separation ? 1 : 0))
                #expect(community.barredUntil.isEmpty != separation)
                #expect(isClose(community.experience.scandal, 0.4))
                #expect(community.experience.voice == Voice().asking(1_000, granted: separation ? 1_000 : 0))
            }
        }
    }

    /// Of a thousand projects that all are assessed, a quarter is found and as many are hushed up, within five standard
    /// errors (chance of failing below 1e-6 each).
    @Test func howOftenCasesAreHushedUp() {
        var (told, pursued) = (0, 0)
        for number in 0..<1_000 {
            audit(Monitoring(assessors: 1, penalty: 1), projects: [ended("p\(number)")]) { community in
                told += community.experience.scandal > 0 ? 1 : 0
                pursued += community.journal.isEmpty ? 0 : 1
            }
        }
        #expect(abs(told - 500) < 79 && abs(pursued - 250) < 69)
    }

    @Test func limits() {
        audit(Monitoring(penalty: 1, separation: true), projects: [ended("ended")]) { community in
            #expect(community.journal.isEmpty && community.experience.scandal == 0)
        }
        #expect(Audit.diversion(integrity: 1, Monitoring(), p) == 0)
        #expect(isClose(Audit.diversion(integrity: 0.3, Monitoring(), p), 0.7))
    }

    /// Money goes through two hands where its holder does not run the project; an honest holder adds nothing.
    @Test func holdersHandleMoney() {
        withCommunity(5) { community, _, _ in
            var p = p
            let key = ProposerKey(provider: .residents, slot: 0)
            func whole(_ holder: FundLine.Holder, _ p: Audit.Parameters) -> Double {
                Audit.integrity(of: key, fund: holder, in: community, p)
            }
            #expect(FundLine.Holder.allCases.allSatisfy { whole($0, p) == 0.95 })
            p.integrityHolder = 0.8
            #expect(whole(.street, p) == 0.95 * 0.8)
            let own = ProposerKey(provider: .committee, slot: 0)
            #expect(Audit.integrity(of: own, fund: .committee, in: community, p) == 0.9)
        }
    }

    @Test func scandalFades() {
        withAnyCommunity(1) { community, month, scratch in
            community.projects = []
            community.experience.scandal = 0.5
            Audit.step(&community, month, scratch)
            #expect(isClose(community.experience.scandal, 0.475))
        }
    }

    /// Of a thousand projects at a chance of 0.4, 400 are found, within five standard errors (chance of failing below 1e-6).
    @Test func frequency() {
        audit(
            Monitoring(audit: 1, penalty: 1, separation: true), projects: (0..<1_000).map { ended("p\($0)") },
            finding: 0.4
        ) { community in #expect(abs(community.journal.count - 400) < 78) }
    }

    @Test func moreSupervisionLessDiversion() {
        let levels = [0, 0.25, 0.5, 0.75, 1]
        for a in levels {
            for b in levels {
                for separation in [false, true] {
                    let levers = Monitoring(audit: a, assessors: b, penalty: 0.5, separation: separation)
                    let diverted = Audit.diversion(integrity: 0.6, levers, p)
                    #expect((0...0.4).contains(diverted))
                    let paths: [WritableKeyPath<Monitoring, Double>] = [\.audit, \.assessors, \.penalty]
                    for path in paths where levers[keyPath: path] < 1 {
                        var more = levers
                        more[keyPath: path] += 0.25
                        let isFelt = path != \.penalty || a + b > 0
                        #expect(Audit.diversion(integrity: 0.6, more, p) <= diverted)
                        #expect(isFelt == (Audit.diversion(integrity: 0.6, more, p) < diverted))
                    }
                }
            }
        }
    }

    @Test(arguments: 0..<6) func noMoreIsTakenBackThanWasDiverted(number: Int) throws {
        let world = try World(.random(number), seed: 4, replicate: 0)
        for _ in 0..<12 {
            try world.advance()
            #expect(world.ledger.balance(Account.diverted) >= 0)
            #expect(world.communities.allSatisfy { (0...1).contains($0.experience.scandal) })
        }
    }

    @Test func golden() {
        let levers = Monitoring(audit: 0.3, assessors: 0.2, penalty: 0.7)
        #expect(written(Audit.diversion(integrity: 0.7, levers, p)) == "0.25971000000000005")
    }
}
