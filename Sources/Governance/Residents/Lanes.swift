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

/// Up to eight residents after one another, looked at together. Whole groups are taken apart by the compiler, as their number
/// is known to it.
struct Octet {
    let first: Int
    /// 1 to 8; lanes beyond show the last resident again.
    let rows: Int

    @inline(__always)
    init(_ first: Int, _ rows: Int = 8) { (self.first, self.rows) = (first, rows) }

    /// The row that a lane shows.
    @inline(__always)
    func row(_ lane: Int) -> Int { first &+ min(lane, rows &- 1) }

    @inline(__always)
    func of(_ column: UnsafeMutablePointer<SIMD8<Float>>) -> Rows {
        (
            column[row(0)], column[row(1)], column[row(2)], column[row(3)], column[row(4)], column[row(5)],
            column[row(6)], column[row(7)]
        )
    }

    @inline(__always)
    func of<Number: SIMDScalar>(_ column: UnsafeMutablePointer<Number>) -> SIMD8<Number> {
        SIMD8(
            column[row(0)], column[row(1)], column[row(2)], column[row(3)], column[row(4)], column[row(5)],
            column[row(6)], column[row(7)])
    }

    /// One lane of a column of four.
    @inline(__always)
    func of(_ column: UnsafeMutablePointer<SIMD4<Float>>, lane: Int) -> SIMD8<Float> {
        SIMD8(
            column[row(0)][lane], column[row(1)][lane], column[row(2)][lane], column[row(3)][lane],
            column[row(4)][lane], column[row(5)][lane], column[row(6)][lane], column[row(7)][lane])
    }

    /// Puts a number into each of the rows.
    @inline(__always)
    func put<Number: SIMDScalar>(_ numbers: SIMD8<Number>, in column: UnsafeMutablePointer<Number>) {
        for lane in 0..<rows { column[first &+ lane] = numbers[lane] }
    }

    /// Does `work` on all residents, eight by eight, and on those that are left.
    @inline(__always)
    static func each(of count: Int, _ work: (Octet) -> Void) {
        let whole = count & ~7
        for first in stride(from: 0, to: whole, by: 8) { work(Octet(first)) }
        if whole < count { work(Octet(whole, count &- whole)) }
    }
}

/// Eight rows.
typealias Rows = (
    SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>
)

/// ``SIMD8/treeSum`` of eight rows at once, bit for bit: what follows, a quotient above all, is then done once for eight.
@inline(__always)
func treeSums(_ rows: Rows) -> SIMD8<Float> {
    /// Halves added, of a row in the lower and of another in the upper half. Lanes are named one by one: the compiler makes one
    /// instruction of that, and many of halves of halves.
    @inline(__always)
    func halves(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        SIMD8(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3])
            + SIMD8(a[4], a[5], a[6], a[7], b[4], b[5], b[6], b[7])
    }
    /// The same of quarters, of two such pairs.
    @inline(__always)
    func quarters(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD8<Float> {
        SIMD8(a[0], a[1], b[0], b[1], a[4], a[5], b[4], b[5])
            + SIMD8(a[2], a[3], b[2], b[3], a[6], a[7], b[6], b[7])
    }
    let a = quarters(halves(rows.0, rows.4), halves(rows.1, rows.5))
    let b = quarters(halves(rows.2, rows.6), halves(rows.3, rows.7))
    return SIMD8(a[0], a[2], b[0], b[2], a[4], a[6], b[4], b[6])
        + SIMD8(a[1], a[3], b[1], b[3], a[5], a[7], b[5], b[7])
}

/// Eight rows, each multiplied by `factor` lane by lane.
@inline(__always)
func times(_ rows: Rows, _ factor: SIMD8<Float>) -> Rows {
    (
        rows.0 * factor, rows.1 * factor, rows.2 * factor, rows.3 * factor, rows.4 * factor, rows.5 * factor,
        rows.6 * factor, rows.7 * factor
    )
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
