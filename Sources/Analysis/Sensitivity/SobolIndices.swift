public import Numerics

/// Sobol's sensitivity indices: which part of a result's variance goes back to which input.
///
///     first order   S_j  = mean(y_B (y_ABj - y_A)) / V          the input alone
///     total         ST_j = mean((y_A - y_ABj)^2) / (2 V)        with all its interactions
///     second order  S_jk = mean(y_BAj y_ABk - y_A y_B) / V - S_j - S_k
///
/// V is the variance of the results on A and B together. Results are first brought to mean 0 and standard deviation 1 over all
/// rows, as the estimators are biased where the mean is far from 0. Standard errors are those of resampled base points.
///
/// Jansen's first order instead, S_j = 1 - mean((y_B - y_ABj)^2) / (2 V), varies less for inputs that matter much, and more for those that matter
/// little.
///
/// Sources: Saltelli et al. (2010), Computer Physics Communications 181(2), for the first order; Jansen (1999), ibid. 117, for the
/// total and the other first order; Saltelli (2002), ibid. 145(2), for the second. Conventions as in SALib.
public struct SobolIndices: Sendable, Equatable {
    /// How first-order indices are estimated.
    public enum Estimator: String, Sendable, CaseIterable { case saltelli, jansen }

    /// An index and how sure it is.
    public struct Index: Sendable, Equatable {
        public let value: Double
        /// Of resampling; 0 where nothing was resampled.
        public let standardError: Double

        /// The normal interval of that confidence, above 0 and below 1.
        public func interval(confidence: Double = Estimate.usualConfidence) -> ClosedRange<Double> {
            let half = StandardNormal.quantile(0.5 + confidence / 2) * standardError
            return (value - half)...(value + half)
        }
    }

    /// One index an input.
    public let first: [Index]
    /// One index an input.
    public let total: [Index]
    /// The index of inputs j < k at place `[j][k - j - 1]`; empty where the sample was not made for it.
    public let second: [[Index]]

    /// The indices from the results at the points of a ``SaltelliMatrix``, in their order.
    ///
    /// Where the results do not vary, all indices are 0.
    ///
    /// - Parameters:
    ///   - results: finite, one a point.
    ///   - resamples: how many bootstrap samples standard errors rest on; 0 for none.
    ///   - stream: tells which base points are resampled; agent r of month 0 draws sample r.
    /// - Throws: `NumericsError.outOfRange` where results are missing or not finite.
    public init(
        _ results: [Double], on matrix: SaltelliMatrix, estimator: Estimator = .saltelli, resamples: Int = 200,
        stream: Stream
    ) throws(NumericsError) {
        try self.init(
            results, dimensions: matrix.dimensions, secondOrder: matrix.secondOrder, estimator: estimator,
            resamples: resamples, stream: stream)
    }

    /// The same from the results alone, in the order of a ``SaltelliMatrix`` of so many inputs.
    ///
    /// - Throws: `NumericsError.outOfRange` where the number of results is no multiple of a base point's rows, or one is not
    ///   finite.
    public init(
        _ results: [Double], dimensions: Int, secondOrder: Bool, estimator: Estimator = .saltelli, resamples: Int = 200,
        stream: Stream
    ) throws(NumericsError) {
        let rows = SaltelliMatrix.rowsPerPoint(dimensions: dimensions, secondOrder: secondOrder)
        guard dimensions >= 1, !results.isEmpty, results.count.isMultiple(of: rows) else {
            throw .outOfRange(
                argument: "the number of results", found: Double(results.count), wanted: "a multiple of \(rows)")
        }
        if let wrong = results.first(where: { !$0.isFinite }) {
            throw .outOfRange(argument: "a result", found: wrong, wanted: "finite")
        }
        let sample = Sample(
            Self.standardised(results), dimensions: dimensions, rows: rows, secondOrder: secondOrder,
            estimator: estimator)
        let all = Array(0..<sample.count)
        let whole = sample.estimates(over: all)
        var sums = [Double](repeating: 0, count: whole.count)
        var squares = sums
        for r in 0..<resamples {
            var draws = stream.draws(agent: UInt64(r), month: 0)
            let drawn = all.map { _ in draws.integer(below: all.count) }
            for (place, value) in sample.estimates(over: drawn).enumerated() {
                // About the whole sample's value, so that squares do not cancel.
                sums[place] += value - whole[place]
                squares[place] += (value - whole[place]) * (value - whole[place])
            }
        }
        let indices = whole.indices.map { place in
            let n = Double(resamples)
            let variance = resamples > 1 ? (squares[place] - sums[place] * sums[place] / n) / (n - 1) : 0
            return Index(value: whole[place], standardError: max(0, variance).squareRoot())
        }
        first = Array(indices.prefix(dimensions))
        total = Array(indices.dropFirst(dimensions).prefix(dimensions))
        var left = indices.dropFirst(2 * dimensions)
        second =
            secondOrder
            ? (0..<dimensions).map { j in
                defer { left = left.dropFirst(dimensions - j - 1) }
                return Array(left.prefix(dimensions - j - 1))
            } : []
    }

    private static func standardised(_ results: [Double]) -> [Double] {
        let mean = results.reduce(0, +) / Double(results.count)
        let variance = results.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(results.count)
        let sd = variance.squareRoot()
        return results.map { sd > 0 ? ($0 - mean) / sd : 0 }
    }
}

extension SobolIndices {
    /// Results by base point.
    private struct Sample {
        private let results: [Double]
        private let dimensions: Int
        private let rows: Int
        private let secondOrder: Bool
        private let estimator: Estimator
        var count: Int { results.count / rows }

        init(_ results: [Double], dimensions: Int, rows: Int, secondOrder: Bool, estimator: Estimator) {
            self.estimator = estimator
            self.results = results
            self.dimensions = dimensions
            self.rows = rows
            self.secondOrder = secondOrder
        }

        /// First orders, totals, second orders, over these base points (one may come several times).
        func estimates(over points: [Int]) -> [Double] {
            let variance = variance(over: points)
            guard variance > 0 else { return [Double](repeating: 0, count: 2 * dimensions + pairs) }
            func mean(_ term: (Int) -> Double) -> Double {
                points.reduce(0) { $0 + term($1 * rows) } / Double(points.count) / variance
            }
            let b = rows - 1
            let first = (0..<dimensions).map { j in
                switch estimator {
                case .saltelli: mean { results[$0 + b] * (results[$0 + 1 + j] - results[$0]) }
                case .jansen:
                    1 - mean { (results[$0 + b] - results[$0 + 1 + j]) * (results[$0 + b] - results[$0 + 1 + j]) } / 2
                }
            }
            let total = (0..<dimensions).map { j in
                mean { (results[$0] - results[$0 + 1 + j]) * (results[$0] - results[$0 + 1 + j]) } / 2
            }
            guard secondOrder else { return first + total }
            var second: [Double] = []
            for j in 0..<dimensions {
                for k in (j + 1)..<max(j + 1, dimensions) {
                    let both = mean {
                        results[$0 + 1 + dimensions + j] * results[$0 + 1 + k] - results[$0] * results[$0 + b]
                    }
                    second.append(both - first[j] - first[k])
                }
            }
            return first + total + second
        }

        private var pairs: Int { secondOrder ? dimensions * (dimensions - 1) / 2 : 0 }

        private func variance(over points: [Int]) -> Double {
            let n = Double(2 * points.count)
            let mean = points.reduce(0) { $0 + results[$1 * rows] + results[$1 * rows + rows - 1] } / n
            return points.reduce(0) { sum, point in
                let (a, b) = (results[point * rows] - mean, results[point * rows + rows - 1] - mean)
                return sum + a * a + b * b
            } / n
        }
    }
}
