import Numerics

/// In a review month, those who may propose write down a project each: a domain, a sum, and what it would be worth.
///
///     domain ~ categorical(believed share_k ^ c_focus)
///     benefit = mean need in the domain, the vulnerable counted twice, x min(1, lacking_k / units)
///     lacking_k = max(0, kappa sum_i n_ik - S_k);  units = ask / cost of a unit / months
///     feasibility = min(1, f_0 + f_s s + f_f f)     (s the proposers' skill, f the committee's facilitation)
///     sustainability = L_res + L_team t / (t + t_half) for a team of t residents; L_com, L_out for the others
///
/// A residents' team proposes where residents may design and deliver and at least three took part at rung 2 or higher
/// last month; it goes by its own members' needs. So does each of the largest resident organisations of five members or
/// more, as many as the line admits, in its domain. Committee and social organisations, each of which proposes, go by what they know
/// (``Sensing``), a captured organisation by its capture's part of the template too. The sum asked for is log-normal
/// about the provider's median, where the rule leaves it open; under equal split and earmark it is the community's part. In
/// a tender the domain is the buyer's, drawn by ``Sensing``'s knowledge, a resident organisation bids in its own domain
/// only, and a sum above the median is a higher price (``Tender``).
///
/// Who is barred (``Audit``) does not propose, but for a committee where money comes in parts that it alone may spend: a
/// bar keeps out of what one applies for, and an office does not apply for its own.
///
/// Benefit is need that would be met: S_k is last month's supply in the domain, so that units for which there is no demand
/// (``ServiceDelivery``) are worth nothing. Who proposes does not size its ask by it; who votes can see it.
///
/// Reads: needs, knowledge, rungs, skill, committee, last month's supply. Writes: the community's proposals. Draws: one
/// sequence a community, line and proposer. Source: Song on applications, on project budgets of about 10,000 yuan and on
/// public benefit as what a review looks at first.
enum Proposals {
    struct Parameters: Sendable, Equatable {
        var focus = 3.0
        var base = 0.35
        var bySkill = 0.4
        var byFacilitation = 0.25
        var residentsLasting = 0.3
        var teamLasting = 0.5
        var teamHalf = 20.0
        var committeeLasting = 0.4
        var outsideLasting = 0.25
        var teamLeast = 3.0
        var organisationLeast = 5.0
        var askResidents = 10_000.0
        var askCommittee = 10_000.0
        var askOutside = 80_000.0
        var askSpread = 0.3
        var costResidents = 6.0
        var costCommittee = 8.0
        var costOutside = 12.0

        func cost(_ provider: Provider) -> Double {
            switch provider {
            case .committee: costCommittee
            case .socialOrganisation: costOutside
            case .residents: costResidents
            }
        }

        func ask(_ provider: Provider) -> Double {
            switch provider {
            case .committee: askCommittee
            case .socialOrganisation: askOutside
            case .residents: askResidents
            }
        }
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "proposals.focus", "c_focus", "1", 1.8...4.2, .assumed("+-40 %"), \.proposals.focus,
            "sharpness of the choice of domain by believed need", "按感知需求选择领域的集中度"),
        ParameterField(
            "proposals.base", "f_0", "share", 0.21...0.49, .assumed("+-40 %"), \.proposals.base,
            "feasibility without any skill", "无技能时的可行性"),
        ParameterField(
            "proposals.bySkill", "f_s", "share", 0.24...0.56, .assumed("+-40 %"), \.proposals.bySkill,
            "feasibility gained by the proposers' skill", "提案者技能带来的可行性"),
        ParameterField(
            "proposals.byFacilitation", "f_f", "share", 0.15...0.35, .assumed("+-40 %"), \.proposals.byFacilitation,
            "feasibility gained by the committee's facilitation", "居委会协调能力带来的可行性"),
        ParameterField(
            "proposals.residentsLasting", "L_res", "share", 0.18...0.42, .assumed("+-40 %"),
            \.proposals.residentsLasting, "sustainability of a very small team's project", "极小居民团队项目的可持续性"),
        ParameterField(
            "proposals.teamLasting", "L_team", "share", 0.3...0.58, .assumed("+-40 %; with L_res at most 1"),
            \.proposals.teamLasting, "sustainability that size can add to a team's project", "团队规模可增加的可持续性"),
        ParameterField(
            "proposals.teamHalf", "t_half", "residents", 12...28, .assumed("+-40 %"), \.proposals.teamHalf,
            "team that gains half of what size can add to sustainability", "规模效应半饱和的团队人数"),
        ParameterField(
            "proposals.committeeLasting", "L_com", "share", 0.24...0.56, .assumed("+-40 %"),
            \.proposals.committeeLasting, "sustainability of a committee's project", "居委会项目的可持续性"),
        ParameterField(
            "proposals.outsideLasting", "L_out", "share", 0.15...0.35, .assumed("Song: bound to project periods"),
            \.proposals.outsideLasting, "sustainability of an outside organisation's project", "外部组织项目的可持续性"),
        ParameterField(
            "proposals.teamLeast", "n_apply", "residents", 2...5, .assumed("three make a team"),
            \.proposals.teamLeast, "residents at rung 2 or above without whom no team proposes", "居民团队申报的最少人数"),
        ParameterField(
            "proposals.organisationLeast", "n_org", "residents", 3...7, .assumed("+-40 %"),
            \.proposals.organisationLeast, "members without whom an organisation does not propose", "居民组织申报的最少成员数"),
        ParameterField(
            "proposals.askResidents", "B_res", "yuan", 4_000...16_000, .measured("Song: mostly about 10,000"),
            \.proposals.askResidents, "median sum that residents ask for", "居民项目申请额中位数"),
        ParameterField(
            "proposals.askCommittee", "B_com", "yuan", 4_000...16_000, .measured("Song: mostly about 10,000"),
            \.proposals.askCommittee, "median sum that a committee asks for", "居委会项目申请额中位数"),
        ParameterField(
            "proposals.askOutside", "B_out", "yuan", 50_000...150_000, .assumed("design: 50 to 150 thousand"),
            \.proposals.askOutside, "median sum that a social organisation asks for", "社会组织项目申请额中位数"),
        ParameterField(
            "proposals.askSpread", "s_B", "log", 0.18...0.42, .assumed("+-40 %"), \.proposals.askSpread,
            "standard deviation of the log of the sum", "申请额的对数标准差"),
        ParameterField(
            "proposals.costResidents", "u_res", "yuan/unit", 3.6...12,
            .assumed("material only; up to the outside price"),
            \.proposals.costResidents, "cost of a service unit by residents' teams", "居民团队每服务单位成本"),
        ParameterField(
            "proposals.costCommittee", "u_com", "yuan/unit", 4.8...12, .assumed("+-40 %"), \.proposals.costCommittee,
            "cost of a service unit by the committee", "居委会每服务单位成本"),
        ParameterField(
            "proposals.costOutside", "u_out", "yuan/unit", 6...17, .assumed("staff included; +-40 %"),
            \.proposals.costOutside, "cost of a service unit by social organisations", "社会组织每服务单位成本"),
    ]

    /// Who stands behind a proposal.
    private struct Author {
        let provider: Provider
        let slot: UInt16
        /// What tells it from others of its kind in the project's id.
        var name: String?
        /// The organisation's identity; 0 for the provider's own.
        var identity: UInt64 = 0
        let skill: Double
        let size: Int
        /// Believed shares of the domains; nil where the domain is given.
        let shares: [Double]
        var domain: Domain?
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        community.proposals.removeAll(keepingCapacity: true)
        for line in month.run.specification.fundLines
        where Budget.isDue(line, month.date) && community.takesPart(in: line.communities)
            && line.on(month.date).fundsProjects
        {
            let wanted = wanted(by: line, community, month)
            for var author in authors(community, line, month) where !isBarred(author, line, community, month) {
                guard (author.domain ?? wanted) == (wanted ?? author.domain) else { continue }
                author.domain = author.domain ?? wanted
                community.proposals.append(proposal(community, author, line, month))
            }
        }
    }

    /// What a tender of the line buys here, by what is known of needs; nil where proposers choose.
    private static func wanted(by line: FundLine, _ community: Community, _ month: Month) -> Domain? {
        guard case .tender = line.on(month.date).rule else { return nil }
        let identity = Identity.compose(community.identity, Identity.hash(line.id), UInt64(month.number))
        var draws = month.stream("proposals.tender").draws(agent: identity, month: month.number)
        let weights = community.knowledge.shares.map { power($0, month.run.parameters.proposals.focus) }
        return Domain.allCases[draws.categorical(weights)]
    }

    /// A bar keeps out of what one applies for. The committee's own part, which nobody else may spend, is its office.
    private static func isBarred(
        _ author: Author, _ line: FundLine, _ community: Community, _ month: Month
    ) -> Bool {
        guard line.proposers != [.committee] || !line.on(month.date).rule.givesParts else { return false }
        let key = ProposerKey(provider: author.provider, slot: author.slot)
        return community.barredUntil[key].map { month.number <= $0 } ?? false
    }

    private static func authors(_ community: Community, _ line: FundLine, _ month: Month) -> [Author] {
        let p = month.run.parameters.proposals
        let template = month.run.specification.publicService.template
        var authors: [Author] = []
        if line.proposers.contains(.committee) {
            authors.append(
                Author(
                    provider: .committee, slot: 0, skill: community.committee.facilitation, size: 0,
                    shares: community.knowledge.shares, domain: nil))
        }
        if line.proposers.contains(.socialOrganisation) {
            for organisation in community.presence.organisations {
                authors.append(
                    Author(
                        provider: .socialOrganisation, slot: organisation.slot, name: organisation.id,
                        identity: Identity.hash(organisation.id), skill: organisation.professionalism, size: 0,
                        shares: community.priorities(of: organisation, template), domain: nil))
            }
        }
        guard line.proposers.contains(.residents), community.institutions.rights.design,
            community.institutions.rights.deliver
        else { return authors }
        let team = Team(community.residents)
        if team.size >= Int(p.teamLeast) {
            authors.append(
                Author(
                    provider: .residents, slot: 0, skill: team.skill, size: team.size, shares: team.shares, domain: nil)
            )
        }
        let largest = community.organisations.sorted { ($0.members.count, $1.slot) > ($1.members.count, $0.slot) }
            .prefix(line.organisations)
        for organisation in largest where organisation.members.count >= Int(p.organisationLeast) {
            authors.append(
                Author(
                    provider: .residents, slot: organisation.slot, identity: organisation.identity,
                    skill: Double(community.residents.skill[organisation.leader]), size: organisation.members.count,
                    shares: [], domain: organisation.domain))
        }
        return authors
    }

    private static func proposal(_ community: Community, _ author: Author, _ line: FundLine, _ month: Month) -> Proposal
    {
        let p = month.run.parameters.proposals
        let identity = Identity.compose(
            community.identity, Identity.hash(line.id), UInt64(month.number), UInt64(author.provider.index),
            author.identity)
        var draws = month.stream("proposals").draws(agent: identity, month: month.number)
        let domain =
            author.domain ?? Domain.allCases[draws.categorical(author.shares.map { power($0, p.focus) })]
        let ask = draws.lognormal(median: p.ask(author.provider) * 100, logSd: p.askSpread)
        let units = ask / (p.cost(author.provider) * 100 * Double(line.on(month.date).projectMonths))
        let lacking = lacking(domain, community, reach: month.run.parameters.delivery.reach)
        var proposal = Proposal(
            id:
                "\(community.id)/\(line.id)/\(month.date)/\(author.provider.rawValue)-\(author.name ?? "\(author.slot)")",
            identity: identity, line: line.id, proposer: ProposerKey(provider: author.provider, slot: author.slot),
            domain: domain,
            partners: author.provider == .committee ? [.committee] : [author.provider, .committee],
            ask: Int64(fen: ask.rounded()),
            benefit: benefit(
                community.needs, domain, count: community.residents.count, vulnerable: community.vulnerableCount)
                * used(units: units, lacking: lacking),
            feasibility: feasibility(skill: author.skill, facilitation: community.committee.facilitation, p),
            sustainability: sustainability(author.provider, team: author.size, p))
        if case .tender = line.on(month.date).rule { proposal.priceFactor = ask / (p.ask(author.provider) * 100) }
        return proposal
    }

    /// Mean need in the domain, 0 to 1, the vulnerable counted twice.
    static func benefit(_ needs: NeedSums, _ domain: Domain, count: Int, vulnerable: Int) -> Double {
        Double(needs.all[domain.index] + needs.vulnerable[domain.index]) / Double(max(1, count + vulnerable))
    }

    /// Service units a month that a domain lacks beside last month's supply.
    static func lacking(_ domain: Domain, _ community: Community, reach: Double) -> Double {
        max(0, reach * Double(community.needs.all[domain.index]) - community.service.supply[domain.index])
    }

    /// Part of so many units a month that finds demand where so many are lacking.
    static func used(units: Double, lacking: Double) -> Double { units > lacking ? lacking / units : 1 }

    static func feasibility(skill: Double, facilitation: Double, _ p: Parameters) -> Double {
        min(1, p.base + p.bySkill * skill + p.byFacilitation * facilitation)
    }

    static func sustainability(_ provider: Provider, team: Int, _ p: Parameters) -> Double {
        switch provider {
        case .committee: p.committeeLasting
        case .socialOrganisation: p.outsideLasting
        case .residents: p.residentsLasting + p.teamLasting * Double(team) / (Double(team) + p.teamHalf)
        }
    }

    static func power(_ base: Double, _ exponent: Double) -> Double {
        base > 0 ? Portable.exp(exponent * Portable.log(base)) : 0
    }
}

extension FundLine.AllocationRule {
    /// Whether a community's part comes without being applied for.
    var givesParts: Bool {
        switch self {
        case .equalSplit, .earmark: true
        case .weightedReview, .discretion, .jury, .ballot, .tender, .vouchers: false
        }
    }
}

/// The residents who took part at rung 2 or higher last month: how many, how skilled, and what they need.
struct Team {
    let size: Int
    let skill: Double
    /// Shares of the domains in the team's own need; even where there is none.
    let shares: [Double]

    init(_ residents: ResidentBlock) {
        var size = 0
        var skill: Float = 0
        var need = SIMD8<Float>()
        for i in 0..<residents.count where residents.rung[i] >= 2 {
            size += 1
            skill += residents.skill[i]
            need += residents.need[i]
        }
        self.size = size
        self.skill = size > 0 ? Double(skill) / Double(size) : 0
        shares = NeedSums(all: need).shares
    }
}
