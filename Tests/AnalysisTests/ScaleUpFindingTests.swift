import Archive
import Governance
import Numerics
import Testing

@testable import Analysis

/// Made-up runs whose parts are known.
@Suite("What a pilot keeps at scale")
struct ScaleUpFindingTests {
    /// A city of eight, of which `able` gain 2 alone and others 1; what each has at scale is `kept` times as much, plus `spill`.
    private struct Made {
        var able: Set<Int> = []
        var kept = 1.0
        var keptByAble: Double?
        var spill = 0.0
        var noise = 0.0

        func runs(replicates: Int) -> ScaleUpRuns {
            var runs = ScaleUpRuns()
            let stream = Stream(seed: 5, replicate: 0, name: "made")
            for replicate in 1...replicates {
                var draws = stream.draws(agent: UInt64(replicate), month: 0)
                let base = (0..<8).map { _ in draws.uniform() }
                func add(_ role: ScaleUpWorld.Role, _ lags: [Int?], _ gain: (Int) -> Double) {
                    var run = ScaleUpRun()
                    run.lags = lags
                    run.signals = (0..<8).map { able.contains($0) ? 1 : 0 }
                    run.early = (0..<8).map { base[$0] + (lags[$0] == 0 ? gain($0) + noise * draws.normal() : 0) }
                    run.late = (0..<8).map { base[$0] + (lags[$0] != nil ? gain($0) + noise * draws.normal() : 0) }
                    runs[ScaleUpWorld(size: 8, role), replicate] = run
                }
                func pilots(_ chosen: Set<Int>, following: Bool) -> [Int?] {
                    (0..<8).map { chosen.contains($0) ? 0 : following ? 12 : nil }
                }
                let alone = { (c: Int) in able.contains(c) ? 2.0 : 1.0 }
                let full = { (c: Int) in alone(c) + spill }
                let city = { (c: Int) in full(c) * (able.contains(c) ? keptByAble ?? kept : kept) }
                let best: Set = [0, 1]
                let lot: Set = [2 * (replicate % 4), 2 * (replicate % 4) + 1]
                add(.nobody, pilots([], following: false)) { _ in 0 }
                add(.alone(.best), pilots(best, following: false), alone)
                add(.city(.best), pilots(best, following: true), city)
                add(.lotAlone, pilots(lot, following: false), alone)
                add(.lotFull, pilots(lot, following: true), full)
                add(.lotCity, pilots(lot, following: true), city)
                for growth in [2.0, 4] {
                    add(.grown(.best, growth: growth), pilots(best, following: true)) {
                        full($0) * min(1, kept * growth)
                    }
                }
            }
            return runs
        }

        func finding(replicates: Int = 8) throws -> ScaleUpFinding {
            try #require(
                ScaleUpFinding(runs(replicates: replicates), size: 8, choice: .best, replicates: replicates))
        }
    }

    private func close(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-9 } ?? false }

    @Test func alikeWithoutScarcityAllIsKept() throws {
        let finding = try Made().finding()
        #expect(close(finding.retention?.ratio, 1))
        for part in ScaleUpPart.allCases { #expect(close(finding.shares[part]?.ratio, 0), "\(part)") }
    }

    @Test func scarcityAloneIsDilution() throws {
        let finding = try Made(kept: 0.6).finding()
        #expect(close(finding.retention?.ratio, 0.6) && close(finding.shares[.dilution]?.ratio, -0.4))
        for part in [ScaleUpPart.selection, .heterogeneity, .spillover] {
            #expect(close(finding.shares[part]?.ratio, 0), "\(part)")
        }
    }

    /// Two of eight gain twice as much and are the pilots: the mean of all is 1.25 against their 2.
    @Test func theBestAloneIsSelection() throws {
        let finding = try Made(able: [0, 1]).finding()
        #expect(close(finding.retention?.ratio, 0.625) && close(finding.shares[.selection]?.ratio, -0.375))
        for part in [ScaleUpPart.dilution, .heterogeneity, .spillover] {
            #expect(close(finding.shares[part]?.ratio, 0), "\(part)")
        }
        // A signal of two values against gains that rounding tells apart: ranks agree as far as ties let them, about 0.75.
        #expect(try #require(finding.signal).correlation > 0.7)
    }

    @Test func whatOthersBringIsSpillOver() throws {
        let finding = try Made(spill: 0.5).finding()
        #expect(close(finding.retention?.ratio, 1.5) && close(finding.shares[.spillover]?.ratio, 0.5))
    }

    /// The able keep all, the others half: what the able lose is dilution, that the others lose more is heterogeneity.
    @Test func othersWhoSufferMoreAreHeterogeneity() throws {
        let finding = try Made(able: [0, 1], kept: 0.5, keptByAble: 1).finding()
        #expect(close(finding.shares[.dilution]?.ratio, 0))
        // All: (2 x 2 + 6 x 0.5) / 8 = 0.875 at scale, 1.25 alone; of the pilots' 2.
        #expect(close(finding.shares[.heterogeneity]?.ratio, (0.875 - 1.25) / 2))
    }

    /// Whatever the runs, the parts sum to what is lost.
    @Test func partsSumToTheWhole() throws {
        let finding = try Made(able: [0, 3, 5], kept: 0.7, keptByAble: 0.9, spill: 0.2, noise: 0.3).finding()
        let sum = ScaleUpPart.allCases.reduce(0) { $0 + (finding.parts[$1]?.mean ?? .nan) }
        #expect(abs(finding.pilots.mean + sum - finding.city.mean) < 1e-9)
        for part in ScaleUpPart.allCases { #expect(finding.parts[part]?.interval != nil) }
    }

    @Test func aReplicateThatIsNotWholeIsLeftOut() throws {
        var runs = Made().runs(replicates: 4)
        runs[ScaleUpWorld(size: 8, .lotFull), 2] = nil
        #expect(try #require(ScaleUpFinding(runs, size: 8, choice: .best, replicates: 4)).pilots.count == 3)
        #expect(ScaleUpFinding(runs, size: 9, choice: .best, replicates: 4) == nil)
    }

    // MARK: Trainers

    private func curve(_ made: Made, keep: Double) -> TrainersCurve {
        TrainersCurve(
            made.runs(replicates: 8), size: 8, choice: .best, growths: [1, 2, 4], keep: keep, replicates: 8, seed: 1)
    }

    /// A quarter is kept with those that there are, half with twice, all with four times as many.
    @Test func trainersThatKeepAShareAreFound() {
        let made = Made(kept: 0.25)
        #expect(curve(made, keep: 0.2).needed == .enough)
        guard case .times(let half, _) = curve(made, keep: 0.5).needed else {
            Issue.record("none found")
            return
        }
        #expect(abs(half - 2) < 1e-9)
        guard case .times(let more, let interval) = curve(made, keep: 0.75).needed else {
            Issue.record("none found")
            return
        }
        // Half way between 2 and 4 on the logarithmic scale.
        #expect(abs(more - 8.0.squareRoot()) < 1e-9 && interval.contains(more))
        #expect(curve(made, keep: 1.2).needed == .none(most: 4))
    }

    @Test func meansAreMadeMonotone() {
        #expect(TrainersCurve.monotone([0.2, 0.6, 0.4, 0.9]) == [0.2, 0.5, 0.5, 0.9])
        #expect(TrainersCurve.monotone([3, 2, 1]) == [2, 2, 2])
        #expect(TrainersCurve.crossing([1, 2], [0.1, 0.2], 0.5) == .infinity)
    }

    @Test func aSignalOfNoiseIsTold() throws {
        var draws = Stream(seed: 3, replicate: 0, name: "noise").draws(agent: 0, month: 0)
        let pairs = (0..<200).map { _ in (signal: draws.normal(), effect: draws.normal()) }
        let worth = try #require(SignalWorth(pairs))
        #expect(worth.interval.contains(0) && worth.count == 200)
        #expect(try #require(SignalWorth(pairs.map { ($0.signal, $0.signal) })).interval.lowerBound > 0.99)
        #expect(SignalWorth(Array(pairs.prefix(9))) == nil)
    }
}
