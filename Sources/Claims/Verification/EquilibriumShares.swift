import Governance
import Numerics

extension Verification {
    /// The long-run share of those who take part against the roots of f(m) = m, from nobody and from everybody: one root under weak
    /// influence, two stable ones under strong influence.
    static let binaryChoice = Verification(
        id: "binary-choice",
        title: Text(en: "Participation settles at Brock and Durlauf’s equilibria", zh: "参与收敛于二元选择均衡"),
        source: Text(
            en: "m = Σ Bin(j; 10, m) logistic(b₀ + bₙ j / 10), roots by Brent’s method (Brock and Durlauf 2001)",
            zh: "m = Σ Bin(j; 10, m) logistic(b₀ + bₙ j / 10)，Brent 法求根（Brock 与 Durlauf 2001）")
    ) { setting in
        let choices = [
            BinaryChoice(base: -1, neighbours: 1), BinaryChoice(base: -2, neighbours: 1.5),
            BinaryChoice(base: -4.2, neighbours: 8.6),
        ]
        return try choices.flatMap { choice in
            let roots = try choice.equilibria()
            return try [(0.0, "nobody", "无人"), (1, "everybody", "全体")].map { start, en, zh in
                let found = try (0..<setting.either(5, 12)).map { replicate in
                    var community = try WellMixed(
                        choice, residents: setting.either(200, 2_000), seed: 7, replicate: UInt32(replicate))
                    community.begin(active: start)
                    return try community.live(setting.either(16, 60)).mean(ofLast: setting.either(8, 40))
                }
                let root = (start == 0 ? roots.first : roots.last) ?? .nan
                return VerificationCheck.mean(
                    Text(
                        en: "share from \(en), b₀ \(choice.base), bₙ \(choice.neighbours)",
                        zh: "自\(zh)开始的参与率，b₀ \(choice.base)、bₙ \(choice.neighbours)"), of: found, expected: root)
            }
        }
    }

    /// Where the unstable root lies: communities begin on a grid of shares around it, and those above go up. The share at which
    /// half do is estimated by Spearman and Karber's sum.
    static let tippingPoint = Verification(
        id: "tipping-point", title: Text(en: "Participation tips at the unstable equilibrium", zh: "参与在不稳定均衡处翻转"),
        source: Text(
            en: "the middle root of f(m) = m; below it participation dies down, above it spreads",
            zh: "f(m) = m 的中间根：低于此值参与消退，高于此值参与扩散")
    ) { setting in
        let choice = BinaryChoice(base: -4.2, neighbours: 8.6)
        let residents = setting.either(300, 2_000)
        let roots = try choice.equilibria()
        guard roots.count == 3 else { return [] }
        let (step, half, repeats) = (setting.either(0.02, 0.01), setting.either(4, 5), setting.either(2, 16))
        let starts = (-half...half).map { (roots[1] + step * Double($0)) }
        var above = 0.0
        for (place, start) in starts.enumerated() {
            for repeated in 0..<repeats {
                let replicate = UInt32(place * repeats + repeated)
                var community = try WellMixed(choice, residents: residents, seed: 8, replicate: replicate)
                community.begin(active: start)
                let end = try community.live(setting.either(12, 20)).mean(ofLast: 1)
                above += end > roots[1] ? 1 / Double(repeats) : 0
            }
        }
        let found = (starts.last ?? 0) + step / 2 - step * above
        return [
            .normal(
                Text(en: "share above which it spreads", zh: "参与开始扩散的临界比例"), expected: roots[1], found: found,
                error: tippingError(
                    choice, at: roots[1], starts: starts, step: step, repeats: repeats, residents: residents),
                because: Text(
                    en: "binomial, at \(starts.count) starts of \(repeats) communities",
                    zh: "二项分布：\(starts.count) 个初始值各 \(repeats) 个社区"))
        ]
    }

    /// Standard error of Spearman and Karber's sum: near the root the distance from it grows by f' a month while each month
    /// adds binomial noise, so that a community goes up with the normal chance of (start - root) / s.
    private static func tippingError(
        _ choice: BinaryChoice, at root: Double, starts: [Double], step: Double, repeats: Int, residents: Int
    ) -> Double {
        let slope = choice.slope(at: root)
        let noise = root * (1 - root) / Double(residents) / (slope * slope - 1)
        // Starts are whole numbers of residents, which moves each by half a resident at most; noise is far larger.
        let chances = starts.map { normal(($0 - root) / noise.squareRoot()) }
        let variance = chances.reduce(0) { $0 + $1 * (1 - $1) } / Double(repeats)
        return step * variance.squareRoot()
    }

    private static func normal(_ x: Double) -> Double {
        (try? Distribution.normal(mean: 0, sd: 1).cdf(x)) ?? .nan
    }

    /// The same base utility, two shares: which one depends on where participation came from. The base is moved up and down in
    /// stages; beyond a fold only one equilibrium is left.
    static let hysteresis = Verification(
        id: "hysteresis", title: Text(en: "Participation remembers where it came from", zh: "参与的滞后效应"),
        source: Text(
            en:
                "the root of f(m) = m on the branch that b₀, moved up and down, leads to; bₙ 8, folds at b₀ -4.80 and -3.16",
            zh: "b₀ 升降过程中所处分支上 f(m) = m 的根；bₙ 8，折点 b₀ 为 -4.80 与 -3.16")
    ) { setting in
        let stages: [(base: Double, isHigh: Bool)] = [
            (-5.2, false), (-4, false), (-3.4, false), (-2.9, true), (-4, true), (-4.6, true), (-5.2, false),
        ]
        var found = [[Double]](repeating: [], count: stages.count)
        for replicate in 0..<setting.either(5, 8) {
            var share = 0.0
            for (place, stage) in stages.enumerated() {
                var community = try WellMixed(
                    BinaryChoice(base: stage.base, neighbours: 8), residents: setting.either(200, 4_000), seed: 9,
                    replicate: UInt32(replicate * stages.count + place))
                community.begin(active: share)
                let shares = try community.live(setting.either(24, 50))
                share = shares.mean(ofLast: 1)
                found[place].append(shares.mean(ofLast: setting.either(6, 20)))
            }
        }
        return try zip(stages, found).enumerated().map { place, both in
            let ((base, isHigh), shares) = both
            let roots = try BinaryChoice(base: base, neighbours: 8).equilibria()
            return .mean(
                Text(en: "\(place + 1). share at b₀ \(base)", zh: "\(place + 1). b₀ 为 \(base) 时的参与率"), of: shares,
                expected: (isHigh ? roots.last : roots.first) ?? .nan)
        }
    }
}
