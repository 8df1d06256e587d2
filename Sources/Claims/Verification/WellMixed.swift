import Governance
import Numerics

/// The theory of the well-mixed limit: everybody is asked, looks at k others drawn anew each month, and takes part with
/// chance logistic(b_0 + b_n x active share of these).
///
///     f(m) = sum_j Binomial(j; k, m) logistic(b_0 + b_n j / k)
///
/// is the share that takes part after a month in which m did; equilibria are the roots of f(m) = m. With k without bound, f is
/// Brock and Durlauf's (2001) logistic(b_0 + b_n m).
struct BinaryChoice {
    let base: Double
    let neighbours: Double
    /// k: as many ties as a resident can have within the community.
    let ties = ResidentBlock.tieSlots

    func share(after m: Double) -> Double {
        var (sum, ways) = (0.0, 1.0)
        for j in 0...ties {
            let chance = ways * power(m, j) * power(1 - m, ties - j)
            sum += chance * Self.logistic(base + neighbours * Double(j) / Double(ties))
            ways *= Double(ties - j) / Double(j + 1)
        }
        return sum
    }

    /// The roots of f(m) = m in rising order, by Brent's method between the signs of a fine grid.
    func equilibria() throws -> [Double] {
        let grid = (0...1_000).map { Double($0) / 1_000 }
        return try zip(grid, grid.dropFirst()).compactMap { low, high in
            let atLow = share(after: low) - low
            guard atLow != 0 else { return low }
            guard atLow * (share(after: high) - high) < 0 else { return nil }
            return try Roots.brent(in: low...high) { share(after: $0) - $0 }
        }
    }

    /// f'(m).
    func slope(at m: Double) -> Double { (share(after: m + 1e-6) - share(after: m - 1e-6)) / 2e-6 }

    private func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1) { product, _ in product * x } }

    static func logistic(_ x: Double) -> Double { 1 / (1 + Portable.exp(-x)) }
}

/// The model's own participation in that limit.
struct WellMixed {
    private let world: World
    private let stream: Stream
    private var month: UInt32 = 0

    init(_ choice: BinaryChoice, residents: Int, seed: UInt64, replicate: UInt32) throws {
        var specification = try ScenarioSpecification.plain(
            residents: residents,
            ["participation.base": choice.base, "participation.neighbours": choice.neighbours])
        try specification.inviteAll()
        world = try World(specification, seed: seed, replicate: replicate)
        stream = Stream(seed: seed, replicate: replicate, name: "verification.ties")
    }

    /// Lets the first so many residents have taken part last month. Ties are drawn at random, so that it does not matter who.
    func begin(active: Double) {
        let (rung, count) = (world.residents.rung, world.residents.count)
        let first = Int((active * Double(count)).rounded())
        for i in 0..<count { rung[i] = i < first ? 1 : 0 }
    }

    /// Lives so many months; the share that takes part in each.
    mutating func live(_ months: Int) throws -> [Double] {
        let residents = world.residents
        var shares: [Double] = []
        for _ in 0..<months {
            month += 1
            for i in 0..<residents.count {
                var draws = stream.draws(agent: UInt64(i), month: month)
                residents.tie(
                    i, to: (0..<ResidentBlock.tieSlots).map { _ in draws.integer(below: residents.count) })
            }
            try world.advance()
            shares.append(residents.active)
        }
        return shares
    }
}

extension [Double] {
    /// The mean of the last `count` numbers.
    func mean(ofLast count: Int) -> Double { Statistics.mean(suffix(count)) ?? .nan }

    private func suffix(_ count: Int) -> [Double] { Array(self[Swift.max(0, self.count - count)...]) }
}
