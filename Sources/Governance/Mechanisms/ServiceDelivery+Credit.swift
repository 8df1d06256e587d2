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
    /// Need met by domain and bucket, of the vulnerable (lane 0) and of others (lane 1).
    struct Credit {
        /// Place domain x buckets + targeting.
        private var met = [SIMD2<Double>](repeating: SIMD2(), count: Domain.count * Self.buckets)
        private var strength = [Double](repeating: 0, count: Domain.count * Self.buckets)
        /// By domain, all groups together.
        private(set) var exclusive = SIMD8<Double>()

        private static let buckets = 3

        init(_ plan: Plan, _ sources: [Source], _ needs: NeedSums, _ done: Met) {
            for source in sources { strength[Self.place(source.domain, source.targeting)] += source.strength }
            for k in 0..<Domain.count {
                let vulnerable = Double(needs.vulnerable[k])
                share(
                    k, group: 0, need: vulnerable, met: done.vulnerable[k], first: plan.firstVulnerable[k],
                    even: plan.evenVulnerable[k], served: done.exclusiveVulnerable[k])
                share(
                    k, group: 1, need: max(0, Double(needs.all[k]) - vulnerable),
                    met: max(0, done.all[k] - done.vulnerable[k]), first: plan.firstOthers[k],
                    even: plan.evenOthers[k], served: max(0, done.exclusive[k] - done.exclusiveVulnerable[k]))
            }
        }

        /// Divides what a group's needs lost in a domain.
        private mutating func share(
            _ k: Int, group: Int, need: Double, met all: Double, first: Double, even: Double, served: Double
        ) {
            let sum = (first + even) * need + served
            let hasNeedy = strength[Self.place(k, .byNeed)] > 0
            let scale = sum > all || !hasNeedy ? all / max(1e-300, sum) : 1
            met[Self.place(k, .vulnerableFirst)][group] = first * need * scale
            met[Self.place(k, .anyone)][group] = even * need * scale
            met[Self.place(k, .byNeed)][group] = hasNeedy ? max(0, all - sum * scale) : 0
            exclusive[k] += served * scale
        }

        /// What a source met.
        func of(_ domain: Domain, strength own: Double, _ targeting: Targeting) -> SIMD2<Double> {
            let place = Self.place(domain.index, targeting)
            return strength[place] > 0 ? met[place] * (own / strength[place]) : SIMD2()
        }

        private static func place(_ k: Int, _ targeting: Targeting) -> Int {
            let bucket =
                switch targeting {
                case .anyone: 0
                case .byNeed: 1
                case .vulnerableFirst: 2
                }
            return k * buckets + bucket
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
        let credit = Credit(plan, sources, community.needs, done)
        for project in community.projects {
            let met = credit.of(
                project.domain, strength: project.unitsThisMonth * project.quality, project.targeting)
            let all = met[0] + met[1]
            guard all > 0 else { continue }
            service.projectNeedMet += all
            service.projectNeedMetVulnerable += met[0]
            service.placed += Double(project.spentThisMonth)
            service.placedVulnerable += Double(project.spentThisMonth) * met[0] / all
        }
        guard community.exclusive.isActive else { return }
        let strength = community.exclusive.allStrength
        for k in 0..<Domain.count {
            service.firmNeedMet += credit.exclusive[k] * community.exclusive.firmShare(k, of: strength[k])
        }
    }
}
