import Testing

@testable import Governance

@Suite("Observables")
struct ObservablesTests {
    @Test func theRegistryIsSound() {
        #expect(Set(Observable.all.map(\.key)).count == Observable.all.count)
        for observable in Observable.all {
            #expect(Observable.named(observable.key) == observable)
            #expect(!observable.unit.isEmpty && !observable.formula.isEmpty, "\(observable.key)")
            #expect(!observable.meaning.en.isEmpty, "\(observable.key)")
            #expect(observable.meaning.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(observable.key)")
        }
    }

    /// Where nothing was counted, shares are undefined and counts are 0; nothing else comes out.
    @Test func nothingCounted() {
        let values = Observable.values(Tally())
        #expect(values.count == Observable.all.count)
        #expect(values.allSatisfy { $0 == 0 || $0.isNaN })
    }

    @Test(arguments: 0..<6) func valuesLieInTheirRanges(number: Int) throws {
        let world = try World(.random(number), seed: 6, replicate: 0)
        for _ in 0..<8 {
            try world.advance()
            for values in [world.observe(), world.observe(community: 1)] {
                for (observable, value) in zip(Observable.all, values) where !value.isNaN {
                    #expect(value.isFinite)
                    if let range = observable.range {
                        #expect(
                            range.lowerBound - 1e-9 <= value && value <= range.upperBound + 1e-9, "\(observable.key)")
                    }
                }
            }
        }
    }

    /// Demand 4, 4, 0 ... against supply 1, 6, 5: 5 matched; of 7 in excess 3 are missing elsewhere, 4 are beyond all.
    @Test func theThreeFailuresOfSupply() {
        var month = ServiceMonth()
        (month.demand[0], month.demand[1]) = (4, 4)
        (month.supply[0], month.supply[1], month.supply[2]) = (1, 6, 5)
        let balance = month.balance
        #expect(balance.demand == 8 && balance.matched == 5)
        #expect(balance.misplaced == 3 && balance.overreach == 4)
    }

    /// Half have no need and half are in full need: the Gini index is a half; all alike: none.
    @Test func gini() {
        func gini(_ needs: [Float]) -> Double {
            withResidents(needs.count) { residents, _ in
                for (i, need) in needs.enumerated() { residents.need[i] = SIMD8(repeating: need) }
                var tally = Tally()
                Recording.count(residents, into: &tally)
                return tally.gini
            }
        }
        #expect(isClose(gini([0, 0, 1, 1]), 0.5, within: 1 / 256))
        #expect(isClose(gini([0.4, 0.4, 0.4]), 0, within: 1e-12))
        // (sum over pairs of |difference|) / (2 n^2 mean) = 2 (0.5 + 1 + 0.5) / (2 x 9 x 0.5)
        #expect(isClose(gini([0, 0.5, 1]), 4.0 / 9, within: 1 / 128))
    }

    /// Rungs, and groups that fill the whole, add up.
    @Test func partsAddUp() throws {
        let world = try World.lived(.lively(), months: 3)
        func value(_ key: String) throws -> Double { try world.observe(key) }
        let rungs = try (0...4).map { try value("participation.rung\($0)") }
        #expect(isClose(rungs.reduce(0, +), 1))
        #expect(isClose(try value("participation.rung1plus"), 1 - rungs[0]))
        #expect(isClose(try value("participation.rung3plus"), rungs[3] + rungs[4]))
        #expect(isClose(try value("need.mean") + (try value("satisfaction")), 1))
        #expect(isClose(try value("match") + (try value("absent")), 1))
        let byDomain = try Domain.allCases.map { try value("need.\($0.rawValue)") }.reduce(0, +) / 8
        #expect(isClose(byDomain, try value("need.mean")))
    }
}
