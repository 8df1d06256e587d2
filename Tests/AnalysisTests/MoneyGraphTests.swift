import Analysis
import Archive
import Testing

/// The same numbers every time (Marsaglia 2003).
private struct Xorshift: RandomNumberGenerator {
    private var state: UInt64 = 88_172_645_463_325_252

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

@Suite("Money from sources to uses")
struct MoneyGraphTests {
    private func rows(_ flows: [(String, String, String, Int64)]) -> [MoneyTable.Row] {
        var table = MoneyTable(scenarios: 1)
        table.add(
            flows.map { RunRecord.MoneyRow(month: 1, from: $0.0, to: $0.1, purpose: $0.2, fen: $0.3 * 100) },
            scenario: 0)
        return table.rows(scenario: 0)
    }

    private func link(_ graph: MoneyGraph, _ from: MoneyGraph.Node, _ to: MoneyGraph.Node) -> Double? {
        graph.links.first { $0.from == from && $0.to == to }?.yuan
    }

    /// A fund gets 100, grants 80 of which 10 come back, and keeps what is left; the project spends 70.
    @Test("By hand: what came back is taken off the grant, what is left is held")
    func byHand() {
        let graph = MoneyGraph(
            rows([
                ("outside:city-budget", "fund:a/1", "release", 100), ("fund:a/1", "project:p", "grant", 80),
                ("project:p", "fund:a/1", "refund", 10), ("project:p", "outside:suppliers", "spending", 65),
                ("project:p", "outside:lost", "writtenOff", 5),
            ]))
        #expect(link(graph, .source("outside:city-budget"), .inner("fund")) == 100)
        #expect(link(graph, .inner("fund"), .inner("project")) == 70)
        #expect(link(graph, .inner("project"), .use("outside:suppliers")) == 65)
        #expect(link(graph, .inner("fund"), .held) == 30)
        #expect(graph.links.count == 5)
        #expect(graph.total == 100 && graph.returned == 10)
        #expect(graph.links.first { $0.to == .inner("project") }?.purposes == ["grant"])
    }

    @Test("An account outside that pays and is paid stands on both sides; what was there before comes from the start")
    func bothSides() {
        let graph = MoneyGraph(
            rows([
                ("outside:city-budget", "fund:a/1", "release", 50), ("fund:a/1", "outside:city-budget", "surplus", 20),
                ("fund:a/1", "outside:suppliers", "survey", 40),
            ]))
        #expect(graph.total == 60)
        #expect(link(graph, .start, .inner("fund")) == 10)
        #expect(link(graph, .inner("fund"), .use("outside:city-budget")) == 20)
    }

    /// 60 random networks, some with circles of three: each account inside passes on what it got, and what comes in goes out.
    @Test("Conserved, and free of circles, whatever flows")
    func conserved() {
        var generator = Xorshift()
        let inner = ["fund:a/1", "project:p", "organisation:o", "committee:c", "firm:f"]
        let outside = ["outside:city-budget", "outside:suppliers", "outside:households"]
        for _ in 0..<60 {
            let flows = (0..<Int.random(in: 1...25, using: &generator)).compactMap {
                _ -> (String, String, String, Int64)? in
                let (from, to) = (
                    (inner + outside).randomElement(using: &generator)!,
                    (inner + outside).randomElement(using: &generator)!
                )
                guard !(outside.contains(from) && outside.contains(to)) else { return nil }
                return (from, to, "grant", Int64.random(in: 1...1000, using: &generator))
            }
            guard !flows.isEmpty else { continue }
            let whole = MoneyGraph(rows(flows))
            for graph in [whole, whole.joined(below: 0.2).graph] {
                var out = 0.0
                for node in graph.nodes {
                    let through = graph.through(node)
                    switch node {
                    case .inner: #expect(abs(through.in - through.out) < 0.05)
                    case .use, .held, .otherUses:
                        #expect(through.out == 0)
                        out += through.in
                    case .source, .start, .otherSources: #expect(through.in == 0)
                    }
                }
                #expect(abs(out - graph.total) < 0.05)
            }
            #expect(!hasCircle(whole))
        }
    }

    private func hasCircle(_ graph: MoneyGraph) -> Bool {
        // Taking off what nothing flows into leaves nothing exactly where there is no circle.
        var links = graph.links
        while let end = links.first(where: { link in !links.contains { $0.to == link.from } }) {
            links.removeAll { $0.from == end.from }
        }
        return !links.isEmpty
    }

    @Test("Small sources and uses are joined and named; one alone is not")
    func joined() {
        let graph = MoneyGraph(
            rows([
                ("outside:city-budget", "fund:a/1", "release", 980), ("outside:donors", "fund:a/1", "release", 20),
                ("fund:a/1", "outside:suppliers", "survey", 985), ("fund:a/1", "outside:lost", "writtenOff", 8),
                ("fund:a/1", "outside:diverted", "diversion", 7),
            ]))
        let (small, sources, uses) = graph.joined(below: 0.05)
        #expect(sources.isEmpty)
        #expect(Set(uses) == [.use("outside:lost"), .use("outside:diverted")])
        #expect(small.links.first { $0.to == .otherUses }?.yuan == 15)
        #expect(Set(small.links.first { $0.to == .otherUses }?.purposes ?? []) == ["writtenOff", "diversion"])
        #expect(small.total == graph.total)
    }
}

@Suite("Slices of a factor")
struct FactorSlicesTests {
    @Test("Numbers are cut into slices of equally many points, few values into as many")
    func numbers() {
        let points = (0..<24).map { (value: FactorValue.number(Double($0)), mean: 2 * Double($0)) }
        let slices = FactorSlices(points, count: 6).slices
        #expect(slices.map(\.value) == [1.5, 5.5, 9.5, 13.5, 17.5, 21.5])
        #expect(slices.map(\.estimate.mean) == [3, 11, 19, 27, 35, 43])
        let few = FactorSlices(points.map { (.number($0.mean > 20 ? 1 : 0), $0.mean) }).slices
        #expect(few.map(\.value) == [0, 1] && few.map(\.estimate.count) == [11, 13])
    }

    @Test("Words stand by value; points without a number are left out")
    func words() {
        let slices = FactorSlices([(.word("b"), 1), (.word("a"), 3), (.word("b"), 2), (.word("a"), .nan)]).slices
        #expect(slices.map(\.word) == ["a", "b"] && slices.map(\.estimate.mean) == [3, 1.5])
    }
}
