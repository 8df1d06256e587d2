/// Who met the need that was met.
///
///     first, even: the relief that targeting gives to a group x the group's need;  exclusive: as served
///     by need: what else the group's needs lost;  each source: its bucket's part by units x quality
///
/// A group is the vulnerable or the others, a bucket the sources of one domain and one targeting: who is served first
/// decides whom a source reached, not what else is done in its domain. What the cap kappa cuts is cut from service by
/// need, which is what goes beyond it; all parts shrink alike where even the others would. The parts always add up to
/// what needs lost.
extension ServiceDelivery {
    /// Need met in one domain, of the vulnerable (lane 0) and of others (lane 1), by bucket.
    struct Credit {
        private var met = [SIMD2<Double>](repeating: SIMD2(), count: Targeting.allCases.count)
        private var strength = [Double](repeating: 0, count: Targeting.allCases.count)
        private(set) var exclusive = SIMD2<Double>()

        init(_ k: Int, _ plan: Plan, _ sources: [Source], _ needs: NeedSums, _ done: Met) {
            for source in sources { strength[source.targeting.place] += source.strength }
            let need = SIMD2(
                Double(needs.vulnerable[k]), max(0, Double(needs.all[k]) - Double(needs.vulnerable[k])))
            let met = SIMD2(done.vulnerable[k], max(0, done.all[k] - done.vulnerable[k]))
            let served = SIMD2(
                done.exclusiveVulnerable[k], max(0, done.exclusive[k] - done.exclusiveVulnerable[k]))
            for group in 0..<2 {
                let first = plan.first[group][k] * need[group]
                let even = plan.even[group][k] * need[group]
                let sum = first + even + served[group]
                let hasNeedy = strength[Targeting.byNeed.place] > 0
                let scale = sum > met[group] || !hasNeedy ? met[group] / max(1e-300, sum) : 1
                self.met[Targeting.vulnerableFirst.place][group] = first * scale
                self.met[Targeting.anyone.place][group] = even * scale
                self.met[Targeting.byNeed.place][group] = hasNeedy ? max(0, met[group] - sum * scale) : 0
                exclusive[group] = served[group] * scale
            }
        }

        /// What a source of that targeting met.
        func of(strength own: Double, _ targeting: Targeting) -> SIMD2<Double> {
            let all = strength[targeting.place]
            return all > 0 ? met[targeting.place] * (own / all) : SIMD2()
        }
    }

    /// Need met by domain, of all and of the vulnerable; of it what exclusive services met.
    struct Met {
        var all = SIMD8<Double>()
        var vulnerable = SIMD8<Double>()
        var exclusive = SIMD8<Double>()
        var exclusiveVulnerable = SIMD8<Double>()
    }

    /// Notes in the month's service what projects and firms met, and whom projects' money reached.
    static func credit(
        _ done: Met, _ plan: Plan, _ sources: [Source], _ community: Community, _ service: inout ServiceMonth
    ) {
        let credits = (0..<Domain.count).map { k in
            Credit(k, plan, sources.filter { $0.domain == k }, community.needs, done)
        }
        for project in community.projects {
            let met = credits[project.domain.index].of(
                strength: project.unitsThisMonth * project.quality, project.targeting)
            let all = met[0] + met[1]
            guard all > 0 else { continue }
            service.projectNeedMet += all
            service.projectNeedMetVulnerable += met[0]
            service.placed += Double(project.spentThisMonth)
            service.placedVulnerable += Double(project.spentThisMonth) * met[0] / all
        }
        for k in 0..<Domain.count {
            let exclusive = credits[k].exclusive[0] + credits[k].exclusive[1]
            service.firmNeedMet +=
                exclusive * community.exclusive.firmShare(k, of: community.exclusive.allStrength[k])
        }
    }
}

extension Targeting {
    /// Its place among all cases.
    fileprivate var place: Int {
        switch self {
        case .anyone: 0
        case .byNeed: 1
        case .vulnerableFirst: 2
        }
    }
}
