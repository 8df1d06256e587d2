extension PabulibFault: Error {}

extension RecordSplitter.Record {
    /// The record, if it has a field for each of these columns; empty fields beyond them, as spreadsheets write them,
    /// are left out.
    func fields(of header: [String]) throws(PabulibFault) -> RecordSplitter.Record {
        guard ends.count != header.count else { return self }
        guard ends.count > header.count, ends[header.count - 1] == bytes.count else {
            let names = PabulibFault.shown(header.joined(separator: ";"))
            throw PabulibFault(
                line: line, found: Text(en: "\(ends.count) fields", zh: "\(ends.count) 个字段"),
                expected: Text(en: "\(header.count): \(names)", zh: "\(header.count) 个：\(names)"))
        }
        var record = self
        record.ends.removeLast(ends.count - header.count)
        return record
    }
}

extension DecimalText {
    /// The amount in units of 10^-`places`.
    func money(_ places: Int, line: Int) throws(PabulibFault) -> Int64 {
        guard places <= 6, let amount = scaled(to: places), amount < 1 << 60 else {
            throw PabulibFault(
                line: line,
                found: Text(en: "an amount too large or too fine", zh: "过大或过细的金额"),
                expected: Text(
                    en: "at most 6 decimals, and below 10^18 of the smallest unit", zh: "至多 6 位小数，且以最小单位计低于 10^18"))
        }
        return amount
    }
}
