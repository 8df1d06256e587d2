import Foundation
import Governance
import Numerics

extension Verification {
    /// The limit of many agents: residents decide all at once, so theirs is a map; merchants think again one by one, so theirs is
    /// an ordinary differential equation. Simulated shares come near with an error that falls like 1 / sqrt(N).
    static let meanField = Verification(
        id: "mean-field", title: Text(en: "Simulations approach the mean field", zh: "仿真趋近平均场"),
        source: Text(
            en:
                "dm_c/dt = ρ (c_match x - m_c), dm_h/dt = ρ (c_hump (1 - |2x - 1|) - m_h), x = m + a_m (1 - m), by GSL; "
                + "m → f(m) for residents; error ∝ N^-1/2",
            zh: "dm_c/dt = ρ (c_match x - m_c)，dm_h/dt = ρ (c_hump (1 - |2x - 1|) - m_h)，x = m + a_m (1 - m)，由 GSL 求解；"
                + "居民为 m → f(m)；误差 ∝ N^-1/2")
    ) { setting in
        try merchantsAndResidents(setting)
    }

    private static func merchantsAndResidents(_ setting: VerificationSetting) throws -> [VerificationCheck] {
        let months = setting.either([20, 40, 60], [30, 60, 90, 150, 300])
        let merchants = ErrorBySize(
            sizes: setting.either([32, 1024], [64, 256, 1024, 4096, 16384]), repeats: setting.either(10, 24),
            expected: try MerchantField.shares(in: months)
        ) { size, replicate in try MerchantField.simulated(size, replicate, in: months) }
        let choice = BinaryChoice(base: -2, neighbours: 3)
        var map = [0.9]
        for _ in 0..<6 { map.append(choice.share(after: map[map.count - 1])) }
        let residents = ErrorBySize(
            sizes: setting.either([64, 1024], [250, 1_000, 4_000, 16_000]), repeats: setting.either(10, 24),
            expected: Array(map.dropFirst())
        ) { size, replicate in
            var community = try WellMixed(choice, residents: size, seed: 10, replicate: replicate)
            community.begin(active: 0.9)
            return try community.live(6)
        }
        let (agents, people) = (
            Text(en: "merchants", zh: "商户"), Text(en: "residents", zh: "居民")
        )
        return try merchants.checks(of: agents, allowance: 3e-4)
            + residents.checks(of: people, noise: map[1] * (1 - map[1]))
    }
}

/// The merchants' association as a differential equation, and as the model has it.
private enum MerchantField {
    /// Share of conditional cooperators and of triangle contributors, and how they answer.
    private static let (conditional, humped, matching, hump, assurance) = (0.65, 0.09, 0.85, 0.55, 0.5)
    /// Chance in a month; the rate in continuous time that gives it.
    private static let reconsider = 0.01
    private static var rate: Double { -log(1 - reconsider) }

    /// Members as a share of merchants in those months, from nobody.
    static func shares(in months: [Int]) throws -> [Double] {
        try ODE.solve(from: [0, 0], at: [0] + months.map(Double.init)) { _, m in
            let all = conditional * m[0] + humped * m[1]
            let belief = all + assurance * (1 - all)
            return [rate * (matching * belief - m[0]), rate * (hump * (1 - abs(2 * belief - 1)) - m[1])]
        }.dropFirst().map { conditional * $0[0] + humped * $0[1] }
    }

    static func simulated(_ merchants: Int, _ replicate: UInt32, in months: [Int]) throws -> [Double] {
        let specification = try ScenarioSpecification.plain(
            residents: 1,
            [
                "merchants.conditional": conditional, "merchants.selfish": 1 - conditional - humped,
                "merchants.matching": matching, "merchants.hump": hump, "merchants.assurance": assurance,
                "merchants.reconsider": reconsider,
            ]
        ) {
            $0.people.communities[0].merchants = merchants
            $0.institutions.merchants.council = 1
        }
        let world = try World(specification, seed: 10, replicate: replicate)
        var (lived, shares) = (0, [Double]())
        for month in months {
            try world.live(month - lived)
            lived = month
            shares.append(world.value("merchants.members"))
        }
        return shares
    }
}

/// How far simulations of several sizes are from what is expected of infinitely many.
private struct ErrorBySize {
    let sizes: [Int]
    let repeats: Int
    let expected: [Double]
    let simulate: (Int, UInt32) throws -> [Double]

    init(
        sizes: [Int], repeats: Int, expected: [Double], simulate: @escaping (Int, UInt32) throws -> [Double]
    ) {
        (self.sizes, self.repeats, self.expected, self.simulate) = (sizes, repeats, expected, simulate)
    }

    /// The exponent of the error's fall, the mean at the end at the largest size, and where it is known what `noise` one agent adds at
    /// the first time, the errors' squares there in parts of noise / N.
    func checks(of agents: Text, allowance: Double = 0, noise: Double? = nil) throws -> [VerificationCheck] {
        var points: [(x: Double, y: Double)] = []
        var squaresOfFirst: [Double] = []
        var last: [[Double]] = []
        for (place, size) in sizes.enumerated() {
            last = try (0..<repeats).map { try simulate(size, UInt32(place * repeats + $0)) }
            for shares in last {
                let squares = zip(shares, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                points.append((log(Double(size)), log((squares / Double(expected.count)).squareRoot())))
                squaresOfFirst.append((shares[0] - expected[0]) * (shares[0] - expected[0]) * Double(size))
            }
        }
        let (slope, error) = line(points)
        let quantile = StudentT.quantile(1 - FalseAlarm.draws / 2, degrees: Double(points.count - 2))
        let largest = sizes.last ?? 0
        let level = VerificationCheck.mean(
            Text(en: "share at the end, \(largest) \(agents.en)", zh: "末期比例，\(largest) 名\(agents.zh)"),
            of: last.compactMap(\.last), expected: expected.last ?? .nan, allowance: allowance)
        let fall = VerificationCheck(
            quantity: Text(
                en: "exponent of the error, \(sizes[0]) to \(largest) \(agents.en)",
                zh: "误差指数，\(sizes[0]) 至 \(largest) 名\(agents.zh)"), expected: -0.5, found: slope,
            tolerance: quantile * error,
            basis: Text(
                en: "regression of \(points.count) logarithms", zh: "\(points.count) 个对数误差的回归"),
            falseAlarm: FalseAlarm.draws)
        guard let noise else { return [fall, level] }
        let spread = try Self.spread(squaresOfFirst.map { $0 / noise }, of: agents)
        return [fall, level, spread]
    }

    /// Squares of standard normals have the mean 1: agents draw for themselves alone.
    private static func spread(_ squares: [Double], of agents: Text) throws -> VerificationCheck {
        let n = Double(squares.count)
        let most = try Distribution.chiSquare(freedom: n).quantile(1 - FalseAlarm.draws / 2) / n
        return VerificationCheck(
            quantity: Text(
                en: "variance after a month, in parts of the binomial’s, \(agents.en)",
                zh: "一个月后的方差与二项分布方差之比：\(agents.zh)"),
            expected: 1, found: Statistics.mean(squares) ?? .nan, tolerance: most - 1,
            basis: Text(en: "chi-square of \(squares.count) errors", zh: "\(squares.count) 个误差的卡方检验"),
            falseAlarm: FalseAlarm.draws)
    }

    /// The slope of the least-squares line, and its standard error.
    private func line(_ points: [(x: Double, y: Double)]) -> (Double, Double) {
        let n = Double(points.count)
        let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / n, points.reduce(0) { $0 + $1.y } / n)
        let xx = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
        let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / xx
        let left = points.reduce(0) { sum, point in
            let residual = point.y - meanY - slope * (point.x - meanX)
            return sum + residual * residual
        }
        return (slope, (left / (n - 2) / xx).squareRoot())
    }
}
