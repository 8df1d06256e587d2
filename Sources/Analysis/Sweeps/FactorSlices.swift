public import Archive

/// How an observable goes with one factor of a sweep while the others vary too: means over the points in slices of the factor.
///
/// Numbers are cut into slices of about equally many points, words by their value. The interval of a slice is that of the mean
/// of its points, each the mean of its replicates.
public struct FactorSlices: Sendable, Equatable {
    public struct Slice: Sendable, Equatable {
        /// The mean of the factor in the slice; for words their place among the values.
        public let value: Double
        /// The word; nil for numbers.
        public let word: String?
        public let estimate: Estimate
    }

    public let slices: [Slice]

    /// - Parameters:
    ///   - points: the factor's value and the observable's mean at each point; points without a number are left out.
    ///   - count: slices that are wanted of numbers; fewer where there are not four points for each.
    public init(_ points: [(value: FactorValue, mean: Double)], count: Int = 6) {
        let known = points.filter { $0.mean.isFinite }
        let words = Set(known.compactMap { if case .word(let word) = $0.value { word } else { nil } }).sorted()
        guard words.isEmpty else {
            slices = words.enumerated().map { place, word in
                Slice(
                    value: Double(place), word: word,
                    estimate: Estimate(of: known.filter { $0.value == .word(word) }.map(\.mean)))
            }
            return
        }
        let sorted = known.compactMap { point in point.value.number.map { (value: $0, mean: point.mean) } }
            .sorted { ($0.value, $0.mean) < ($1.value, $1.mean) }
        let values = Set(sorted.map(\.value)).sorted()
        let groups: [[(value: Double, mean: Double)]]
        if values.count <= count {
            groups = values.map { value in sorted.filter { $0.value == value } }
        } else {
            let parts = max(1, min(count, sorted.count / 4))
            groups = (0..<parts).map { part in
                Array(sorted[part * sorted.count / parts..<(part + 1) * sorted.count / parts])
            }
        }
        slices = groups.map { group in
            Slice(
                value: group.map(\.value).reduce(0, +) / Double(max(1, group.count)), word: nil,
                estimate: Estimate(of: group.map(\.mean)))
        }
    }
}

/// The last kept month of a sweep, point by point.
public struct SweepEnds: Sendable {
    public let design: DesignInput
    public let scenarios: [String]
    public let observables: [String]
    /// By scenario, the mean over the replicates at each point, a number for each observable.
    private let means: [String: [Int: [Double]]]

    /// - Parameter observables: keys, of those that the archive has.
    /// - Throws: ``ArchiveError``; `foreign` where the archive has no design.
    public init(_ archive: Archive, observables: [String]) throws(ArchiveError) {
        guard let design = try archive.design() else {
            throw .foreign(path: archive.path, reason: "it holds runs without a design")
        }
        self.design = design
        self.observables = observables
        scenarios = try archive.inputs().scenarios.map(\.id)
        var samples: [String: [Int: [[Double]]]] = [:]
        for summary in try archive.summaries(of: observables) {
            samples[summary.run.scenario, default: [:]][summary.run.point, default: []].append(summary.values)
        }
        means = samples.mapValues { points in
            points.mapValues { runs in
                observables.indices.map { place in
                    let values = runs.map { $0[place] }.filter(\.isFinite)
                    return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
                }
            }
        }
    }

    /// The means of an observable at all points, in the order of the points; NaN where nothing was run.
    public func points(scenario: String, observable: Int) -> [Double] {
        design.points.map { means[scenario]?[$0.number]?[observable] ?? .nan }
    }

    /// How an observable goes with a factor.
    public func slices(scenario: String, observable: Int, factor: Int) -> FactorSlices {
        FactorSlices(
            zip(design.points, points(scenario: scenario, observable: observable)).map { ($0.values[factor], $1) })
    }
}
