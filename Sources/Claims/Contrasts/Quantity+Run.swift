import Numerics
public import Scenarios

extension Claim.Quantity {
    /// The number that one run gives; NaN where it has none.
    ///
    /// - Parameter column: an observable's values month by month, from month 1; NaN where undefined.
    public func value(in column: (_ observable: String) -> [Double]) -> Double {
        let own = window(of: column(observable))
        switch statistic {
        case .mean: return Statistics.mean(own.filter(\.isFinite)) ?? .nan
        case .sum:
            let defined = own.filter(\.isFinite)
            return defined.isEmpty ? .nan : defined.reduce(0, +)
        case .leadLag: return lead(of: own, over: window(of: column(behind ?? observable)))
        }
    }

    private func window(of months: [Double]) -> [Double] {
        guard from <= months.count else { return [] }
        return Array(months[from - 1..<min(until, months.count)])
    }

    private func lead(of x: [Double], over y: [Double]) -> Double {
        guard x.count == y.count, x.count > lags else { return .nan }
        let differences = (1...lags).map { lag in
            Self.correlation(x.dropLast(lag), y.dropFirst(lag)) - Self.correlation(y.dropLast(lag), x.dropFirst(lag))
        }
        return differences.reduce(0, +) / Double(lags)
    }

    /// Pearson's correlation over the months in which both have a value; 0 where one of them does not vary.
    static func correlation(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
        let pairs = zip(a, b).filter { $0.isFinite && $1.isFinite }
        guard let x = Statistics.mean(pairs.map(\.0)), let y = Statistics.mean(pairs.map(\.1)) else { return .nan }
        func sum(_ product: (Double, Double) -> Double) -> Double {
            pairs.reduce(0) { $0 + product($1.0 - x, $1.1 - y) }
        }
        let (xx, yy) = (sum { a, _ in a * a }, sum { _, b in b * b })
        // What only rounding tells apart does not vary.
        guard xx > 1e-20 * max(1e-300, x * x), yy > 1e-20 * max(1e-300, y * y) else { return 0 }
        return sum(*) / (xx * yy).squareRoot()
    }
}

extension Claim.Metric {
    /// The value that terms give; NaN where one has none, or a divisor is not above 0.
    func value(of term: (Claim.Term) -> Double) -> Double {
        parts.reduce(0) { sum, part in
            let own = part.terms.reduce(0) { $0 + $1.weight * term($1) }
            guard !part.per.isEmpty else { return sum + part.weight * own }
            let divisor = part.per.reduce(0) { $0 + $1.weight * term($1) }
            return sum + (divisor > 0 ? part.weight * own / divisor : .nan)
        }
    }
}
