import Numerics

/// Draws for one random scenario, each addressed by the key path it is for: a key more in the format leaves all others as they were, and a
/// scenario is the same whatever was drawn before it.
///
/// Faults sit at the ends of ranges, so that a fifth of all numbers are one of the two ends.
struct Dice: Sendable {
    /// Which scenario.
    let number: Int

    private static let stream = Stream(seed: 20_260, replicate: 0, name: "random scenarios")

    private func draws(_ key: String) -> Draws {
        Self.stream.draws(agent: Identity.hash(key), month: UInt32(truncatingIfNeeded: number))
    }

    func chance(_ key: String, _ probability: Double = 0.5) -> Bool {
        var draws = draws(key)
        return draws.bernoulli(probability)
    }

    /// A number of the range with three decimals at most.
    func number(_ key: String, _ range: ClosedRange<Double>) -> Double {
        var draws = draws(key)
        switch draws.integer(below: 10) {
        case 0: return range.lowerBound
        case 1: return range.upperBound
        default:
            let drawn = range.lowerBound + (range.upperBound - range.lowerBound) * draws.uniform()
            let short = (drawn * 1000).rounded() / 1000
            return range.contains(short) ? short : drawn
        }
    }

    /// A number of the usual range, or now and then of all that the format takes.
    func number(_ key: String, usual: ClosedRange<Double>, of whole: ClosedRange<Double>) -> Double {
        number(key, chance(key + " is unusual", 0.1) ? whole : usual)
    }

    func integer(_ key: String, _ range: ClosedRange<Int>) -> Int {
        var draws = draws(key)
        switch draws.integer(below: 10) {
        case 0: return range.lowerBound
        case 1: return range.upperBound
        default: return range.lowerBound + draws.integer(below: range.count)
        }
    }

    func choice<Value>(_ key: String, _ values: [Value]) -> Value {
        var draws = draws(key)
        return values[draws.integer(below: values.count)]
    }

    func shuffled<Value>(_ key: String, _ values: [Value]) -> [Value] {
        var draws = draws(key)
        return values.shuffled(using: &draws)
    }

    /// Some of the values, at least one, in any order.
    func some<Value>(_ key: String, of values: [Value]) -> [Value] {
        Array(shuffled(key, values).prefix(integer(key + " count", 1...values.count)))
    }

    /// Shares in thousandths that sum to 1; now and then one has all.
    func shares(_ key: String, _ count: Int) -> [Double] {
        var draws = draws(key)
        var left = 1000
        var parts = (0..<count).map { place in
            let part = place == count - 1 ? left : draws.integer(below: 2 * left / (count - place) + 1)
            left -= min(left, part)
            return part
        }
        if draws.bernoulli(0.1) { parts = (0..<count).map { $0 == 0 ? 1000 : 0 } }
        parts.shuffle(using: &draws)
        return parts.map { Double($0) / 1000 }
    }
}
