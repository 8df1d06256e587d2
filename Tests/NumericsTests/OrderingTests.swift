import Numerics
import Testing

@Suite("Samplers: orders and samples")
struct OrderingTests {
    /// 100,000 shuffles of three: a false-alarm rate of 1e-6, and one order made 5 % likelier is caught.
    @Test func everyOrderIsEquallyLikely() {
        let orders = Goodness.draw(100_000, "shuffle") { draws in
            var elements = [0, 1, 2]
            draws.shuffle(&elements)
            return elements[0] * 2 + (elements[1] > elements[2] ? 1 : 0)
        }
        let tally = Goodness.tally(orders, cells: 6)
        #expect(!Goodness.rejects(counts: tally, probabilities: .init(repeating: 1.0 / 6, count: 6)))
        #expect(Goodness.rejects(counts: tally, probabilities: [1.05 / 6] + .init(repeating: 0.99 / 6, count: 5)))
    }

    /// Pairs in order from 4 (all places kept) and from 20 (only those swapped).
    @Test(arguments: [4, 20])
    func everySampleIsEquallyLikely(population: Int) {
        let pairs = Goodness.draw(60_000, "pairs \(population)") { draws in
            let pair = draws.sample(2, of: population)
            return pair[0] * (population - 1) + (pair[1] > pair[0] ? pair[1] - 1 : pair[1])
        }
        let cells = population * (population - 1)
        let tally = Goodness.tally(pairs, cells: cells)
        #expect(!Goodness.rejects(counts: tally, probabilities: .init(repeating: 1 / Double(cells), count: cells)))
    }

    @Test func keepingOnlySwappedPlacesChangesNothing() {
        for agent in 0..<50 as Range<UInt64> {
            let stream = Stream(seed: 1, replicate: 0, name: "sample")
            var draws = stream.draws(agent: agent, month: 1)
            var same = stream.draws(agent: agent, month: 1)
            let sparse = draws.sample(10, of: 80)
            var numbers = Array(0..<80)
            for i in 0..<10 { numbers.swapAt(i, i + same.integer(below: 80 - i)) }
            #expect(sparse == Array(numbers.prefix(10)))
            #expect(Set(sparse).count == 10)
        }
    }

    @Test func allAndNone() {
        var draws = Stream(seed: 1, replicate: 0, name: "ends").draws(agent: 1, month: 1)
        #expect(draws.sample(0, of: 0).isEmpty && draws.sample(0, of: 5).isEmpty)
        #expect(draws.sample(5, of: 5).sorted() == [0, 1, 2, 3, 4])
        var empty: [Int] = []
        draws.shuffle(&empty)
        #expect(empty.isEmpty)
    }
}
