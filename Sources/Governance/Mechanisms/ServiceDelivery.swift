/// Services of all sources meet needs.
///
///     demand D_k = kappa sum_i n_ik;  supply S_k = units of all sources in domain k
///     relief_ik = min(kappa, kappa sum over sources of quality x coverage x targeting);  n_ik <- n_ik (1 - relief_ik)
///
/// A unit of quality 1 takes one unit off the community's stock of need, and at most the share kappa of a need can be
/// met in a month. Sources that serve the vulnerable first are used up on them, then on others. What they leave is
/// shared by the rest: evenly over demand where anyone is served, in proportion to the square of need where the needy
/// come first. What finds no demand is lost. Standard service follows the administration's template or, by lever, what is
/// known of needs (``Sensing``); projects and
/// resident organisations their own domain (hours that the administration takes of them, the template); a resident
/// organisation's output is cut to y_0 without support or a grant. Merchants help in convenience; work units and firms
/// serve their own (``ExclusiveServices``). What vouchers bought was served before (``Vouchers``) and counts in demand,
/// supply and need met. Who met what is told by each source's own targeting (``Credit``).
///
/// Reads: needs, projects, organisations, levers. Writes: needs, the month's service. Draws: none. Update: each
/// resident by itself. Source: Xing (2022) on absence, misplacement and overreach of supply; Zhang (2020) on who is
/// reached.
enum ServiceDelivery {
    struct Parameters: Sendable, Equatable {
        var reach = 0.1
        var qualityResidents = 0.75
        var qualityCommittee = 0.55
        var qualityOutside = 0.9
        var qualityOrganisation = 0.6
        var unsupported = 0.5
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "delivery.reach", "kappa", "1/month", 0.06...0.14, .assumed("design 0.10; +-40 %"), \.delivery.reach,
            "share of a need that a month's service can meet at most", "每月服务最多可满足的需求份额"),
        ParameterField(
            "delivery.qualityResidents", "q_res", "share", 0.45...1, .assumed("practice and local fit; +-40 %"),
            \.delivery.qualityResidents, "quality of residents' projects", "居民项目服务质量"),
        ParameterField(
            "delivery.qualityCommittee", "q_com", "share", 0.33...0.77, .assumed("a little above standard service"),
            \.delivery.qualityCommittee, "quality of an unskilled committee's projects", "缺乏协调能力的居委会项目质量"),
        ParameterField(
            "delivery.qualityOutside", "q_out", "share", 0.54...1, .assumed("+-40 %"), \.delivery.qualityOutside,
            "quality of a fully professional organisation's projects", "完全专业化社会组织的项目质量"),
        ParameterField(
            "delivery.qualityOrganisation", "q_org", "share", 0.36...0.84, .assumed("+-40 %"),
            \.delivery.qualityOrganisation, "quality of resident organisations' service", "居民组织自有服务质量"),
        ParameterField(
            "delivery.unsupported", "y_0", "share", 0.3...0.7, .assumed("design: half without money"),
            \.delivery.unsupported, "output of a resident organisation without money or support", "无资助居民组织的产出比例"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.delivery
        let sources = sources(community, month, p)
        let (needs, exclusive) = (community.needs, community.exclusive)
        var service = ServiceMonth()
        var plan = Plan()
        for k in 0..<Domain.count {
            let demand = Demand(needs, k, reach: p.reach)
            let domain = sources.filter { $0.domain == k }
            service.demand[k] = demand.all + p.reach * community.vouchers.met[k]
            service.supply[k] = domain.reduce(0) { $0 + $1.units } + community.vouchers.units[k] + exclusive.allUnits[k]
            plan.set(k, domain, demand, reach: p.reach)
        }
        let met = deliver(community.residents, plan, exclusive, scratch, reach: Float(p.reach), &service)
        credit(met, plan, sources, community, &service)
        service.needMet = met.all.treeSum + community.vouchers.met.treeSum
        service.projectUnits = sources.reduce(0) { $0 + ($1.isProject ? $1.units : 0) }
        service.purchased = service.projectUnits + community.vouchers.units.treeSum
        service.purchasedStrength =
            sources.reduce(0) { $0 + ($1.isProject ? $1.strength : 0) } + community.vouchers.strength
        service.residentUnits =
            sources.reduce(0) { $0 + ($1.isByResidents ? $1.units : 0) } + community.vouchers.residentUnits
        community.service = service
    }

    /// Service units of one source in one domain.
    struct Source {
        let domain: Int
        let units: Double
        let quality: Double
        let targeting: Targeting
        var isProject = false
        var isByResidents = false

        /// What it could take off needs.
        var strength: Double { units * quality }
    }

    private static func sources(_ community: Community, _ month: Month, _ p: Parameters) -> [Source] {
        let standard = month.run.specification.publicService
        let targeting = community.institutions.serviceTargeting
        let byNeed = community.institutions.serviceByNeed
        var sources = (0..<Domain.count).map { k in
            let share = (1 - byNeed) * standard.template[k] + byNeed * community.knowledge.shares[k]
            return Source(
                domain: k, units: standard.unitsPerResident * Double(community.residents.count) * share,
                quality: standard.quality, targeting: targeting)
        }
        for project in community.projects {
            sources.append(
                Source(
                    domain: project.domain.index, units: project.unitsThisMonth, quality: project.quality,
                    targeting: project.targeting, isProject: true, isByResidents: project.provider == .residents))
        }
        let hoursPerUnit = month.run.parameters.execution.hoursPerUnit
        let support = p.unsupported + (1 - p.unsupported) * community.cultivation
        for organisation in community.organisations {
            let hasGrant = community.projects.contains { $0.proposer.slot == organisation.slot }
            let units = organisation.hours / hoursPerUnit * (hasGrant ? 1 : support)
            sources.append(
                Source(
                    domain: organisation.domain.index, units: units, quality: p.qualityOrganisation, targeting: .byNeed,
                    isByResidents: true))
        }
        if let aid = Merchants.aid(community, month.run.parameters.merchants) { sources.append(aid) }
        let captured = community.organisations.reduce(0) { $0 + $1.templateHours } / hoursPerUnit * support
        guard captured > 0 else { return sources }
        for k in 0..<Domain.count {
            sources.append(
                Source(
                    domain: k, units: captured * standard.template[k], quality: p.qualityOrganisation,
                    targeting: .byNeed, isByResidents: true))
        }
        return sources
    }

    /// Demand of a domain in service units.
    struct Demand {
        let vulnerable: Double
        let others: Double
        /// Sum of squares of need.
        let squares: Double
        var all: Double { vulnerable + others }

        init(vulnerable: Double, others: Double, squares: Double) {
            (self.vulnerable, self.others, self.squares) = (vulnerable, others, squares)
        }

        init(_ needs: NeedSums, _ k: Int, reach: Double) {
            let all = Double(needs.all[k])
            let part = min(all, Double(needs.vulnerable[k]))
            self.init(vulnerable: reach * part, others: reach * (all - part), squares: Double(needs.squares[k]))
        }
    }

    /// Relief by domain: a part for the vulnerable, a part for others, and a slope in own need.
    struct Plan {
        /// What of the parts comes first and what is shared evenly, for the vulnerable and for others.
        private(set) var firstVulnerable = SIMD8<Double>()
        private(set) var firstOthers = SIMD8<Double>()
        private(set) var evenVulnerable = SIMD8<Double>()
        private(set) var evenOthers = SIMD8<Double>()
        var vulnerable = SIMD8<Float>()
        var others = SIMD8<Float>()
        var slope = SIMD8<Float>()

        mutating func set(_ k: Int, _ sources: [Source], _ demand: Demand, reach: Double) {
            func sum(_ targeting: Targeting) -> (units: Double, quality: Double) {
                let units = sources.reduce(0) { $0 + ($1.targeting == targeting ? $1.units : 0) }
                let strength = sources.reduce(0) { $0 + ($1.targeting == targeting ? $1.strength : 0) }
                return (units, units > 0 ? strength / units : 0)
            }
            let (first, needy, anyone) = (sum(.vulnerableFirst), sum(.byNeed), sum(.anyone))
            let toVulnerable = demand.vulnerable > 0 ? min(1, first.units / demand.vulnerable) : 0
            let toOthers =
                demand.others > 0 ? min(1, max(0, first.units - demand.vulnerable) / demand.others) : 0
            let left = demand.vulnerable * (1 - toVulnerable) + demand.others * (1 - toOthers)
            let scale = min(1, left / max(1e-12, needy.units + anyone.units))
            let even = left > 0 ? anyone.units * scale / left * anyone.quality : 0
            firstVulnerable[k] = reach * toVulnerable * first.quality
            firstOthers[k] = reach * toOthers * first.quality
            evenVulnerable[k] = reach * (1 - toVulnerable) * even
            evenOthers[k] = reach * (1 - toOthers) * even
            vulnerable[k] = Float(firstVulnerable[k] + evenVulnerable[k])
            others[k] = Float(firstOthers[k] + evenOthers[k])
            slope[k] = demand.squares > 0 ? Float(needy.units * scale * needy.quality / demand.squares) : 0
        }
    }

    /// Relieves all; returns the need met.
    static func deliver(
        _ residents: ResidentBlock, _ plan: Plan, _ exclusive: ExclusiveServices, _ scratch: Scratch, reach: Float,
        _ service: inout ServiceMonth
    ) -> Met {
        guard exclusive.isActive else { return relieve(residents, plan, reach: reach, &service, more: nil) }
        let clients = scratch.clients
        return exclusive.relief.withUnsafeBufferPointer { relief in
            relieve(residents, plan, reach: reach, &service) { relief[Int(clients[$0])] }
        }
    }

    /// Relieves all by the plan and by `more` of those who have exclusive services.
    @inline(__always)
    private static func relieve(
        _ residents: ResidentBlock, _ plan: Plan, reach: Float, _ service: inout ServiceMonth,
        more: ((Int) -> SIMD8<Float>)?
    ) -> Met {
        var all = SIMD8<Float>()
        var vulnerable = SIMD8<Float>()
        var unmet = SIMD8<Float>()
        var exclusive = SIMD8<Float>()
        var exclusiveVulnerable = SIMD8<Float>()
        let most = SIMD8<Float>(repeating: reach)
        let need = residents.need
        for i in 0..<residents.count {
            let isVulnerable = Traits(rawValue: residents.traits[i]).isVulnerable
            let n = need[i]
            var relief = (isVulnerable ? plan.vulnerable : plan.others) + plan.slope * n
            if let more {
                let own = more(i)
                relief += own
                exclusive += n * own
                exclusiveVulnerable += n * own * (isVulnerable ? 1 : 0)
            }
            let met = n * relief.atMost(most)
            need[i] = n - met
            all += met
            unmet += n - met
            vulnerable += met * (isVulnerable ? 1 : 0)
        }
        service.unmet = Double(unmet.treeSum) / Double(Domain.count)
        return Met(
            all: SIMD8(all), vulnerable: SIMD8(vulnerable), exclusive: SIMD8(exclusive),
            exclusiveVulnerable: SIMD8(exclusiveVulnerable))
    }
}
