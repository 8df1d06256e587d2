import CMemory

/// A piece of memory, all zero at first, given back when nobody holds it any more.
///
/// Large ones lie in the system's large pages where it has such: a month looks about in a community's columns, and would wait
/// for a table of addresses as often as for what it looks for.
///
/// Where it lies never changes; who works on what of it is for those to see to who do.
final class Memory: @unchecked Sendable {
    let base: UnsafeMutableRawPointer

    /// Where cache lines begin; columns that begin there too share none.
    static let line = 64
    private static let largePage = 2 << 20
    /// From here on what is left over of a large page is worth it.
    private static let large = 256 << 10

    init(byteCount: Int) {
        let isLarge = byteCount >= Self.large
        let whole = isLarge ? (byteCount + Self.largePage - 1) / Self.largePage * Self.largePage : max(byteCount, 1)
        base = .allocate(byteCount: whole, alignment: isLarge ? Self.largePage : Self.line)
        if isLarge { cogov_prefer_large_pages(base, whole) }
        base.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
    }

    deinit { base.deallocate() }

    /// Cuts columns off a piece of memory, one after another.
    struct Columns {
        private(set) var place: UnsafeMutableRawPointer

        init(at place: UnsafeMutableRawPointer) { self.place = place }

        mutating func next<Element>(_: Element.Type, _ rows: Int) -> UnsafeMutablePointer<Element> {
            defer { place += rows * MemoryLayout<Element>.stride }
            return place.bindMemory(to: Element.self, capacity: rows)
        }
    }
}

/// The residents of several communities, in one piece of memory.
final class ResidentStore: Sendable {
    /// Community by community; of use as long as the store is held.
    let blocks: [ResidentBlock]
    private let memory: Memory

    /// Blocks of so many residents each, all columns zero, no ties.
    init(counts: [Int]) {
        var starts = [0]
        for count in counts {
            let bytes = count * ResidentBlock.bytesPerResident
            starts.append(starts[starts.count - 1] + (bytes + Memory.line - 1) / Memory.line * Memory.line)
        }
        let memory = Memory(byteCount: starts[counts.count])
        self.memory = memory
        blocks = zip(counts, starts).map { ResidentBlock(count: $0, at: memory.base + $1) }
    }
}
