import Numerics
import Testing

@testable import Analysis

/// Sensitivity indices against SALib's (PyPI: SALib) from the same sample matrix and results, to 1e-9.
@Suite(
    .enabled(if: Python.has("SALib"), "no Python with SALib: pip install SALib, or set COGOV_PYTHON to one that has it")
)
struct SALibTests {
    @Test(arguments: [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5, 9, 99])])
    func sobol(function: SensitivityTestFunction) throws {
        let matrix = try SaltelliMatrix(count: 128, dimensions: function.dimensions, secondOrder: true)
        let results = matrix.points.map { function($0) }
        let theirs = try SALib.answer(
            """
            from SALib.analyze import sobol
            found = sobol.analyze(problem, y, calc_second_order=True, num_resamples=10)
            d = problem['num_vars']
            answer = [*found['S1'], *found['ST'], *(found['S2'][j][k] for j in range(d) for k in range(j + 1, d))]
            """, points: matrix.points, results: results)
        let ours = try SobolIndices(results, on: matrix, resamples: 0, stream: SALib.stream)
        let values = (ours.first + ours.total + ours.second.joined()).map(\.value)
        #expect(values.count == theirs.count && zip(values, theirs).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func sobolWithoutSecondOrder() throws {
        let function = SensitivityTestFunction.ishigami
        let matrix = try SaltelliMatrix(count: 64, dimensions: 3)
        let results = matrix.points.map { function($0) }
        let theirs = try SALib.answer(
            """
            from SALib.analyze import sobol
            found = sobol.analyze(problem, y, calc_second_order=False, num_resamples=10)
            answer = [*found['S1'], *found['ST']]
            """, points: matrix.points, results: results)
        let ours = try SobolIndices(results, on: matrix, resamples: 0, stream: SALib.stream)
        #expect(zip((ours.first + ours.total).map(\.value), theirs).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test(arguments: [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5, 9, 99])], [4, 6])
    func morris(function: SensitivityTestFunction, levels: Int) throws {
        let sample = try MorrisTrajectories(
            count: 40, dimensions: function.dimensions, levels: levels, stream: SALib.stream)
        let results = sample.points.map { function($0) }
        let theirs = try SALib.answer(
            """
            from SALib.analyze import morris
            found = morris.analyze(problem, x, y, num_levels=\(levels), num_resamples=10)
            answer = [*found['mu'], *found['mu_star'], *found['sigma']]
            """, points: sample.points, results: results)
        let ours = try MorrisEffects(results, on: sample, resamples: 0, stream: SALib.stream).inputs
        let values = ours.map(\.mu) + ours.map(\.muStar) + ours.map(\.sigma)
        #expect(values.count == theirs.count && zip(values, theirs).allSatisfy { abs($0 - $1) < 1e-9 })
    }
}

extension SALibTests {
    /// SALib's slices are open above, so that the largest value of an input is in none; with the last edge moved up they are ours, and
    /// so are the indices. As SALib has it they differ by hundredths at the most.
    @Test(arguments: [SensitivityTestFunction.ishigami, .sobolG([0, 1, 4.5, 9, 99])])
    func pawn(function: SensitivityTestFunction) throws {
        let points = try LowDiscrepancy.sobol(count: 1000, dimensions: function.dimensions)
        let results = points.map { function($0) }
        let analysis = """
            from SALib.analyze import pawn
            answer = pawn.analyze(problem, x, y, S=10)['mean']
            """
        let closed = """
            quantile = np.nanquantile
            np.nanquantile = lambda values, at: np.append(quantile(values, at)[:10], np.inf)
            """
        let ours = try #require(PAWN(inputs: points, results: results)).indices
        let theirs = try SALib.answer(closed + "\n" + analysis, points: points, results: results)
        #expect(ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) < 1e-9 })
        let open = try SALib.answer(analysis, points: points, results: results)
        #expect(zip(ours, open).allSatisfy { abs($0 - $1) < 0.02 })
    }
}

enum SALib {
    static let stream = Stream(seed: 4, replicate: 0, name: "salib")

    private struct Given: Encodable {
        var x: [[Double]]
        var y: [Double]
    }

    /// What `answer` is after a script that finds `problem`, `x` and `y`.
    static func answer(_ script: String, points: [[Double]], results: [Double]) throws -> [Double] {
        let before = """
            import sys, json, warnings
            import numpy as np
            warnings.simplefilter('ignore')
            given = json.load(sys.stdin)
            x, y = np.array(given['x']), np.array(given['y'])
            d = x.shape[1]
            problem = {'num_vars': d, 'names': [f'x{i}' for i in range(d)], 'bounds': [[0, 1]] * d}
            """
        return try Python.run(
            before + "\n" + script + "\nprint(json.dumps([float(a) for a in answer]))", Given(x: points, y: results))
    }
}
