/// Which step of a trajectory is taken.
public enum BoxChoice: Sendable, Equatable {
    /// The one with the greatest harmonic mean of coverage and density.
    case balanced
    /// Of those with at least this density the one with the greatest coverage; the densest where none is so dense.
    case density(Double)
    /// Of those with at least this coverage the densest.
    case coverage(Double)
    /// The one of that number, from 0.
    case step(Int)

    /// The place of the step; between equals the earlier, which restricts less. Nil where there is no step of the number.
    public func place(in steps: [PRIM.Step]) -> Int? {
        switch self {
        case .balanced:
            Self.first(steps) { step in
                let sum = step.coverage + step.density
                return sum > 0 ? 2 * step.coverage * step.density / sum : 0
            }
        case .density(let least):
            steps.contains { $0.density >= least }
                ? Self.first(steps) { $0.density >= least ? $0.coverage : -1 } : Self.first(steps, \.density)
        case .coverage(let least): Self.first(steps) { $0.coverage >= least ? $0.density : -1 }
        case .step(let number): steps.indices.contains(number) ? number : nil
        }
    }

    private static func first(_ steps: [PRIM.Step], _ value: (PRIM.Step) -> Double) -> Int? {
        var best: (place: Int, value: Double)?
        for (place, step) in steps.enumerated() {
            let own = value(step)
            if best.map({ own > $0.value }) ?? true { best = (place, own) }
        }
        return best?.place
    }
}
