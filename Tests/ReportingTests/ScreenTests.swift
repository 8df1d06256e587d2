import Foundation
import Testing

@testable import Reporting

@Suite("What is printed")
struct ScreenTests {
    @Test(
        "Tables of runs and comparisons, to the letter, in both languages",
        arguments: Language.allCases, ["run", "compare"])
    func golden(language: Language, command: String) throws {
        let report = Fixture.report(months: 13, baseline: command == "compare" ? "closed" : nil)
        try expectGolden(
            report.screen(in: language, style: ScreenStyle(width: 80)), "\(command)-\(language.rawValue)")
    }

    @Test("No line is wider than the screen", arguments: [60, 72, 80, 100, 200], Language.allCases)
    func width(width: Int, language: Language) {
        for baseline in ["closed", nil] {
            let text = Fixture.report(months: 60, baseline: baseline).screen(
                in: language, style: ScreenStyle(width: width))
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        }
    }

    @Test("Eighty columns hold the four months of a run")
    func usual() {
        let text = Fixture.report(months: 60, baseline: nil).screen(in: .en, style: ScreenStyle(width: 80))
        for month in [12, 24, 36, 60] { #expect(text.contains("month \(month)")) }
    }

    @Test("On a narrow screen the last month stays")
    func narrow() {
        let text = Fixture.report(months: 60, baseline: nil).screen(in: .en, style: ScreenStyle(width: 60))
        #expect(text.contains("month 60") && !text.contains("month 12"))
    }

    @Test("Columns of numbers end at the same place, whatever the language")
    func alignment() throws {
        let text = Fixture.report(months: 60).screen(in: .zh, style: ScreenStyle(width: 80))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("  12 (") || $0.hasPrefix("  60 (") }
        let ends = rows.map { row in row.range(of: "]").map { DisplayWidth.of(String(row[..<$0.lowerBound])) } }
        #expect(rows.count == 6)
        #expect(Set(ends.compactMap { $0 }).count == 1)
    }

    @Test("Colour only where asked for; without it no escape is printed")
    func colour() {
        let plain = Fixture.report().screen(in: .en, style: ScreenStyle(colour: false, width: 80))
        let coloured = Fixture.report().screen(in: .en, style: ScreenStyle(colour: true, width: 80))
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.contains("\u{1B}[1m"))
        #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == plain)
    }

    @Test("One replicate: means without intervals, and why")
    func single() {
        let run = Fixture.report(replicates: 1, baseline: nil).screen(in: .en, style: ScreenStyle())
        #expect(run.contains("One replicate: no interval can be given.") && !run.contains("7.0-"))
        #expect(Fixture.report(replicates: 1).screen(in: .en, style: ScreenStyle()).contains("cannot be told"))
    }
}

/// Compares with a kept text; one that is missing is written, and the test fails so that someone reads it.
func expectGolden(_ text: String, _ name: String) throws {
    if let kept = Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Golden") {
        #expect(text == (try String(contentsOf: kept, encoding: .utf8)))
    } else {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        try text.write(to: folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
        Issue.record("\(name).txt was missing and is written now: read it, and keep it if it is right")
    }
}
