import Governance

extension Verification {
    /// Where nothing is opened and nobody is invited, nobody takes part: the model's own defaults, no burn-in, no
    /// institution.
    static let nullWorld = Verification(
        id: "null-world", title: Text(en: "Without institutions nobody takes part", zh: "零制度下无人参与"),
        source: Text(en: "no activity to be invited to, no organisation, no decision", zh: "没有可受邀的活动、组织或决策")
    ) { setting in
        var specification = try ScenarioSpecification.plain(residents: setting.either(500, 5_000))
        specification.parameters = Parameters()
        (specification.people.types[0].age, specification.people.types[0].tenure) = (
            [0.25, 0.45, 0.3], [0.6, 0.3, 0.1]
        )
        (specification.people.types[0].tiesBuilding, specification.people.types[0].tiesCommunity) = (4, 2)
        specification.people.communities[0].merchants = 50
        let world = try World(specification, seed: 5, replicate: 0)
        var (active, invited, organisations, members) = (0.0, 0.0, 0.0, 0.0)
        for _ in 0..<setting.either(24, 120) {
            try world.advance()
            active += Double((0..<world.residents.count).count { world.residents.rung[$0] > 0 })
            invited += world.value("engagement.invited")
            organisations += world.value("organisations.count")
            members += world.value("merchants.members")
        }
        func none(_ en: String, _ zh: String, _ found: Double) -> VerificationCheck {
            .exact(
                Text(en: en, zh: zh), expected: 0, found: found, within: 0,
                because: Text(en: "none, ever", zh: "任何月份均为零"))
        }
        return [
            none("residents above rung 0, all months", "高于第 0 级的居民（全部月份）", active),
            none("invitations", "邀请", invited), none("residents’ organisations", "居民组织", organisations),
            none("merchants in an association", "商户联合会成员", members),
        ]
    }
}
