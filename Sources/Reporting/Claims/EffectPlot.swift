import Claims
import Scenarios

/// An effect and its interval on the scale that claims share: a disc for what emerges, a square for what is built in.
///
/// The row's cells tell the same in numbers, so those who hear the page are spared it.
struct EffectPlot {
    let metric: Claim.Metric
    let finding: MetricFinding
    let kind: Claim.Kind
    let verdict: ClaimVerdict
    let scale: EffectScale

    var markup: Markup {
        var pieces = scale.grid
        if let interval = finding.interval {
            let ends = [interval.lowerBound, interval.upperBound].map(metric.units).sorted().map(scale.x)
            pieces.append(
                tag(
                    "rect",
                    [
                        "class": "bar \(verdict.style.name)", "x": NumberText.coordinate(ends[0]), "y": "75",
                        "width": NumberText.coordinate(max(10, ends[1] - ends[0])), "height": "50",
                    ]))
        }
        if finding.value.isFinite { pieces.append(mark(scale.x(metric.units(of: finding.value)))) }
        return scale.drawing(pieces)
    }

    private func mark(_ x: Double) -> Markup {
        switch kind {
        case .emergent:
            tag(
                "circle",
                ["class": "dot \(verdict.style.name)", "cx": NumberText.coordinate(x), "cy": "100", "r": "38"])
        case .builtIn:
            tag(
                "rect",
                [
                    "class": "dot \(verdict.style.name)", "x": NumberText.coordinate(x - 34), "y": "66", "width": "68",
                    "height": "68",
                ])
        }
    }
}

extension Claim.Metric {
    /// An effect of that value in units of the smallest of interest.
    func units(of value: Double) -> Double { effect(of: value) / smallest }
}

extension ClaimVerdict {
    var style: LineStyle {
        switch self {
        case .supported: .scenario(2)
        case .contradicted: .scenario(1)
        case .inconclusive: .context
        }
    }
}

/// The effects of a claim's main metric under sets of parameters, a thin line each, on the scale of its own.
struct EffectStrip {
    let metric: Claim.Metric
    let effects: [Double]

    var scale: EffectScale { EffectScale(showing: effects.map { $0 / metric.smallest }) }

    var markup: Markup {
        let scale = scale
        let lines = [true, false].compactMap { reaches -> Markup? in
            let own = effects.filter { $0.isFinite && ($0 >= metric.smallest) == reaches }
            guard !own.isEmpty else { return nil }
            let path = own.sorted().map { "M\(Int(scale.x($0 / metric.smallest).rounded())) 30v140" }.joined()
            return tag(
                "path", ["class": "set \((reaches ? ClaimVerdict.supported : .contradicted).style.name)", "d": path])
        }
        return scale.drawing(scale.grid + lines)
    }
}
