import Numerics

/// Merchants on a commercial street disturb their neighbours, unless they hold to rules that others hold to as well.
///
///     nuisance = sum_j e_j (1 - k_m [j is a member]) / N x 100;  growth of need x (1 + psi_m nuisance)
///     belief x = m + council a_m (1 - m);  m the share of members last month
///     joins or stays with chance: conditional cooperator c_match x, free rider 0, triangle
///     contributor c_hump (1 - |2 x - 1|)
///
/// The growth is that in environment and safety. Each month a merchant thinks again with chance r_m, else it
/// stays what it is. The council lets merchants believe that others will keep the rules, too; without a council there is
/// no association. A member gives u_m units a month in convenience, the vulnerable first. Kinds of merchants and
/// their nuisance e_j (log-normal, mean 1) last for life.
///
/// Reads: levers. Writes: merchants, the factor on the growth of need. Draws: one sequence a merchant, at the start and
/// each month. Update: all at once, from last month's members. Source: Song on Binhe Dongli's 189 merchants; conditional
/// cooperation after Andreozzi, Ploner and Saral (2020).
enum Merchants {
    struct Parameters: Sendable, Equatable {
        var conditional = 0.65
        var selfish = 0.26
        var matching = 0.85
        var hump = 0.55
        var assurance = 0.5
        var reconsider = 0.25
        var spread = 0.5
        var cut = 0.6
        var harm = 0.05
        var aid = 0.5
        var quality = 0.6
    }

    /// How a merchant answers to what others do.
    enum Kind: UInt8, Sendable, Codable { case conditional, selfish, humped }

    /// The merchants of a community, drawn by community and number.
    static func settle(_ count: Int, identity: UInt64, stream: Stream, _ p: Parameters) -> [Merchant] {
        (0..<count).map { j in
            var draws = stream.draws(agent: Identity.compose(identity, UInt64(j)), month: 0)
            let place = draws.uniform()
            let kind: Kind =
                place < p.conditional ? .conditional : place < p.conditional + p.selfish ? .selfish : .humped
            return Merchant(kind: kind, nuisance: draws.lognormal(mean: 1, logSd: p.spread))
        }
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        guard !community.merchants.isEmpty else { return }
        let p = month.run.parameters.merchants
        let council = community.institutions.merchants.council
        let belief = belief(share: community.memberShare, council: council, p)
        let stream = month.stream("merchants")
        for j in community.merchants.indices {
            guard council > 0 else {
                community.merchants[j].isMember = false
                continue
            }
            var draws = stream.draws(agent: Identity.compose(community.identity, UInt64(j)), month: month.number)
            let thinks = draws.bernoulli(p.reconsider)
            let keeps = draws.bernoulli(willingness(community.merchants[j].kind, belief: belief, p))
            if thinks { community.merchants[j].isMember = keeps }
        }
    }

    /// x: the share of others that a merchant expects to keep the rules.
    static func belief(share: Double, council: Double, _ p: Parameters) -> Double {
        share + council * p.assurance * (1 - share)
    }

    /// Chance that a merchant who thinks again keeps the rules.
    static func willingness(_ kind: Kind, belief x: Double, _ p: Parameters) -> Double {
        switch kind {
        case .conditional: p.matching * x
        case .selfish: 0
        case .humped: p.hump * (1 - abs(2 * x - 1))
        }
    }

    /// Nuisance per hundred residents.
    static func nuisance(_ community: Community, _ p: Parameters) -> Double {
        let sum = community.merchants.reduce(0) { $0 + $1.nuisance * ($1.isMember ? 1 - p.cut : 1) }
        return sum / Double(max(1, community.residents.count)) * 100
    }

    /// The month's rates of growth of need: those of the community, or more where merchants disturb.
    static func disturbed(_ rates: [SIMD8<Float>], _ community: Community, _ p: Parameters) -> [SIMD8<Float>] {
        guard !community.merchants.isEmpty else { return rates }
        var factor = SIMD8<Float>(repeating: 1)
        for domain in [Domain.environment, .safety] {
            factor[domain.index] = Float(1 + p.harm * nuisance(community, p))
        }
        return rates.map { ($0 * factor).clamped(lowerBound: SIMD8(), upperBound: SIMD8(repeating: 1)) }
    }

    /// Members' mutual aid, if there are members.
    static func aid(_ community: Community, _ p: Parameters) -> ServiceDelivery.Source? {
        let members = community.merchants.count { $0.isMember }
        guard members > 0 else { return nil }
        return ServiceDelivery.Source(
            domain: Domain.convenience.index, units: p.aid * Double(members), quality: p.quality,
            targeting: .vulnerableFirst)
    }
}

/// A merchant on a community's commercial street.
struct Merchant: Sendable, Equatable, Codable {
    let kind: Merchants.Kind
    /// What it does to its neighbours without rules; 1 on average.
    let nuisance: Double
    /// Whether it belongs to the association and keeps its rules.
    var isMember = false
}

extension Community {
    /// Share of merchants who belong to the association; 0 without merchants.
    var memberShare: Double {
        merchants.isEmpty ? 0 : Double(merchants.count { $0.isMember }) / Double(merchants.count)
    }
}

extension Merchants {
    static let fields: [ParameterField] = [
        share(
            "conditional", "s_c", 0.34...0.7, .measured("87 of 134 (Andreozzi et al. 2020, first period; last: 46)"),
            \.merchants.conditional, "merchants who cooperate if others do", "有条件合作的商户占比"),
        share(
            "selfish", "s_f", 0.2...0.3, .measured("35 of 134 (Andreozzi et al. 2020, first period)"),
            \.merchants.selfish, "merchants who never cooperate; the rest do so while some others do", "从不合作的商户占比"),
        share(
            "matching", "c_match", 0.75...0.9, .measured("85 of 100 to others' 100 (Andreozzi et al. 2020)"),
            \.merchants.matching, "part of others' cooperation that a conditional cooperator gives back",
            "有条件合作者对他人合作的回应比例"),
        share(
            "hump", "c_hump", 0.4...0.7, .measured("55 of 100 to others' 50 (Andreozzi et al. 2020)"), \.merchants.hump,
            "most that triangle contributors cooperate", "“驼峰型”商户的最高合作程度"),
        share(
            "assurance", "a_m", 0.3...0.7, .assumed("+-40 %"), \.merchants.assurance,
            "part of the doubt about others that a full council takes away", "理事会消除对他人疑虑的比例"),
        share(
            "reconsider", "r_m", 0.15...0.35, .assumed("four months; +-40 %"), \.merchants.reconsider,
            "chance that a merchant thinks again in a month", "商户当月重新考虑的概率"),
        ParameterField(
            "merchants.spread", "s_m", "log", 0.3...0.7, .assumed("+-40 %"), \.merchants.spread,
            "standard deviation of the log of a merchant's nuisance", "商户扰民程度的对数标准差"),
        share(
            "cut", "k_m", 0.36...0.84, .assumed("+-40 %"), \.merchants.cut, "part of its nuisance that a member ends",
            "会员减少的扰民比例"),
        ParameterField(
            "merchants.harm", "psi_m", "1", 0.03...0.07, .assumed("+-40 %"), \.merchants.harm,
            "growth of need in environment and safety added by a merchant per hundred residents",
            "每百名居民一个商户对环境与治安需求增长的增量"),
        ParameterField(
            "merchants.aid", "u_m", "units/month", 0.3...0.7, .assumed("+-40 %"), \.merchants.aid,
            "mutual aid of a member", "会员的互助服务量"),
        share(
            "quality", "q_m", 0.36...0.84, .assumed("as resident organisations; +-40 %"), \.merchants.quality,
            "share of a need that a unit of it meets", "商户互助服务质量"),
    ]

    private static func share(
        _ name: String, _ symbol: String, _ range: ClosedRange<Double>, _ provenance: Provenance,
        _ path: WritableKeyPath<Governance.Parameters, Double> & Sendable, _ en: String, _ zh: String
    ) -> ParameterField {
        ParameterField("merchants.\(name)", symbol, "share", range, provenance, path, en, zh)
    }
}
