import CLibFuzzer

/// Changes bytes as the fuzzer does by itself; how many there are then.
public func bytesChanged(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, most: Int) -> Int {
    LLVMFuzzerMutate(data, count, most)
}

/// Changes of texts that are made of lines: a change of bytes alone seldom leaves a text that is read to its end.
public struct Lines: Sendable {
    private let words: [[UInt8]]

    public init(_ words: Words) { self.words = Words(joining: [words, .edges]).all.map { Array($0.utf8) } }

    /// Changes a text in place, one time in two by bytes and else by lines; how many bytes there are then.
    public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, most: Int, seed: UInt32) -> Int {
        var draws = Draws(state: UInt64(seed))
        guard count > 0, draws.next(2) == 0 else { return LLVMFuzzerMutate(data, count, most) }
        var lines = UnsafeBufferPointer(start: data, count: count)
            .split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0...draws.next(3) { change(&lines, &draws) }
        let bytes = Array(lines.joined(separator: [0x0A]).prefix(most))
        for (place, byte) in bytes.enumerated() { data[place] = byte }
        return bytes.count
    }

    private func change(_ lines: inout [[UInt8]], _ draws: inout Draws) {
        let place = draws.next(lines.count)
        switch draws.next(9) {
        case 0 where lines.count > 1: lines.remove(at: place)
        case 1: lines.insert(lines[draws.next(lines.count)], at: place)
        case 2: lines.swapAt(place, draws.next(lines.count))
        case 3: lines[place].insert(contentsOf: [0x20, 0x20], at: 0)
        case 4 where lines[place].starts(with: [0x20, 0x20]): lines[place].removeFirst(2)
        case 5:
            // A block again and again.
            let block = lines[place..<min(lines.count, place + 1 + draws.next(6))]
            for _ in 0...draws.next(3) { lines.insert(contentsOf: block, at: place) }
        default: lines[place] = replaced(lines[place], &draws)
        }
    }

    /// The line with one of its words replaced.
    private func replaced(_ line: [UInt8], _ draws: inout Draws) -> [UInt8] {
        guard !words.isEmpty else { return line }
        let word = words[draws.next(words.count)]
        let starts = line.indices.filter { Self.isOfWord(line[$0]) && ($0 == 0 || !Self.isOfWord(line[$0 - 1])) }
        guard !starts.isEmpty else { return line + word }
        let start = starts[draws.next(starts.count)]
        let end = line[start...].firstIndex { !Self.isOfWord($0) } ?? line.endIndex
        return Array(line[..<start]) + word + Array(line[end...])
    }

    /// Whether a byte is no mark between words: letters, digits, and what stands in names and numbers.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
        default: false
        }
    }
}

/// Draws of a mutation: the same for the same seed, as the fuzzer asks.
struct Draws {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }
}
