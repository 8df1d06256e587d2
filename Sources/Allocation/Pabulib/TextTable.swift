/// A table of texts with named columns, held as one run of bytes: a million rows cost little more than their text.
public struct TextTable: Sendable, Equatable {
    /// The columns' names.
    public let header: [String]
    private var bytes: [UInt8] = []
    /// Where each field ends in `bytes`, row by row.
    private var ends: [Int] = []

    /// A table without rows; it must have a column.
    public init(header: [String]) { self.header = header }

    /// How many rows there are.
    public var count: Int { ends.count / max(1, header.count) }

    /// The text in that row and column.
    public subscript(row: Int, column: Int) -> String { String(decoding: raw(row, column), as: UTF8.self) }

    /// The place of the first of these names among the columns.
    public func column(_ names: String...) -> Int? {
        names.lazy.compactMap { header.firstIndex(of: $0) }.first
    }

    /// Adds a row of as many fields as there are columns.
    public mutating func append(_ fields: [String]) {
        for field in fields.prefix(header.count) + Array(repeating: "", count: max(0, header.count - fields.count)) {
            bytes.append(contentsOf: field.utf8)
            ends.append(bytes.count)
        }
    }

    /// Adds a record that has as many fields as there are columns.
    mutating func append(_ record: RecordSplitter.Record) {
        let start = bytes.count
        bytes.append(contentsOf: record.bytes)
        for end in record.ends { ends.append(start + end) }
    }

    func raw(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        let place = row * header.count + column
        return bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }
}
