/// Draws from the gamma and beta distributions.
extension Draws {
    /// A gamma draw of mean `shape` * `scale`, both above 0. Takes four words or more.
    ///
    /// Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3).
    public mutating func gamma(shape: Double, scale: Double) -> Double {
        precondition(shape > 0 && scale > 0, "a gamma of shape \(shape) and scale \(scale)")
        return shape < 1 ? scale * Portable.exp(logGamma(shape: shape)) : scale * gamma(shape: shape)
    }

    /// A beta draw in [0, 1] of mean `a` / (`a` + `b`), both above 0. Takes eight words or more.
    ///
    /// It is x / (x + y) of two gamma draws, worked in logarithms so that small `a` and `b` do not divide 0 by 0.
    public mutating func beta(_ a: Double, _ b: Double) -> Double {
        precondition(a > 0 && b > 0, "a beta of \(a) and \(b)")
        let x = logGamma(shape: a)
        let y = logGamma(shape: b)
        return 1 / (1 + Portable.exp(y - x))
    }

    /// The logarithm of a gamma draw of scale 1. Below shape 1 it is a draw of shape + 1 times u^(1 / shape).
    private mutating func logGamma(shape: Double) -> Double {
        if shape >= 1 { return Portable.log(gamma(shape: shape)) }
        let larger = Portable.log(gamma(shape: shape + 1))
        return larger + Portable.log(uniform()) / shape
    }

    /// A gamma draw of scale 1 and shape 1 or more: d (1 + c z)^3 of a normal z, some rejected.
    private mutating func gamma(shape: Double) -> Double {
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let z = normal()
            let root = 1 + c * z
            guard root > 0 else { continue }
            let v = root * root * root
            if Portable.log(uniform()) < 0.5 * z * z + d * (1 - v + Portable.log(v)) { return d * v }
        }
    }
}
