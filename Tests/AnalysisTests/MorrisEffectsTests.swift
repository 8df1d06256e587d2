import Numerics
import Testing

@testable import Analysis

@Suite("Morris effects")
struct MorrisEffectsTests {
    let stream = Stream(seed: 2, replicate: 0, name: "bootstrap")

    /// A linear function has its slopes as effects, at every point.
    @Test func aLinearFunction() throws {
        let sample = try MorrisTrajectories(count: 12, dimensions: 3, stream: stream)
        let effects = try MorrisEffects(sample.points.map { 3 * $0[0] - 2 * $0[1] }, on: sample, stream: stream)
        for (input, slope) in zip(effects.inputs, [3.0, -2, 0]) {
            #expect(abs(input.mu - slope) < 1e-12 && abs(input.muStar - abs(slope)) < 1e-12)
            #expect(input.sigma < 1e-12 && input.standardError < 1e-12)
        }
    }

    /// y = x1 x2 on two levels: the effect of an input is the other input, 0 or 1 by a fair coin; by 2,000 trajectories mu is
    /// 1/2 within 0.055 at five standard errors, and sigma near 1/2.
    @Test func anInteraction() throws {
        let sample = try MorrisTrajectories(count: 2_000, dimensions: 2, levels: 2, stream: stream)
        let effects = try MorrisEffects(sample.points.map { $0[0] * $0[1] }, on: sample, stream: stream)
        for input in effects.inputs {
            #expect(abs(input.mu - 0.5) < 0.055 && abs(input.sigma - 0.5) < 0.01)
            // The bootstrap knows sigma / sqrt(n) from 200 samples to about 5 %.
            #expect(abs(input.standardError - 0.5 / 2_000.0.squareRoot()) < 0.003)
        }
    }

    @Test func wrongResultsAreRefused() throws {
        let sample = try MorrisTrajectories(count: 2, dimensions: 1, stream: stream)
        #expect(throws: NumericsError.self) { try MorrisEffects([1, 2, 3], on: sample, stream: stream) }
        #expect(throws: NumericsError.self) { try MorrisEffects([1, 2, 3, .infinity], on: sample, stream: stream) }
    }
}
