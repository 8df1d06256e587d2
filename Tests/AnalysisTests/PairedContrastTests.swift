import Governance
import Testing

@testable import Analysis

@Suite("Contrasts of two scenarios")
struct PairedContrastTests {
    /// Estimates whose interval is the mean ± 1, or that have none.
    private func estimates(_ means: [Double?]) -> [Estimate] {
        means.map { mean in
            guard let mean else { return Estimate(of: []) }
            return Estimate(of: [mean - 0.1, mean, mean + 0.1])
        }
    }

    private func lasting(_ means: [Double?]) -> PairedContrast.LastingDifference? {
        PairedContrast.lastingDifference(in: estimates(means))
    }

    @Test("The first month from which the interval stays above 0")
    func above() {
        #expect(lasting([0, 5, 0, 5, 5, 5]) == .init(direction: .above, month: 4))
        #expect(lasting([5, 5]) == .init(direction: .above, month: 1))
    }

    @Test("Or below; a turn of sign begins anew")
    func below() {
        #expect(lasting([0, 5, -5, -5]) == .init(direction: .below, month: 3))
    }

    @Test("A difference that is gone at the end does not last")
    func gone() {
        #expect(lasting([5, 5, 0]) == nil)
        #expect(lasting([]) == nil)
    }

    @Test("A month without an interval breaks the row")
    func undefined() {
        #expect(lasting([5, nil, 5]) == .init(direction: .above, month: 3))
        #expect(lasting([5, 5, nil]) == nil)
    }

    @Test("Replicate r of one is paired with replicate r of the other, over the months that both run")
    func pairing() {
        var table = SeriesTable(
            scenarios: [.test("a", months: 3), .test("b", months: 2)], observables: Array(Observable.all.prefix(2)),
            replicates: 2)
        for (replicate, level) in [10.0, 20].enumerated() {
            for month in 1...3 { table[scenario: 0, replicate: replicate, month: month, observable: 1] = level }
            for month in 1...2 {
                table[scenario: 1, replicate: replicate, month: month, observable: 1] = level + Double(month)
            }
        }
        let contrast = PairedContrast(table, baseline: 0, other: 1)
        #expect(contrast.months == 2)
        let differences = contrast.differences(observable: 1)
        #expect(differences.map(\.difference.mean) == [1, 2])
        #expect(differences.map(\.difference.interval) == [1...1, 2...2])
        #expect(contrast.lastingDifference(observable: 1) == .init(direction: .above, month: 1))
        #expect(contrast.difference(observable: 0, month: 1).dropped == 2)
    }

    @Test("Summary months end with the last, and none comes twice")
    func months() {
        #expect(summaryMonths(of: 60) == [12, 24, 36, 60])
        #expect(summaryMonths(of: 36) == [12, 24, 36])
        #expect(summaryMonths(of: 5) == [5])
        #expect(summaryMonths(of: 0) == [])
        #expect(summaryMonths(of: 48, wanted: [40, 6, 0]) == [6, 40, 48])
    }
}
