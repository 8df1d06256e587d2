import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("New scenarios begun from others")
struct ScenarioTemplateTests {
    @Test("the copy reads as the one that it was begun from, under its own id, wherever it stands")
    func copy() throws {
        try Fixture.with("# Remarks stay.\nextends: right.yaml  # the base\nid: begun\n") { path in
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder + "/mine", withIntermediateDirectories: true)
            for file in [folder + "/mine/ours.yaml", folder + "/ours.yaml"] {
                let text = try ScenarioTemplate(path: path).text(id: "ours", file: file) { $0.en }
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let (read, origin) = (try ScenarioReader.read(path: file), try ScenarioReader.read(path: path))
                #expect(read.specification.id == "ours")
                #expect(read.specification.people == origin.specification.people)
                #expect(read.specification.fundLines == origin.specification.fundLines)
                #expect(text.contains("# Remarks stay."))
            }
        }
    }

    @Test("every lever stands there as a comment, under its keys, in both languages")
    func levers() throws {
        let template = try ScenarioTemplate(path: Fixture.right)
        for (text, meaning) in [
            (template.text(id: "a", file: "a.yaml") { $0.en }, \Text.en),
            (template.text(id: "a", file: "a.yaml") { $0.zh }, \Text.zh),
        ] {
            for lever in Lever.all { #expect(text.contains(lever.meaning[keyPath: meaning]), "\(lever.key)") }
        }
    }

    @Test("the levers' comments are right YAML once the signs are taken away")
    func uncommented() throws {
        let text = try ScenarioTemplate(path: Fixture.right).text(id: "a", file: "a.yaml") { $0.en }
        let start = try #require(text.range(of: "# institutions:\n"))
        let levers = text[start.lowerBound...].split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
        let covered = levers.replacing("institutions:", with: "institutions:\n  assumed: neutral", maxReplacements: 1)
        try Fixture.with("extends: right.yaml\n" + covered + "\n") { path in
            let institutions = try ScenarioReader.read(path: path).specification.institutions
            for lever in Lever.all { #expect(lever.value(in: institutions) == lever.neutral, "\(lever.key)") }
        }
    }

    @Test(
        "what can be an id",
        arguments: [("jinsong", true), ("our-2", true), ("2nd", false), ("Ours", false), ("a--b", false), ("", false)])
    func ids(text: String, isRight: Bool) { #expect(ScenarioTemplate.isID(text) == isRight) }
}
