import Claims
import Foundation
import Testing

@testable import Reporting

@Suite("What verifications found")
struct VerificationReportTests {
    /// One that passes, and one that has nothing to compare with.
    let report = VerificationReport(
        ["morris-effects", "ledger"].compactMap(Verification.named).map {
            $0.verify(VerificationSetting(effort: .quick, library: nil))
        })

    @Test(arguments: Language.allCases, [60, 80, 120])
    func noLineIsWiderThanTheScreen(language: Language, width: Int) {
        for line in report.screen(in: language, style: ScreenStyle(width: width)).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
        }
    }

    @Test func bothAreToldInBothLanguages() {
        #expect(!report.passes)
        let english = report.screen(in: .en, style: ScreenStyle(width: 100))
        for words in ["Ishigami, μ* 1", "not compared", "1 of 2 verifications pass, 0 fail, 1 could not be made"] {
            #expect(english.contains(words))
        }
        let chinese = report.screen(in: .zh, style: ScreenStyle(width: 100))
        for words in ["Ishigami：μ* 1", "未比对", "2 项验证中 1 项通过，0 项未通过，1 项无法进行"] {
            #expect(chinese.contains(words))
        }
    }

    @Test func theFileHasARowACheck() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "verify-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try report.write(to: folder.path)
        let text = try String(contentsOf: folder.appending(path: VerificationReport.file), encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 1 + 6 + 1)
        #expect(lines[1].hasPrefix("morris-effects,\"Ishigami, μ* 1\",") && lines[1].contains(",passes,1e-05,"))
        #expect(lines[7].hasPrefix("ledger,,,,,not compared,,"))
    }
}
