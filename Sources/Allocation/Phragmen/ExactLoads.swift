import BigInt

/// Phragmén's loads in exact fractions, for the choices that bounds cannot decide.
///
/// A voter's load is the time of the last purchase it had a part in, or 0; so a project's time follows from how many of
/// its supporters took part last in which purchase. Time k is a whole number over D_k, where D_0 = 1 and
/// D_k = D_(k-1) * n_k with n_k the supporters of the k-th project bought.
struct ExactLoads {
    /// A time as `numerator` / (D_k * `supporters`).
    struct Time {
        let numerator: BigInt
        let supporters: BigInt
    }

    private let support: Support
    private let costs: [Int64]
    private var times: [BigInt] = [0]
    private var denominators: [BigInt] = [1]
    /// The last purchase each type had a part in, from 1; 0 for none.
    private var last: [Int]
    /// How many purchases have been made.
    var purchases: Int { times.count - 1 }

    init(_ support: Support, costs: [Int64]) {
        self.support = support
        self.costs = costs
        last = [Int](repeating: 0, count: support.multiplicity.count)
    }

    /// When the project's supporters could pay for it.
    func time(_ project: Int) -> Time {
        var supporters = [Int64](repeating: 0, count: times.count)
        for entry in support.entries(project) { supporters[last[Int(support.types[entry])]] += support.sums[entry] }
        let present = denominators[purchases]
        var numerator = BigInt(costs[project]) * present
        for (purchase, count) in supporters.enumerated() where count > 0 && purchase > 0 {
            numerator += BigInt(count) * times[purchase] * (present / denominators[purchase])
        }
        return Time(numerator: numerator, supporters: BigInt(support.totals[project]))
    }

    /// Whether the first time is before, at or after the second: -1, 0 or 1.
    func compare(_ first: Time, _ second: Time) -> Int {
        let (a, b) = (first.numerator * second.supporters, second.numerator * first.supporters)
        return a < b ? -1 : a > b ? 1 : 0
    }

    mutating func buy(_ project: Int) {
        let time = time(project)
        denominators.append(denominators[purchases] * time.supporters)
        times.append(time.numerator)
        for entry in support.entries(project) { last[Int(support.types[entry])] = purchases }
    }
}
