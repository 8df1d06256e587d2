extension PabulibFile {
    /// Writes the file in pieces: all sections, all columns, all texts as they were read; lines end with a line feed, and
    /// quotation marks stand where a text needs them.
    public func write<Failure: Error>(_ sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var bytes = Array("META\nkey;value\n".utf8)
        for entry in meta { Self.append([entry.key, entry.value], to: &bytes) }
        for (name, table) in [("PROJECTS", projects), ("VOTES", votes)] {
            bytes += Array((name + "\n").utf8)
            Self.append(table.header, to: &bytes)
            for row in 0..<table.count {
                Self.append(table.header.indices.map { table[row, $0] }, to: &bytes)
                guard bytes.count > 1 << 16 else { continue }
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try sink(bytes)
    }

    /// The whole file.
    public var bytes: [UInt8] {
        var all: [UInt8] = []
        write { all += $0 }
        return all
    }

    private static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { bytes.append(0x3B) }
            bytes += Array(quoted(field, isAlone: fields.count == 1).utf8)
        }
        bytes.append(0x0A)
    }

    private static func quoted(_ field: String, isAlone: Bool) -> String {
        let needsQuotes =
            field.utf8.contains { $0 == 0x3B || $0 == 0x0A || $0 == 0x0D || $0 == 0x22 } || (isAlone && field.isEmpty)
        guard needsQuotes else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
