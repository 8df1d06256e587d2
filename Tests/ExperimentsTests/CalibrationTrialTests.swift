import Foundation
import Governance
import Scenarios
import Testing

@testable import Experiments

@Suite("Trials of parameter sets")
struct CalibrationTrialTests {
    /// A scenario of 2,500 people, lived for three months and compared with itself.
    private func trial(replicates: Int = 1) throws -> CalibrationTrial {
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
            + "/ScenariosTests/Fixtures"
        func pattern(_ id: String, against: String? = nil, _ comparison: CalibrationTargets.Comparison = .difference)
            -> CalibrationTargets.Pattern
        {
            var pattern = CalibrationTargets.Pattern()
            pattern.id = id
            pattern.run = "a"
            pattern.observable = "participation.rung1plus"
            (pattern.from, pattern.until) = (2, 3)
            pattern.against = against
            pattern.comparison = comparison
            return pattern
        }
        var run = CalibrationTargets.Run()
        (run.id, run.scenario, run.months) = ("a", "right.yaml", 3)
        let text = Text(en: "", zh: "")
        let targets = CalibrationTargets(
            id: "t", title: text, summary: text, sources: [], parameters: ["participation.base"], runs: [run],
            patterns: [pattern("level"), pattern("none", against: "a"), pattern("one", against: "a", .ratio)])
        return try CalibrationTrial(targets, folder: folder, seed: 1, replicates: replicates)
    }

    @Test func patternsAreMeasuredAndCoresChangeNothing() async throws {
        let trial = try trial()
        let sets = [-2.0, -1.4, 0].enumerated().map { (number: $0, values: [$1]) }
        let one = await trial.measure(sets, cores: 1, stop: StopSignal())
        let two = await trial.measure(sets, cores: 2, stop: StopSignal())
        #expect(one == two)
        #expect(one.allSatisfy { $0[0] > 0 && $0[0] < 1 && $0[1] == 0 && $0[2] == 1 })
        #expect(one[0][0] < one[1][0] && one[1][0] < one[2][0])
    }

    /// The replicates of a set are those of its number: two replicates of set 0 are the first ones of sets 0 and 1.
    @Test func replicatesAreAveraged() async throws {
        let single = await (try trial()).measure(
            [(0, [-1.4]), (1, [-1.4])], cores: 1, stop: StopSignal())
        let double = await (try trial(replicates: 2)).measure([(0, [-1.4])], cores: 1, stop: StopSignal())
        #expect(abs(double[0][0] - (single[0][0] + single[1][0]) / 2) < 1e-12)
        #expect(single[0][0] != single[1][0])
    }

    @Test func aStoppedTrialGivesNoNumbers() async throws {
        let stop = StopSignal()
        stop.raise()
        let values = await (try trial()).measure([(0, [-1.4])], cores: 1, stop: stop)
        #expect(values == [[]])
    }
}
