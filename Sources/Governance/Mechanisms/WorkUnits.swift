import Numerics

/// Employers of the work-unit kind serve, occupy and tie together those who belong to them.
///
///     units = services x members, evenly over the domains, for members alone:
///     relief of a member in k = kappa q_w min(1, units_k / (kappa sum over members of n_ik))
///     hours for activities += activities x members;  tries for ties = ties x members, each of a random member with a
///     random resident of its building, if that one is a member too
///
/// Who belongs is drawn once by the share of the community's type; members of one building are workmates, as in the
/// dormitories that units built. Hours go into the committee's activities: on the spot the unit is the administration,
/// residents have no trust of its own in it, and what it does well is credited to the committee. Employers pay for
/// services and hours in full. All levers at 0, employers do nothing here: the end of the work unit is an event.
///
/// Reads: levers, needs. Writes: exclusive services, ties, journal. Draws: two sequences a community, one number a
/// resident at the start. Update: ties one by one. Source: Zhang (2020) on the work unit as the cradle-to-grave provider,
/// its dissolution and re-organisation, and on dormitories without property company.
enum WorkUnits {
    struct Parameters: Sendable, Equatable {
        var quality = 0.6
        var unitCost = 8.0
        var hourCost = 20.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "workUnits.quality", "q_w", "share", 0.36...0.84, .assumed("a little above standard service; +-40 %"),
            \.workUnits.quality, "share of a need that a work unit's service unit meets", "单位服务质量"),
        ParameterField(
            "workUnits.unitCost", "u_w", "yuan/unit", 4.8...11.2, .assumed("as the committee's; +-40 %"),
            \.workUnits.unitCost, "cost of a service unit to a work unit", "单位每服务单位成本"),
        ParameterField(
            "workUnits.hourCost", "p_w", "yuan/hour", 12...28, .assumed("as a committee worker's hour; +-40 %"),
            \.workUnits.hourCost, "cost of an organiser's hour to a work unit", "单位每组织工时成本"),
    ]

    /// 1 for those who belong to a work unit, else 0; empty where nobody does.
    static func members(_ count: Int, share: Double, address: UInt32, stream: Stream) -> [UInt8] {
        guard share > 0 else { return [] }
        return (0..<count).map { i in
            let word = stream.word(resident: i, community: address, month: 0, draw: 0)
            return Uniform.bernoulli(word, probability: share) ? 1 : 0
        }
    }

    /// Hours that employers add to the committee's activities.
    static func hours(_ community: Community) -> Double {
        community.institutions.workUnits.activities * Double(community.workUnitMembers)
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        community.exclusive = ExclusiveServices()
        let levers = community.institutions.workUnits
        guard community.workUnitMembers > 0, levers.isActive else { return }
        let p = month.run.parameters
        serve(&community, scratch, p)
        let cost = hours(community) * p.workUnits.hourCost
        community.pay(Account.employers, Account.households, .workUnit, Int64((cost * 100).rounded()))
        bind(
            community, month.stream("workUnits.ties").draws(agent: community.identity, month: month.number))
    }

    private static func serve(_ community: inout Community, _ scratch: Scratch, _ p: Governance.Parameters) {
        let units = community.institutions.workUnits.services * Double(community.workUnitMembers)
        guard units > 0 else { return }
        let residents = community.residents
        community.exclusive.open(scratch, count: residents.count)
        let bit = UInt8(ExclusiveServices.Kind.workUnit.bit)
        var need = SIMD8<Float>()
        for i in 0..<residents.count {
            let member = community.workUnit[i]
            scratch.clients[i] |= member * bit
            need += residents.need[i] * Float(member)
        }
        let each = SIMD8<Double>(repeating: units / Double(Domain.count))
        community.exclusive.give(
            .workUnit, units: each, asked: SIMD8<Double>(need) * p.delivery.reach, quality: p.workUnits.quality,
            reach: p.delivery.reach)
        community.pay(
            Account.employers, Account.suppliers, .workUnit, Int64((units * p.workUnits.unitCost * 100).rounded()))
    }

    private static func bind(_ community: Community, _ sequence: Draws) {
        var draws = sequence
        let count = community.residents.count
        let tries = TieFormation.whole(community.institutions.workUnits.ties * Double(count), &draws)
        for _ in 0..<tries {
            let i = draws.integer(below: count)
            let building = community.building(of: i)
            let j = building.lowerBound + draws.integer(below: building.count)
            if community.workUnit[i] & community.workUnit[j] == 1 { community.residents.addTie(i, j) }
        }
    }
}
