import Governance

extension Verification {
    /// Need under constant relief: n <- (1 - sigma)(n + r (1 - n)) settles at r (1 - sigma) / (r + sigma - r sigma), which
    /// is rho / (rho + sigma) where months are short. Public service beyond all demand makes sigma = kappa x quality.
    static let needSteadyState = Verification(
        id: "need-steady-state", title: Text(en: "Need settles under constant relief", zh: "恒定供给下的需求稳态"),
        source: Text(
            en: "n* = r (1 - σ) / (r + σ - r σ), the fixed point of the month; ρ / (ρ + σ) for short months",
            zh: "n* = r (1 - σ) / (r + σ - r σ)，即月度更新的不动点；月份趋短时为 ρ / (ρ + σ)")
    ) { _ in
        let growth = 0.05
        let (usual, vulnerable) = (
            try settledNeed(growth: growth, reach: 0.1, vulnerable: 0, months: 250),
            try settledNeed(growth: growth, reach: 0.1, vulnerable: 1, months: 250)
        )
        func check(_ en: String, _ zh: String, _ exposure: Double, _ found: Double) -> VerificationCheck {
            let (rate, relief) = (growth * exposure, 0.05)
            return .exact(
                Text(en: "need, \(en)", zh: "需求：\(zh)"),
                expected: rate * (1 - relief) / (rate + relief - rate * relief), found: found, within: 1e-5,
                because: Text(en: "single precision", zh: "单精度"))
        }
        let short = try settledNeed(growth: 0.002, reach: 0.012, vulnerable: 0, months: 1_200)
        return [
            check("elder care of the old", "老年人的为老服务", 1, usual[.elderCare]),
            check("culture", "文化体育", 0.5, usual[.culture]),
            check("child care without children", "无子女者的儿童青少年服务", 0.15, usual[.childYouth]),
            check("culture, the vulnerable", "弱势群体的文化体育", 0.75, vulnerable[.culture]),
            .exact(
                Text(en: "ρ / (ρ + σ) at ρ 0.2 %, σ 0.6 % a month", zh: "ρ / (ρ + σ)：每月 ρ 0.2 %、σ 0.6 %"),
                expected: 0.25, found: short[.elderCare], within: 0.0025,
                because: Text(en: "a month is no instant: 1 %", zh: "月份并非瞬时：1 %")),
        ]
    }

    private static func settledNeed(
        growth: Double, reach: Double, vulnerable: Double, months: Int
    ) throws -> [Domain: Double] {
        let exposures = [
            "needGrowth.growth": growth, "needGrowth.focus": 1, "needGrowth.general": 0.5, "needGrowth.aside": 0.15,
            "needGrowth.vulnerable": 1.5, "delivery.reach": reach,
        ]
        let specification = try ScenarioSpecification.plain(residents: 20, exposures) {
            $0.people.types[0].vulnerable = vulnerable
            $0.publicService.unitsPerResident = 100
        }
        let world = try World(specification, seed: 1, replicate: 0)
        try world.live(months)
        return Dictionary(
            uniqueKeysWithValues: Domain.allCases.map { ($0, Double(world.residents.need[7][$0.index])) })
    }
}

extension [Domain: Double] {
    fileprivate subscript(domain: Domain) -> Double { self[domain, default: .nan] }
}
