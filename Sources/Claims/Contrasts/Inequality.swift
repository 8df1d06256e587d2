public import Governance
import Scenarios

/// Something that the sides of a claim have unequal beyond 1 %, as it was measured in their runs.
///
/// Money that sides are given is compared over all months of the run, by source and by use, with all such money of the richer
/// side; hours of those who are paid with all such hours; what hours are meant for in points. Such an inequality confounds the
/// claim, unless the claim declares it and says why. What sides make of money and hours is told too, but confounds nothing: it
/// follows from what people do.
public struct Inequality: Sendable {
    /// The place among the claim's.
    public let place: Int
    /// Its key, and what it is.
    public let observable: String
    public let meaning: Text
    /// The arms that have least and most of it, and how much: yuan and hours over the run, a share of hours.
    public let least: Side
    public let most: Side
    /// The difference as a share of all money or all hours, or of hours in points.
    public let share: Double
    /// Why it differs, where the claim declares it.
    public let why: Text?

    public var isDeclared: Bool { why != nil }
    /// Whether it follows from what people do with what they are given.
    public var follows: Bool { Claim.following.contains(observable) }
    public var confounds: Bool { !isDeclared && !follows }

    public struct Side: Sendable, Equatable {
        public let arm: String
        public let amount: Double
    }

    /// What may differ without a word.
    public static let tolerated = 0.01

    /// Every inequality beyond what is tolerated, by place.
    static func found(in runs: ClaimRuns) -> [Inequality] {
        let claim = runs.claim.claim
        let used = Set(claim.arms(in: claim.judged))
        let arms = claim.arms.indices.filter { used.contains(claim.arms[$0].id) }
        guard arms.count > 1 else { return [] }
        return runs.claim.worlds.indices.flatMap { place in
            (Claim.compared + Claim.following).compactMap { key -> Inequality? in
                let sides = arms.map { arm in
                    Side(arm: claim.arms[arm].id, amount: amount(key, runs, runs.scenario(place: place, arm: arm)))
                }.filter { $0.amount.isFinite }
                guard let least = sides.min(by: { $0.amount < $1.amount }),
                    let most = sides.max(by: { $0.amount < $1.amount })
                else { return nil }
                let whole = arms.map { scale(of: key, runs, runs.scenario(place: place, arm: $0)) }.max() ?? 0
                let share = whole > 0 ? (most.amount - least.amount) / whole : 0
                guard share > tolerated else { return nil }
                return Inequality(
                    place: place, observable: key, meaning: Observable.named(key)?.meaning ?? Text(en: key, zh: key),
                    least: least, most: most, share: share, why: claim.unequal.first { $0.covers(key) }?.why)
            }
        }
    }

    /// The mean over replicates: a sum over months, for the mix the mean of months with hours.
    private static func amount(_ key: String, _ runs: ClaimRuns, _ scenario: Int) -> Double {
        var quantity = Claim.Quantity()
        quantity.observable = key
        quantity.until = runs.series.scenarios[scenario].months
        quantity.statistic = isMix(key) ? .mean : .sum
        let values = (0..<runs.series.replicates).map { replicate in
            quantity.value { runs.column($0, scenario: scenario, replicate: replicate) }
        }.filter(\.isFinite)
        return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }

    /// What a difference in `key` is held against.
    private static func scale(of key: String, _ runs: ClaimRuns, _ scenario: Int) -> Double {
        if isMix(key) { return 1 }
        // Contracts and surveys are part of what is standing.
        let parts = ["money.contracts", "money.surveys"]
        let head = key.hasPrefix("money.") ? "money." : "hours."
        return Claim.compared.filter { $0.hasPrefix(head) && !isMix($0) && !parts.contains($0) }
            .map { amount($0, runs, scenario) }.filter(\.isFinite).reduce(0, +)
    }

    private static func isMix(_ key: String) -> Bool { key.hasPrefix("hours.mix.") }
}
