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
