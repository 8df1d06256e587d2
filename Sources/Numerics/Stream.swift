/// A stream of draws: the randomness of one mechanism in one replicate of one seed.
///
/// A draw is addressed by (seed, replicate, stream, agent, month, draw number) and by nothing else. The first three
/// make the key of the generator, the last three its counter. A stream is named by its mechanism, never numbered by a
/// place in a list, so that adding a mechanism leaves every other one's draws as they were.
///
/// A stream is read either by resident or by agent, not both ways: residents, and agents with small numbers, would
/// share counters.
public struct Stream: Sendable {
    /// The generator's key.
    public let key: (UInt32, UInt32)

    /// The stream called `name` of replicate `replicate` (from 0) under the master seed `seed`.
    ///
    /// The key is the first half of the Philox block whose counter is (name's hash, replicate, 0) under the seed.
    public init(seed: UInt64, replicate: UInt32, name: String) {
        let hash = Identity.hash(name)
        let block = Philox.block(
            (UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash &>> 32), replicate, 0),
            key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
        key = (block.0, block.1)
    }

    /// Four words for the residents 4g ... 4g+3 of a community, in that order: draw number `draw` of month `month`.
    @inlinable @inline(__always)
    public func words(group: UInt32, community: UInt32, month: UInt32, draw: UInt32) -> Philox.Block {
        Philox.block((group, community, month, draw), key: key)
    }

    /// The word of one resident: the same that ``words(group:community:month:draw:)`` gives for it.
    @inlinable
    public func word(resident: Int, community: UInt32, month: UInt32, draw: UInt32) -> UInt32 {
        let block = words(
            group: UInt32(truncatingIfNeeded: resident &>> 2), community: community, month: month, draw: draw)
        switch resident & 3 {
        case 0: return block.0
        case 1: return block.1
        case 2: return block.2
        default: return block.3
        }
    }

    /// The draws of one agent in one month, one after another.
    @inlinable
    public func draws(agent: UInt64, month: UInt32) -> Draws { Draws(key: key, agent: agent, month: month) }
}

/// The draws of one agent in one month, taken one after another: draw numbers 0, 1, 2, ...
public struct Draws: RandomNumberGenerator, Sendable {
    @usableFromInline let key: (UInt32, UInt32)
    @usableFromInline let agent: UInt64
    @usableFromInline let month: UInt32
    @usableFromInline var number: UInt32 = 0
    /// The words of the block of `number` that are still to come, the next one first.
    @usableFromInline var block: Philox.Block = (0, 0, 0, 0)

    @inlinable
    init(key: (UInt32, UInt32), agent: UInt64, month: UInt32) {
        self.key = key
        self.agent = agent
        self.month = month
    }

    /// The next 32-bit word.
    @inlinable @inline(__always)
    public mutating func word() -> UInt32 {
        if number & 3 == 0 { block = Self.block(key, agent, month, number &>> 2) }
        number &+= 1
        let word = block.0
        block = (block.1, block.2, block.3, 0)
        return word
    }

    /// Block number `place` of an agent's draws; apart from ``word()``, which is small without it.
    @usableFromInline @inline(never)
    static func block(_ key: (UInt32, UInt32), _ agent: UInt64, _ month: UInt32, _ place: UInt32) -> Philox.Block {
        Philox.block(
            (UInt32(truncatingIfNeeded: agent), UInt32(truncatingIfNeeded: agent &>> 32), month, place), key: key)
    }

    /// The next 64 bits, from two words (for Swift's own use of a generator).
    @inlinable
    public mutating func next() -> UInt64 { UInt64(word()) | (UInt64(word()) &<< 32) }
}
