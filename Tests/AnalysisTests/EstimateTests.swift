import Testing

@testable import Analysis

@Suite("Mean and t interval of a sample")
struct EstimateTests {
    @Test("1 to 5: mean 3, s 1.5811, half width 2.776 s / sqrt 5")
    func worked() throws {
        let estimate = Estimate(of: [1, 2, 3, 4, 5])
        #expect(estimate.mean == 3)
        #expect(abs(try #require(estimate.standardDeviation) - 1.581_138_8) < 1e-6)
        let interval = try #require(estimate.interval)
        #expect(abs(interval.lowerBound - 1.036_757) < 1e-5)
        #expect(abs(interval.upperBound - 4.963_243) < 1e-5)
    }

    /// Two-sided critical values of Student's t from the published table (Fisher and Yates).
    @Test(
        "Half widths follow the published t table",
        arguments: [
            (2, 0.95, 12.706), (3, 0.95, 4.303), (5, 0.95, 2.776), (10, 0.95, 2.262), (20, 0.95, 2.093),
            (31, 0.95, 2.042), (10, 0.99, 3.250), (10, 0.90, 1.833),
        ])
    func table(count: Int, confidence: Double, critical: Double) throws {
        let estimate = Estimate(of: (0..<count).map(Double.init), confidence: confidence)
        let interval = try #require(estimate.interval)
        let deviation = try #require(estimate.standardDeviation)
        let half = (interval.upperBound - interval.lowerBound) / 2
        #expect(abs(half * Double(count).squareRoot() / deviation - critical) < 0.0006)
    }

    @Test("One replicate has a mean and no interval")
    func single() {
        let estimate = Estimate(of: [0.25])
        #expect(estimate.mean == 0.25)
        #expect(estimate.interval == nil)
        #expect(estimate.standardDeviation == nil)
        #expect(!estimate.excludesZero)
    }

    @Test("Undefined numbers are left out and not counted")
    func undefined() {
        let estimate = Estimate(of: [.nan, 1, .infinity, 3])
        #expect(estimate.count == 2)
        #expect(estimate.mean == 2)
        #expect(Estimate(of: [.nan]).mean.isNaN)
        #expect(Estimate(of: []).count == 0)
    }

    @Test("Equal numbers give an interval of no width at their value")
    func constant() {
        let estimate = Estimate(of: [0.1, 0.1, 0.1])
        #expect(estimate.interval == 0.1...0.1)
        #expect(estimate.standardDeviation == 0)
        #expect(estimate.isAboveZero)
        #expect(!Estimate(of: [0, 0, 0]).excludesZero)
    }
}

@Suite("Tests against 0")
struct ProbabilityUnderZeroTests {
    @Test("At most 5 % just where the 95 % interval leaves 0 out")
    func interval() throws {
        for shift in stride(from: -3.0, through: 3, by: 0.25) {
            let estimate = Estimate(of: [shift - 1, shift, shift + 1.5, shift + 0.2])
            let probability = try #require(estimate.probabilityUnderZero)
            #expect((probability <= 0.05) == estimate.excludesZero)
        }
    }

    @Test("Numbers that do not vary are 0 or are not; a single one tells nothing")
    func constant() {
        #expect(Estimate(of: [2, 2, 2]).probabilityUnderZero == 0)
        #expect(Estimate(of: [0, 0]).probabilityUnderZero == 1)
        #expect(Estimate(of: [2]).probabilityUnderZero == nil)
    }
}
