import Foundation
import Governance
import Numerics

extension Verification {
    /// Where nothing but ties moves trust, T <- ((1 - mu) 1 + mu P) T with the graph's random walk P: the distance from
    /// consensus shrinks by mu x (1 - lambda_2) a month, lambda_2 being P's second eigenvalue, and consensus is the mean
    /// weighted by ties.
    static let socialTrust = Verification(
        id: "social-trust", title: Text(en: "Trust spreads at the rate of the graph’s spectral gap", zh: "信任扩散速率与谱隙"),
        source: Text(
            en: "rate μ (1 - λ₂), consensus Σ dᵢ Tᵢ / Σ dᵢ (DeGroot 1974; Golub and Jackson 2010)",
            zh: "速率 μ (1 - λ₂)，共识 Σ dᵢ Tᵢ / Σ dᵢ（DeGroot 1974；Golub 与 Jackson 2010）")
    ) { _ in
        let pace = 0.05
        let graphs = [Graph.ring(20), .path(12), .hypercube(6)]
        var checks: [VerificationCheck] = []
        for graph in graphs {
            let (rate, consensus, start) = try spread(over: graph, pace: pace)
            let expected = pace * graph.gap
            checks.append(
                .exact(
                    Text(en: "rate a month, \(graph.name.en)", zh: "月速率：\(graph.name.zh)"), expected: expected,
                    found: rate, within: 2e-3 * expected,
                    because: Text(en: "single precision: 0.2 %", zh: "单精度：0.2 %")))
            if graph.isIrregular {
                checks.append(
                    .exact(
                        Text(en: "consensus, \(graph.name.en)", zh: "共识：\(graph.name.zh)"),
                        expected: graph.weighted(start), found: consensus, within: 1e-4,
                        because: Text(en: "single precision", zh: "单精度")))
            }
        }
        return checks
    }

    /// How fast trust in government comes together, where it ends, and where it began.
    private static func spread(over graph: Graph, pace: Double) throws -> (Double, Double, [Double]) {
        let count = graph.neighbours.count
        let world = try World(
            .plain(residents: count, ["trust.up": 0, "trust.down": 0, "trust.social": pace]), seed: 4, replicate: 0)
        let lane = TrustSubject.government.lane
        var draws = Stream(seed: 4, replicate: 0, name: "verification.trust").draws(agent: 0, month: 0)
        for i in 0..<count {
            world.residents.tie(i, to: graph.neighbours[i])
            world.residents.trust[i][lane] = Float(draws.uniform())
        }
        func trust() -> [Double] { (0..<count).map { Double(world.residents.trust[$0][lane]) } }
        let start = trust()
        // Late enough for the slowest mode to be alone within e^-6, early enough for single precision.
        let first = Int(6 / (pace * (graph.nextGap - graph.gap)))
        let more = Int(1 / (pace * graph.gap))
        try world.live(first)
        let before = graph.distance(trust())
        try world.live(more)
        let after = graph.distance(trust())
        return (1 - pow(after / before, 1 / Double(more)), graph.weighted(trust()), start)
    }
}

/// A graph whose random walk has a known second eigenvalue.
private struct Graph {
    let name: Text
    let neighbours: [[Int]]
    /// 1 - lambda_2.
    let gap: Double
    /// The same of the mode that fades next.
    let nextGap: Double

    /// lambda_2 = cos(2 pi / n).
    static func ring(_ n: Int) -> Graph {
        Graph(
            name: Text(en: "ring of \(n)", zh: "\(n) 人环"),
            neighbours: (0..<n).map { [($0 + 1) % n, ($0 + n - 1) % n] },
            gap: 1 - cos(2 * Double.pi / Double(n)), nextGap: 1 - cos(4 * Double.pi / Double(n)))
    }

    /// lambda_2 = cos(pi / (n - 1)); its ends have one tie, the others two.
    static func path(_ n: Int) -> Graph {
        Graph(
            name: Text(en: "path of \(n)", zh: "\(n) 人链"),
            neighbours: (0..<n).map { i in [i - 1, i + 1].filter { (0..<n).contains($0) } },
            gap: 1 - cos(Double.pi / Double(n - 1)), nextGap: 1 - cos(2 * Double.pi / Double(n - 1)))
    }

    /// lambda_2 = 1 - 2 / d.
    static func hypercube(_ d: Int) -> Graph {
        Graph(
            name: Text(en: "hypercube of \(1 << d)", zh: "\(1 << d) 人超立方体"),
            neighbours: (0..<(1 << d)).map { i in (0..<d).map { i ^ (1 << $0) } }, gap: 2 / Double(d),
            nextGap: 4 / Double(d))
    }

    var isIrregular: Bool { Set(neighbours.map(\.count)).count > 1 }

    /// The mean weighted by ties.
    func weighted(_ values: [Double]) -> Double {
        let ties = neighbours.reduce(0) { $0 + $1.count }
        return zip(values, neighbours).reduce(0) { $0 + $1.0 * Double($1.1.count) } / Double(ties)
    }

    /// How far from consensus values are, in the norm in which the walk's modes are orthogonal.
    func distance(_ values: [Double]) -> Double {
        let middle = weighted(values)
        return zip(values, neighbours).reduce(0) { $0 + Double($1.1.count) * pow($1.0 - middle, 2) }.squareRoot()
    }
}
