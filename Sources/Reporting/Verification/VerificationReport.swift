public import Archive
public import Claims
import Governance

/// What verifications found: on the screen and as `verify.csv`.
public struct VerificationReport: Sendable {
    public static let file = "verify.csv"

    private let results: [VerificationResult]

    public init(_ results: [VerificationResult]) { self.results = results }

    /// Whether every verification could be made and passes.
    public var passes: Bool { results.allSatisfy { $0.passes == true } }

    /// The table for a terminal, and a sentence on all of it.
    public func screen(in language: Language, style: ScreenStyle) -> String {
        let headings = [
            Text(en: "expected", zh: "应为"), Text(en: "found", zh: "实为"), Text(en: "tolerance", zh: "容差"),
            Text(en: "verdict", zh: "判定"),
        ]
        let table = ScreenTable(
            columns: headings.map { ScreenTable.Column(heading: $0[language]) },
            rows: results.flatMap { rows($0, in: language) })
        let lines = table.lines(style) + TextLayout.wrapped(summary[language], to: style.width)
        return lines.map { $0 + "\n" }.joined()
    }

    private func rows(_ result: VerificationResult, in language: Language) -> [ScreenTable.Row] {
        var rows: [ScreenTable.Row] = [.group("\(result.verification.title[language]) (\(result.verification.id))")]
        rows += result.checks.map { check in
            .cells(
                label: check.quantity[language],
                [
                    [
                        Self.number(check.expected), Self.number(check.found), Self.number(check.tolerance),
                        Self.verdict(check.passes)[language],
                    ]
                ])
        }
        if let missing = result.missing {
            rows.append(.note((Text(en: "not compared: ", zh: "未比对：") + missing)[language]))
        }
        if let fault = result.fault { rows.append(.note((Text(en: "fails: ", zh: "未通过：") + fault)[language])) }
        return rows
    }

    private var summary: Text {
        let passed = results.count { $0.passes == true }
        let failed = results.count { $0.passes == false }
        let checks = results.flatMap(\.checks)
        let drawn = checks.filter { $0.falseAlarm > 0 }
        let chance = NumberText.fixed(100 * drawn.reduce(0) { $0 + $1.falseAlarm }, decimals: 3) ?? ""
        let (left, more) = (results.count - passed - failed, failed + passed < results.count)
        return Text(
            en: "\(passed) of \(results.count) verifications pass, \(failed) fail"
                + (more ? ", \(left) could not be made" : "")
                + ". \(checks.count) checks; \(drawn.count) rest on draws, and the chance that any of these fails in a right model is "
                + "at most \(chance) %.",
            zh: "\(results.count) 项验证中 \(passed) 项通过，\(failed) 项未通过"
                + (more ? "，\(left) 项无法进行" : "")
                + "。共 \(checks.count) 项检查，其中 \(drawn.count) 项依赖随机抽样；模型正确时，其中任何一项误报的概率不超过 \(chance) %。")
    }

    /// Writes `verify.csv`: a row for every check, and one for a verification that has none.
    public func write(to folder: String) throws(ArchiveError) {
        let file = try WholeFile(Self.file, in: folder)
        try file.append("verification,check,expected,found,tolerance,verdict,falseAlarm,basis\n")
        for result in results {
            let id = result.verification.id
            for check in result.checks {
                let numbers = CSV.numbers([check.expected, check.found, check.tolerance])
                try file.append(
                    "\(CSV.line([id, check.quantity.en])),\(numbers),\(Self.verdict(check.passes).en),"
                        + "\(CSV.number(check.falseAlarm)),\(CSV.field(check.basis.en))\n")
            }
            if let word = result.fault ?? result.missing?.en {
                let verdict = result.fault == nil ? "not compared" : "fails"
                try file.append("\(id),,,,,\(verdict),,\(CSV.field(word))\n")
            }
        }
        try file.finish()
    }

    private static func verdict(_ passes: Bool) -> Text {
        passes ? Text(en: "passes", zh: "通过") : Text(en: "fails", zh: "未通过")
    }

    private static func number(_ value: Double) -> String {
        NumberText.fixed(value, decimals: value == value.rounded() ? 0 : 5) ?? "-"
    }
}
