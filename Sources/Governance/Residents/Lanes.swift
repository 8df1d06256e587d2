extension SIMD8<Float> {
    /// The sum of the lanes, halves added to halves: ((0+4)+(2+6)) + ((1+5)+(3+7)), the same bits on every machine and
    /// shorter to wait for than one lane after another.
    @inline(__always)
    var treeSum: Float {
        let four = lowHalf + highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }
}

/// ``SIMD8/treeSum`` of four rows at once, bit for bit: what follows, a quotient above all, is then done once for four.
@inline(__always)
func treeSums(_ rows: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)) -> SIMD4<Float> {
    let (a, b) = (rows.0.lowHalf + rows.0.highHalf, rows.1.lowHalf + rows.1.highHalf)
    let (c, d) = (rows.2.lowHalf + rows.2.highHalf, rows.3.lowHalf + rows.3.highHalf)
    let ab = SIMD4(lowHalf: a.lowHalf, highHalf: b.lowHalf) + SIMD4(lowHalf: a.highHalf, highHalf: b.highHalf)
    let cd = SIMD4(lowHalf: c.lowHalf, highHalf: d.lowHalf) + SIMD4(lowHalf: c.highHalf, highHalf: d.highHalf)
    return SIMD4(lowHalf: ab.evenHalf, highHalf: cd.evenHalf) + SIMD4(lowHalf: ab.oddHalf, highHalf: cd.oddHalf)
}

extension SIMD8<Double> {
    /// The sum of the lanes in the same order.
    @inline(__always)
    var treeSum: Double {
        let four = lowHalf + highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
    }
}

// The standard library's own pointwise functions are called lane by lane; these become one instruction or two. They are
// written for each width, as a generic one is not taken apart in a loop.

extension SIMD4<Float> {
    /// Lane by lane, the smaller of this and `other`.
    @inline(__always)
    func atMost(_ other: Self) -> Self { replacing(with: other, where: other .< self) }

    /// Lane by lane, the larger of this and `other`.
    @inline(__always)
    func atLeast(_ other: Self) -> Self { replacing(with: other, where: self .< other) }
}

extension SIMD8<Float> {
    /// Lane by lane, the smaller of this and `other`.
    @inline(__always)
    func atMost(_ other: Self) -> Self {
        Self(lowHalf: lowHalf.atMost(other.lowHalf), highHalf: highHalf.atMost(other.highHalf))
    }
}
