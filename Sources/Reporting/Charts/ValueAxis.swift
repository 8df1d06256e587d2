/// The upright axis of a chart: its range, round ticks, and where a number lies.
struct ValueAxis {
    let range: ClosedRange<Double>
    let ticks: [Double]
    let decimals: Int
    /// Where the top and the bottom of the plot are.
    private let top: Double
    private let bottom: Double

    /// An axis that holds all those numbers, but for a thirtieth of a step; it starts at 0 where the numbers are not far from it.
    ///
    /// - Parameter zero: whether 0 is in it in any case.
    init(holding values: [Double], zero: Bool, top: Double, bottom: Double) {
        let finite = values.filter(\.isFinite)
        var low = finite.min() ?? 0
        var high = finite.max() ?? 1
        if zero || (low > 0 && low < 0.5 * high) { low = min(low, 0) }
        if zero { high = max(high, 0) }
        if high - low <= 1e-4 * max(abs(high), abs(low)) {
            let margin = high == 0 ? 1 : 0.1 * abs(high)
            (low, high) = (low - (low == 0 ? 0 : margin), high + margin)
        }
        let step = Ticks.step(for: (high - low) / 4)
        // What reaches past a tick by a hair does not ask for another step.
        range = (low / step + 0.03).rounded(.down) * step...(high / step - 0.03).rounded(.up) * step
        ticks = Ticks.multiples(of: step, in: range)
        decimals = Ticks.decimals(for: ticks)
        self.top = top
        self.bottom = bottom
    }

    func y(_ value: Double) -> Double {
        bottom - (value - range.lowerBound) / (range.upperBound - range.lowerBound) * (bottom - top)
    }

    func label(_ tick: Double) -> String { NumberText.fixed(tick, decimals: decimals, minus: "\u{2212}") ?? "" }
}
