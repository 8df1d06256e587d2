import Analysis
import Scenarios
import Testing

@testable import Claims

@Suite("What replicates say of a metric")
struct MetricFindingTests {
    private func finding(_ metric: Claim.Metric, _ samples: [String: [Double]]) -> MetricFinding {
        MetricFinding(metric) { samples[$0.arm] ?? [] }
    }

    private let left = [5.0, 6, 8, 7, .nan]
    private let right = [4.0, 4, 5, 6, 2]

    @Test("a contrast of arms is the paired difference")
    func linear() {
        let metric = Made.metric(parts: [Claim.Part(weight: 1, terms: [Made.term("l"), Made.term("r", -1)], per: [])])
        let found = finding(metric, ["l": left, "r": right])
        let paired = PairedDifference(baseline: right, other: left)
        #expect(found.value == paired.difference.mean)
        #expect(found.interval == paired.difference.interval)
        #expect(found.effectSize == paired.effectSize)
        #expect(found.replicates == 4)
    }

    @Test("a ratio of means has Fieller's interval, and p by the same test")
    func ratio() throws {
        let parts = [Claim.Part(weight: 1, terms: [Made.term("l")], per: [Made.term("r")])]
        let found = finding(Made.metric(against: 1, smallest: 0.1, parts: parts), ["l": left, "r": right])
        let ratio = try #require(RatioOfMeans(of: left, to: right.map { $0 == 2 ? .nan : $0 }))
        #expect(found.value == ratio.ratio)
        #expect(found.interval == ratio.interval)
        // At an end of the interval p is 0.05: the interval is what the test does not reject.
        let at = Made.metric(against: 0, smallest: ratio.interval.lowerBound, parts: parts)
        let p = try #require(finding(at, ["l": left, "r": right]).probability)
        #expect(abs(p - 0.05) < 1e-9)
    }

    @Test("a sum of ratios is linearised; without a divisor clear of 0 nothing is said")
    func ratios() throws {
        let parts = [
            Claim.Part(weight: 1, terms: [Made.term("l")], per: [Made.term("r")]),
            Claim.Part(weight: -1, terms: [Made.term("r")], per: [Made.term("l")]),
        ]
        let metric = Made.metric(parts: parts)
        let found = finding(metric, ["l": left, "r": right])
        let (y, x) = (26.0 / 4, 19.0 / 4)
        #expect(abs(found.value - (y / x - x / y)) < 1e-12)
        #expect(try #require(found.interval).contains(found.value))
        let doubtful = finding(metric, ["l": left, "r": [-4, 4, 5, -6, 2]])
        #expect(doubtful.interval == nil && doubtful.verdict == .inconclusive && doubtful.remark == .undefined)
    }

    struct Case: Sendable {
        let low: Double
        let high: Double
        let verdict: ClaimVerdict
        let remark: VerdictRemark?
    }

    @Test(
        "the interval against the smallest effect of interest, here 1",
        arguments: [
            Case(low: 1, high: 3, verdict: .supported, remark: nil),
            Case(low: 0.9, high: 3, verdict: .inconclusive, remark: .perhapsTooSmall),
            Case(low: -0.5, high: 3, verdict: .inconclusive, remark: nil),
            Case(low: 0.2, high: 0.9, verdict: .contradicted, remark: .tooSmall),
            Case(low: -0.9, high: 0.9, verdict: .contradicted, remark: .negligible),
            Case(low: -1.5, high: 0.9, verdict: .contradicted, remark: .nothingOrOpposite),
            Case(low: -1.5, high: -0.1, verdict: .contradicted, remark: .opposite),
        ])
    func verdicts(_ tried: Case) {
        let interval = tried.low...tried.high
        #expect(ClaimVerdict(interval, smallest: 1) == tried.verdict)
        #expect(VerdictRemark(interval, smallest: 1, isRatio: false, runs: 9) == tried.remark)
    }

    @Test("where less is claimed, the same numbers say the opposite")
    func direction() {
        let parts = [Claim.Part(weight: 1, terms: [Made.term("l")], per: [])]
        let sample = ["l": [-2.1, -2, -1.9, -2]]
        #expect(finding(Made.metric(direction: .lower, parts: parts), sample).verdict == .supported)
        #expect(finding(Made.metric(direction: .higher, parts: parts), sample).remark == .opposite)
        #expect(finding(Made.metric(direction: .lower, parts: parts), ["l": [-2]]).remark == .noInterval)
    }

    @Test("a claim is supported if all metrics are, contradicted if any is")
    func claims() {
        #expect(ClaimVerdict(of: [.supported, .supported]) == .supported)
        #expect(ClaimVerdict(of: [.supported, .inconclusive]) == .inconclusive)
        #expect(ClaimVerdict(of: [.inconclusive, .contradicted]) == .contradicted)
    }
}
