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
