/// A value that says itself how it stands in a snapshot; all others stand there field after field, by `Codable`.
protocol Packed: Codable {
    func pack(_ writer: SnapshotWriter) throws
    static func unpack(_ reader: SnapshotReader) throws -> Self
}

#if _endian(big)
    #error("snapshots hold columns as they stand in memory, least significant byte first")
#endif

/// A number or vector without gaps in memory, of which any bits are a value: columns of it are copied whole.
protocol Plain: Packed {}

extension Plain {
    func pack(_ writer: SnapshotWriter) { withUnsafeBytes(of: self) { writer.append($0) } }

    static func unpack(_ reader: SnapshotReader) throws -> Self {
        try reader.next(MemoryLayout<Self>.size) { $0.loadUnaligned(as: Self.self) }
    }
}

extension UInt8: Plain {}
extension UInt16: Plain {}
extension UInt32: Plain {}
extension UInt64: Plain {}
extension Int: Plain {}
extension Int32: Plain {}
extension Int64: Plain {}
extension Float: Plain {}
extension Double: Plain {}
extension SIMD4: Packed, Plain where Scalar: Plain {}
extension SIMD8: Packed, Plain where Scalar: Plain {}

extension Bool: Packed {
    func pack(_ writer: SnapshotWriter) { UInt8(self ? 1 : 0).pack(writer) }

    static func unpack(_ reader: SnapshotReader) throws -> Bool {
        switch try UInt8.unpack(reader) {
        case 0: false
        case 1: true
        default: throw SnapshotError.damaged
        }
    }
}

extension String: Packed {
    func pack(_ writer: SnapshotWriter) throws { try Array(utf8).pack(writer) }

    static func unpack(_ reader: SnapshotReader) throws -> String {
        guard let text = String(validating: try [UInt8].unpack(reader), as: UTF8.self) else {
            throw SnapshotError.damaged
        }
        return text
    }
}

extension Optional: Packed where Wrapped: Codable {
    func pack(_ writer: SnapshotWriter) throws {
        (self != nil).pack(writer)
        if let self { try writer.put(self) }
    }

    static func unpack(_ reader: SnapshotReader) throws -> Wrapped? {
        try Bool.unpack(reader) ? reader.take(Wrapped.self) : nil
    }
}

extension Array: Packed where Element: Codable {
    func pack(_ writer: SnapshotWriter) throws {
        count.pack(writer)
        guard !(Element.self is any Plain.Type) else { return withUnsafeBytes { writer.append($0) } }
        for element in self { try writer.put(element) }
    }

    static func unpack(_ reader: SnapshotReader) throws -> [Element] {
        let count = try Int.unpack(reader)
        // Nothing takes less than a byte, so a count beyond what is left is no count.
        guard count >= 0, count <= reader.left else { throw SnapshotError.damaged }
        guard Element.self is any Plain.Type else { return try (0..<count).map { _ in try reader.take(Element.self) } }
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        guard !overflow else { throw SnapshotError.damaged }
        return try reader.next(size) { raw in
            (0..<count).map {
                raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Element>.stride, as: Element.self)
            }
        }
    }
}

extension Set: Packed where Element: Codable {
    /// In the order of the elements' bytes: a set has none of its own.
    func pack(_ writer: SnapshotWriter) throws {
        try Dictionary(uniqueKeysWithValues: map { ($0, Nothing()) }).pack(writer)
    }

    static func unpack(_ reader: SnapshotReader) throws -> Set {
        Set(try [Element: Nothing].unpack(reader).keys)
    }
}

/// The value of a set's elements.
private struct Nothing: Codable {}

extension Dictionary: Packed where Key: Codable, Value: Codable {
    /// In the order of the keys' bytes: a dictionary has none of its own.
    func pack(_ writer: SnapshotWriter) throws {
        let entries = try map { key, value in
            let own = SnapshotWriter()
            try own.put(key)
            return (key: own.bytes, value: value)
        }
        count.pack(writer)
        for entry in entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            entry.key.withUnsafeBytes { writer.append($0) }
            try writer.put(entry.value)
        }
    }

    static func unpack(_ reader: SnapshotReader) throws -> [Key: Value] {
        let count = try Int.unpack(reader)
        guard count >= 0, count <= reader.left else { throw SnapshotError.damaged }
        var entries: [Key: Value] = [:]
        for _ in 0..<count {
            let key = try reader.take(Key.self)
            guard entries.updateValue(try reader.take(Value.self), forKey: key) == nil else {
                throw SnapshotError.damaged
            }
        }
        return entries
    }
}

extension FirmTerms: Packed {
    /// Its id alone: the terms are the scenario's.
    func pack(_ writer: SnapshotWriter) throws { try id.pack(writer) }

    static func unpack(_ reader: SnapshotReader) throws -> FirmTerms {
        guard let terms = reader.firms[try String.unpack(reader)] else { throw SnapshotError.damaged }
        return terms
    }
}
