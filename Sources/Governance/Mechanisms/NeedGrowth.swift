/// Needs grow back toward full need, each domain at the pace of those it touches.
///
///     n_ik <- n_ik + min(1, rho v_ik m_ck (1 + psi I_c)) (1 - n_ik)
///
/// I_c is the community's open issues per building, in environment, safety and facilities; 0 in the other domains.
/// v_ik is exposure: v_focus for the group a domain is about (elder care: 60 and older; children and youth: those with
/// children; inclusion: migrants and vulnerable), v_aside for others there, v_general in the other domains; times
/// v_vuln for the vulnerable in all domains. m_ck is a multiplier of the community and domain: log-normal with mean 1
/// and log-sd s_v, in environment and safety times what merchants add (``Merchants``).
///
/// Reads: traits, need, open issues. Writes: need, the community's sums of need. Draws: none here; the community's multipliers once,
/// at the start. Update: each resident by itself. Source: need as a stock that service relieves follows Zhang (2020)
/// and Xing (2022), who tell of unmet need by group; the form is the simplest with a closed steady state.
enum NeedGrowth {
    struct Parameters: Sendable, Equatable {
        var growth = 0.05
        var focus = 1.0
        var aside = 0.15
        var general = 0.5
        var vulnerable = 1.5
        var spread = 0.5
        var issues = 0.1
    }

    static let fields: [ParameterField] = [
        ParameterField(
            "needGrowth.growth", "rho", "1/month", 0.03...0.07, .assumed("prototype; +-40 %"), \.needGrowth.growth,
            "growth of need at exposure 1", "暴露度为 1 时需求的月增长率"),
        ParameterField(
            "needGrowth.focus", "v_focus", "1", 0.6...1.4, .assumed("unit of exposure"), \.needGrowth.focus,
            "exposure of the group that a domain is about", "领域目标人群的需求暴露度"),
        ParameterField(
            "needGrowth.aside", "v_aside", "1", 0.05...0.25, .assumed("small against the group's"),
            \.needGrowth.aside, "exposure of others in such a domain", "非目标人群的需求暴露度"),
        ParameterField(
            "needGrowth.general", "v_general", "1", 0.3...0.7, .assumed("between group and others"),
            \.needGrowth.general, "exposure of everybody in the general domains", "一般领域的需求暴露度"),
        ParameterField(
            "needGrowth.vulnerable", "v_vuln", "1", 1.1...2.1, .assumed("design value 1.5; +-40 %"),
            \.needGrowth.vulnerable, "factor on the exposure of the vulnerable", "弱势群体的暴露倍数"),
        ParameterField(
            "needGrowth.spread", "s_v", "log", 0.3...0.7, .assumed("design value 0.5; +-40 %"), \.needGrowth.spread,
            "standard deviation of the log of a community's multiplier in a domain", "社区间需求差异（对数标准差）"),
        ParameterField(
            "needGrowth.issues", "psi", "1", 0.06...0.14, .assumed("+-40 %"), \.needGrowth.issues,
            "part by which one open issue a building speeds up what it touches", "每栋楼一个未决问题对相关需求增长的加速"),
    ]

    /// Exposure of residents with these traits in each domain.
    static func exposure(_ traits: Traits, _ p: Parameters) -> SIMD8<Float> {
        var exposure = SIMD8<Float>(repeating: Float(p.general))
        func set(_ domain: Domain, _ isAbout: Bool) { exposure[domain.index] = Float(isAbout ? p.focus : p.aside) }
        set(.elderCare, traits.age == .old)
        set(.childYouth, traits.hasChildren)
        set(.inclusion, traits.isMigrant || traits.isVulnerable)
        return traits.isVulnerable ? exposure * Float(p.vulnerable) : exposure
    }

    /// Growth a month by exposure bits, for a community with these multipliers; never above 1.
    static func rates(multipliers: SIMD8<Float>, _ p: Parameters) -> [SIMD8<Float>] {
        (0..<Traits.exposures).map { bits in
            let rate = exposure(Traits(rawValue: UInt8(bits)), p) * multipliers * Float(p.growth)
            return rate.clamped(lowerBound: SIMD8(), upperBound: SIMD8(repeating: 1))
        }
    }

    static func step(_ community: inout Community, _ month: Month, _ scratch: Scratch) {
        let disturbed = Merchants.disturbed(community.needRate, community, month.run.parameters.merchants)
        let rates = strained(disturbed, issues: community.issuesPerBuilding, month.run.parameters.needGrowth)
        community.needs = advance(community.residents, rates: rates)
    }

    /// Domains that street-level issues touch.
    static let touchedByIssues: [Domain] = [.environment, .safety, .facilities]

    /// Growth a month by exposure where so many issues a building are open; never above 1.
    static func strained(_ rates: [SIMD8<Float>], issues: Double, _ p: Parameters) -> [SIMD8<Float>] {
        guard issues > 0 else { return rates }
        var factor = SIMD8<Float>(repeating: 1)
        for domain in touchedByIssues { factor[domain.index] = Float(1 + p.issues * issues) }
        return rates.map { ($0 * factor).atMost(SIMD8(repeating: 1)) }
    }

    static func advance(_ residents: ResidentBlock, rates: [SIMD8<Float>]) -> NeedSums {
        let need = residents.need
        return rates.withUnsafeBufferPointer { rates in
            // Sums of the loop's own, which stay in the processor.
            var (all, squares, vulnerable) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
            for i in 0..<residents.count {
                let traits = Traits(rawValue: residents.traits[i])
                let grown = grow(need[i], rates[traits.exposure])
                need[i] = grown
                all += grown
                squares += grown * grown
                vulnerable += grown * (traits.isVulnerable ? 1 : 0)
            }
            return NeedSums(all: all, vulnerable: vulnerable, squares: squares)
        }
    }

    @inline(__always)
    static func grow(_ need: SIMD8<Float>, _ rate: SIMD8<Float>) -> SIMD8<Float> { need + rate * (1 - need) }
}
