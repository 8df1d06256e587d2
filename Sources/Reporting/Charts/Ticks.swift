/// Round numbers on an axis.
enum Ticks {
    /// The multiples of 1, 2 or 5 times a power of ten within the range, about `count` of them (never more than twice as
    /// many); a range of no width has its one value.
    static func values(in range: ClosedRange<Double>, about count: Int) -> [Double] {
        let width = range.upperBound - range.lowerBound
        guard width > 0, width.isFinite else { return [range.lowerBound] }
        return multiples(of: step(for: width / Double(max(1, count))), in: range)
    }

    /// The multiples of `step` within the range, which is not empty.
    static func multiples(of step: Double, in range: ClosedRange<Double>) -> [Double] {
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        guard first <= last else { return [range.lowerBound] }
        return (0...Int(last - first)).map { (first + Double($0)) * step + 0 }
    }

    /// The least of 1, 2, 5 times a power of ten that is not below `width`.
    static func step(for width: Double) -> Double {
        var power = 1.0
        while power * 10 <= width { power *= 10 }
        while power > width { power /= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= width * (1 - 1e-9) } ?? 10 * power
    }

    /// Decimals that tell neighbouring ticks apart.
    static func decimals(for ticks: [Double]) -> Int {
        guard ticks.count > 1 else { return NumberText.decimals(of: abs(ticks.first ?? 0)) }
        var step = ticks[1] - ticks[0]
        var decimals = 0
        while step < 1 - 1e-9, decimals < 9 {
            step *= 10
            decimals += 1
        }
        return decimals
    }
}
