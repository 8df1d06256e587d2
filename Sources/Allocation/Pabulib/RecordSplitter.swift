/// Something that deals with records one by one; it returns false when it wants no more.
protocol RecordTaker {
    mutating func take(_ record: RecordSplitter.Record) -> Bool
}

/// Cuts bytes into records of fields: fields end at `;`, records at a line's end; a field that begins with `"` ends at
/// the next single `"` and may hold `;`, `""` (one quotation mark) and line ends.
///
/// Bytes come in pieces of any size, so that a file need not be in memory as a whole.
struct RecordSplitter {
    /// One record; the bytes of all fields one after another, and where each ends.
    struct Record {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        /// The line on which it begins, from 1.
        var line = 1

        func field(_ place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

        func text(_ place: Int) -> String { String(decoding: field(place), as: UTF8.self) }

        /// Whether it is an empty line.
        var isBlank: Bool { bytes.isEmpty && ends.count <= 1 }
    }

    private enum State { case start, plain, quoted, quoteSeen }

    /// Bytes and fields of a record: a ballot of all of a great city's projects takes a thousandth.
    static let most = 4 << 20
    /// Whether a record is longer than any can be, so that nothing more is taken.
    private(set) var isTooLong = false

    private var record = Record()
    private var state = State.start
    private var line = 1

    /// The line on which the present record begins.
    var recordLine: Int { record.line }

    /// The line of a quotation mark that is still open, if one is.
    var openQuote: Int? { state == .quoted ? record.line : nil }

    /// Takes bytes and hands on each record that they complete; false as soon as the taker wants no more.
    mutating func add(_ chunk: [UInt8], to taker: inout some RecordTaker) -> Bool {
        for byte in chunk {
            if byte == 0x0A { line += 1 }
            guard step(byte) else {
                guard record.bytes.count + record.ends.count <= Self.most else {
                    isTooLong = true
                    return false
                }
                continue
            }
            defer { restart() }
            guard taker.take(record) else { return false }
        }
        return true
    }

    /// Hands on the last record where the file does not end with a line's end.
    mutating func finish(to taker: inout some RecordTaker) {
        guard state != .start || !record.ends.isEmpty else { return }
        endField()
        _ = taker.take(record)
        restart()
    }

    private mutating func restart() {
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        record.line = line
    }

    /// Whether the byte ends a record.
    private mutating func step(_ byte: UInt8) -> Bool {
        switch (state, byte) {
        case (.quoted, 0x22): state = .quoteSeen
        case (.quoted, _): record.bytes.append(byte)
        case (_, 0x0A):
            if record.bytes.last == 0x0D, record.bytes.count > (record.ends.last ?? 0) { record.bytes.removeLast() }
            endField()
            return true
        case (_, 0x3B): endField()
        case (.start, 0x22): state = .quoted
        case (.quoteSeen, 0x22):
            record.bytes.append(byte)
            state = .quoted
        default:
            record.bytes.append(byte)
            state = state == .quoteSeen ? .quoteSeen : .plain
        }
        return false
    }

    private mutating func endField() {
        record.ends.append(record.bytes.count)
        state = .start
    }
}
