import Governance
import Numerics

extension Verification {
    /// Trust that rises slower than it falls, under a signal that is high (b) with chance p and else low (a): the mean m of
    /// T <- T + up (b - T) or T - down (T - a) settles at (p up b + (1 - p) down a) / (p up + (1 - p) down).
    ///
    /// Residents are tied in pairs and take part by the toss of a coin, so that each sees its one tie take part or not,
    /// independently from month to month, and pairs know nothing of one another.
    static let asymmetricTrust = Verification(
        id: "asymmetric-trust", title: Text(en: "Trust falls faster than it rises", zh: "信任的不对称变化"),
        source: Text(
            en: "(p λ↑ b + (1 - p) λ↓ a) / (p λ↑ + (1 - p) λ↓), signal b with chance p, else a (Slovic 1993)",
            zh: "(p λ↑ b + (1 - p) λ↓ a) / (p λ↑ + (1 - p) λ↓)，信号以概率 p 为 b，否则为 a（Slovic 1993）")
    ) { setting in
        try [-1.0, 0, 1].map { base in
            let chance = 1 / (1 + Portable.exp(-base))
            let (up, down, low, high) = (0.06, 0.12, 0.3, 0.65)
            let expected =
                (chance * up * high + (1 - chance) * down * low) / (chance * up + (1 - chance) * down)
            let percent = Int((100 * chance).rounded())
            return .mean(
                Text(
                    en: "trust in neighbours of whom \(percent) % take part",
                    zh: "邻里信任：\(percent) % 的邻居参与"),
                of: try pairedTrust(base: base, residents: setting.either(200, 8_000)), expected: expected,
                unit: Text(en: "pairs", zh: "对居民"))
        }
    }

    /// The trust in neighbours of one of each pair.
    private static func pairedTrust(base: Double, residents count: Int) throws -> [Double] {
        let paces = [
            "trust.up": 0.06, "trust.down": 0.12, "trust.social": 0, "trust.neighboursBase": 0.3,
            "participation.base": base,
        ]
        var specification = try ScenarioSpecification.plain(residents: count, paces)
        try specification.inviteAll()
        let world = try World(specification, seed: 3, replicate: 0)
        for i in 0..<count { world.residents.tie(i, to: [i ^ 1]) }
        try world.live(120)
        let lane = TrustSubject.neighbours.lane
        return stride(from: 0, to: count, by: 2).map { Double(world.residents.trust[$0][lane]) }
    }
}
