import Foundation
import Governance
import Numerics
import Scenarios

extension Factor {
    /// The value at a coordinate of the unit cube: its quantile.
    ///
    /// Rounded to ten significant figures, so that machines whose last digits differ have the same points.
    /// - Parameter u: from 0 to 1.
    /// - Throws: `NumericsError` where a distribution is cut where it has nothing.
    func value(at u: Double) throws(NumericsError) -> LeverValue {
        switch space {
        case .listed(let values): values[min(values.count - 1, Int(u * Double(values.count)))]
        case .range(let range, let isLogarithmic): .number(rounded(Self.interpolated(range, u, isLogarithmic)))
        case .distribution(let spread): .number(rounded(try spread.quantile(u)))
        }
    }

    /// The values that a full factorial takes: those listed; of a range as many as it has levels, its ends among them; of a
    /// distribution the middles of as many equally likely parts.
    func factorialValues() throws(NumericsError) -> [LeverValue] {
        if case .listed(let values) = space { return values }
        let count = max(2, levels ?? 2)
        var values: [LeverValue] = []
        for level in 0..<count {
            switch space {
            case .distribution: values.append(try value(at: (Double(level) + 0.5) / Double(count)))
            default: values.append(try value(at: Double(level) / Double(count - 1)))
            }
        }
        return values
    }

    private static func interpolated(_ range: ClosedRange<Double>, _ u: Double, _ isLogarithmic: Bool) -> Double {
        let (low, high) = (range.lowerBound, range.upperBound)
        // The ends themselves, not what rounding makes of them.
        if u <= 0 { return low }
        if u >= 1 { return high }
        return isLogarithmic ? low * Portable.exp(u * Portable.log(high / low)) : low + u * (high - low)
    }

    private func rounded(_ value: Double) -> Double {
        guard let decimals else { return Double(String(format: "%.10g", value)) ?? value }
        return Double(String(format: "%.\(decimals)f", value)) ?? value
    }
}

extension Factor.Spread {
    /// The value that is not exceeded with probability `p`.
    func quantile(_ p: Double) throws(NumericsError) -> Double {
        switch self {
        case .uniform(let range): range.lowerBound + p * (range.upperBound - range.lowerBound)
        case .normal(let mean, let sd, let within):
            try Self.cut(within, at: p, standard: { ($0 - mean) / sd }, quantile: { mean + sd * $0 })
        case .lognormal(let median, let logSd, let within):
            try Self.cut(
                within, at: p, standard: { $0 > 0 ? Portable.log($0 / median) / logSd : -.infinity },
                quantile: { median * Portable.exp(logSd * $0) })
        case .triangular(let low, let mode, let high):
            p * (high - low) <= mode - low
                ? low + (p * (high - low) * (mode - low)).squareRoot()
                : high - ((1 - p) * (high - low) * (high - mode)).squareRoot()
        case .integers(let range): Double(min(range.upperBound, range.lowerBound + Int(p * Double(range.count))))
        }
    }

    /// The quantile of a distribution that is a standard normal's in disguise, cut off at `within`.
    private static func cut(
        _ within: ClosedRange<Double>?, at p: Double, standard: (Double) -> Double, quantile: (Double) -> Double
    ) throws(NumericsError) -> Double {
        let standardNormal = Distribution.normal(mean: 0, sd: 1)
        guard let within else { return quantile(StandardNormal.quantile(min(max(p, 0x1p-53), 1 - 0x1p-53))) }
        let low = try standardNormal.cdf(standard(within.lowerBound))
        let high = try standardNormal.cdf(standard(within.upperBound))
        let z = try standardNormal.quantile(low + p * (high - low))
        return min(max(quantile(z), within.lowerBound), within.upperBound)
    }
}
