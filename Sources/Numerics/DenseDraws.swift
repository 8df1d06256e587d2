/// Draws for all residents of a community at once.
///
/// One block of the generator serves four residents. The loops are written so that the compiler works several blocks
/// side by side; a draw then costs a fraction of what one word asked alone does.
extension Stream {
    /// The length of a buffer for one draw of each of `count` residents: `count` rounded up to a multiple of 16.
    @inlinable
    public static func capacity(for count: Int) -> Int { (count + 15) & ~15 }

    /// Fills `words` so that word r is `word(resident: r, community:month:draw:)` for each r of 0 ..< count.
    ///
    /// - Parameters:
    ///   - words: has room for ``capacity(for:)`` of `count` words. Those from `count` on are written too, and are the
    ///     words of residents who are not there.
    ///   - count: the number of residents, 0 or more and below 2^34.
    public func fill(
        words: UnsafeMutablePointer<UInt32>, count: Int, community: UInt32, month: UInt32, draw: UInt32
    ) {
        fill(words: words, from: 0, count: count, community: community, month: month, draw: draw)
    }

    /// Fills `logistic` with standard logistic draws: number r is `FastMath.logit(word:)` of the word of resident r.
    ///
    /// - Parameters:
    ///   - logistic: has room for ``capacity(for:)`` of `count` numbers, and all of it is written.
    ///   - count: the number of residents, 0 or more and below 2^34.
    public func fill(
        logistic: UnsafeMutablePointer<Float>, count: Int, community: UInt32, month: UInt32, draw: UInt32
    ) {
        // In pieces that stay in the first-level cache, where the words are turned into numbers in place.
        let piece = 1024
        var start = 0
        while start < count {
            let length = min(piece, count - start)
            let place = logistic + start
            let filled = Self.capacity(for: length)
            place.withMemoryRebound(to: UInt32.self, capacity: filled) { words in
                fill(words: words, from: start, count: length, community: community, month: month, draw: draw)
            }
            for i in 0..<filled { place[i] = FastMath.logit(word: place[i].bitPattern) }
            start += piece
        }
    }

    /// The words of residents `start`, a multiple of 16, and the `count` - 1 after it.
    @inline(__always)
    private func fill(
        words: UnsafeMutablePointer<UInt32>, from start: Int, count: Int, community: UInt32, month: UInt32, draw: UInt32
    ) {
        let groups = Self.capacity(for: count) &>> 2
        let first = UInt32(truncatingIfNeeded: start &>> 2)
        let key = key
        for i in 0..<groups {
            let block = Philox.block((first &+ UInt32(truncatingIfNeeded: i), community, month, draw), key: key)
            words[4 &* i] = block.0
            words[4 &* i &+ 1] = block.1
            words[4 &* i &+ 2] = block.2
            words[4 &* i &+ 3] = block.3
        }
    }
}

extension Draws {
    /// The next `count` words, the same that ``word()`` would give one by one, for a third of the time.
    ///
    /// - Parameters:
    ///   - words: has room for `count` words, rounded up to a multiple of 4.
    ///   - count: 0 or more. The words up to the next multiple of 4 are used up with them; until now, a multiple of 4
    ///     must have been taken.
    public mutating func fill(words: UnsafeMutablePointer<UInt32>, count: Int) {
        precondition(number & 3 == 0, "a block of four is begun")
        let groups = (count &+ 3) &>> 2
        let (key, month, first) = (key, month, number &>> 2)
        let (low, high) = (UInt32(truncatingIfNeeded: agent), UInt32(truncatingIfNeeded: agent &>> 32))
        for i in 0..<groups {
            let block = Philox.block((low, high, month, first &+ UInt32(truncatingIfNeeded: i)), key: key)
            words[4 &* i] = block.0
            words[4 &* i &+ 1] = block.1
            words[4 &* i &+ 2] = block.2
            words[4 &* i &+ 3] = block.3
        }
        number &+= UInt32(truncatingIfNeeded: 4 &* groups)
    }
}
