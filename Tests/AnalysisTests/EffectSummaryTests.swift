import Governance
import Testing

@testable import Analysis

@Suite("How large differences are")
struct EffectSummaryTests {
    /// Two scenarios of three months and two replicates, by hand; the third month of one replicate is undefined.
    @Test func areaAndEffects() throws {
        let scenarios = ["a", "b"].map {
            SeriesTable.Scenario(id: $0, title: Text(en: $0, zh: $0), start: YearMonth(year: 2000, month: 1), months: 3)
        }
        let table = try SeriesTable(
            scenarios: scenarios, observables: [try #require(Observable.named("need.mean"))], replicates: 2,
            values: [1, 1, 1, 2, 2, 2, 2, 4, 4, 3, 5, .nan])
        var bootstraps: [Int: Bootstrap] = [:]
        let effects = PairedContrast(table, baseline: 0, other: 1).effects(observable: 0, &bootstraps)
        #expect(effects.map(\.month) == [3, nil])
        // Replicate 1: 1 + 3 + 3; replicate 2: 1 + 3, as the third month has no value.
        #expect(effects[1].paired.difference.mean == 5.5 && effects[1].paired.pairs == 2)
        #expect(effects[0].paired.pairs == 1 && effects[0].averageEffect == nil && effects[0].bootstrap == nil)
        // Sums are 3, 4 and 10, 8: standard deviations 1 / sqrt 2 and sqrt 2.
        let spread = (0.5.squareRoot() + 2.0.squareRoot()) / 2
        #expect(abs(try #require(effects[1].averageEffect) - 5.5 / spread) < 1e-12)
    }
}
