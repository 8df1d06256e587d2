import Numerics

/// What may be decided in one respect. Its values are numbers: of a choice the place among its options.
public enum Variable: Sendable, Codable, Equatable {
    case continuous(low: Double, high: Double)
    /// Whole numbers, or steps that have an order.
    case integer(low: Int, high: Int)
    /// Options without an order, a switch among them: 0 ..< count.
    case choice(count: Int)

    /// The value at a coordinate of the unit interval.
    func value(at u: Double) -> Double {
        switch self {
        case .continuous(let low, let high): low + u * (high - low)
        case .integer(let low, let high): Double(min(high, low + Int(u * Double(high - low + 1))))
        case .choice(let count): Double(min(count - 1, Int(u * Double(count))))
        }
    }

    /// Simulated binary crossover within the ends (Deb and Agrawal 1995; whole numbers are rounded, Deep and others 2009); of options
    /// each child has one parent's.
    ///
    /// - Parameter eta: the greater, the nearer are children to their parents.
    func crossed(_ a: Double, _ b: Double, eta: Double, _ draws: inout Draws) -> (Double, Double) {
        let (swap, u, isCrossed) = (draws.bernoulli(0.5), draws.uniform(), draws.bernoulli(0.5))
        switch self {
        case .choice: return swap ? (b, a) : (a, b)
        case .continuous(let low, let high):
            guard isCrossed, a != b else { return (a, b) }
            let (x, y) = Self.binary(min(a, b), max(a, b), low, high, u, eta)
            return swap ? (y, x) : (x, y)
        case .integer(let low, let high):
            guard isCrossed, a != b else { return (a, b) }
            let (x, y) = Self.binary(min(a, b), max(a, b), Double(low), Double(high), u, eta)
            return swap ? (y.rounded(), x.rounded()) : (x.rounded(), y.rounded())
        }
    }

    private static func binary(
        _ a: Double, _ b: Double, _ low: Double, _ high: Double, _ u: Double, _ eta: Double
    ) -> (Double, Double) {
        func spread(_ beta: Double) -> Double {
            let alpha = 2 - power(beta, -(eta + 1))
            return u <= 1 / alpha ? power(u * alpha, 1 / (eta + 1)) : power(1 / (2 - u * alpha), 1 / (eta + 1))
        }
        let width = b - a
        let first = 0.5 * (a + b - spread(1 + 2 * (a - low) / width) * width)
        let second = 0.5 * (a + b + spread(1 + 2 * (high - b) / width) * width)
        return (min(max(first, low), high), min(max(second, low), high))
    }

    /// Polynomial mutation within the ends (Deb and Goyal 1996); a whole number moves by one at the least, an option becomes another.
    func mutated(_ value: Double, eta: Double, _ draws: inout Draws) -> Double {
        let u = draws.uniform()
        switch self {
        case .continuous(let low, let high): return Self.moved(value, low, high, u, eta)
        case .integer(let low, let high):
            guard high > low else { return value }
            let moved = Self.moved(value, Double(low), Double(high), u, eta).rounded()
            guard moved == value else { return moved }
            let step = u < 0.5 ? value - 1 : value + 1
            return step < Double(low) ? value + 1 : step > Double(high) ? value - 1 : step
        case .choice(let count):
            guard count > 1 else { return value }
            let other = min(count - 2, Int(u * Double(count - 1)))
            return Double(other < Int(value) ? other : other + 1)
        }
    }

    private static func moved(_ x: Double, _ low: Double, _ high: Double, _ u: Double, _ eta: Double) -> Double {
        guard high > low else { return x }
        let (below, above) = ((x - low) / (high - low), (high - x) / (high - low))
        let step =
            u < 0.5
            ? power(2 * u + (1 - 2 * u) * power(1 - below, eta + 1), 1 / (eta + 1)) - 1
            : 1 - power(2 * (1 - u) + 2 * (u - 0.5) * power(1 - above, eta + 1), 1 / (eta + 1))
        return min(max(x + step * (high - low), low), high)
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        base > 0 ? Portable.exp(exponent * Portable.log(base)) : 0
    }
}
