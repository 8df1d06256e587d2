import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Files of calibration targets")
struct CalibrationTargetsTests {
    private static let right = """
        id: levels
        title: {en: Levels, zh: 水平}
        summary: {en: Levels, zh: 水平}
        sources: [A survey]
        parameters: [participation.base, learning.habit]
        runs:
          - {id: a, scenario: a.yaml, place: p.yaml, months: {value: 24, assumed: two years}}
          - {id: b, scenario: b.yaml, months: {value: 36, assumed: three}}
        patterns:
          - id: level
            meaning: {en: level, zh: 水平}
            source: the survey
            run: a
            observable: participation.rung1plus
            from: 13
            until: 24
            low: 0.05
            high: 0.12
            scale: 0.02
          - id: more
            meaning: {en: more, zh: 更多}
            source: the survey
            run: b
            against: a
            comparison: ratio
            observable: participation.rung1plus
            from: 13
            until: 24
            low: 1.5
            high: 6
            scale: 0.5

        """

    private func read(_ text: String) throws -> CalibrationTargets {
        try Fixture.with(text) { try CalibrationTargets.read(path: $0) }
    }

    private func faults(_ old: String, _ new: String) throws -> [String] {
        do {
            _ = try read(Self.right.replacingOccurrences(of: old, with: new))
            return []
        } catch let error as ScenarioFaults { return error.faults.map { "\($0.keyPath): \($0.found.en)" } }
    }

    @Test("all of it is read")
    func right() throws {
        let targets = try read(Self.right)
        #expect(targets.parameters == ["participation.base", "learning.habit"])
        #expect(targets.runs.map(\.place) == ["p.yaml", nil])
        #expect(targets.patterns.map(\.comparison) == [.difference, .ratio])
        #expect(targets.patterns[1].against == "a" && targets.patterns[0].against == nil)
    }

    @Test(
        "what is wrong is told at its place",
        arguments: [
            ("learning.habit]", "learning.habbit]", "parameters[1]: learning.habbit"),
            ("run: b", "run: c", "patterns.more.run: c"),
            ("until: 24\n    low: 0.05", "until: 25\n    low: 0.05", "patterns.level.until: 25"),
            ("    source: the survey\n    run: a", "    run: a", "patterns.level.from: 13 without a source"),
            ("low: 0.05", "low: 0.5", "patterns.level: an end before its beginning"),
            (
                "rung1plus\n    from: 13\n    until: 24\n    low: 0.05",
                "rung1\n    from: x\n    until: 24\n    low: 0.05", "patterns.level.from: x"
            ),
        ])
    func wrong(old: String, new: String, fault: String) throws {
        let found = try faults(old, new)
        #expect(found.contains(fault), "\(found)")
    }

    @Test("distance by hand: inside 0, else in scales, over patterns the root of the mean square")
    func distance() throws {
        let targets = try read(Self.right)
        #expect(targets.distance(of: [0.05, 6]) == 0)
        #expect(abs(targets.patterns[0].distance(of: 0.03) - 1) < 1e-12)
        #expect(abs(targets.distance(of: [0.14, 7]) - (2.5).squareRoot()) < 1e-12)
        #expect(targets.distance(of: [.nan, 2]).isNaN)
    }
}
