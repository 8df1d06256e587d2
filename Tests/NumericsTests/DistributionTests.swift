import Foundation
import Numerics
import Testing

@Suite("Distributions against closed forms")
struct DistributionTests {
    /// A distribution with its distribution function in closed form, and points inside its range.
    struct Case: Sendable, CustomTestStringConvertible {
        let distribution: Distribution
        let points: [Double]
        let cdf: @Sendable (Double) -> Double
        var testDescription: String { "\(distribution)" }
    }

    static let cases = [
        Case(distribution: .normal(mean: 2, sd: 3), points: [-9, -1, 0, 2, 4, 11]) {
            0.5 * erfc((2 - $0) / (3 * 2.0.squareRoot()))
        },
        // One degree of freedom is Cauchy's distribution.
        Case(distribution: .studentT(freedom: 1), points: [-50, -1, -0.1, 0, 0.7, 30]) { 0.5 + atan($0) / .pi },
        Case(distribution: .studentT(freedom: 2), points: [-8, -1, 0, 0.3, 5]) {
            0.5 + 0.5 * $0 / (2 + $0 * $0).squareRoot()
        },
        Case(distribution: .chiSquare(freedom: 2), points: [0.01, 1, 5, 30]) { 1 - exp(-$0 / 2) },
        Case(distribution: .chiSquare(freedom: 1), points: [0.01, 1, 4]) { erf(($0 / 2).squareRoot()) },
        Case(distribution: .fisherF(numerator: 2, denominator: 6), points: [0.1, 1, 8]) { 1 - pow(1 + $0 / 3, -3) },
        Case(distribution: .fisherF(numerator: 2, denominator: 2), points: [0.1, 1, 8]) { $0 / (1 + $0) },
        Case(distribution: .beta(2.5, 1), points: [0.01, 0.4, 0.99]) { pow($0, 2.5) },
        Case(distribution: .beta(0.5, 0.5), points: [0.01, 0.4, 0.99]) { 2 / .pi * asin($0.squareRoot()) },
    ]

    @Test(arguments: cases)
    func distributionFunction(of example: Case) throws {
        for x in example.points {
            #expect(isClose(try example.distribution.cdf(x), to: example.cdf(x), within: 1e-13))
        }
    }

    /// The quantile of the closed form's probability is the point again, within 1e-9 of it.
    @Test(arguments: cases)
    func quantile(of example: Case) throws {
        for x in example.points {
            let found = try example.distribution.quantile(example.cdf(x))
            #expect(isClose(found, to: x, within: 1e-9 * max(abs(x), 0.1)))
        }
    }

    /// Percentage points as printed tables have them.
    @Test func tabledValues() throws {
        #expect(isClose(try Distribution.studentT(freedom: 9).quantile(0.975), to: 2.262_157, within: 1e-6))
        #expect(isClose(try Distribution.studentT(freedom: 19).quantile(0.975), to: 2.093_024, within: 1e-6))
        #expect(isClose(try Distribution.chiSquare(freedom: 10).quantile(0.95), to: 18.307_038, within: 1e-6))
        #expect(
            isClose(try Distribution.fisherF(numerator: 3, denominator: 12).quantile(0.95), to: 3.490_295, within: 1e-6)
        )
    }

    /// GSL alone finds no quantile for these.
    @Test(arguments: [Distribution.beta(1000, 5), .beta(100, 0.1), .chiSquare(freedom: 1e5), .chiSquare(freedom: 0.1)])
    func quantilesThatNeedASearch(distribution: Distribution) throws {
        for p in [0.01, 0.5] {
            #expect(isClose(try distribution.cdf(distribution.quantile(p)), to: p, within: 1e-9))
        }
    }

    @Test func theEndsOfTheRange() throws {
        #expect(try Distribution.normal(mean: 0, sd: 1).quantile(0) == -.infinity)
        #expect(try Distribution.studentT(freedom: 3).quantile(1) == .infinity)
        #expect(try Distribution.chiSquare(freedom: 3).quantile(0) == 0)
        #expect(try Distribution.beta(2, 3).quantile(1) == 1)
    }

    @Test(arguments: cases)
    func nothingLiesBeyondTheRange(of example: Case) throws {
        #expect(try example.distribution.cdf(-.infinity) == 0)
        #expect(try example.distribution.cdf(.infinity) == 1)
    }

    @Test func nothingLiesBelowZero() throws {
        #expect(try Distribution.beta(2, 3).cdf(-1) == 0)
        #expect(try Distribution.chiSquare(freedom: 3).cdf(-1) == 0)
        #expect(try Distribution.fisherF(numerator: 2, denominator: 3).cdf(-1) == 0)
    }

    @Test(arguments: [
        Distribution.normal(mean: .nan, sd: 1), .normal(mean: 0, sd: 0), .studentT(freedom: -1),
        .chiSquare(freedom: .infinity), .fisherF(numerator: 0.5, denominator: 1),
        .fisherF(numerator: 1, denominator: -1),
        .beta(0, 1), .beta(1, .nan),
    ])
    func wrongParametersAreRefused(distribution: Distribution) {
        #expect(throws: NumericsError.self) { try distribution.cdf(0.5) }
        #expect(throws: NumericsError.self) { try distribution.quantile(0.5) }
    }

    @Test func theErrorSaysWhatWouldBeRight() {
        let normal = Distribution.normal(mean: 0, sd: 1)
        #expect(throws: NumericsError.outOfRange(argument: "p", found: 1.5, wanted: "a probability from 0 to 1")) {
            try normal.quantile(1.5)
        }
        #expect(throws: NumericsError.self) { try normal.cdf(.nan) }
        let error = NumericsError.outOfRange(argument: "p", found: 1.5, wanted: "a probability from 0 to 1")
        #expect("\(error)" == "p is 1.5, but must be a probability from 0 to 1")
        #expect("\(NumericsError.failed(task: "this", reason: "that"))" == "this failed: that")
    }
}
