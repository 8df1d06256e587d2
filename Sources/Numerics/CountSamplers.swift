/// Draws of counts and categories.
extension Draws {
    /// A Poisson draw of the given mean, from 0 to 1e9. Takes two words, none if the mean is 0.
    ///
    /// By inversion at any mean: the smallest k whose cumulative probability reaches a uniform u, so that with the same
    /// draw a higher mean gives no lower count. The sum starts at 0, or, for means above 128, nine standard deviations
    /// below the mean: what lies lower has a probability below e^(-81/2) = 3e-18 (Chernoff's bound), less than the
    /// smallest u. Time grows with the mean up to 128, and with its square root beyond.
    /// Source for the probability at the start: Loader (2000), "Fast and accurate computation of binomial
    /// probabilities".
    public mutating func poisson(mean: Double) -> Int {
        precondition(mean >= 0 && mean <= 1e9, "a Poisson of mean \(mean)")
        if mean == 0 { return 0 }
        let u = uniform()
        let spread = mean.squareRoot()
        var k = mean <= 128 ? 0 : Int(mean - 9 * spread)
        var term = k == 0 ? Portable.exp(-mean) : Self.poissonProbability(k, mean: mean)
        var sum = term
        let last = Int(mean + 12 * spread + 60)  // beyond it the sum is 1 but for rounding
        while sum < u && k < last {
            k += 1
            term *= mean / Double(k)
            sum += term
        }
        return k
    }

    /// The probability of `count`, 16 or more, under a Poisson of the given mean, in a form that keeps its digits.
    private static func poissonProbability(_ count: Int, mean: Double) -> Double {
        let k = Double(count)
        let square = 1 / (k * k)
        let stirling = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680)))) / k
        return Portable.exp(-stirling - deviance(k, mean)) / (2 * Double.pi * k).squareRoot()
    }

    /// k log(k / m) + m - k. Near k = m the terms nearly cancel, and its power series in (k - m) / (k + m) is used.
    private static func deviance(_ k: Double, _ m: Double) -> Double {
        let v = (k - m) / (k + m)
        guard abs(v) < 0.1 else { return k * Portable.log(k / m) + m - k }
        var sum = (k - m) * v
        var power = 2 * k * v
        for term in 1...10 {
            power *= v * v
            sum += power / Double(2 * term + 1)
        }
        return sum
    }

    /// The place, from 0, of one of the `weights`, drawn in proportion to them. Takes two words.
    ///
    /// The weights must be finite, none below 0, and not all 0. A weight of 0 is never drawn.
    @inlinable
    public mutating func categorical(_ weights: some Collection<Double>) -> Int {
        var total = 0.0
        for weight in weights {
            precondition(weight >= 0, "a weight of \(weight)")
            total += weight
        }
        precondition(total > 0 && total < .infinity, "weights that sum to \(total)")
        let mark = uniform() * total
        var sum = 0.0
        var place = 0
        var last = 0
        for weight in weights {
            if weight > 0 {
                sum += weight
                last = place
                if mark < sum { break }
            }
            place += 1
        }
        return last
    }
}
