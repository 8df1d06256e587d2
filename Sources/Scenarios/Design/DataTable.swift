import Governance

/// A CSV file of numbers and words with a name above each column: inputs and outcomes of any model, a line a case.
public struct DataTable: Sendable {
    public let columns: [Column]
    public let count: Int

    /// A column and its values.
    public struct Column: Sendable {
        public let name: String
        public let values: Values
    }

    public enum Values: Sendable, Equatable {
        case numbers([Double])
        case words([String])
    }

    /// The table in the file at `path`.
    ///
    /// - Throws: every fault found in it.
    public static func read(path: String) throws(ScenarioFaults) -> DataTable {
        try DataTable(FileBytes.read(path, reportedAt: Place(file: path), "", most: FileBytes.tableLimit), path: path)
    }

    init(_ bytes: [UInt8], path: String) throws(ScenarioFaults) {
        let lines = try PlainText.decode(bytes, file: path, isTable: true)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(PointsFile.fields)
        var faults: [ScenarioFault] = []
        func refuse(_ line: Int, _ column: String, _ found: Text, _ expected: Text) {
            guard faults.count < 100 else { return }
            faults.append(
                ScenarioFault(
                    Place(file: path, line: line, column: nil), column, found: found, expected: expected))
        }
        let heads = lines.first ?? []
        for (place, head) in heads.enumerated() where head.isEmpty || heads[..<place].contains(head) {
            refuse(
                1, head,
                head.isEmpty
                    ? Text(en: "a column without a name", zh: "没有名称的列")
                    : Text(en: "the column \(head) twice", zh: "重复的列 \(head)"),
                Text(en: "a name of its own for every column", zh: "每列各有名称"))
        }
        var rows: [[String]] = []
        for (number, fields) in lines.enumerated().dropFirst() where fields != [""] {
            guard fields.count == heads.count else {
                refuse(
                    number + 1, "", Text(en: "\(fields.count) fields", zh: "\(fields.count) 个字段"),
                    Text(en: "\(heads.count), as in the first line", zh: "\(heads.count) 个（同首行）"))
                continue
            }
            for (head, field) in zip(heads, fields) where field.isEmpty {
                refuse(number + 1, head, Text(en: "nothing", zh: "空值"), Text(en: "a value", zh: "一个值"))
            }
            rows.append(fields)
        }
        if rows.isEmpty, faults.isEmpty {
            refuse(1, "", Text(en: "no cases", zh: "没有任何样本"), Text(en: "a line for each case", zh: "每个样本一行"))
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
        count = rows.count
        columns = heads.enumerated().map { place, head in
            let texts = rows.map { $0[place] }
            let numbers = texts.compactMap(NumberText.double)
            return Column(name: head, values: numbers.count == texts.count ? .numbers(numbers) : .words(texts))
        }
    }

    /// Names of the columns of numbers.
    public var numbers: [String] {
        columns.compactMap { column in if case .numbers = column.values { column.name } else { nil } }
    }
}
