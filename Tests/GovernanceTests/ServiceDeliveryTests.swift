import Testing

@testable import Governance

@Suite("Services meet needs")
struct ServiceDeliveryTests {
    typealias Source = ServiceDelivery.Source
    let p = ServiceDelivery.Parameters()

    func plan(_ sources: [Source], vulnerable: Double, others: Double, squares: Double) -> ServiceDelivery.Plan {
        var plan = ServiceDelivery.Plan()
        plan.set(
            0, sources, ServiceDelivery.Demand(vulnerable: vulnerable, others: others, squares: squares), reach: 0.1)
        return plan
    }

    /// Demand of 1 and 3 units. Two units of quality 0.5 serve the vulnerable and a third of the others; one of quality 1
    /// is shared by the two units of demand left, so that half of it is met.
    @Test func byHand() {
        let both = plan(
            [
                Source(domain: 0, units: 2, quality: 0.5, targeting: .vulnerableFirst),
                Source(domain: 0, units: 1, quality: 1, targeting: .anyone),
            ], vulnerable: 1, others: 3, squares: 1)
        #expect(isClose(both.vulnerable[0], 0.1 * 0.5))
        #expect(isClose(both.others[0], 0.1 * (0.5 / 3 + 2.0 / 3 * 0.5)))
        let needy = plan(
            [Source(domain: 0, units: 2, quality: 0.5, targeting: .byNeed)], vulnerable: 1, others: 3, squares: 25)
        #expect(isClose(needy.slope[0], 2 * 0.5 / 25))
        // 100 units for anyone and 300 by need, for a demand of 4: one and three of them count.
        let shared = plan(
            [
                Source(domain: 0, units: 100, quality: 0.5, targeting: .anyone),
                Source(domain: 0, units: 300, quality: 0.5, targeting: .byNeed),
            ], vulnerable: 1, others: 3, squares: 25)
        #expect(isClose(shared.others[0], 0.1 * 0.25 * 0.5) && isClose(shared.slope[0], 3 * 0.5 / 25))
        let excess = plan(
            [Source(domain: 0, units: 400, quality: 0.5, targeting: .anyone)], vulnerable: 1, others: 3, squares: 25)
        #expect(isClose(excess.vulnerable[0], 0.05) && isClose(excess.others[0], 0.05))
    }

    /// Two residents, the second vulnerable, under reliefs of 0.02 and 0.05 and a slope of 0.04.
    @Test func deliveryByHand() {
        withResidents(2, .plain(), .plain(vulnerable: true)) { residents, _ in
            residents.need[0] = SIMD8(repeating: 0.5)
            residents.need[1] = SIMD8(repeating: 1)
            var plan = ServiceDelivery.Plan()
            (plan.others[0], plan.vulnerable[0], plan.slope[1]) = (0.02, 0.05, 0.04)
            plan.others[2] = 7
            var service = ServiceMonth()
            let met = ServiceDelivery.deliver(
                residents, plan, ExclusiveServices(), Scratch(capacity: 2), reach: 0.1, &service)
            #expect(isClose(residents.need[0][0], 0.49) && isClose(residents.need[1][0], 0.95))
            #expect(isClose(residents.need[0][1], 0.5 - 0.01) && isClose(residents.need[1][1], 0.96))
            #expect(isClose(residents.need[0][2], 0.45) && residents.need[1][2] == 1)
            #expect(isClose(met.all[0], 0.06) && isClose(met.vulnerable[0], 0.05))
            let left = (0.49 + 0.49 + 0.45 + 5 * 0.5) + (0.95 + 0.96 + 6)
            #expect(isClose(service.unmet, left / 8))
        }
    }

    /// What is met is what needs lost; it is no more than the services could do, and no need falls by more than a tenth.
    @Test(arguments: 0..<10) func needMetIsConserved(number: Int) {
        withAnyCommunity(number) { community, month, scratch in
            community.projects = [.plain("x", provider: .residents, slot: 1), .plain("y", domain: .elderCare)]
            for j in 0..<2 { (community.projects[j].unitsThisMonth, community.projects[j].quality) = (2, 0.8) }
            for o in 0..<3 { community.organisations[o].hours = Double(4 * o) }
            let residents = community.residents
            let before = (0..<60).map { residents.need[$0] }
            #expect(residents.changes { ServiceDelivery.step(&community, month, scratch) } == ["need"])
            let lost = (0..<60).map { before[$0] - residents.need[$0] }
            let met = lost.reduce(0) { $0 + Double($1.sum()) }
            #expect(isClose(community.service.needMet, met, within: 1e-3))
            #expect((0..<60).allSatisfy { lost[$0].min() >= 0 && (lost[$0] - 0.1 * before[$0]).max() < 1e-6 })
            #expect(met <= community.service.supply.sum())
            #expect(isClose(community.service.supply.sum(), 60 * 0.17 + 4 + 12 / 2 * support(community), within: 1e-9))
            #expect(community.service.projectNeedMet <= community.service.needMet + 1e-9)
            #expect(community.service.projectNeedMetVulnerable <= community.service.projectNeedMet)
            let left = (0..<60).reduce(0) { $0 + Double(residents.need[$1].sum()) } / 8
            #expect(isClose(community.service.unmet, left, within: 1e-3))
        }
    }

    /// Output of an organisation without a grant, as a share.
    func support(_ community: Community) -> Double {
        p.unsupported + (1 - p.unsupported) * community.institutions.cultivation
    }

    @Test func limits() {
        withAnyCommunity(1, { $0.publicService.unitsPerResident = 0 }) { community, month, scratch in
            #expect(community.residents.changes { ServiceDelivery.step(&community, month, scratch) } == [])
            #expect(community.service.needMet == 0)
        }
        let plenty: (inout ScenarioSpecification) -> Void = {
            ($0.publicService.unitsPerResident, $0.publicService.quality) = (100, 1)
            $0.institutions.serviceTargeting = .vulnerableFirst
        }
        withAnyCommunity(1, plenty) { community, month, scratch in
            let before = community.residents.need[7]
            ServiceDelivery.step(&community, month, scratch)
            #expect((community.residents.need[7] - 0.9 * before).max() < 1e-6)
        }
    }

    /// The same units, given to the vulnerable or the needy first, do more for them.
    @Test func targetingReachesItsTarget() {
        func left(_ targeting: Targeting) -> (vulnerable: Float, needy: Float) {
            withAnyCommunity(3) { community, month, scratch in
                community.institutions.serviceTargeting = targeting
                let neediest = (0..<60).sorted {
                    community.residents.need[$0][2] > community.residents.need[$1][2]
                }
                ServiceDelivery.step(&community, month, scratch)
                let vulnerable = (0..<60).filter { Traits(rawValue: community.residents.traits[$0]).isVulnerable }
                return (
                    vulnerable.reduce(0) { $0 + community.residents.need[$1].sum() },
                    neediest.prefix(20).reduce(0) { $0 + community.residents.need[$1][2] }
                )
            }
        }
        let anyone = left(.anyone)
        #expect(left(.vulnerableFirst).vulnerable < anyone.vulnerable)
        #expect(left(.byNeed).needy < anyone.needy)
    }

    /// Six hours are three units: half of them without support or grant, all with either.
    @Test func organisationsNeedALittle() {
        func units(cultivation: Double, grant: Bool) -> Double {
            withAnyCommunity(2) { community, month, scratch in
                community.institutions.cultivation = cultivation
                community.organisations[0].hours = 6
                if grant { community.projects = [.plain(provider: .residents, slot: 1)] }
                ServiceDelivery.step(&community, month, scratch)
                return community.service.residentUnits
            }
        }
        #expect(units(cultivation: 0, grant: false) == 1.5)
        #expect(units(cultivation: 1, grant: false) == 3)
        #expect(units(cultivation: 0, grant: true) == 3)
    }

    /// Where a project is the only source, all that is met is met by it; where it gives half the strength, half.
    @Test func projectsAreCreditedByStrength() {
        func share(standard: Double) -> Double {
            withAnyCommunity(4, { $0.publicService.unitsPerResident = standard }) { community, month, scratch in
                community.organisations = []
                community.institutions.serviceByNeed = 0
                community.projects = [.plain(domain: .safety)]
                (community.projects[0].unitsThisMonth, community.projects[0].quality) = (1, 0.5)
                community.needs = NeedGrowth.advance(community.residents, rates: [SIMD8](repeating: SIMD8(), count: 32))
                let before = (0..<60).reduce(0) { $0 + Double(community.residents.need[$1][Domain.safety.index]) }
                ServiceDelivery.step(&community, month, scratch)
                let after = (0..<60).reduce(0) { $0 + Double(community.residents.need[$1][Domain.safety.index]) }
                return community.service.projectNeedMet / (before - after)
            }
        }
        #expect(isClose(share(standard: 0), 1, within: 1e-4))
        // The template gives safety 0.2 of 60 x 1/12 = 5 units.
        #expect(isClose(share(standard: 1.0 / 12), 0.5, within: 1e-4))
    }

    /// A quarter by need: three quarters of 60 units by the template, the rest by what is known; the sum stays.
    @Test func standardServiceCanFollowNeed() {
        func supply(byNeed: Double) -> SIMD8<Double> {
            var institutions = Institutions()
            institutions.serviceByNeed = byNeed
            return withCommunity(
                60,
                in: .small {
                    $0.publicService.unitsPerResident = 1
                    $0.publicService.template = [0.5, 0.5, 0, 0, 0, 0, 0, 0]
                }, institutions: institutions
            ) { community, month, scratch in
                community.knowledge.shares = [0, 0.2, 0.8, 0, 0, 0, 0, 0]
                ServiceDelivery.step(&community, month, scratch)
                return community.service.supply
            }
        }
        let (none, quarter, all) = (supply(byNeed: 0), supply(byNeed: 0.25), supply(byNeed: 1))
        for (k, units) in [30.0, 30, 0, 0].enumerated() { #expect(isClose(none[k], units)) }
        for (k, units) in [22.5, 25.5, 12, 0].enumerated() { #expect(isClose(quarter[k], units)) }
        for (k, units) in [0.0, 12, 48, 0].enumerated() { #expect(isClose(all[k], units)) }
    }

    /// Two projects of equal strength in one domain, one for the vulnerable first and one for anyone, beside service by need:
    /// each is credited with those whom its own targeting reaches, and all parts are what needs lost.
    @Test(arguments: 0..<6) func projectsAreCreditedByTheirTargeting(number: Int) {
        withAnyCommunity(number, { $0.publicService.unitsPerResident = 0.02 }) { community, month, scratch in
            let residents = community.residents
            let safety = Domain.safety.index
            community.institutions.serviceTargeting = .byNeed
            community.organisations = []
            community.needs = NeedGrowth.advance(residents, rates: [SIMD8](repeating: SIMD8(), count: 32))
            let needs = community.needs
            let targetings: [Targeting] = [.vulnerableFirst, .anyone]
            func served(_ only: [Targeting]) -> (met: Double, vulnerable: Double) {
                var service = ServiceMonth()
                let sources =
                    targetings.map { Source(domain: safety, units: 0.5, quality: 0.8, targeting: $0) }
                    + [Source(domain: safety, units: 0.3, quality: 0.5, targeting: .byNeed)]
                var plan = ServiceDelivery.Plan()
                plan.set(safety, sources, .init(needs, safety, reach: 0.1), reach: 0.1)
                let before = (0..<60).map { residents.need[$0] }
                let met = ServiceDelivery.deliver(
                    residents, plan, ExclusiveServices(), scratch, reach: 0.1, &service)
                for i in 0..<60 { residents.need[i] = before[i] }
                community.projects = only.map {
                    var project = Project.plain(domain: .safety, targeting: $0)
                    (project.unitsThisMonth, project.quality) = (0.5, 0.8)
                    return project
                }
                ServiceDelivery.credit(met, plan, sources, community, &service)
                let credit = ServiceDelivery.Credit(plan, sources, needs, met)
                let parts = Targeting.allCases.reduce(SIMD2<Double>()) {
                    $0 + credit.of(.safety, strength: $1 == .byNeed ? 0.15 : 0.4, $1)
                }
                #expect(isClose(parts[0], met.vulnerable[safety], within: 1e-9))
                #expect(isClose(parts[0] + parts[1], met.all[safety], within: 1e-9))
                return (service.projectNeedMet, service.projectNeedMetVulnerable)
            }
            let (first, anyone) = (served([.vulnerableFirst]), served([.anyone]))
            // Half a unit is less than the vulnerable ask for: all of it reaches them, and of the other a part.
            let asked = 0.1 * Double(needs.vulnerable[safety])
            if asked > 0.5 { #expect(isClose(first.vulnerable, first.met) && isClose(first.met, 0.4, within: 1e-5)) }
            #expect(anyone.vulnerable < anyone.met && anyone.vulnerable / anyone.met < first.vulnerable / first.met)
            let both = served(targetings)
            #expect(
                isClose(both.met, first.met + anyone.met)
                    && isClose(both.vulnerable, first.vulnerable + anyone.vulnerable))
        }
    }

    @Test func golden() {
        withAnyCommunity(3) { community, month, scratch in
            for o in 0..<3 { community.organisations[o].hours = 5 }
            ServiceDelivery.step(&community, month, scratch)
            #expect(
                written(community.service.needMet, community.service.unmet)
                    == "8.27266138792038 29.55877113342285")
        }
    }
}
