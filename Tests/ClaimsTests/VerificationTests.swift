import Foundation
import Governance
import Scenarios
import Testing

@testable import Claims

private let shipped = ScenarioLibrary(in: [
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Scenarios").path
])

/// What quick verifications found, each made once.
private let found: [VerificationResult] = Verification.all.map {
    $0.verify(VerificationSetting(effort: .quick, library: shipped))
}

/// Quick ones: the same checks as `cogov verify` does, of fewer people and repetitions.
@Suite("Verification by known answers")
struct VerificationTests {
    @Test(arguments: Verification.all.map(\.id))
    func knownAnswers(id: String) throws {
        let result = try #require(found.first { $0.verification.id == id })
        #expect(result.fault == nil && result.missing == nil && !result.checks.isEmpty)
        for check in result.checks {
            #expect(
                check.passes,
                "\(check.quantity.en): expected \(check.expected), found \(check.found), within \(check.tolerance)")
            // A check that cannot fail is none.
            #expect(check.tolerance.isFinite && check.tolerance >= 0)
        }
    }

    /// All checks of all verifications together raise a false alarm once in a thousand times at most, by the sum of their chances.
    @Test func theFamilyRaisesFewFalseAlarms() throws {
        let sum = found.flatMap(\.checks).reduce(0) { $0 + $1.falseAlarm }
        #expect(sum > 0 && sum <= FalseAlarm.family)
    }

    @Test func namesAreUniqueAndFound() {
        #expect(Set(Verification.all.map(\.id)).count == Verification.all.count)
        #expect(Verification.named("ledger")?.id == "ledger" && Verification.named("nothing") == nil)
    }

    @Test func whatIsMissingIsNeitherPassedNorFailed() {
        for verification in [Verification.ledger, .conditionalCooperation] {
            let result = verification.verify(VerificationSetting(effort: .quick, library: nil))
            #expect(result.passes == nil && result.missing != nil)
        }
    }

    /// A check fails beyond its tolerance, and where there is no number.
    @Test func checksFail() {
        let text = Text(en: "", zh: "")
        for (found, passes) in [(1.0, true), (1.1, true), (1.2, false), (.nan, false)] {
            let check = VerificationCheck.exact(text, expected: 1, found: found, within: 0.11, because: text)
            #expect(check.passes == passes)
        }
        let sample = (0..<20).map { Double($0 % 2) }
        #expect(VerificationCheck.mean(text, of: sample, expected: 0.5).passes)
        #expect(!VerificationCheck.mean(text, of: sample, expected: 2).passes)
    }

    @Test func severalAtOnceGiveTheSame() async {
        let some: [Verification] = [.morrisEffects, .sobolIndices]
        let setting = VerificationSetting(effort: .quick, library: nil)
        var steps: [Int] = []
        let together = await VerificationRun.verify(some, setting, cores: 2) { steps.append($0) }
        #expect(together.map(\.verification.id) == some.map(\.id))
        #expect(together.map(\.checks) == some.map { $0.verify(setting).checks })
        #expect(steps == [0, 1, 2])
    }

    /// The theory against its own limits: no influence gives the logistic, and a symmetric choice tips at a half.
    @Test func binaryChoiceByHand() throws {
        #expect(abs(BinaryChoice(base: 0, neighbours: 0).share(after: 0.3) - 0.5) < 1e-12)
        let roots = try BinaryChoice(base: -4, neighbours: 8).equilibria()
        #expect(roots.count == 3 && abs(roots[1] - 0.5) < 1e-9 && abs(roots[0] + roots[2] - 1) < 1e-9)
    }
}
