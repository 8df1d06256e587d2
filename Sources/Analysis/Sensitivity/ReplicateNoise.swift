import Numerics

/// What chance alone does to the means over replicates.
///
/// A mean over R replicates differs from what endlessly many would give by an error of variance s^2 / R. Errors like it are made by the multiplier
/// bootstrap, without asking what distribution they have:
///
///     e_p = sum_r g_r (y_pr - mean_r y_pr) / sqrt(R (R - 1)),      g_r standard normal
///
/// Where replicate r has the same draws at every point, its g_r is the same at every point too, so that errors of neighbouring points go
/// together as they do in the runs, and cancel from their difference as far as they do there. Else each point has its own.
///
/// Source: multiplier (wild) bootstrap, van der Vaart and Wellner (1996), Weak Convergence and Empirical Processes, section 2.9.
struct ReplicateNoise {
    private let deviations: [[Double]]
    private let ownDraws: Bool
    private let stream: Stream

    /// Nil for fewer than two replicates, which tell nothing about chance.
    init?(_ sample: SensitivitySample, stream: Stream) {
        let count = Double(sample.replicates)
        guard count > 1 else { return nil }
        deviations = zip(sample.results, sample.means).map { own, mean in
            own.map { ($0 - mean) / (count * (count - 1)).squareRoot() }
        }
        ownDraws = sample.ownDraws
        self.stream = stream
    }

    /// Errors at all points: the r-th of as many as are asked for.
    func errors(_ r: Int) -> [Double] {
        var draws = stream.draws(agent: UInt64(r), month: 0)
        let common = (deviations.first ?? []).map { _ in draws.normal() }
        return deviations.map { own in
            own.indices.reduce(0.0) { $0 + own[$1] * (ownDraws ? draws.normal() : common[$1]) }
        }
    }
}
