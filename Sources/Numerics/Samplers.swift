/// Draws from continuous distributions, and yes-or-no and whole-number draws.
///
/// A sampler that says "by inversion" takes a fixed number of words and rises with its uniform draw, so that two runs
/// which share their draws but differ in a parameter stay close. All give the same bits on every machine.
extension Draws {
    /// A number in the open interval (0, 1), in steps of 2^-52. Takes two words.
    @inlinable
    public mutating func uniform() -> Double {
        let high = word()
        return Uniform.double(high, word())
    }

    /// A number in `range`, which must not be empty. Takes two words.
    @inlinable
    public mutating func uniform(in range: Range<Double>) -> Double {
        precondition(!range.isEmpty, "no number lies in \(range)")
        let x = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
        return Swift.min(x, range.upperBound.nextDown)
    }

    /// A whole number from 0 to `bound` - 1, each equally likely; `bound` must be at least 1.
    ///
    /// Takes one word, two where `bound` is above 2^32, and rarely more.
    /// Source: Lemire (2019), "Fast random integer generation in an interval", ACM TOMACS 29(1).
    @inlinable
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "no whole number from 0 lies below \(bound)")
        guard let narrow = UInt32(exactly: bound) else { return wideInteger(below: UInt64(bound)) }
        var product = UInt64(word()) &* UInt64(narrow)
        if UInt32(truncatingIfNeeded: product) < narrow {
            let rejected = (0 &- narrow) % narrow
            while UInt32(truncatingIfNeeded: product) < rejected { product = UInt64(word()) &* UInt64(narrow) }
        }
        return Int(product &>> 32)
    }

    @usableFromInline
    mutating func wideInteger(below bound: UInt64) -> Int {
        let rejected = (0 &- bound) % bound
        var product = next().multipliedFullWidth(by: bound)
        while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
        return Int(product.high)
    }

    /// Whether an event of the given probability happens; never at 0 or less, always at 1 or more. Takes one word.
    @inlinable
    public mutating func bernoulli(_ probability: Double) -> Bool {
        Uniform.bernoulli(word(), probability: probability)
    }

    /// A logistic draw of mean 0 and scale 1 (variance pi^2 / 3), by inversion. Takes two words.
    @inlinable
    public mutating func logistic() -> Double {
        let u = uniform()
        return Portable.log(u) - Portable.log(1 - u)
    }

    /// A normal draw of mean 0 and standard deviation 1, by inversion. Takes two words.
    @inlinable
    public mutating func normal() -> Double { StandardNormal.quantile(uniform()) }

    /// A normal draw, by inversion; `sd`, the standard deviation, must be 0 or more. Takes two words.
    @inlinable
    public mutating func normal(mean: Double, sd: Double) -> Double {
        precondition(sd >= 0, "a standard deviation of \(sd)")
        return mean + sd * normal()
    }

    /// A draw whose logarithm is normal with mean log(`median`) and standard deviation `logSd`, by inversion.
    ///
    /// `median` must be above 0, `logSd` 0 or more. Takes two words.
    @inlinable
    public mutating func lognormal(median: Double, logSd: Double) -> Double {
        precondition(median > 0 && logSd >= 0, "a log-normal of median \(median) and standard deviation \(logSd)")
        return median * Portable.exp(logSd * normal())
    }

    /// A log-normal draw of the given mean, by inversion: its median is `mean` exp(-`logSd`^2 / 2).
    ///
    /// `mean` must be above 0, `logSd` 0 or more. Takes two words.
    @inlinable
    public mutating func lognormal(mean: Double, logSd: Double) -> Double {
        precondition(mean > 0 && logSd >= 0, "a log-normal of mean \(mean) and standard deviation \(logSd)")
        return mean * Portable.exp(logSd * (normal() - 0.5 * logSd))
    }

    /// An exponential draw of the given mean, which must be 0 or more, by inversion. Takes two words.
    @inlinable
    public mutating func exponential(mean: Double) -> Double {
        precondition(mean >= 0, "an exponential of mean \(mean)")
        return -mean * Portable.log(1 - uniform())
    }
}
