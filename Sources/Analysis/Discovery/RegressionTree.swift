public import Numerics

/// A tree of questions on the inputs whose leaves tell the mean of a number, pruned to what cross-validation bears out.
///
/// Every node is split by the question that takes most from the sum of squares: of numbers whether they are below a limit, half way
/// between two values; of words whether they are among some labels, where it is enough to look at the labels in the order of their
/// means. It is grown until leaves have the least cases, then pruned by cost and complexity: the subtree T whose
///
///     R_a(T) = R(T) + a leaves(T),     R(T) = sum of squares / cases,
///
/// is least is smaller for greater a, and they are nested. a is chosen by cross-validation over `folds` parts: the
/// greatest whose error is within one standard error of the least.
///
/// Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees, chapters 3, 8 and 9.4.
public struct RegressionTree: Sendable {
    /// Nodes; the root is the first.
    public let nodes: [Node]
    /// The weight of complexity that was chosen.
    public let alpha: Double
    /// The nested subtrees, from the whole tree to the root alone.
    public let pruning: [Pruned]

    public struct Node: Sendable {
        public let cases: [Int]
        public let mean: Double
        /// The sum of squares about the mean.
        public let squares: Double
        public internal(set) var question: Question?
        /// Places of the nodes to which those go of whom the question holds, and the others.
        public internal(set) var yes = 0
        public internal(set) var no = 0
        /// The weight of complexity from which on it is a leaf.
        public internal(set) var pruned = 0.0
    }

    /// Whether a case goes to the first of two nodes.
    public enum Question: Sendable, Equatable {
        /// The number of that input is at most the limit.
        case atMost(input: Int, Double)
        /// By label.
        case among(input: Int, [Bool])

        public var input: Int {
            switch self {
            case .atMost(let input, _), .among(let input, _): input
            }
        }

        func holds(_ row: Int, of table: CaseTable) -> Bool {
            switch (self, table.inputs[input].values) {
            case (.atMost(_, let limit), .numbers(let values)): values[row] <= limit
            case (.among(_, let labels), .words(let places, _)): labels[places[row]]
            default: false
            }
        }
    }

    /// A subtree, and what is known of it.
    public struct Pruned: Sendable, Equatable {
        /// The least weight of complexity at which it is the best.
        public let alpha: Double
        public let leaves: Int
        /// The mean of squares in the cases themselves.
        public let error: Double
        /// The same in cases that were left out, and its standard error; nil without cross-validation.
        public internal(set) var validated: (error: Double, standardError: Double)?

        public static func == (a: Pruned, b: Pruned) -> Bool {
            (a.alpha, a.leaves, a.error, a.validated?.error, a.validated?.standardError)
                == (b.alpha, b.leaves, b.error, b.validated?.error, b.validated?.standardError)
        }
    }

    /// The whole tree, pruned at a weight.
    ///
    /// - Parameter least: cases that a leaf has at the least; nil takes a hundredth of all, at least 5.
    init(growing table: CaseTable, _ values: [Double], rows: [Int], least: Int? = nil, alpha: Double = 0) {
        var growth = Growth(table: table, values: values, least: least ?? max(5, table.count / 100))
        growth.grow(rows)
        pruning = growth.prune()
        nodes = growth.nodes
        self.alpha = alpha
    }

    /// The tree that cross-validation chooses.
    ///
    /// - Parameters:
    ///   - values: finite, one a case.
    ///   - stream: by which cases are dealt to the folds.
    public init(
        _ table: CaseTable, _ values: [Double], least: Int? = nil, folds: Int = 10, stream: Stream
    ) {
        let rows = Array(0..<table.count)
        let whole = RegressionTree(growing: table, values, rows: rows, least: least)
        let weights = whole.pruning.map(\.alpha)
        // Between two weights the same subtree is best; trees of other cases are asked in the middle.
        let asked = weights.indices.map { k in
            k + 1 < weights.count ? (weights[k] * weights[k + 1]).squareRoot() : .infinity
        }
        var dealt = rows
        var draws = stream.draws(agent: 0, month: 0)
        draws.shuffle(&dealt)
        var errors = [[Double]](repeating: [Double](repeating: 0, count: table.count), count: weights.count)
        for fold in 0..<folds {
            let isOut = dealt.indices.map { $0 % folds == fold }
            let others = RegressionTree(
                growing: table, values, rows: dealt.indices.filter { !isOut[$0] }.map { dealt[$0] }.sorted(),
                least: least)
            for place in dealt.indices where isOut[place] {
                let row = dealt[place]
                for (k, weight) in asked.enumerated() {
                    let miss = values[row] - others.mean(of: row, in: table, alpha: weight)
                    errors[k][row] = miss * miss
                }
            }
        }
        var pruning = whole.pruning
        for k in pruning.indices {
            let mean = errors[k].reduce(0, +) / Double(table.count)
            let spread = errors[k].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, table.count - 1))
            pruning[k].validated = (mean, (spread / Double(table.count)).squareRoot())
        }
        nodes = whole.nodes
        self.pruning = pruning
        let best = pruning.compactMap(\.validated).min { $0.error < $1.error }
        let bound = best.map { $0.error + $0.standardError } ?? .infinity
        alpha = pruning.last { ($0.validated?.error ?? .infinity) <= bound }?.alpha ?? 0
    }

    /// Whether a node has no question any more at the chosen weight.
    public func isLeaf(_ node: Int) -> Bool { isLeaf(node, alpha: alpha) }

    private func isLeaf(_ node: Int, alpha: Double) -> Bool {
        nodes[node].question == nil || nodes[node].pruned <= alpha
    }

    /// Leaves at the chosen weight, those of whom questions hold first.
    public var leaves: [Int] {
        func below(_ node: Int) -> [Int] {
            isLeaf(node) ? [node] : below(nodes[node].yes) + below(nodes[node].no)
        }
        return below(0)
    }

    /// What the tree says of a case.
    func mean(of row: Int, in table: CaseTable, alpha: Double? = nil) -> Double {
        var node = 0
        while !isLeaf(node, alpha: alpha ?? self.alpha), let question = nodes[node].question {
            node = question.holds(row, of: table) ? nodes[node].yes : nodes[node].no
        }
        return nodes[node].mean
    }

    /// The share of the variance that the chosen tree explains in cases that were left out; nil without cross-validation.
    public var explained: Double? {
        guard let own = pruning.last(where: { $0.alpha <= alpha })?.validated, let root = nodes.first, root.squares > 0
        else { return nil }
        return 1 - own.error / (root.squares / Double(root.cases.count))
    }
}
