import Governance
import Testing

@testable import Analysis

/// Replicate r differs from the baseline by what the test says, plus noise that sums to 0.
@Suite("Overviews")
struct OverviewTests {
    private static let keys = [
        "participation.rung1plus", "participation.rung2plus", "match", "money.diverted", "money.lost",
        "money.recovered", "money.granted", "money.pooled", "money.vouchers", "cost.perNeedMetAll", "needMet",
    ]

    private func table(gain: @escaping (Int) -> Double, months: [Int] = [24, 24, 24]) throws -> SeriesTable {
        var table = SeriesTable(
            scenarios: zip(["base", "open", "same"], months).map {
                .init(id: $0, title: Text(en: $0, zh: $0), start: YearMonth(year: 2000, month: 1), months: $1)
            }, observables: Self.keys.compactMap(Observable.named), replicates: 4)
        for scenario in 0..<3 {
            for replicate in 0..<4 {
                let noise = [0.01, -0.01, 0.02, -0.02][replicate]
                for month in 1...24 {
                    let more = scenario == 1 ? gain(month) + 0.1 * noise : 0
                    let flows: [Double] =
                        month == 3 || month == 15 ? [30, 20, 10, 300, 60, 40] : [0, 0, 0, 0, 0, 0]
                    try table.record(
                        [0.1 + noise, 0.2 + noise + more, Double(month)] + flows + [50, 2],
                        scenario: scenario, replicate: replicate, month: month)
                }
            }
        }
        return table
    }

    @Test("Levels of the last month of attention, flows of the year that ends with it")
    func levels() throws {
        let overview = Overview(try table { _ in 0.1 }, baseline: 0, attentionUntil: 20)
        #expect(overview.month == 20 && overview.end == 24 && overview.attentionMovesOn)
        func level(_ key: String, _ row: Int) throws -> Double {
            let place = try #require(overview.measures.firstIndex { $0.key == key })
            return overview.rows[row].levels[place].mean
        }
        #expect(abs(try level("participation.rung2plus", 1) - 0.3) < 1e-12)
        #expect(abs(try level("match", 0) - 14.5) < 1e-12)
        // 40 of 400 went astray; 50 yuan a unit, 2 units a resident and month.
        #expect(abs(try level("leakage", 0) - 0.1) < 1e-12)
        #expect(abs(try level("money.public", 2) - 1200) < 1e-9)
    }

    @Test("The baseline comes first; measures of which the table lacks observables are left out")
    func rows() throws {
        let overview = Overview(try table { _ in 0.1 }, baseline: 1)
        #expect(overview.rows.map(\.scenario) == [1, 0, 2])
        #expect(overview.rows[0].changes.isEmpty && overview.rows[0].persistence == nil)
        #expect(
            overview.measures.map(\.key)
                == ["participation.rung1plus", "participation.rung2plus", "match", "money.public", "leakage"])
        #expect(overview.comparisons == 2 * 5)
    }

    @Test("What differs is clear together, what does not is not; equal runs have p-value 1")
    func marks() throws {
        let overview = Overview(try table { _ in 0.1 }, baseline: 0)
        let place = try #require(overview.measures.firstIndex { $0.key == "participation.rung2plus" })
        #expect(overview.rows[1].changes[place].isClearTogether)
        #expect(overview.rows[2].changes.allSatisfy { $0.adjusted == 1 && !$0.isClearTogether })
    }

    @Test("Persistence: the share of the gain that is left, none where nothing was gained")
    func persistence() throws {
        let table = try table { $0 <= 20 ? 0.1 : 0.04 }
        let overview = Overview(table, baseline: 0, attentionUntil: 20)
        #expect(abs(try #require(overview.rows[1].persistence?.share).ratio - 0.4) < 1e-12)
        #expect(overview.rows[2].persistence != nil && overview.rows[2].persistence?.share == nil)
        let loss = Overview(try self.table { _ in -0.1 }, baseline: 0, attentionUntil: 20)
        #expect(loss.rows[1].persistence?.share == nil)
    }

    @Test("Attention that ends with the run or after it does not move on", arguments: [24, 30, nil])
    func attentionStays(month: Int?) throws {
        let overview = Overview(try table { _ in 0.1 }, baseline: 0, attentionUntil: month)
        #expect(overview.month == 24 && !overview.attentionMovesOn)
        #expect(overview.rows.allSatisfy { $0.persistence == nil })
    }

    @Test("Runs of unequal length are compared in the last month that all have")
    func lengths() throws {
        let overview = Overview(try table(gain: { _ in 0.1 }, months: [24, 18, 24]), baseline: 0)
        #expect(overview.month == 18 && overview.end == 18)
    }
}

@Suite("Measures of an overview")
struct OverviewMeasureTests {
    @Test("All that are meant are there, made from observables of the model, each once")
    func known() {
        #expect(OverviewMeasure.all.count == 13)
        #expect(Set(OverviewMeasure.all.map(\.key)).count == 13)
        for key in OverviewMeasure.all.flatMap(\.sources) + [OverviewMeasure.lasting] {
            #expect(Observable.named(key) != nil, "\(key)")
        }
    }

    @Test("A month without a value is left out of the year's mean; a year without any has none")
    func undefined() throws {
        let cost = try #require(OverviewMeasure.all.first { $0.key == "cost.perNeedMet" })
        var table = SeriesTable(
            scenarios: [
                .init(id: "a", title: Text(en: "a", zh: "a"), start: YearMonth(year: 2000, month: 1), months: 14)
            ],
            observables: [try #require(Observable.named("cost.perNeedMet"))], replicates: 1)
        #expect(cost.value(in: table, scenario: 0, replicate: 0, month: 14).isNaN)
        for (month, value) in [(2, 1000.0), (3, 10), (14, 20)] {
            try table.record([value], scenario: 0, replicate: 0, month: month)
        }
        #expect(cost.value(in: table, scenario: 0, replicate: 0, month: 14) == 15)
    }
}
