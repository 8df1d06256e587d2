/// How much of what a scenario had gained over the baseline is left at the end, after the upper level's attention has moved
/// on: (x_o(end) - x_b(end)) / (x_o(M) - x_b(M)), M being the last month of attention.
///
/// 1: all of it is left; 0: nothing; above 1 it went on growing, below 0 the scenario fell behind the baseline. A ratio of
/// means over pairs of replicates, with Fieller's interval (``RatioOfMeans``).
public struct Persistence: Sendable, Equatable {
    /// The gain in the last month of attention, and in the last month of both runs.
    public let gain: PairedDifference
    public let left: PairedDifference
    /// The share that is left; nil where the gain is not clearly above 0, so that there is nothing of which a share
    /// could be left.
    public let share: RatioOfMeans?

    /// - Parameters:
    ///   - observable: one of which more is more: its place in the table.
    ///   - month: the last month of attention, from 1.
    ///   - end: the month whose remains are told, at most the last common one.
    public init(_ contrast: PairedContrast, observable: Int, from month: Int, to end: Int) {
        func pairs(_ month: Int) -> [(Double, Double)] {
            let samples = [contrast.baseline, contrast.other].map {
                contrast.table.sample(scenario: $0, month: month, observable: observable)
            }
            return Array(zip(samples[0], samples[1]))
        }
        let (before, after) = (pairs(month), pairs(end))
        gain = PairedDifference(baseline: before.map(\.0), other: before.map(\.1), confidence: contrast.confidence)
        left = PairedDifference(baseline: after.map(\.0), other: after.map(\.1), confidence: contrast.confidence)
        share =
            gain.difference.isAboveZero
            ? RatioOfMeans(
                of: after.map { $1 - $0 }, to: before.map { $1 - $0 }, confidence: contrast.confidence) : nil
    }
}
