import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Files that mean harm")
struct HostileFilesTests {
    /// Nine levels of nine aliases each, the last one as a key, which a parser must unfold to compare it with others.
    private static func bomb(_ mark: String) -> String {
        var text = "a0: &\(mark)0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = [String](repeating: "*\(mark)\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &\(mark)\(level) [\(items)]\n"
        }
        return text + "? *\(mark)9\n: boom\n"
    }

    @Test(
        "aliases are counted whatever they are called", .timeLimit(.minutes(1)), arguments: ["a", "_", "-", "0", "é"])
    func aliases(mark: String) throws {
        let text = Self.bomb(mark)
        try Fixture.with(text) { path in
            let fault = try Self.first(path)
            #expect(fault.expected.en.contains("anchors and aliases are not used"))
        }
        // The same where the text came over the network, and where a change brings it.
        let sent = #expect(throws: ScenarioFaults.self) { try ScenarioSource(text: text, named: "sent") }
        #expect(sent?.faults.count == 1)
        let changed = try #require(refusals(Fixture.right, ["people=" + text]))
        #expect(changed.map(\.file) == ["--set"])
    }

    @Test(
        "more values than a city has are refused before they are parsed", arguments: ["- a\n", "1,", "a: 1\n", "{a,"])
    func values(piece: String) throws {
        try Fixture.with("a: [" + String(repeating: piece, count: 410_000)) { path in
            let fault = try Self.first(path)
            #expect(fault.found.en == "more than 400000 values")
        }
    }

    @Test("a file of a gibibyte, and one that never comes")
    func endless() throws {
        try Fixture.with("id: a") { path in
            #expect(truncate(path, 1 << 30) == 0)
            let sparse = try Self.first(path)
            #expect(sparse.found.en == "a file of more than 4 MiB at \(path)")
            unlink(path)
            #expect(mkfifo(path, 0o600) == 0)
            let fault = try Self.first(path)
            #expect(fault.found.en == "no regular file at \(path)")
            #expect(throws: ScenarioFaults.self) { try Design.read(path: path) }
            #expect(throws: ScenarioFaults.self) { try DataTable.read(path: path) }
        }
    }

    @Test("a key of a megabyte is told in short")
    func longKey() throws {
        let long = String(repeating: "k", count: 1 << 20)
        for text in ["? \(long)\n: 1\n", "extends: right.yaml\npeople:\n  ? \(long)\n  : 1\n", "\(long): 1\n"] {
            try Fixture.with(text) { path in
                let faults = try #require(refusals(path))
                #expect(faults.allSatisfy { $0.description.utf8.count < 2000 }, "\(faults[0].description.prefix(300))")
            }
        }
    }

    /// Every number of the small scenario that uses every key becomes one that cannot be.
    @Test(
        "no number may be none, endless, or beyond what 64 bits hold",
        arguments: [
            ".nan", ".NaN", "nan", ".inf", "-.inf", "+.Inf", "inf", "-infinity", "1e308", "-1e308", "1e400",
            "1e-9999999999",
            "18446744073709551616", "9223372036854775808", "-9223372036854775808", "9223372036854775807", "0x10", "0b1",
            "1_000",
            "1,5", "１２", "--1", "1.", "1e", "00", "+",
        ])
    func numbers(value: String) throws {
        let right = try String(contentsOfFile: Fixture.right, encoding: .utf8)
        let (text, count) = Self.replacingNumbers(of: right, by: value.contains(",") ? "\"\(value)\"" : value)
        #expect(count == 98)
        try Fixture.with(text) { path in
            let faults = try #require(refusals(path))
            let places = Set(faults.map { "\($0.line ?? 0):\($0.column ?? 0)" })
            #expect(places.count >= count, "\(places.count) of \(count)")
        }
    }

    @Test("the same in a design", arguments: [".nan", "-.inf", "1e999", "inf", "nan"])
    func designNumbers(value: String) throws {
        let text = """
            id: d
            title: {en: T, zh: T}
            summary: {en: S, zh: S}
            scenarios: [{scenario: a.yaml}]
            factors:
              - {id: a, key: institutions.taskLoad, range: [1, 2], levels: 3, decimals: 2}
              - {id: b, key: committees.staff, distribution: {kind: normal, mean: 3, sd: 1, low: 2, high: 4}}
              - {id: c, key: committees.wage, distribution: {kind: integers, low: 2, high: 4}}
            sampling: {kind: sobol, points: 8}
            replicates: 5
            seed: 6
            keep: {months: [7]}
            """
        let (changed, count) = Self.replacingNumbers(of: text, by: value)
        #expect(count == 14)
        try Fixture.with(changed) { path in
            let faults = try #require(#expect(throws: ScenarioFaults.self) { try Design.read(path: path) }).faults
            #expect(Set(faults.map { "\($0.line ?? 0):\($0.column ?? 0)" }).count >= count, "\(faults)")
        }
    }

    @Test("a rule of a million parts is refused, and a long one is worked out")
    func longRules() throws {
        let endless = String(repeating: "a+", count: 500_000) + "a > 1"
        #expect(throws: ExpressionError.self) { try Constraint(endless, factors: [("a", .number)]) }
        let long = String(repeating: "a+", count: 1990) + "a > 1990.5"
        #expect(try Constraint(long, factors: [("a", .number)]).holds([.number(1)]))
    }

    @Test("marks of byte order and ends of lines do not matter")
    func lineEnds() throws {
        let right = try String(contentsOfFile: Fixture.right, encoding: .utf8)
        let plain = try ScenarioReader.read(path: Fixture.right).specification
        let windows = right.replacing("\n", with: "\r\n")
        for text in ["\u{FEFF}" + right, windows, "\u{FEFF}" + windows, right.replacing("\n", with: "\r")] {
            try Fixture.with(text) { path in
                let own = try ScenarioReader.read(path: path).specification
                #expect(own.past(before: own.start + 24) == plain.past(before: plain.start + 24))
            }
        }
        let wide: [UInt8] = [0xFF, 0xFE] + Array(right.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        try Fixture.with(wide) { path in
            let fault = try Self.first(path)
            #expect(fault.expected.en == "a text file in UTF-8")
        }
    }

    private static func first(_ path: String) throws -> ScenarioFault { try #require(refusals(path)?.first) }

    /// The text with every number that stands alone replaced, and how many there were; months of the calendar stay.
    private static func replacingNumbers(of text: String, by value: String) -> (text: String, count: Int) {
        let number = /([ \[{]|: )[0-9]+(\.[0-9]+)?(?=[,\]} ]|$)/.anchorsMatchLineEndings()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix("#") ? "" : String($0)
        }
        var count = 0
        let changed = lines.joined(separator: "\n").replacing(number) { match in
            count += 1
            return match.output.1 + value
        }
        return (changed, count)
    }
}
