import Testing

@testable import Governance

@Suite("Projects are proposed")
struct ProposalsTests {
    let p = Proposals.Parameters()

    /// In the first month, a line to which all may propose.
    func propose(
        _ count: Int = 10, _ change: (inout ScenarioSpecification) -> Void = { _ in },
        prepare: (inout Community) -> Void
    ) -> [Proposal] {
        let specification = ScenarioSpecification.small {
            $0.fundLines = [.plain(month: 1)]
            change(&$0)
        }
        return withCommunity(count, in: specification) { community, month, scratch in
            community.needs = NeedGrowth.advance(community.residents, rates: community.needRate)
            prepare(&community)
            Proposals.step(&community, month, scratch)
            return community.proposals
        }
    }

    @Test func byHand() {
        let needs = NeedSums(all: SIMD8(repeating: 3), vulnerable: SIMD8(repeating: 1))
        #expect(isClose(Proposals.benefit(needs, .safety, count: 6, vulnerable: 2), 0.5))
        #expect(isClose(Proposals.feasibility(skill: 0.5, facilitation: 0.2, p), 0.35 + 0.2 + 0.05))
        #expect(isClose(Proposals.sustainability(.residents, team: 20, p), 0.3 + 0.25))
        #expect(Proposals.sustainability(.committee, team: 20, p) == p.committeeLasting)
        withResidents(4) { residents, _ in
            residents.rung[1] = 2
            residents.rung[3] = 4
            residents.skill[0] = 1
            (residents.skill[1], residents.skill[3]) = (0.2, 0.6)
            residents.need[1] = SIMD8(1, 0, 0, 0, 0, 0, 0, 0)
            residents.need[3] = SIMD8(0, 0, 0, 1, 0, 0, 0, 0)
            let team = Team(residents)
            #expect(team.size == 2)
            #expect(isClose(team.skill, 0.4))
            #expect(team.shares == [0.5, 0, 0, 0.5, 0, 0, 0, 0])
        }
    }

    @Test func whoMayPropose() {
        func providers(_ prepare: (inout Community) -> Void) -> [Provider] {
            propose(prepare: prepare).map(\.provider)
        }
        #expect(providers { _ in } == [.committee])
        #expect(providers { $0.presence.add(.plain()) } == [.committee, .socialOrganisation])
        func team(_ community: inout Community, size: Int) {
            for i in 0..<size { community.residents.rung[i] = 2 }
            community.institutions.rights = .init(design: true, deliver: true)
        }
        #expect(providers { team(&$0, size: 2) } == [.committee])
        #expect(providers { team(&$0, size: 3) } == [.committee, .residents])
        #expect(
            providers {
                team(&$0, size: 3)
                $0.institutions.rights.design = false
            } == [.committee])
        #expect(providers { $0.barredUntil[ProposerKey(provider: .committee, slot: 0)] = 1 } == [])
        #expect(providers { $0.barredUntil[ProposerKey(provider: .committee, slot: 0)] = 0 } == [.committee])
    }

    /// An office is not shut out of the part that it alone may spend, but is of what it applies for or shares.
    @Test func barsKeepOutOfApplications() {
        func count(_ rule: FundLine.AllocationRule, _ proposers: Set<Provider>) -> Int {
            propose(
                10,
                {
                    $0.fundLines = [.plain(rule: rule, month: 1)]
                    $0.fundLines[0].proposers = proposers
                }
            ) { $0.barredUntil[ProposerKey(provider: .committee, slot: 0)] = 1 }.count
        }
        #expect(count(.equalSplit, [.committee]) == 1)
        #expect(count(.equalSplit, [.committee, .residents]) == 0)
        #expect(count(.discretion, [.committee]) == 0)
    }

    /// The two largest organisations of five or more, each in its domain; of equals, the older.
    @Test func organisationsPropose() {
        let proposals = propose(30) {
            $0.institutions.rights = .init(design: true, deliver: true)
            $0.add(founder: 0, members: [1, 2, 3], domain: .safety, month: 0)
            $0.add(founder: 5, members: [6, 7, 8, 9], domain: .elderCare, month: 0)
            $0.add(founder: 10, members: [11, 12, 13, 14, 15], domain: .culture, month: 0)
            $0.add(founder: 20, members: [21, 22, 23, 24], domain: .inclusion, month: 0)
        }
        #expect(proposals.map(\.provider) == [.committee, .residents, .residents])
        #expect(proposals.map(\.proposer.slot) == [0, 3, 2])
        #expect(proposals.dropFirst().map(\.domain) == [.culture, .elderCare])
        let small = propose(30) {
            $0.institutions.rights = .init(design: true, deliver: true)
            $0.add(founder: 0, members: [1, 2, 3], domain: .safety, month: 0)
        }
        #expect(small.map(\.provider) == [.committee])
    }

    @Test func whoIsTooFewDoesNotPropose() {
        func count(_ change: (inout Proposals.Parameters) -> Void) -> Int {
            propose(30, { change(&$0.parameters.proposals) }) {
                for i in 0..<4 { $0.residents.rung[i] = 2 }
                $0.institutions.rights = .init(design: true, deliver: true)
                $0.add(founder: 5, members: [6, 7, 8, 9], domain: .elderCare, month: 0)
            }.count
        }
        #expect(count { _ in } == 3)
        #expect(count { $0.teamLeast = 5 } == 2)
        #expect(count { $0.organisationLeast = 6 } == 2)
    }

    @Test(arguments: 0..<6) func proposalsArePossible(number: Int) {
        withAnyCommunity(number, { $0.fundLines = [.plain("x", month: 1), .plain("y", month: 1)] }) {
            community, month, scratch in
            community.institutions.rights = .init(design: true, deliver: true)
            let before = community.residents.columns
            Proposals.step(&community, month, scratch)
            #expect(community.residents.columns == before)
            #expect(community.proposals.count == 2 * 5)
            #expect(Set(community.proposals.map(\.id)).count == 10)
            #expect(Set(community.proposals.map(\.identity)).count == 10)
            #expect(
                community.proposals.allSatisfy {
                    $0.ask > 0 && (0...1).contains($0.benefit) && (0...1).contains($0.feasibility)
                        && (0...1).contains($0.sustainability)
                })
        }
    }

    @Test func limits() {
        let proposals = propose(10, { $0.parameters.proposals.askSpread = 0 }) {
            $0.knowledge.shares = [0, 0, 0, 0, 0, 1, 0, 0]
            $0.presence.add(.plain(hours: 1, professionalism: 0.5, integrity: 1))
        }
        #expect(proposals.map(\.domain) == [.convenience, .convenience])
        #expect(proposals.map(\.ask) == [1_000_000, 8_000_000])
        #expect(propose(10, { $0.fundLines[0].reviewMonth = 2 }) { _ in }.isEmpty)
        #expect(propose(10, { $0.fundLines[0].communities = .listed(["b"]) }) { _ in }.isEmpty)
    }

    /// A full need of 25 people in each domain makes 2.5 units a month at a reach of 0.1; of the committee's
    /// 10,000 / 8 / 6 units so many less those there are find demand, and its benefit shrinks by as much.
    @Test func benefitIsNeedThatWouldBeMet() {
        func benefits(supply: Double, yuan: Double = 10_000) -> [Double] {
            propose(
                50,
                {
                    $0.parameters.proposals.askSpread = 0
                    $0.parameters.proposals.askCommittee = yuan
                }
            ) {
                $0.needs = NeedSums(all: SIMD8(repeating: 25))
                $0.service.supply[Domain.convenience.index] = supply
                $0.knowledge.shares = [0, 0, 0, 0, 0, 1, 0, 0]
            }.map(\.benefit)
        }
        #expect(isClose(benefits(supply: 1)[0], 0.5 * 1.5 / (10_000 / 8.0 / 6)))
        #expect(isClose(benefits(supply: 1, yuan: 96)[0], 0.5 * 1.5 / 2))
        #expect(benefits(supply: 1, yuan: 48) == [0.5])
        #expect(benefits(supply: 2.5) == [0] && benefits(supply: 100) == [0])
        #expect(Proposals.used(units: 0, lacking: 0) == 1 && Proposals.used(units: 4, lacking: 3) == 0.75)
    }

    @Test func moreSkillMoreFeasible() {
        func feasibility(_ skill: Float) -> Double {
            propose {
                for i in 0..<4 { ($0.residents.rung[i], $0.residents.skill[i]) = (3, skill) }
                $0.institutions.rights = .init(design: true, deliver: true)
            }[1].feasibility
        }
        #expect(feasibility(0.2) < feasibility(0.3))
        var broad = p
        broad.teamLasting = 0.3
        #expect(isClose(Proposals.sustainability(.residents, team: 20, p), 0.55))
        #expect(isClose(Proposals.sustainability(.residents, team: 20, broad), 0.45))
        #expect(Proposals.sustainability(.residents, team: 5, p) < Proposals.sustainability(.residents, team: 9, p))
    }

    @Test func golden() {
        let proposals = propose {
            $0.presence.add(.plain(hours: 1, professionalism: 0.5, integrity: 1))
            for i in 0..<4 { $0.residents.rung[i] = 3 }
            $0.institutions.rights = .init(design: true, deliver: true)
        }
        #expect(
            proposals.map { "\($0.domain) \($0.ask)" }.joined(separator: ", ")
                == "environment 1219950, environment 5177225, environment 698430")
    }
}
