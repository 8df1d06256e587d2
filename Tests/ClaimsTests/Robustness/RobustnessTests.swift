import Experiments
import Governance
import Scenarios
import Testing

@testable import Claims

@Suite("Claims under sets of parameters")
struct RobustnessTests {
    private func trial(_ text: String = Made.text(), sets: Int = 3) throws -> RobustnessTrial {
        let plan = try ClaimPlan([Made.claim(text)], library: #require(Made.library))
        return RobustnessTrial(plan, sets: sets, replicates: 1, seed: 7)
    }

    private func live(
        _ trial: RobustnessTrial, from kept: RobustnessValues = RobustnessValues(), sets most: Int = .max
    ) async -> RobustnessValues {
        var values = kept
        var done = 0
        let stop = StopSignal()
        await trial.live(
            kept, cores: 1, stop: stop, time: Timekeeper { .zero }, progress: { _ in }
        ) { known in
            values = known
            done += 1
            if done == most { stop.raise() }
        }
        return values
    }

    @Test("every parameter covers its range evenly, and every set has a seed of its own")
    func points() throws {
        let trial = try trial(sets: 20)
        for (place, field) in trial.parameters.enumerated() {
            let width = field.range.upperBound - field.range.lowerBound
            let parts = trial.points.map { Int(($0[place] - field.range.lowerBound) / width * 20) }
            #expect(Set(parts).count == 20, "\(field.key)")
        }
        #expect(Set((0..<20).map(trial.seed)).count == 20)
    }

    @Test("what was stopped goes on and gives the same; what is whole is not lived again")
    func resumes() async throws {
        let trial = try trial()
        let whole = await live(trial)
        let part = await live(trial, sets: 1)
        #expect(part != whole)
        #expect(await live(trial, from: part) == whole)
        var calls = 0
        await trial.live(
            whole, cores: 1, stop: StopSignal(), time: Timekeeper { .zero }, progress: { _ in }
        ) { _ in calls += 1 }
        #expect(calls == 0)
    }

    @Test("a claim that is asked in another way is lived again, its sizes alone are not")
    func content() async throws {
        let kept = await live(try trial())
        let larger = try trial(Made.text().replacingOccurrences(of: "smallest: 0.01", with: "smallest: 0.3"))
        #expect(await live(larger, from: kept) == kept)
        let (before, after) = (try trial().results(kept)[0], larger.results(kept)[0])
        #expect(before?.effects == after?.effects)
        #expect(after?.supported.count == 0)
        let other = try trial(Made.text(months: 5))
        #expect(other.results(kept)[0] == nil)
    }

    @Test("shares count sets; the parameter that decides is found, and which end of it")
    func decides() throws {
        let claim = try Made.claim(Made.text())
        let trial = try trial(sets: 200)
        let place = try #require(trial.parameters.firstIndex { $0.key == "trust.up" })
        let range = trial.parameters[place].range
        // Alignment rises by up to twice the smallest effect of interest, the more the lower the parameter is.
        let values: [[Double]?] = trial.points.map { point in
            [0.02 * (range.upperBound - point[place]) / (range.upperBound - range.lowerBound)]
        }
        var thresholds: [Int: Double] = [:]
        let result = try #require(
            RobustnessResult(
                claim, parameters: trial.parameters, points: trial.points, values: values, seed: 7,
                thresholds: &thresholds))
        #expect(result.supported.count == 100 && result.rightWay.count == 200)
        #expect(result.deciding.map(\.parameter.key) == ["trust.up"], "chance: 5 % for all others together")
        #expect(result.deciding[0].low?.share == 1 && result.deciding[0].high?.share == 0)
    }
}
