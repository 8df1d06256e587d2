import Numerics
import Testing

@testable import Analysis

@Suite("Replicates until a precision is reached")
struct TwoStageIntervalTests {
    private static let runs = 4000
    private static let error = (0.95 * 0.05 / Double(runs)).squareRoot()

    /// A sample of normal numbers with mean 0 that is as long as somebody asks.
    private struct Sample {
        var draws: Draws
        var values: [Double] = []

        init(_ number: Int) {
            draws = Stream(seed: 77, replicate: 0, name: "stein").draws(agent: UInt64(number), month: 0)
        }

        mutating func first(_ count: Int) -> [Double] {
            while values.count < count { values.append(draws.normal()) }
            return Array(values.prefix(count))
        }
    }

    /// By Stein's theorem coverage is 95 % at the least; short of that by 3.9 standard errors comes once in 10,000 seeds.
    @Test("the two stages cover as often as they say, or more", arguments: [(10, 0.3), (5, 0.5), (20, 0.35)])
    func coverage(pilot: Int, half: Double) throws {
        var covered = 0
        for run in 0..<Self.runs {
            var sample = Sample(run)
            let stages = try #require(TwoStageInterval(pilot: sample.first(pilot), halfWidth: half))
            let interval = try #require(stages.interval(sample.first(stages.needed)))
            #expect((interval.upperBound - interval.lowerBound) / 2 <= half * (1 + 1e-12))
            covered += interval.contains(0) ? 1 : 0
        }
        #expect(Double(covered) / Double(Self.runs) > 0.95 - 3.9 * Self.error)
    }

    /// What the two stages are for: to stop when the usual interval looks narrow enough loses coverage, here clearly.
    @Test("to look after every replicate covers less often than it says")
    func looking() throws {
        var covered = 0
        for run in 0..<Self.runs {
            var sample = Sample(run)
            var count = 5
            while true {
                let interval = try #require(Estimate(of: sample.first(count)).interval)
                if (interval.upperBound - interval.lowerBound) / 2 <= 0.5 {
                    covered += interval.contains(0) ? 1 : 0
                    break
                }
                count += 1
            }
        }
        #expect(Double(covered) / Double(Self.runs) < 0.95 - 3.9 * Self.error)
    }

    @Test("how many replicates a half-width takes")
    func needed() throws {
        let sample = [1.0, 2, 3, 4, 5]
        // s^2 = 2.5, t(0.975, 4) = 2.7764: N = (2.7764^2 x 2.5) / 0.25.
        #expect(try #require(TwoStageInterval(pilot: sample, halfWidth: 0.5)).needed == 78)
        #expect(try #require(TwoStageInterval(pilot: sample, halfWidth: 50)).needed == 5)
        #expect(TwoStageInterval(pilot: [1], halfWidth: 0.5) == nil)
        let estimate = Estimate(of: sample)
        let half = { (n: Int) in
            StudentT.quantile(0.975, degrees: Double(n - 1)) * (estimate.standardDeviation ?? 0)
                / Double(n).squareRoot()
        }
        let count = try #require(estimate.replicates(forHalfWidth: 0.5))
        #expect(half(count) <= 0.5 && half(count - 1) > 0.5)
        #expect(estimate.replicates(forHalfWidth: 100) == 2 && estimate.replicates(forHalfWidth: 0) == nil)
    }

    @Test("goals are read, or told what is wrong")
    func goals() throws {
        let goal = try PrecisionGoal("need.mean@24=±0.02")
        #expect(goal.halfWidth == 0.02 && goal.measure.description == "need.mean@24")
        #expect(try PrecisionGoal("need.mean=0.02").measure.months == nil)
        #expect(throws: PrecisionGoal.Fault.halfWidth("-1")) { try PrecisionGoal("need.mean=-1") }
        #expect(throws: PrecisionGoal.Fault.halfWidth("")) { try PrecisionGoal("need.mean") }
        #expect(throws: PrecisionGoal.Fault.measure(.unknown(observable: "need"))) { try PrecisionGoal("need=1") }
    }
}
