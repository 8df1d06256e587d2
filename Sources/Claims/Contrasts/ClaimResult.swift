import Analysis
public import Scenarios

/// What the runs say of one claim.
public struct ClaimResult: Sendable {
    public let runs: ClaimRuns
    /// In the claim's order, those that are only reported too.
    public let metrics: [MetricResult]
    public let verdict: ClaimVerdict
    /// The metric that decides: the first of those that are judged that is of the claim's verdict.
    public let deciding: MetricResult
    /// p of the verdict: that the effects of all metrics are just the smallest of interest where the claim is supported or open
    /// (the largest p of its metrics), that they all are at least that where it is contradicted (the smallest, times their
    /// number). Nil without an interval.
    public let probability: Double?
    /// The same, adjusted by Holm's method over all claims that were tested together.
    public internal(set) var adjusted: Double?
    public let inequalities: [Inequality]

    public var claim: Claim { runs.claim.claim }
    /// The main metric's.
    public var main: MetricResult { metrics.first { !$0.metric.isReported } ?? metrics[0] }

    /// What the verdict does not tell by itself, of the metric that decides.
    public var remark: VerdictRemark? { deciding.whole.remark }

    /// What the two sides have unequal that is neither lever nor declared.
    public var confounding: [Inequality] { inequalities.filter(\.confounds) }
    public var isConfounded: Bool { !confounding.isEmpty }

    /// Whether the verdict stands even when all claims are taken together.
    public var standsTogether: Bool { verdict != .inconclusive && adjusted.map { $0 <= 0.05 } ?? false }

    init(_ runs: ClaimRuns) {
        self.runs = runs
        let claim = runs.claim.claim
        let metrics = claim.metrics.map { MetricResult($0, runs) }
        self.metrics = metrics
        let judged = metrics.filter { !$0.metric.isReported }
        let verdict = ClaimVerdict(of: judged.map(\.whole.verdict))
        self.verdict = verdict
        deciding = judged.first { $0.whole.verdict == verdict } ?? judged.first ?? metrics[0]
        probability = Self.probability(verdict, judged.map(\.whole))
        inequalities = Inequality.found(in: runs)
    }

    private static func probability(_ verdict: ClaimVerdict, _ findings: [MetricFinding]) -> Double? {
        switch verdict {
        case .contradicted:
            return findings.filter { $0.verdict == .contradicted }.compactMap(\.probability).min()
                .map { min(1, $0 * Double(findings.count)) }
        case .supported, .inconclusive:
            let values = findings.compactMap(\.probability)
            return values.count == findings.count ? values.max() : nil
        }
    }

    /// The results of claims that are tested together, in their order.
    public static func together(_ runs: [ClaimRuns]) -> [ClaimResult] {
        var results = runs.map { ClaimResult($0) }
        for (place, adjusted) in Holm.adjusted(results.map(\.probability)).enumerated() {
            results[place].adjusted = adjusted
        }
        return results
    }
}

/// What the runs say of one metric, over all places and on each.
public struct MetricResult: Sendable {
    public let metric: Claim.Metric
    /// Over the mean of the places, each of the same weight.
    public let whole: MetricFinding
    /// In the claim's order.
    public let places: [MetricFinding]

    init(_ metric: Claim.Metric, _ runs: ClaimRuns) {
        self.metric = metric
        let all = Array(runs.claim.worlds.indices)
        whole = MetricFinding(metric) { runs.sample(of: $0, places: all) }
        places = all.map { place in MetricFinding(metric) { runs.sample(of: $0, places: [place]) } }
    }
}
