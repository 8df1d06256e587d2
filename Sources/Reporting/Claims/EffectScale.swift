import Foundation

/// Effects of different claims on one axis: in units of each claim's smallest effect of interest, and by inverse hyperbolic sine, so
/// that effects near it and effects of a hundred times its size are both legible.
struct EffectScale {
    /// What reaches the edge.
    let bound: Double

    static let width = 3000.0
    static let height = 200.0

    /// - Parameter effects: ends of intervals and single effects, in those units; what is beyond a hundred is cut.
    init(showing effects: some Sequence<Double>) {
        bound = min(100, max(2, effects.lazy.filter(\.isFinite).map(abs).max() ?? 2))
    }

    func x(_ effect: Double) -> Double {
        let place = asinh(max(-bound, min(bound, effect))) / asinh(bound)
        return Self.width / 2 + place * (Self.width / 2 - 180)
    }

    var ticks: [Double] { [-100, -30, -10, -3, -1, 0, 1, 3, 10, 30, 100].filter { abs($0) <= bound } }

    /// Upright lines: none at all, the smallest effect of interest, and thin ones for the rest.
    var grid: [Markup] {
        ticks.map { tick in
            let place = NumberText.coordinate(x(tick))
            return tag(
                "line",
                [
                    "class": tick == 0 ? "zero" : tick == 1 ? "mark all" : "grid", "x1": place, "x2": place, "y1": "0",
                    "y2": NumberText.coordinate(Self.height),
                ])
        }
    }

    /// The axis as the head of a column.
    var axis: Markup {
        let labels = ticks.map { tick in
            tag(
                "text", ["class": "x", "x": NumberText.coordinate(x(tick)), "y": "150"],
                Markup((tick < 0 ? "\u{2212}" : "") + String(Int(abs(tick)))))
        }
        return drawing(labels)
    }

    func drawing(_ content: [Markup]) -> Markup {
        let (width, height) = (Int(Self.width), Int(Self.height))
        return tag(
            "svg",
            [
                "viewBox": "0 0 \(width) \(height)", "width": "\(width / 10)", "height": "\(height / 10)",
                "aria-hidden": "true",
                "class": "effect",
            ], content)
    }
}
