import Numerics

/// Takes the values of a snapshot one after another and keeps them as bytes, least significant first.
///
/// A class, as the containers of one `Encoder` all write to one place.
final class SnapshotWriter {
    private(set) var bytes: [UInt8] = []

    /// Makes room at once for what will be about so long.
    func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    func append(_ raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

    /// Any value that can be encoded, by its own way of packing where it has one.
    func put<Value: Encodable>(_ value: Value) throws {
        if let packed = value as? any Packed {
            try packed.pack(self)
        } else {
            try value.encode(to: SnapshotEncoder(writer: self))
        }
    }
}

/// Gives the values of a snapshot back in the order in which they were written.
final class SnapshotReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    /// The scenario's firms by id: a snapshot names them and leaves their terms to the scenario.
    let firms: [String: FirmTerms]

    init(_ bytes: ArraySlice<UInt8>, firms: [FirmTerms] = []) {
        self.bytes = bytes
        place = bytes.startIndex
        self.firms = Dictionary(firms.map { ($0.id, $0) }) { first, _ in first }
    }

    var left: Int { bytes.endIndex - place }

    /// Lends the next `count` bytes.
    func next<Result>(_ count: Int, _ body: (UnsafeRawBufferPointer) -> Result) throws -> Result {
        guard count >= 0, count <= left else { throw SnapshotError.damaged }
        defer { place += count }
        return bytes[place..<(place + count)].withUnsafeBytes(body)
    }

    func take<Value: Decodable>(_ type: Value.Type) throws -> Value {
        guard let packed = type as? any Packed.Type else { return try Value(from: SnapshotDecoder(reader: self)) }
        guard let value = try packed.unpack(self) as? Value else { throw SnapshotError.damaged }
        return value
    }
}

/// The sum by which an alteration is noticed.
enum Checksum {
    /// Words of eight bytes, the last filled up with zeros, and the length, folded one after another.
    ///
    /// Each fold is a bijection of the sum so far and of the word, so that a change within one word is always noticed,
    /// and any other missed once in 2^64.
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var sum = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
            let whole = raw.count & ~7
            for place in stride(from: 0, to: whole, by: 8) {
                sum = fold(sum, UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            }
            var last: UInt64 = 0
            for place in whole..<raw.count { last |= UInt64(raw[place]) << UInt64(8 * (place - whole)) }
            return Identity.mix(fold(sum, last))
        }
    }

    @inline(__always)
    private static func fold(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (sum ^ word) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed &>> 32)
    }
}
