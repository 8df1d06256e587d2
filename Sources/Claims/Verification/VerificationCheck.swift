public import Governance
import Numerics

/// One number that is known, and the one that was found.
public struct VerificationCheck: Sendable, Equatable {
    public let quantity: Text
    public let expected: Double
    public let found: Double
    /// How far from each other they may be.
    public let tolerance: Double
    /// Where the tolerance comes from.
    public let basis: Text
    /// The chance that a right model fails this check for other seeds (or for other people in an experiment); 0 where nothing is
    /// drawn.
    public let falseAlarm: Double

    public var passes: Bool { abs(found - expected) <= tolerance }
}

/// The chances of a false alarm.
public enum FalseAlarm {
    /// What all checks of all verifications together may have, whether they depend on one another or not.
    public static let family = 1e-3
    /// That of a check against draws of the model's own: at most 40 of them.
    static let draws = 1e-5
    /// That of a check against what people in an experiment did, whose number nobody can raise: at most 6 of them.
    static let people = 1e-4
}

extension VerificationCheck {
    /// A check of numbers in which nothing is drawn.
    static func exact(
        _ quantity: Text, expected: Double, found: Double, within tolerance: Double, because basis: Text
    ) -> Self {
        Self(
            quantity: quantity, expected: expected, found: found, tolerance: tolerance, basis: basis, falseAlarm: 0)
    }

    /// A check of the mean of independent draws, by Student's t; `allowance` is what the answer itself neglects.
    static func mean(
        _ quantity: Text, of sample: [Double], expected: Double, allowance: Double = 0,
        falseAlarm: Double = FalseAlarm.draws, unit: Text = Text(en: "replicates", zh: "次重复")
    ) -> Self {
        let n = Double(sample.count)
        let mean = Statistics.mean(sample) ?? .nan
        let error = (Statistics.standardDeviation(sample) ?? .nan) / n.squareRoot()
        let half = StudentT.quantile(1 - falseAlarm / 2, degrees: n - 1) * error
        let more = allowance > 0
        return Self(
            quantity: quantity, expected: expected, found: mean, tolerance: half + allowance,
            basis: Text(
                en: "Student’s t over \(sample.count) \(unit.en)" + (more ? ", and \(allowance)" : ""),
                zh: "\(sample.count) \(unit.zh)的 t 检验" + (more ? "，另加 \(allowance)" : "")),
            falseAlarm: falseAlarm)
    }

    /// A check of a number whose standard error is known.
    static func normal(
        _ quantity: Text, expected: Double, found: Double, error: Double, because basis: Text,
        falseAlarm: Double = FalseAlarm.draws
    ) -> Self {
        Self(
            quantity: quantity, expected: expected, found: found,
            tolerance: StandardNormal.quantile(1 - falseAlarm / 2) * error, basis: basis, falseAlarm: falseAlarm)
    }
}
