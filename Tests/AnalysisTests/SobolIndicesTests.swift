import Numerics
import Testing

@testable import Analysis

@Suite("Sobol indices")
struct SobolIndicesTests {
    let stream = Stream(seed: 2, replicate: 0, name: "bootstrap")

    /// y = 2 x1 + x2 on a base that is even in every coordinate: S = 4/5, 1/5 and no interaction.
    @Test func anAdditiveFunction() throws {
        let matrix = try SaltelliMatrix(count: 1024, dimensions: 2, secondOrder: true)
        let indices = try SobolIndices(matrix.points.map { 2 * $0[0] + $0[1] }, on: matrix, stream: stream)
        for (found, exact) in zip(indices.first + indices.total, [0.8, 0.2, 0.8, 0.2]) {
            #expect(abs(found.value - exact) < 0.003)
        }
        #expect(indices.second.map(\.count) == [1, 0] && abs(indices.second[0][0].value) < 0.003)
    }

    /// By hand: two base points of one input; y on A, AB, B is 0, 1, 1 and 2, 3, 3.
    @Test func twoPointsByHand() throws {
        let indices = try SobolIndices(
            [0, 1, 1, 2, 3, 3], dimensions: 1, secondOrder: false, resamples: 0, stream: stream)
        // Mean 5/3; centred B is -2/3, 4/3, differences are 1: mean (-2/3 + 4/3)/2 = 1/3. V of 0, 1, 2, 3 is 5/4.
        #expect(abs(indices.first[0].value - 1.0 / 3 / 1.25) < 1e-14)
        #expect(abs(indices.total[0].value - 0.5 / 1.25) < 1e-14)
        #expect(indices.first[0].standardError == 0)
    }

    /// With 4,096 even points the errors are a few thousandths; independent ones would be off by two hundredths.
    @Test(arguments: [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5, 9])])
    func knownIndices(function: SensitivityTestFunction) throws {
        let matrix = try SaltelliMatrix(count: 4096, dimensions: function.dimensions, secondOrder: true)
        let indices = try SobolIndices(matrix.points.map { function($0) }, on: matrix, resamples: 0, stream: stream)
        for (found, exact) in zip(indices.first + indices.total, function.first + function.total) {
            #expect(abs(found.value - exact) < 0.01, "\(function.name)")
        }
        for (found, exact) in zip(indices.second.joined(), function.second.joined()) {
            #expect(abs(found.value - exact) < 0.01, "\(function.name)")
        }
    }

    /// With independent points, the standard error is that of repeated samples: 40 of 200 points each; the ratio of the two has a
    /// standard error of about 0.12.
    @Test func standardErrorsTellTheSpreadOfSamples() throws {
        let (count, function) = (200, SensitivityTestFunction.ishigami)
        var values: [Double] = []
        var told: [Double] = []
        for sample in 0..<40 {
            var draws = Stream(seed: 5, replicate: UInt32(sample), name: "points").draws(agent: 0, month: 0)
            let base = (0..<count).map { _ in (0..<6).map { _ in draws.uniform() } }
            let matrix = try SaltelliMatrix(base: base)
            let indices = try SobolIndices(
                matrix.points.map { function($0) }, on: matrix, resamples: 40, stream: stream)
            values.append(indices.total[0].value)
            told.append(indices.total[0].standardError)
        }
        let ratio = try #require(Statistics.mean(told)) / #require(Statistics.standardDeviation(values))
        #expect((0.55...1.6).contains(ratio))
    }

    @Test func nothingVaries() throws {
        let indices = try SobolIndices(
            [Double](repeating: 7, count: 12), dimensions: 2, secondOrder: true, stream: stream)
        #expect((indices.first + indices.total).allSatisfy { $0.value == 0 })
    }

    @Test func wrongResultsAreRefused() {
        for wrong in [[], [1, 2], [1, 2, 3, .nan]] {
            #expect(throws: NumericsError.self) {
                try SobolIndices(wrong, dimensions: 2, secondOrder: false, stream: stream)
            }
        }
    }
}
