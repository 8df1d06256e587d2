import Foundation
import Numerics
import Testing

@testable import Analysis

/// Sensitivity indices against SALib's (PyPI: SALib) from the same sample matrix and results, to 1e-9. Needs a Python that can import
/// it: the one that the environment variable COGOV_PYTHON names, or `python3`.
@Suite(.enabled(if: SALib.isThere, "no Python with SALib: pip install SALib, or set COGOV_PYTHON to one that has it"))
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

    @Test(arguments: [4, 6])
    func morris(levels: Int) throws {
        let function = SensitivityTestFunction.ishigami
        let sample = try MorrisTrajectories(count: 40, dimensions: 3, levels: levels, stream: SALib.stream)
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
    /// SALib cuts slices at quantiles and leaves the largest value out of the last, we cut equal counts: on 1,000 points indices differ by
    /// hundredths at the most.
    @Test func pawn() throws {
        let function = SensitivityTestFunction.ishigami
        let points = try LowDiscrepancy.sobol(count: 1000, dimensions: 3)
        let results = points.map { function($0) }
        let theirs = try SALib.answer(
            """
            from SALib.analyze import pawn
            found = pawn.analyze(problem, x, y, S=10)
            answer = [*found['mean']] if 'mean' in found else [*found['median']]
            """, points: points, results: results)
        let ours = try #require(PAWN(inputs: points, results: results)).indices
        #expect(ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) < 0.02 })
    }
}

enum SALib {
    static let stream = Stream(seed: 4, replicate: 0, name: "salib")

    private static let python = ProcessInfo.processInfo.environment["COGOV_PYTHON"] ?? "python3"

    static let isThere = (try? run("import SALib; print('[]')", input: Data())) != nil

    /// What `answer` is after a script that finds `problem`, `x` and `y`.
    static func answer(_ script: String, points: [[Double]], results: [Double]) throws -> [Double] {
        let input = try JSONEncoder().encode(["x": points, "y": [results]])
        let before = """
            import sys, json, warnings
            import numpy as np
            warnings.simplefilter('ignore')
            given = json.load(sys.stdin)
            x, y = np.array(given['x']), np.array(given['y'][0])
            d = x.shape[1]
            problem = {'num_vars': d, 'names': [f'x{i}' for i in range(d)], 'bounds': [[0, 1]] * d}
            """
        return try run(before + "\n" + script + "\nprint(json.dumps([float(a) for a in answer]))", input: input)
    }

    private static func run(_ script: String, input: Data) throws -> [Double] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, "-c", script]
        let (given, told) = (Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = told
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Small enough for the pipe's buffer, or read by the script before it writes.
        try given.fileHandleForWriting.write(contentsOf: input)
        try given.fileHandleForWriting.close()
        let data = try told.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return try JSONDecoder().decode([Double].self, from: data)
    }
}
