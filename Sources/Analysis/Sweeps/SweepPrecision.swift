public import Archive
import Numerics

/// How precisely the runs that are there tell an observable, at the last month kept.
///
///     over points: mean_p ± t_{P-1} sd(m_p) / sqrt(P),      m_p the mean over the replicates at point p
///     at a point:  ± t_{sum (R_p - 1)} s / sqrt(R),         s^2 = sum_p sum_r (x_pr - m_p)^2 / sum_p (R_p - 1)
///
/// The first takes points as a sample of the design's space and says how well its mean is known; the second says how well a
/// single point is, of R replicates, the harmonic mean of what points have.
public struct SweepPrecision: Sendable, Equatable {
    /// The scenario's id and the observable's key.
    public let scenario: String
    public let observable: String
    /// Points and runs with a value.
    public let points: Int
    public let runs: Int
    /// NaN without runs.
    public let mean: Double
    /// 95 % half-width of the mean over points; nil for fewer than two.
    public let overPoints: Double?
    /// 95 % half-width of the mean at a point; nil where no point has two replicates.
    public let atPoint: Double?

    init(scenario: String, observable: String, values: [[Double]]) {
        let values = values.map { $0.filter(\.isFinite) }.filter { !$0.isEmpty }
        self.scenario = scenario
        self.observable = observable
        points = values.count
        runs = values.reduce(0) { $0 + $1.count }
        let means = values.map { $0.reduce(0, +) / Double($0.count) }
        mean = means.isEmpty ? .nan : means.reduce(0, +) / Double(means.count)
        overPoints = meanInterval(means, confidence: 0.95).map { ($0.upper - $0.lower) / 2 }
        let degrees = runs - points
        guard degrees > 0 else {
            atPoint = nil
            return
        }
        var squares = 0.0
        for (sample, mean) in zip(values, means) {
            for value in sample { squares += (value - mean) * (value - mean) }
        }
        let replicates = Double(points) / values.reduce(0) { $0 + 1 / Double($1.count) }
        let sd = (squares / Double(degrees)).squareRoot()
        atPoint = StudentT.quantile(0.975, degrees: Double(degrees)) * sd / replicates.squareRoot()
    }
}

/// How far a sweep is: what is there, what precision it gives, what is left and how long that takes.
public struct SweepStanding: Sendable {
    public let design: DesignInput
    public let scenarios: [String]
    /// Runs of the whole design, runs that are there of it, and replicates that all points of all scenarios have.
    public let runs: Int
    public let done: Int
    public let wholeReplicates: Int
    public let activity: Archive.Activity
    /// Seconds of a run: of the first and the last tenth that were written, and of all.
    public let firstSeconds: Double
    public let lastSeconds: Double
    public let meanSeconds: Double
    /// By scenario, observable after observable.
    public let precision: [SweepPrecision]

    /// - Parameter observables: keys in place of those that the design watches.
    /// - Throws: ``ArchiveError``; `foreign` where the archive has no design.
    public init(_ archive: Archive, observables: [String] = []) throws(ArchiveError) {
        guard let design = try archive.design() else {
            throw .foreign(path: archive.path, reason: "it holds runs without a design")
        }
        self.design = design
        scenarios = try archive.inputs().scenarios.map(\.id)
        activity = try archive.activity()
        let watched = observables.isEmpty ? Self.watched(design, archive) : observables
        let numbers = Set(design.points.map(\.number))
        let summaries = try archive.summaries(of: watched).filter {
            numbers.contains($0.run.point) && $0.run.replicate <= design.replicates
        }
        runs = scenarios.count * design.points.count * design.replicates
        done = summaries.count
        let counts = Dictionary(summaries.map { ($0.run.replicate, 1) }, uniquingKeysWith: +)
        let each = scenarios.count * design.points.count
        wholeReplicates = (1..<design.replicates + 1).prefix { counts[$0] == each }.count
        let tenth = max(1, summaries.count / 10)
        firstSeconds = Self.mean(summaries.prefix(tenth).map(\.seconds))
        lastSeconds = Self.mean(summaries.suffix(tenth).map(\.seconds))
        meanSeconds = Self.mean(summaries.map(\.seconds))
        precision = scenarios.flatMap { scenario in
            watched.indices.map { place in
                var values: [Int: [Double]] = [:]
                for summary in summaries where summary.run.scenario == scenario {
                    values[summary.run.point, default: []].append(summary.values[place])
                }
                return SweepPrecision(
                    scenario: scenario, observable: watched[place],
                    values: values.sorted { $0.key < $1.key }.map(\.value))
            }
        }
    }

    /// Seconds that what is left takes on so many cores; nil until there is something to judge by.
    public func secondsLeft(cores: Int) -> Double? {
        done > 0 ? Double(max(0, runs - done - activity.failures.count)) * meanSeconds / Double(max(1, cores)) : nil
    }

    private static func watched(_ design: DesignInput, _ archive: Archive) -> [String] {
        design.watched.filter(archive.observables.contains)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }
}
