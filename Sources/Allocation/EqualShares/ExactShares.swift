import BigInt

/// The method of equal shares in exact fractions, for the choices that bounds cannot decide.
///
/// After k purchases every voter's money is a whole number over D_k, where D_0 is the number of voters and
/// D_k = D_(k-1) * W_k with W_k the weight that paid the k-th project's price in full. A type's money is kept over the
/// denominator of its last payment and brought to the present one when it is needed.
struct ExactShares {
    /// A project's price for a unit of weight: `rest` / (D_k * `weight`).
    struct Price {
        /// What those who can afford the price must pay together, times D_k.
        let rest: BigInt
        /// The weight of those who can.
        let weight: BigInt
        /// The places of their entries among the project's, in ``Support``.
        let rich: [Int]
    }

    private let election: SharesElection
    private var denominators: [BigInt]
    private var money: [BigInt]
    /// How many purchases had been made at the type's last payment.
    private var stages: [Int]
    /// For each purchase, who could afford the price.
    private(set) var rich: [[Int]] = []
    /// How many purchases have been made.
    var purchases: Int { denominators.count - 1 }

    /// - Parameter shares: what all voters have together at the start.
    init(_ election: SharesElection, shares: Int128) {
        self.election = election
        denominators = [BigInt(election.support.voters)]
        money = [BigInt](repeating: BigInt(shares), count: election.support.multiplicity.count)
        stages = [Int](repeating: 0, count: money.count)
    }

    /// The price at which the project's supporters can pay for it, or nil if they cannot.
    ///
    /// Those who have less than the price pay all they have. Starting with none of them, whoever turns out poor at the
    /// price so far is put among them; the price only rises, so this ends with the right ones.
    func price(_ project: Int) -> Price? {
        let support = election.support
        let owners = owners(project)
        var rest = BigInt(election.costs[project]) * denominators[purchases]
        var rich = owners
        var weight = rich.reduce(BigInt(0)) { $0 + BigInt(support.sums[$1.entry]) }
        while weight > 0 {
            let poor = rich.filter { $0.money * weight < rest * BigInt(support.weights[$0.entry]) }
            guard !poor.isEmpty else { return Price(rest: rest, weight: weight, rich: rich.map(\.entry)) }
            rich.removeAll { $0.money * weight < rest * BigInt(support.weights[$0.entry]) }
            for owner in poor {
                rest -= owner.money * BigInt(support.multiplicity[Int(support.types[owner.entry])])
                weight -= BigInt(support.sums[owner.entry])
            }
        }
        return nil
    }

    /// Whether the first price for a unit of satisfaction is below, equal to or above the second: -1, 0 or 1.
    func compare(_ first: (project: Int, price: Price), _ second: (project: Int, price: Price)) -> Int {
        let a = first.price.rest * second.price.weight * BigInt(election.values[second.project])
        let b = second.price.rest * first.price.weight * BigInt(election.values[first.project])
        return a < b ? -1 : a > b ? 1 : 0
    }

    /// The price times 2^`shift`, rounded down and up.
    func bounds(_ price: Price, shift: Int) -> (low: Int64, high: Int64) {
        let (quotient, remainder) = (price.rest << shift).quotientAndRemainder(
            dividingBy: denominators[purchases] * price.weight)
        let low = Int64(clamping: quotient)
        return (low, remainder == 0 ? low : low + 1)
    }

    /// The project's supporters pay for it.
    mutating func buy(_ project: Int) {
        guard let price = price(project) else { return }
        for owner in owners(project) {
            let type = Int(election.support.types[owner.entry])
            let left = owner.money * price.weight - price.rest * BigInt(election.support.weights[owner.entry])
            money[type] = max(0, left)
            stages[type] = purchases + 1
        }
        denominators.append(denominators[purchases] * price.weight)
        rich.append(price.rich)
    }

    /// The supporters that still have money, and what each has, over the present denominator.
    private func owners(_ project: Int) -> [(entry: Int, money: BigInt)] {
        var factors = [BigInt?](repeating: nil, count: purchases + 1)
        return election.support.entries(project).compactMap { entry in
            let type = Int(election.support.types[entry])
            guard money[type] > 0 else { return nil }
            let stage = stages[type]
            let factor = factors[stage] ?? denominators[purchases] / denominators[stage]
            factors[stage] = factor
            return (entry, money[type] * factor)
        }
    }
}
