import Numerics
import Testing

@testable import Analysis

@Suite("Regression trees")
struct RegressionTreeTests {
    private let stream = Stream(seed: 1, replicate: 0, name: "folds")

    /// Three steps by two inputs out of five, with noise: the tree that cross-validation chooses asks for these and nothing else.
    @Test func stepsAreFoundAndNoiseIsNot() throws {
        let (table, _) = PRIMTests.cases(600) { _, _ in true }
        let values = Self.values(of: table) { x, noise in (x[0] < 0.4 ? 0 : x[2] < 0.7 ? 1 : 2) + 0.2 * noise }
        let tree = RegressionTree(table, values, stream: stream)
        #expect(tree.leaves.count == 3)
        #expect(tree.nodes[0].question.map { $0.input } == 0)
        if case .atMost(_, let limit)? = tree.nodes[0].question { #expect(abs(limit - 0.4) < 0.02) }
        #expect(tree.leaves.map { tree.nodes[$0].mean.rounded() } == [0, 1, 2])
        let explained = try #require(tree.explained)
        // Of the variance of 0, 1, 2 with probabilities 0.4, 0.42, 0.18 and noise of 0.04 some 93 % can be told.
        #expect(abs(explained - 0.93) < 0.03)
    }

    @Test func noiseAloneLeavesTheRoot() {
        let (table, _) = PRIMTests.cases(300) { _, _ in true }
        let tree = RegressionTree(table, Self.values(of: table) { $1 }, stream: stream)
        #expect(tree.leaves == [0])
    }

    /// Labels in the order of their means: of four the two with the higher mean stand together.
    @Test func labelsAreParted() {
        let words = (0..<400).map { ["a", "b", "c", "d"][$0 % 4] }
        let table = CaseTable([.init(id: "w", values: .words(words))])
        let tree = RegressionTree(table, words.map { "ac".contains($0) ? 1 : 0 }, stream: stream)
        #expect(tree.nodes[0].question == .among(input: 0, [false, true, false, true]))
        #expect(tree.leaves.count == 2 && tree.explained == 1)
    }

    /// Nested: each subtree has fewer leaves at a greater weight and a greater error in the cases themselves.
    @Test func prunedTreesAreNested() {
        let (table, _) = PRIMTests.cases(400) { _, _ in true }
        let tree = RegressionTree(table, Self.values(of: table) { $0[0] + $0[1] * $0[2] + 0.3 * $1 }, stream: stream)
        for (a, b) in zip(tree.pruning, tree.pruning.dropFirst()) {
            #expect(a.alpha < b.alpha && a.leaves > b.leaves && a.error < b.error)
        }
        #expect(tree.pruning.last?.leaves == 1)
    }

    static func values(of table: CaseTable, _ value: ([Double], Double) -> Double) -> [Double] {
        let stream = Stream(seed: 2, replicate: 0, name: "noise")
        return (0..<table.count).map { row in
            let x = table.inputs.map { input -> Double in
                if case .numbers(let values) = input.values { values[row] } else { 0 }
            }
            var draws = stream.draws(agent: UInt64(row), month: 0)
            return value(x, draws.normal())
        }
    }
}

/// Against scikit-learn's tree (PyPI: scikit-learn) on the same cases: weights and errors of all pruned trees, and what they say.
@Suite(
    .enabled(if: Python.has("sklearn"), "no Python with scikit-learn: pip install scikit-learn, or set COGOV_PYTHON"))
struct TreeAgainstScikitTests {
    private struct Given: Encodable {
        var x: [[Double]]
        var y: [Double]
        var alpha: Double
    }

    private struct Answer: Decodable {
        var alphas: [Double]
        var errors: [Double]
        var said: [Double]
    }

    @Test func pruningAndPrediction() throws {
        let (drawn, _) = PRIMTests.cases(300, seed: 8) { _, _ in true }
        // scikit-learn reads inputs in single precision.
        let table = CaseTable(
            drawn.inputs.map { input in
                guard case .numbers(let values) = input.values else { return input }
                return .init(id: input.id, values: .numbers(values.map { Double(Float($0)) }))
            })
        let values = RegressionTreeTests.values(of: table) { $0[0] * $0[1] + ($0[3] > 0.6 ? 1 : 0) + 0.3 * $1 }
        let whole = RegressionTree(growing: table, values, rows: Array(0..<table.count), least: 5)
        let middle = whole.pruning.count / 2
        let alpha = (whole.pruning[middle].alpha + whole.pruning[middle + 1].alpha) / 2
        let rows = (0..<table.count).map { row in
            table.inputs.map { input -> Double in
                if case .numbers(let values) = input.values { values[row] } else { 0 }
            }
        }
        let theirs: Answer = try Python.run(
            """
            import sys, json
            import numpy as np
            from sklearn.tree import DecisionTreeRegressor
            given = json.load(sys.stdin)
            x, y = np.array(given['x']), np.array(given['y'])
            path = DecisionTreeRegressor(min_samples_leaf=5, random_state=0).cost_complexity_pruning_path(x, y)
            tree = DecisionTreeRegressor(min_samples_leaf=5, random_state=0, ccp_alpha=given['alpha']).fit(x, y)
            print(json.dumps({'alphas': list(path.ccp_alphas), 'errors': list(path.impurities), 'said': list(tree.predict(x))}))
            """, Given(x: rows, y: values, alpha: alpha))
        #expect(whole.pruning.count == theirs.alphas.count)
        for (ours, theirs) in zip(whole.pruning, zip(theirs.alphas, theirs.errors)) {
            #expect(abs(ours.alpha - theirs.0) < 1e-9 && abs(ours.error - theirs.1) < 1e-9)
        }
        for row in rows.indices {
            #expect(abs(whole.mean(of: row, in: table, alpha: alpha) - theirs.said[row]) < 1e-9)
        }
    }
}
