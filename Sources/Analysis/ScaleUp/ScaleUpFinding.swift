public import Archive
public import Governance

/// What becomes of the effect of pilots so chosen in a city of that size.
public struct ScaleUpFinding: Sendable {
    public let size: Int
    public let choice: PilotChoice
    /// Effect on the pilots while they are the only ones, and on all communities at scale, in the observable's unit.
    public let pilots: Estimate
    public let city: Estimate
    /// The same pilots in a city of their own; nil where that was not lived.
    public let apart: Estimate?
    /// Effect at scale over the pilots'; nil where the pilots have none to speak of.
    public let retention: RatioOfMeans?
    /// What each part adds, and as a share of the pilots' effect.
    public let parts: [ScaleUpPart: Estimate]
    public let shares: [ScaleUpPart: RatioOfMeans]
    /// How far the signal tells what a community gains as a pilot.
    public let signal: SignalWorth?
    /// Outside organisations that gave up for lack of money, a run: in the city, where pilots were alone.
    public let left: (city: Double, alone: Double)

    /// - Returns: nil where no replicate is whole.
    public init?(_ runs: ScaleUpRuns, size: Int, choice: PilotChoice, replicates: Int) {
        let effects = ScaleUpEffects(runs, size: size, choice: choice, replicates: replicates)
        guard !effects.pilots.isEmpty else { return nil }
        self.size = size
        self.choice = choice
        pilots = Estimate(of: effects.pilots)
        city = Estimate(of: effects.city)
        apart = effects.apart.isEmpty ? nil : Estimate(of: effects.apart)
        retention = Self.ratio(effects.city, effects.pilots)
        parts = effects.parts.mapValues { Estimate(of: $0) }
        shares = effects.parts.compactMapValues { Self.ratio($0, effects.pilots) }
        signal = SignalWorth(effects.drawn)
        left = (Estimate(of: effects.leftCity).mean, Estimate(of: effects.leftAlone).mean)
    }

    /// A share of the pilots' effect, where that is clearly above 0.
    static func ratio(_ values: [Double], _ pilots: [Double]) -> RatioOfMeans? {
        Estimate(of: pilots).isAboveZero ? RatioOfMeans(of: values, to: pilots) : nil
    }
}
