import Numerics

/// What sets drawn from a posterior show of one pattern in runs that no search has seen: whether the model, so calibrated, does
/// show the pattern (Gelman, Meng and Stern 1996, Statistica Sinica 6).
public struct PosteriorPrediction: Sendable, Equatable {
    /// The middle 90 % of the predictions that have a value; nil without any.
    public let interval: ClosedRange<Double>?
    /// The share of all predictions that lie where they should; one without a value does not. Nil without predictions.
    public let within: ShareEstimate?

    public init(_ predictions: [Double], target: ClosedRange<Double>) {
        let defined = predictions.filter(\.isFinite)
        if let low = Statistics.quantile(defined, at: 0.05), let high = Statistics.quantile(defined, at: 0.95) {
            interval = low...high
        } else {
            interval = nil
        }
        within = ShareEstimate(predictions.count { target.contains($0) }, of: predictions.count)
    }
}
