/// The counter-based generator Philox 4x32-10: a keyed bijection of 128-bit counters.
///
/// A counter and a key give four 32-bit words; nothing is carried from one call to the next, so any draw can be had
/// without making the ones before it.
/// Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 5.
public enum Philox {
    /// Four 32-bit words: a counter, or the block drawn for one.
    public typealias Block = (UInt32, UInt32, UInt32, UInt32)

    // Computed, so that they are constants in other modules too and not loads from memory.
    @inlinable static var multiplier0: UInt32 { @inline(__always) get { 0xD251_1F53 } }
    @inlinable static var multiplier1: UInt32 { @inline(__always) get { 0xCD9E_8D57 } }
    @inlinable static var weyl0: UInt32 { @inline(__always) get { 0x9E37_79B9 } }
    @inlinable static var weyl1: UInt32 { @inline(__always) get { 0xBB67_AE85 } }

    /// The block of a counter under a key, by ten rounds.
    @inlinable @inline(__always)
    public static func block(_ counter: Block, key: (UInt32, UInt32)) -> Block {
        var (c0, c1, c2, c3) = counter
        var (k0, k1) = key
        for _ in 0..<10 {
            let product0 = UInt64(multiplier0) &* UInt64(c0)
            let product1 = UInt64(multiplier1) &* UInt64(c2)
            let high0 = UInt32(truncatingIfNeeded: product0 &>> 32)
            let high1 = UInt32(truncatingIfNeeded: product1 &>> 32)
            (c0, c1, c2, c3) = (
                high1 ^ c1 ^ k0, UInt32(truncatingIfNeeded: product1),
                high0 ^ c3 ^ k1, UInt32(truncatingIfNeeded: product0)
            )
            k0 = k0 &+ weyl0
            k1 = k1 &+ weyl1
        }
        return (c0, c1, c2, c3)
    }
}
