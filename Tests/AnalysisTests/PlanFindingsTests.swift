import Archive
import Governance
import Numerics
import Testing

@testable import Analysis

@Suite("What becomes of plans that look best")
struct PlanFindingsTests {
    /// Two goals: something that is to be high, and yuan.
    private let aims = [
        PlanAim(isLess: false, isCost: false, smallest: 0.5), PlanAim(isLess: true, isCost: true, smallest: 0),
    ]

    private func run(_ gain: Double, _ yuan: Double, before: Double? = nil) -> PlanRun {
        PlanRun(
            goals: [gain, yuan], before: [before, nil],
            years: [["release": yuan - 10, "survey": 10], ["release": yuan + 30, "refund": -20]])
    }

    @Test func theDearestYearCounts() throws {
        let outcome = try #require(PlanOutcome([run(1, 100), run(3, 120)], aims: aims))
        #expect(outcome.objectives == [-2, 110] && outcome.dearest == 120)
        #expect(outcome.excess(over: 120) == 0 && abs(outcome.excess(over: 100) - 0.2) < 1e-12)
        #expect(PlanOutcome([run(1, 100), nil], aims: aims) == nil)
    }

    /// One that promised much and brings less than a cheaper one falls out, and so does what fresh runs show to be too dear.
    @Test func winnersAreLivedAgain() throws {
        var search = NSGA2([.integer(low: 0, high: 3)], size: 4, seed: 1)
        let promised = [2.0, 3, 4, 5]
        search.take(
            search.candidates.map { candidate in
                let place = Int(candidate.values[0])
                return .init(objectives: [-promised[place], 100 * Double(place + 1)])
            })
        let candidates = search.front
        #expect(candidates.count == 4)
        let fresh = candidates.map { candidate -> [PlanRun?] in
            let place = Int(candidate.values[0])
            return [0, 0.2].map { noise in run([2.1, 3, 2.5, 5][place] + noise, 100 * Double(place + 1)) }
        }
        let without = try #require(PlanOutcome([run(1, 0)], aims: aims))
        let findings = PlanFindings(
            candidates: candidates, searched: without, fresh: fresh, freshWithout: [run(1, 0), run(1.1, 0)], aims: aims,
            budget: 390)
        let kept = findings.front.map { candidates[$0].values[0] }
        #expect(kept == [0, 1])
        #expect(Set(findings.fallen.map(\.reason)) == [.dominated, .overBudget])
        let effect = try #require(findings.effects[findings.front[0]])
        #expect(abs(effect.gains[0].mean - 1.15) < 1e-12 && effect.promised[0] == 1)
        #expect(effect.years.count == 2 && effect.years[0]["survey"] == 10 && effect.dearest == 110)
    }

    @Test func whatLastsIsAPartOfTheGain() throws {
        let runs = [run(3, 0, before: 5.0), run(3.2, 0, before: 5.1), run(2.9, 0, before: 5)]
        let without = [run(1, 0, before: 1.0), run(1, 0, before: 1.1), run(1, 0, before: 1)]
        let effect = PlanEffect(runs, without: without, promised: [2, 0], aims: aims)
        let left = try #require(effect.left[0])
        #expect(abs(left.ratio - (2.0 + 2.2 + 1.9) / 12) < 1e-9 && effect.left[1] == nil)
        let nothing = PlanEffect(without, without: without, promised: [0, 0], aims: aims)
        #expect(nothing.left[0] == nil)
    }

    /// Sixty sets in which one parameter alone decides whether a plan gains anything: its share is told, and the parameter is named.
    @Test func whatBreaksAPlanIsNamed() throws {
        let parameters = Parameters.all
        let stream = Stream(seed: 1, replicate: 0, name: "sets")
        let cube = try LowDiscrepancy.latinHypercube(count: 120, dimensions: parameters.count, stream: stream)
        let points = cube.map { point in
            zip(point, parameters).map { $1.range.lowerBound + $0 * ($1.range.upperBound - $1.range.lowerBound) }
        }
        let trials = cube.map { point in
            PlanRobustness.Trial(
                without: [run(1, 0)], members: [[run(1 + 3 * point[4], 200)], [run(1.6, 100)]])
        }
        let robustness = try #require(
            PlanRobustness(
                member: 0, trials: trials, points: points, parameters: parameters, aims: aims, budget: 300,
                typical: [1.5, 0],
                threshold: { PAWN.threshold(observations: $0, inputs: parameters.count, stream: stream) }))
        // It gains 0.5 or more where the coordinate is above a sixth, and is beaten by the cheaper plan where that gains as much.
        #expect(abs(robustness.kept.share - 5.0 / 6) < 0.02 && robustness.inBudget.share == 1)
        #expect(abs(robustness.undominated.share - 0.8) < 0.02)
        #expect(robustness.deciding.first?.key == parameters[4].key)
        let (low, high) = (robustness.deciding.first?.low?.share ?? 1, robustness.deciding.first?.high?.share ?? 0)
        #expect(low < 0.6 && high == 1)
    }
}
