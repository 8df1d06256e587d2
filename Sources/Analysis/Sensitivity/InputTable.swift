import Governance

/// A table of a model's inputs and outputs: comma-separated text, a line of headings, then a row for each run.
public struct InputTable: Sendable {
    public let headings: [String]
    /// The fields of every row, and the line of the text where it stands.
    private let rows: [(line: Int, fields: [String])]

    /// - Parameter text: fields may stand in double quotes; blank lines are passed over.
    /// - Throws: ``SensitivityFault`` for a row of more or fewer fields than headings, or no rows.
    public init(_ text: String) throws(SensitivityFault) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { (line: $0 + 1, fields: Self.fields($1)) }.filter { $0.fields != [""] }
        guard let head = lines.first, lines.count > 1 else {
            throw .results(
                found: "no rows", foundZh: "没有数据行", wanted: "a line of headings, then a row for each run",
                wantedZh: "一行表头，其后每次运行一行")
        }
        headings = head.fields
        for row in lines.dropFirst() where row.fields.count != head.fields.count {
            throw .cell(
                line: row.line, column: "", found: "\(row.fields.count) fields", foundZh: "\(row.fields.count) 个字段",
                wanted: "\(head.fields.count), as in the headings", wantedZh: "与表头相同的 \(head.fields.count) 个")
        }
        rows = Array(lines.dropFirst())
    }

    /// The line of the text in which a row stands, rows counted from 1.
    public func line(ofRow row: Int) -> Int? { row >= 1 && row <= rows.count ? rows[row - 1].line : nil }

    /// Inputs and one output of the table.
    ///
    /// - Parameters:
    ///   - inputs: headings; nil for all but the outputs and the replicate.
    ///   - replicate: the heading of the column that numbers replicates; nil where every row is a point of its own. Each replicate must then
    ///     have the same points in the same order.
    ///   - ownDraws: whether replicates of different points have nothing in common.
    /// - Throws: ``SensitivityFault`` with the line and column of what is wrong.
    public func sample(
        inputs: [String]?, output: String, otherOutputs: [String] = [], replicate: String? = nil, ownDraws: Bool = false
    ) throws(SensitivityFault) -> SensitivitySample {
        let named = inputs ?? headings.filter { !([output] + otherOutputs + [replicate]).contains($0) }
        guard !named.isEmpty else {
            throw .results(found: "no inputs", foundZh: "没有输入", wanted: "one input or more", wantedZh: "至少一个输入")
        }
        var columns: [[Double]] = []
        for name in named { columns.append(try values(of: name)) }
        let results = try numbers(of: output)
        let points = rows.indices.map { row in columns.map { $0[row] } }
        guard let replicate else {
            return SensitivitySample(names: named, rows: points, results: results.map { [$0] }, ownDraws: ownDraws)
        }
        let runs = try runs(of: replicate)
        let first = runs[0].rows.map { points[$0] }
        for run in runs.dropFirst() {
            guard run.rows.count == first.count else {
                throw .results(
                    found: "replicate \(run.name) with \(run.rows.count) rows",
                    foundZh: "第 \(run.name) 次重复有 \(run.rows.count) 行",
                    wanted: "\(first.count), as replicate \(runs[0].name) has",
                    wantedZh: "与第 \(runs[0].name) 次重复相同的 \(first.count) 行")
            }
            if let wrong = run.rows.indices.first(where: { points[run.rows[$0]] != first[$0] }) {
                throw .cell(
                    line: rows[run.rows[wrong]].line, column: "",
                    found: "another point than in replicate \(runs[0].name)",
                    foundZh: "与第 \(runs[0].name) 次重复不同的点",
                    wanted: "the same points in the same order in every replicate",
                    wantedZh: "各次重复的点及次序相同")
            }
        }
        return SensitivitySample(
            names: named, rows: first, results: first.indices.map { point in runs.map { results[$0.rows[point]] } },
            ownDraws: ownDraws)
    }

    /// Rows by the name of their replicate, in the order in which these first come.
    private func runs(of heading: String) throws(SensitivityFault) -> [(name: String, rows: [Int])] {
        let column = try place(of: heading)
        var runs: [(name: String, rows: [Int])] = []
        var places: [String: Int] = [:]
        for (number, row) in rows.enumerated() {
            let name = row.fields[column]
            if let place = places[name] {
                runs[place].rows.append(number)
            } else {
                places[name] = runs.count
                runs.append((name, [number]))
            }
        }
        return runs
    }

    private func place(of heading: String) throws(SensitivityFault) -> Int {
        guard let place = headings.firstIndex(of: heading) else { throw .column(heading, known: headings) }
        return place
    }

    /// A column of numbers, or of names that stand as their places in the alphabet.
    private func values(of heading: String) throws(SensitivityFault) -> [Double] {
        let column = try place(of: heading)
        let hasNumbers = rows.contains { Double($0.fields[column]) != nil }
        guard !hasNumbers else { return try numbers(of: heading) }
        let names = Set(rows.map { $0.fields[column] }).sorted()
        if let row = rows.first(where: { $0.fields[column].isEmpty }) { throw Self.missing(row.line, heading) }
        let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Double($0)) })
        return rows.map { ranks[$0.fields[column]] ?? 0 }
    }

    private func numbers(of heading: String) throws(SensitivityFault) -> [Double] {
        let column = try place(of: heading)
        var numbers: [Double] = []
        for row in rows {
            let text = row.fields[column]
            guard !text.isEmpty else { throw Self.missing(row.line, heading) }
            guard let number = Double(text), number.isFinite else {
                throw .cell(
                    line: row.line, column: heading, found: "“\(text.prefix(40))”", foundZh: "“\(text.prefix(40))”",
                    wanted: "a finite number", wantedZh: "有限的数")
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func missing(_ line: Int, _ heading: String) -> SensitivityFault {
        .cell(line: line, column: heading, found: "nothing", foundZh: "空值", wanted: "a value", wantedZh: "一个值")
    }

    /// The fields of a line, without blanks and quotes around them; a quote within a quoted field is doubled.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        var previous: Character = ","
        for character in line {
            switch character {
            case "\"":
                if !isQuoted, previous == "\"" { fields[fields.count - 1].append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
            previous = character
        }
        return fields.map { field in
            let start = field.drop { $0 == " " || $0 == "\t" }
            return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
        }
    }
}
