/// Social organisations earn money, pay their staff, grow more professional, are drawn in by who pays them, and give up.
///
///     balance <- balance + paid + donations + overhead of grants + vouchers - min(balance, staff x wage)
///     paid = contract x (fixed: 1; reactive: mean over its communities of gate(alpha_c), as in ``Budget``)
///     hours worked = staff x hours x (wages paid / wages due)
///     m <- m + (m_audit audit + m_rivals r / (r + 1) + m_work)(1 - m) - d_m (m - m at the start)
///     C <- C + a_capture (dependence x control x (1 - c_assess ([assess] + assessors) / 2) - C)
///
/// m is professionalism, r the number of others who work in the same communities (residents' organisations among them
/// where vouchers can be spent on these, or those who bid against it in the year's tender where these are more), C capture, dependence the share of
/// twelve months' money that came from the largest government payer, control the district's preference. An organisation
/// enters in its contract's first month, or later when access is given, and goes after the contract's last; it gives up
/// for good after T_wait months in which it could not pay its staff in full. What capture does stands where it is
/// done: worse service and priorities of the template (``ProjectExecution``, ``Proposals``), less trust (``Trust``).
///
/// Reads: contracts, pledges, last month's earnings, levers. Writes: ledger, organisations, each community's presence.
/// Draws: none. Source: Qin (2019) on professionalism, supervision and organisations that pass for offices; Lu (2020) on
/// access, on an organisation whose head stood well with officials, and on what follows when attention moves on.
enum SocialOrganisations {
    struct Parameters: Sendable, Equatable {
        var overhead = 0.1
        var byAudit = 0.01
        var byRivals = 0.02
        var byExperience = 0.005
        var fading = 0.01
        var pace = 0.05
        var byResidents = 0.6
        var patience = 3.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "socialOrganisations.overhead", "v_keep", "share", 0.05...0.2, .assumed("usual rates of 5 to 20 %"),
            \.socialOrganisations.overhead, "share of its projects' spending that an organisation keeps for itself",
            "项目支出中归社会组织的管理费比例"),
        ParameterField(
            "socialOrganisations.byAudit", "m_audit", "1/month", 0.006...0.014, .assumed("+-40 %"),
            \.socialOrganisations.byAudit, "part of missing professionalism learnt where every book is audited",
            "全面审计下每月提升的专业水平比例"),
        ParameterField(
            "socialOrganisations.byRivals", "m_rivals", "1/month", 0.012...0.028, .assumed("+-40 %"),
            \.socialOrganisations.byRivals, "part of it learnt among very many rivals", "充分竞争下每月提升的专业水平比例"),
        ParameterField(
            "socialOrganisations.byExperience", "m_work", "1/month", 0.003...0.007, .assumed("+-40 %"),
            \.socialOrganisations.byExperience, "part of it learnt by a month's work", "每月工作积累的专业水平比例"),
        ParameterField(
            "socialOrganisations.fading", "d_m", "1/month", 0.006...0.014, .assumed("staff come and go; +-40 %"),
            \.socialOrganisations.fading, "decay toward the professionalism at the start", "专业水平向初始值的回落速度"),
        ParameterField(
            "socialOrganisations.pace", "a_capture", "1/month", 0.03...0.07, .assumed("a year and a half; +-40 %"),
            \.socialOrganisations.pace, "pace of capture", "行政化的调整速度"),
        ParameterField(
            "socialOrganisations.byResidents", "c_assess", "share", 0.36...0.84, .assumed("+-40 %"),
            \.socialOrganisations.byResidents, "part of capture that residents who assess everything prevent",
            "居民全面评估可避免的行政化份额"),
        ParameterField(
            "socialOrganisations.patience", "T_wait", "months", 2...4, .assumed("design: three months"),
            \.socialOrganisations.patience, "months without full pay after which an organisation leaves",
            "欠薪多少个月后社会组织退出"),
    ]

    /// What organisations find in a community.
    private struct Field: BitwiseCopyable {
        let access: Bool
        let audit: Double
        let accountability: Double
        let attention: Double
        let rivals: Int

        init(_ community: Community, _ month: Month) {
            access = community.institutions.support.access
            audit = community.institutions.monitoring.audit
            accountability = SocialOrganisations.accountability(community.institutions)
            attention = community.experience.attention
            rivals = max(
                max(0, community.presence.organisations.count - 1)
                    + (community.purses.isEmpty ? 0 : community.organisations.count),
                community.tender.rivals(in: month.number))
        }
    }

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        // Where the scenario has none there is nothing to ask, and nothing to hear.
        let isAnyone = !world.organisations.isEmpty
        if isAnyone { try collect(world, month) }
        let fields = isAnyone ? try world.everywhere("SocialOrganisations") { Field($0, month) } : []
        for c in world.communities.indices { world.communities[c].presence = OrganisationPresence() }
        for o in world.organisations.indices {
            let open = open(world.organisations[o], fields, month)
            world.organisations[o].isPresent = !open.isEmpty
            guard !open.isEmpty else { continue }
            let paid = try pay(o, fields, world, month)
            guard !world.organisations[o].hasLeft else { continue }
            work(o, open, paid: paid, world, month)
            learn(&world.organisations[o], open.map { fields[$0] }, month)
        }
    }

    /// A part of an organisation's money of last month.
    private struct Earned: BitwiseCopyable {
        let organisation: Int
        /// ``Payer``.
        let payer: Int
        let fen: Double
    }

    /// Counts what was earned in the communities last month, by who paid it.
    private static func collect(_ world: World, _ month: Month) throws(ModelError) {
        for o in world.organisations.indices { world.organisations[o].income.beginMonth() }
        var own: [Earned] = []
        for c in world.communities.indices {
            for earning in world.communities[c].earnings {
                own += payers(earning, world).map {
                    Earned(organisation: earning.organisation, payer: $0.rawValue, fen: $1)
                }
            }
            world.communities[c].earnings.removeAll(keepingCapacity: true)
        }
        for earned in try world.gather("SocialOrganisations", own) {
            guard let payer = Payer(rawValue: earned.payer) else { continue }
            world.organisations[earned.organisation].income.note(payer, earned.fen)
        }
    }

    /// A grant is its payers' money in the parts in which they last filled the fund.
    private static func payers(_ earning: Earning, _ world: World) -> [(Payer, Double)] {
        switch earning.source {
        case .vouchers: return [(.residents, Double(earning.fen))]
        case .grant(let fund):
            let paid = world.paidIn[fund] ?? []
            let all = paid.reduce(0) { $0 + Double($1.fen) }
            return paid.compactMap { payment in
                Payer(account: payment.account).map { ($0, Double(earning.fen) * Double(payment.fen) / max(1, all)) }
            }
        }
    }

    /// The communities that an organisation works in this month.
    private static func open(_ organisation: SocialOrganisation, _ fields: [Field], _ month: Month) -> [Int] {
        let terms = organisation.terms
        let isUnderContract = terms.from <= month.date && terms.until.map { month.date <= $0 } ?? true
        guard isUnderContract, !organisation.hasLeft else { return [] }
        return organisation.communities.filter { fields[$0].access }
    }

    /// Brings in its money and pays its staff; returns the share of wages that could be paid.
    private static func pay(
        _ o: Int, _ fields: [Field], _ world: World, _ month: Month
    ) throws(ModelError) -> Double {
        let terms = world.organisations[o].terms
        let account = Account.organisation(terms.id)
        let contract = released(world.organisations[o], fields, month)
        try world.pass([terms.payer, account], .contract, contract)
        if let payer = Payer(account: terms.payer) { world.organisations[o].income.note(payer, Double(contract)) }
        for pledge in terms.pledges where pledge.at == month.date {
            let amount = world.organisations[o].amount(pledge)
            try world.pass([pledge.account, account], .donation, amount)
            share(amount, of: pledge.account, over: world.organisations[o].communities, world) { $0.donated += $1 }
            if let payer = Payer(account: pledge.account) { world.organisations[o].income.note(payer, Double(amount)) }
        }
        share(contract, of: terms.payer, over: world.organisations[o].communities, world) {
            $0.standing += $1
            $0.contracts += $1
        }
        let due = world.organisations[o].wages
        let paid = min(due, world.ledger.balance(account))
        try world.pass([account, Account.households], .wages, paid)
        world.organisations[o].monthsShort = paid < due ? world.organisations[o].monthsShort + 1 : 0
        if world.organisations[o].monthsShort >= Int(month.run.parameters.socialOrganisations.patience) {
            world.organisations[o].hasLeft = true
            world.organisations[o].isPresent = false
            let served = world.organisations[o].communities
            for place in served {
                world.change(place) { $0.events.socialOrganisationsLeft += 1 / Double(served.count) }
            }
        }
        return due > 0 ? Double(paid) / Double(due) : 1
    }

    /// What of its contract is paid this month.
    private static func released(_ organisation: SocialOrganisation, _ fields: [Field], _ month: Month) -> Int64 {
        guard organisation.terms.release == .reactive else { return organisation.contract }
        let gates = organisation.communities.map {
            Budget.gate(fields[$0].attention, month.run.parameters.budget)
        }
        let open = gates.reduce(0, +) / Double(max(1, gates.count))
        return Int64((Double(organisation.contract) * open).rounded())
    }

    /// Counts an organisation's money with the communities that it is for.
    private static func share(
        _ fen: Int64, of payer: String, over communities: [Int], _ world: World,
        _ count: (inout MonthEvents, Int64) -> Void
    ) {
        let served = Int64(max(1, communities.count))
        for (number, place) in communities.enumerated() {
            let part = fen / served + (Int64(number) < fen % served ? 1 : 0)
            world.change(place) {
                count(&$0.events, part)
                $0.events.paidBy.note(payer, part)
            }
        }
    }

    /// Professionalism and capture, by the means over the communities it works in.
    private static func learn(
        _ organisation: inout SocialOrganisation, _ open: [Field], _ month: Month
    ) {
        let p = month.run.parameters.socialOrganisations
        let count = Double(open.count)
        let audit = open.reduce(0) { $0 + $1.audit } / count
        let rivals = open.reduce(0) { $0 + Double($1.rivals) } / count
        let residents = open.reduce(0) { $0 + $1.accountability } / count
        organisation.professionalism = professionalism(
            organisation.professionalism, start: organisation.terms.professionalism, audit: audit, rivals: rivals, p)
        organisation.capture +=
            p.pace
            * (pull(
                dependence: organisation.income.dependence, control: month.run.specification.district.controlPreference,
                accountability: residents, p) - organisation.capture)
    }

    static func professionalism(
        _ m: Double, start: Double, audit: Double, rivals: Double, _ p: Parameters
    ) -> Double {
        let gain = min(1, p.byAudit * audit + p.byRivals * rivals / (rivals + 1) + p.byExperience)
        return max(0, min(1, m + gain * (1 - m) - p.fading * (m - start)))
    }

    /// How far residents hold organisations to account: half by the right to assess, half by how much they assess.
    static func accountability(_ institutions: Institutions) -> Double {
        ((institutions.rights.assess ? 1 : 0) + institutions.monitoring.assessors) / 2
    }

    /// Where capture is drawn to.
    static func pull(dependence: Double, control: Double, accountability: Double, _ p: Parameters) -> Double {
        dependence * control * (1 - p.byResidents * accountability)
    }

    /// Its hours, spread evenly over the communities it works in.
    private static func work(
        _ o: Int, _ open: [Int], paid: Double, _ world: World, _ month: Month
    ) {
        let organisation = world.organisations[o]
        let terms = organisation.terms
        let entered = organisation.entered ?? month.number
        world.organisations[o].entered = entered
        let present = PresentOrganisation(
            place: o, id: terms.id, hours: organisation.staff * terms.hours * paid / Double(open.count),
            professionalism: organisation.professionalism, integrity: terms.integrity, capture: organisation.capture,
            relation: terms.relation, age: Int(month.number - entered), communities: open.count,
            goals: terms.priorities.map { SIMD8($0) })
        for place in open { world.change(place) { $0.presence.add(present) } }
    }
}
