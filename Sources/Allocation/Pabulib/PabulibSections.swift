/// The sections of a Pabulib file, in their order, and where in them reading has come to.
struct PabulibSections: RecordTaker {
    private(set) var section: PabulibReader.Section?
    private var awaitsHeader = false
    private(set) var reading = PabulibReading()

    /// Deals with one record; false when no more are wanted.
    mutating func take(_ record: RecordSplitter.Record) -> Bool {
        guard !record.isBlank else { return true }
        guard String(validating: record.bytes, as: UTF8.self) != nil else {
            reading.refuse(
                record.line, found: Text(en: "bytes that are no UTF-8 text", zh: "非 UTF-8 文本的字节"),
                expected: Text(en: "text in UTF-8", zh: "UTF-8 文本"))
            return section != nil && !reading.isFull
        }
        if let next = Self.name(record) {
            guard next == PabulibReader.Section.following(section), !awaitsHeader else {
                refuse(record)
                return false
            }
            section = next
            awaitsHeader = true
        } else if let section {
            if awaitsHeader {
                awaitsHeader = false
                guard reading.begin(section, Self.header(record), record.line) else { return false }
            } else {
                reading.add(record, to: section)
            }
        } else {
            refuse(record)
            return false
        }
        return !reading.isFull
    }

    private static func name(_ record: RecordSplitter.Record) -> PabulibReader.Section? {
        let rest = record.bytes[record.ends[0]...]
        return rest.isEmpty ? PabulibReader.Section(rawValue: record.text(0).trimmed.uppercased()) : nil
    }

    /// The columns' names; empty ones at the end, as spreadsheets write them, are left out.
    private static func header(_ record: RecordSplitter.Record) -> [String] {
        var names = record.ends.indices.map { record.text($0).trimmed }
        while let last = names.last, last.isEmpty, names.count > 1 { names.removeLast() }
        return names
    }

    /// Tells of a quotation mark that is still open at the end.
    mutating func leaveQuoteOpen(_ line: Int) {
        reading.refuse(
            line, found: Text(en: "a quotation mark that is never closed", zh: "未闭合的引号"),
            expected: Text(en: "another quotation mark at the field's end", zh: "字段末尾的引号"))
    }

    /// Tells of a record that is longer than any can be.
    mutating func refuseLength(_ line: Int) {
        let most = RecordSplitter.most >> 20
        reading.refuse(
            line, found: Text(en: "a line of more than \(most) MiB", zh: "超过 \(most) MiB 的一行"),
            expected: Text(en: "fields that end with the line", zh: "以换行结束的各字段"))
    }

    /// Tells of a file that is larger than any can be.
    mutating func refuseSize(_ line: Int, _ most: Int) {
        reading.refuse(
            line, found: Text(en: "more than \(most >> 20) MiB", zh: "超过 \(most >> 20) MiB"),
            expected: Text(en: "an election of at most that", zh: "不超过此大小的选举文件"))
    }

    private mutating func refuse(_ record: RecordSplitter.Record) {
        let found = PabulibFault.shown(record.text(0))
        let expected =
            if awaitsHeader {
                Text(en: "the names of the columns", zh: "列名")
            } else if let next = PabulibReader.Section.following(section) {
                Text(en: "the section \(next.rawValue)", zh: "\(next.rawValue) 部分")
            } else {
                Text(en: "nothing after the section VOTES", zh: "VOTES 之后不再有其他部分")
            }
        reading.refuse(record.line, found: Text(en: "“\(found)”", zh: "“\(found)”"), expected: expected)
    }
}
