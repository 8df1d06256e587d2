extension Observable.Definition {
    static let participation: [Self] =
        [
            reached(1, "all", "residents", "居民") { _ in true },
            reached(2, "all", "residents", "居民") { _ in true },
            reached(3, "all", "residents", "居民") { _ in true },
        ]
        + Rung.allCases.map { rung in
            let name = rung.label
            return share(
                "participation.rung\(rung.rawValue)", "residents at rung \(rung.rawValue) / residents",
                "residents at rung \(rung.rawValue) (\(name.en))", "处于第 \(rung.rawValue) 级（\(name.zh)）的居民占比"
            ) { Double($0.rungs(from: rung.rawValue, to: rung.rawValue) { _ in true }) }
        }
        + [
            Self(
                "participation.oldShare", "share", "residents of 60+ at rung 1+ / residents at rung 1+", 0...1,
                "share of people of 60 and older among those who take part", "参与者中 60 岁及以上者占比"
            ) { tally in
                ratio(
                    Double(tally.rungs(from: 1) { $0.age == .old }), Double(tally.rungs(from: 1) { _ in true }))
            }
        ]
        + groups.flatMap { key, en, zh, belongs in
            (1...4).map { reached($0, key, en, zh, belongs) }
        }
        + [
            share("engagement.invited", "invitations / residents", "residents invited", "受邀居民占比") {
                Double($0.invited)
            },
            share("engagement.turnedAway", "turned away / residents", "residents who found no seat", "未获名额居民占比") {
                Double($0.turnedAway)
            },
        ]

    private static let groups: [(String, String, String, @Sendable (Traits) -> Bool)] = [
        ("young", "residents of 16-29", "16-29 岁居民", { $0.age == .young }),
        ("middle", "residents of 30-59", "30-59 岁居民", { $0.age == .middle }),
        ("old", "residents of 60 and older", "60 岁及以上居民", { $0.age == .old }),
        ("owner", "owners", "业主", { $0.tenure == .owner }),
        ("tenant", "tenants", "租户", { $0.tenure == .tenant }),
        ("resettled", "resettled residents", "回迁居民", { $0.tenure == .resettled }),
        ("migrant", "migrants", "外来居民", { $0.isMigrant }),
        ("vulnerable", "vulnerable residents", "弱势居民", { $0.isVulnerable }),
    ]

    /// The share of a group that reached a rung or a higher one.
    private static func reached(
        _ rung: Int, _ group: String, _ en: String, _ zh: String, _ belongs: @escaping @Sendable (Traits) -> Bool
    ) -> Self {
        Self(
            "participation.rung\(rung)plus" + (group == "all" ? "" : ".\(group)"), "share",
            "\(group == "all" ? "" : "\(group) ")residents at rung \(rung) or above / all of them", 0...1,
            "\(en) at rung \(rung) or above", "\(zh)中第 \(rung) 级及以上占比"
        ) { tally in
            ratio(Double(tally.rungs(from: rung, belongs)), Double(tally.rungs(from: 0, belongs)))
        }
    }
}

extension Tally {
    /// Residents with these traits from one rung to another.
    func rungs(from first: Int, to last: Int = 4, _ belongs: (Traits) -> Bool) -> Int {
        var sum = 0
        for bits in 0..<256 where belongs(Traits(rawValue: UInt8(bits))) {
            for rung in first...last { sum += Int(rungs[rung * 256 + bits]) }
        }
        return sum
    }
}
