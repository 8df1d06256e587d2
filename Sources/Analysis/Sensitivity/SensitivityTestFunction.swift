import Foundation

/// Functions of inputs from 0 to 1 whose sensitivity indices are known in closed form.
///
/// Every way to estimate indices is tried on them first.
public struct SensitivityTestFunction: Sendable {
    public let name: String
    /// The number of inputs.
    public let dimensions: Int
    /// The exact first-order and total indices, one an input.
    public let first: [Double]
    public let total: [Double]
    /// The exact index of inputs j < k at place `[j][k - j - 1]`.
    public let second: [[Double]]
    private let formula: @Sendable ([Double]) -> Double

    /// The function's value at a point of the unit cube.
    public func callAsFunction(_ point: [Double]) -> Double { formula(point) }

    /// y = sin x1 + a sin^2 x2 + b x3^4 sin x1, x from -pi to pi, with a = 7, b = 0.1: one input matters by interaction
    /// alone.
    ///
    ///     V1 = (1 + b pi^4 / 5)^2 / 2;  V2 = a^2 / 8;  V13 = b^2 pi^8 (1/18 - 1/50);  V = V1 + V2 + V13
    ///
    /// Source: Ishigami and Homma (1990).
    public static let ishigami: Self = {
        let (a, b) = (7.0, 0.1)
        let (pi4, pi8) = (pow(Double.pi, 4), pow(Double.pi, 8))
        let one = 0.5 * pow(1 + b * pi4 / 5, 2)
        let (two, three) = (a * a / 8, b * b * pi8 * (1.0 / 18 - 1.0 / 50))
        let all = one + two + three
        return Self(
            name: "Ishigami", dimensions: 3, first: [one / all, two / all, 0],
            total: [(one + three) / all, two / all, three / all], second: [[0, three / all], [0], []]
        ) { point in
            let x = point.map { Double.pi * (2 * $0 - 1) }
            return sin(x[0]) + a * pow(sin(x[1]), 2) + b * pow(x[2], 4) * sin(x[0])
        }
    }()

    /// y = prod_j (|4 x_j - 2| + a_j) / (1 + a_j): the larger a_j, the less input j matters.
    ///
    ///     V_j = (1/3) / (1 + a_j)^2;  V = prod (1 + V_j) - 1;  ST_j = V_j prod_{i != j} (1 + V_i) / V
    ///
    /// Source: Saltelli and Sobol' (1995).
    public static func sobolG(_ a: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]) -> Self {
        let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let product = parts.reduce(1) { $0 * (1 + $1) }
        let all = product - 1
        return Self(
            name: "Sobol-G", dimensions: a.count, first: parts.map { $0 / all },
            total: parts.map { $0 * product / (1 + $0) / all },
            second: parts.indices.map { j in parts[(j + 1)...].map { parts[j] * $0 / all } }
        ) { point in
            zip(point, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
        }
    }

    private init(
        name: String, dimensions: Int, first: [Double], total: [Double], second: [[Double]],
        formula: @escaping @Sendable ([Double]) -> Double
    ) {
        self.name = name
        self.dimensions = dimensions
        self.first = first
        self.total = total
        self.second = second
        self.formula = formula
    }
}
