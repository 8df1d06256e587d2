import Governance

/// A CSV file of points: a column for every factor by its id, in any order; a column `point` is passed over, so that the
/// points that a sweep has written can be read again.
struct PointsFile {
    private let path: String
    private(set) var faults: [ScenarioFault] = []
    /// A value for each factor, in the factors' order.
    private(set) var points: [[LeverValue]] = []

    init(_ bytes: [UInt8], path: String, factors: [Factor]) throws(ScenarioFaults) {
        self.path = path
        let lines = try PlainText.decode(bytes, file: path, isTable: true)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(Self.fields)
        let heads = lines.first ?? []
        let columns = factors.map { factor in heads.firstIndex(of: factor.id) }
        for (factor, column) in zip(factors, columns) where column == nil {
            refuse(
                1, factor.id, Text(en: "no column \(factor.id)", zh: "缺少列 \(factor.id)"),
                Text(en: "a column for every factor", zh: "每个因素一列"), NearestName.of(factor.id, among: heads))
        }
        for head in heads where head != "point" && !factors.contains(where: { $0.id == head }) {
            refuse(
                1, head, Text(en: "the unknown column \(Tree.short(head))", zh: "未知的列 \(Tree.short(head))"),
                Text(en: "a factor: \(factors.map(\.id).shortList)", zh: "某个因素：\(factors.map(\.id).shortList)"),
                NearestName.of(head, among: factors.map(\.id)))
        }
        guard faults.isEmpty else { return }
        for (number, fields) in lines.enumerated().dropFirst() where fields != [""] {
            read(fields, number + 1, heads, columns.compactMap(\.self))
        }
        if faults.isEmpty { check(factors) }
    }

    private mutating func read(_ fields: [String], _ line: Int, _ heads: [String], _ columns: [Int]) {
        guard fields.count == heads.count else {
            return refuse(
                line, "", Text(en: "\(fields.count) fields", zh: "\(fields.count) 个字段"),
                Text(en: "\(heads.count), as in the first line", zh: "\(heads.count) 个（同首行）"))
        }
        for column in columns where fields[column].isEmpty {
            refuse(line, heads[column], Text(en: "nothing", zh: "空值"), Text(en: "a value", zh: "一个值"))
        }
        points.append(columns.map { LeverValue(text: fields[$0]) })
    }

    private mutating func check(_ factors: [Factor]) {
        guard !points.isEmpty else {
            return refuse(
                1, "", Text(en: "no points", zh: "没有任何点"), Text(en: "a line for each point", zh: "每个点一行"))
        }
        for (place, factor) in factors.enumerated() where FactorKind.of(points.map { $0[place] }) == nil {
            refuse(
                1, factor.id, Text(en: "values of several kinds", zh: "不同类型的取值"),
                Text(en: "only numbers, only true and false, or only names", zh: "全为数、全为 true 与 false，或全为名称"))
        }
    }

    private mutating func refuse(
        _ line: Int, _ column: String, _ found: Text, _ expected: Text, _ nearest: String? = nil
    ) {
        guard faults.count < 1000 else { return }
        faults.append(
            ScenarioFault(
                Place(file: path, line: line, column: nil), column, found: found, expected: expected, nearest: nearest))
    }

    /// The fields of a line, without blanks and quotes around them.
    static func fields(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map { field in
            let trimmed = field.trimmingPrefix { $0 == " " || $0 == "\t" }
            let text = String(trimmed.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
            return text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
                ? String(text.dropFirst().dropLast()) : text
        }
    }
}
