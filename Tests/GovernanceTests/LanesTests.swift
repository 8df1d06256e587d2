import Numerics
import Testing

@testable import Governance

@Suite("Several residents at once")
struct LanesTests {
    /// Numbers of very different sizes, so that sums in another order are other sums.
    func rows(_ seed: UInt64) -> [SIMD8<Float>] {
        var draws = Stream(seed: seed, replicate: 0, name: "lanes").draws(agent: 1, month: 0)
        return (0..<8).map { _ in SIMD8((0..<8).map { _ in Float(draws.lognormal(median: 1, logSd: 6)) }) }
    }

    @Test(arguments: UInt64(1)...20)
    func eightSumsAreTheSumsOfEach(seed: UInt64) {
        let r = rows(seed)
        let sums = treeSums((r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]))
        for lane in 0..<8 { #expect(sums[lane].bitPattern == r[lane].treeSum.bitPattern) }
        let scaled = treeSums(times((r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7]), r[0]))
        for lane in 0..<8 { #expect(scaled[lane] == (r[lane] * r[0]).treeSum) }
    }

    /// Every resident is looked at once; a group that is not whole writes nothing beyond its own.
    @Test(arguments: [0, 1, 7, 8, 9, 31])
    func groupsCoverAll(count: Int) {
        let (column, copy) = (
            UnsafeMutablePointer<Float>.allocate(capacity: 40), UnsafeMutablePointer<Float>.allocate(capacity: 40)
        )
        defer {
            column.deallocate()
            copy.deallocate()
        }
        for n in 0..<40 { (column[n], copy[n]) = (Float(n), -1) }
        var rows: [Int] = []
        Octet.each(of: count) { group in
            rows += group.first..<(group.first + group.rows)
            group.put(group.of(column), in: copy)
        }
        #expect(rows == Array(0..<count))
        for n in 0..<40 { #expect(copy[n] == (n < count ? Float(n) : -1)) }
    }
}
