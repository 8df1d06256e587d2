import Numerics

/// The dissatisfied who neither trust government nor have a voice petition, and now and then block a road.
///
///     petitions and protests together ~ Poisson(N pi0 u^2 (1 - mean trust in government)(1 - voice))
///     each is a road-blocking protest with chance `protests`
///     committee's hours next month: petitions x hours + protests x protestHours, as far as it has free hours
///
/// u is dissatisfaction, residents' mean unmet need after this month's services; voice the share of residents at rung 3
/// or above. Both kinds lower what the district sees of the community (``Attention``).
///
/// Reads: unmet need, trust in government, rungs. Writes: the community's unrest. Draws: one sequence a community and
/// month. Source: Lu (2020) on communities where residents went to government or blocked roads whenever leaders came,
/// and where most of the committee's work was to keep the peace.
enum Petitions {
    struct Parameters: Sendable, Equatable {
        var rate = 0.010
        var protests = 0.05
        var hours = 3.0
        var protestHours = 16.0
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "petitions.rate", "pi_0", "1/month", 0.006...0.014, .estimated("prototype; +-40 %"), \.petitions.rate,
            "petitions of a resident a month where nothing is met, trusted or heard", "诉求全无满足、信任与表达渠道时居民的月上访率"),
        ParameterField(
            "petitions.protests", "phi_b", "share", 0.03...0.07, .assumed("Lu tells of road-blocking, not how often"),
            \.petitions.protests, "share of them that are road-blocking protests", "其中堵路抗议的占比"),
        ParameterField(
            "petitions.hours", "h_p", "hours", 1.8...4.2, .assumed("half a working day; +-40 %"),
            \.petitions.hours, "committee hours that a petition takes", "每起上访耗费的居委会工时"),
        ParameterField(
            "petitions.protestHours", "h_b", "hours", 9.6...22.4, .assumed("two working days; +-40 %"),
            \.petitions.protestHours, "committee hours that a protest takes", "每起堵路抗议耗费的居委会工时"),
    ]

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let p = month.run.parameters.petitions
        let residents = community.residents
        let mean = expected(
            residents: residents.count, unmet: community.service.unmet / Double(max(1, residents.count)),
            trust: trustInGovernment(residents),
            voice: community.engagement.share(from: .decides, of: residents.count), p)
        var draws = month.stream("petitions").draws(agent: community.identity, month: month.number)
        let all = draws.poisson(mean: mean)
        let protests = (0..<all).count { _ in draws.bernoulli(p.protests) }
        community.unrest.petitions = all - protests
        community.unrest.protests = protests
        community.unrest.hoursDue = Double(all - protests) * p.hours + Double(protests) * p.protestHours
    }

    /// Mean number of petitions and protests in a month.
    static func expected(residents: Int, unmet: Double, trust: Double, voice: Double, _ p: Parameters) -> Double {
        Double(residents) * p.rate * unmet * unmet * (1 - trust) * (1 - voice)
    }

    /// Mean over residents; a row at a time in four sums, which do not wait for one another.
    static func trustInGovernment(_ residents: ResidentBlock) -> Double {
        let lane = TrustSubject.government.lane
        let trust = residents.trust
        var sums = SIMD4<Float>()
        var i = 0
        while i + 4 <= residents.count {
            sums += SIMD4(trust[i][lane], trust[i + 1][lane], trust[i + 2][lane], trust[i + 3][lane])
            i += 4
        }
        while i < residents.count {
            sums.x += trust[i][lane]
            i += 1
        }
        let sum = Double(sums.x + sums.z) + Double(sums.y + sums.w)
        return min(1, sum / Double(max(1, residents.count)))
    }
}
