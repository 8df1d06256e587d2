import Foundation
import Testing

/// What Documentation/StudioServer.md says protects is shown by tests that are there.
@Suite("The threat model") struct ThreatModelTests {
    @Test func everyTestThatItNamesIsThere() throws {
        let page = try String(contentsOfFile: Visitor.repository + "/Documentation/StudioServer.md", encoding: .utf8)
        let model = try #require(page.components(separatedBy: "## Threat model").dropFirst().first)
        let table = model.split(separator: "\n").filter { $0.hasPrefix("|") }.dropFirst(2)
        #expect(table.count > 10)
        let python = try FileManager.default.contentsOfDirectory(atPath: Visitor.repository + "/Tests/Browser")
            .filter { $0.hasSuffix(".py") }
            .map { try String(contentsOfFile: "\(Visitor.repository)/Tests/Browser/\($0)", encoding: .utf8) }
        for line in table {
            let names = line.matches(of: /`(\w+)\.(\w+)`/).filter { $0.1.hasSuffix("Tests") || $0.2.hasPrefix("test_") }
            #expect(!names.isEmpty, "\(line)")
            for name in names {
                let (suite, test) = (String(name.1), String(name.2))
                let file = "\(Visitor.repository)/Tests/StudioTests/\(suite).swift"
                let texts =
                    test.hasPrefix("test_") ? python : try [String(contentsOfFile: file, encoding: .utf8)]
                #expect(
                    texts.contains { text in
                        (text.contains("class \(suite)(") || text.contains("struct \(suite)"))
                            && (text.contains("func \(test)(") || text.contains("def \(test)("))
                    }, "\(suite).\(test)")
            }
        }
    }
}
