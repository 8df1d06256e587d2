import Foundation
import Testing

@Suite struct VerifyTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test func oneVerificationIsToldAndWritten() throws {
        let result = try tool.run("verify", "--only", "need-steady-state", "--out", "kept")
        #expect(result.code == 0 && result.errors.isEmpty)
        for word in ["expected", "found", "tolerance", "passes", "1 of 1 verifications pass"] {
            #expect(result.output.contains(word))
        }
        let file = try String(contentsOf: tool.folder.appending(path: "kept/verify.csv"), encoding: .utf8)
        #expect(file.hasPrefix("verification,check,expected,found,tolerance,verdict,falseAlarm,basis\n"))
        #expect(file.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("need-steady-state,") })
    }

    /// What could not be compared is no success.
    @Test func withoutScenariosItFailsAndSaysWhy() throws {
        let result = try tool.run("verify", "--only", "conditional-cooperation")
        #expect(result.code == 1 && result.output.contains("COGOV_SCENARIOS"))
    }

    @Test func aMisspeltNameIsTwoAndNamesTheNearest() throws {
        let result = try tool.run("verify", "--only", "histeresis")
        #expect(result.code == 2 && result.errors.contains("did you mean hysteresis?"))
    }
}
