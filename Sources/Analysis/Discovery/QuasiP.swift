import Numerics

/// How likely chance alone would have made a box as dense by one of its restrictions.
///
/// Without the restriction the box holds n' cases, h' of them of interest. If cases were drawn from these blindly, the
/// restricted box of n cases would hold its h or more with probability P(Bin(n, h'/n') >= h). It is no p-value proper, since the
/// restriction was chosen among many to look good: what is not small is surely chance, what is small need not be more.
///
/// Source: Bryant and Lempert (2010), Technological Forecasting and Social Change 77.
public struct QuasiP: Sendable, Equatable {
    /// Of the lower and the upper end of a number; nil where there is no restriction. Words have one, under `low`.
    public let low: Double?
    public let high: Double?

    /// The larger of the two.
    public var most: Double? { [low, high].compactMap(\.self).max() }

    init(_ step: PRIM.Step, input: Int, of prim: PRIM, among rows: [Int]) {
        func probability(without limits: Box.Limits) -> Double {
            var box = step.box
            box.limits[input] = limits
            let wider = prim.step(box, among: rows)
            return Binomial.upperTail(
                step.interest, of: step.cases, probability: Double(wider.interest) / Double(max(1, wider.cases)))
        }
        switch step.box.limits[input] {
        case .range(let low, let high):
            self.low = low.map { _ in probability(without: .range(low: nil, high: high)) }
            self.high = high.map { _ in probability(without: .range(low: low, high: nil)) }
        case .labels(let kept):
            low = kept.contains(false) ? probability(without: .labels(kept.map { _ in true })) : nil
            high = nil
        }
    }
}
