import Numerics

/// How much a result depends on each of its inputs, by one method, with intervals, and held against what chance between replicates would give.
///
/// The noise of an index is what it would be of an input that changes nothing but chance, at the 1 - (1 - confidence) / m quantile, m being the number
/// of indices of that kind, so that of m idle inputs one in twenty samples shows any above it:
///
/// - Morris: mu* of the errors of the means alone (``ReplicateNoise``).
/// - Sobol: the index where rows A and B are as they are and every crossing differs from its row by errors alone.
/// - PAWN: the index of inputs drawn at random (``PAWN/threshold(observations:inputs:slices:confidence:stream:)``).
///
/// An index that is not above its noise cannot be told from it. For Morris and Sobol that takes two replicates or more.
public struct SensitivityAnalysis: Sendable {
    /// One index of an input, or of a pair.
    public struct Index: Sendable, Equatable {
        public let kind: Kind
        public let inputs: [Int]
        public let value: Double
        /// Of resampled trajectories, base points or observations; nil where nothing was resampled.
        public let interval: ClosedRange<Double>?
        /// Nil where there is nothing to tell it by.
        public let noise: Double?

        /// Whether it is above the noise; nil where that cannot be told.
        public var isClear: Bool? { noise.map { value > $0 } }
    }

    public enum Kind: String, Sendable, CaseIterable {
        case muStar = "mu*"
        case mu, sigma
        case total, first, second
        case pawn

        /// The kind by which inputs are ranked.
        public static func main(_ method: SensitivityMethod) -> Kind {
            switch method {
            case .morris: .muStar
            case .sobol: .total
            case .pawn: .pawn
            }
        }
    }

    public let method: SensitivityMethod
    public let names: [String]
    public let points: Int
    public let replicates: Int
    public let indices: [Index]

    /// How an analysis is made.
    public struct Options: Sendable {
        public var estimator = SobolIndices.Estimator.saltelli
        public var slices = PAWN.usualSlices
        public var levels: Int?
        /// Bootstrap samples of indices, and samples of noise.
        public var resamples = 500
        public var confidence = Estimate.usualConfidence
        public var seed: UInt64 = 1

        public init() {}
    }

    /// - Throws: ``SensitivityFault`` where the sample does not fit the method, or its results do not vary.
    public init(_ sample: SensitivitySample, method: SensitivityMethod, options: Options = Options())
        throws(SensitivityFault)
    {
        self.method = method
        names = sample.names
        points = sample.rows.count
        replicates = sample.replicates
        let means = sample.means
        if let row = means.firstIndex(where: { !$0.isFinite }) {
            throw .row(
                row + 1, found: "a result that is no number", foundZh: "非数值结果", wanted: "a finite number",
                wantedZh: "有限的数")
        }
        guard means.contains(where: { $0 != means[0] }) else {
            throw .results(
                found: "results that are all equal", foundZh: "全部相同的结果", wanted: "results that vary", wantedZh: "有变化的结果"
            )
        }
        switch method {
        case .morris: indices = try Self.morris(sample, means, options)
        case .sobol: indices = try Self.sobol(sample, means, options)
        case .pawn: indices = try Self.pawn(sample, means, options)
        }
    }

    /// The indices of a kind, by input or pair.
    public func indices(_ kind: Kind) -> [Index] { indices.filter { $0.kind == kind } }

    private static func stream(_ name: String, _ options: Options) -> Stream {
        Stream(seed: options.seed, replicate: 0, name: "sensitivity." + name)
    }

    /// The quantile of samples of noise that all of so many stay below together.
    private static func noise(_ samples: [Double], of count: Int, _ options: Options) -> Double? {
        Statistics.quantile(samples, at: 1 - (1 - options.confidence) / Double(max(1, count)))
    }
}

// MARK: Methods

extension SensitivityAnalysis {
    private static func morris(
        _ sample: SensitivitySample, _ means: [Double], _ options: Options
    ) throws(SensitivityFault) -> [Index] {
        let moves = try MorrisMoves(rows: sample.rows, names: sample.names, levels: options.levels)
        let effects = MorrisEffects(means, by: moves, resamples: options.resamples, stream: stream("morris", options))
        let chance = ReplicateNoise(sample, stream: stream("noise", options)).map { noise in
            (0..<options.resamples).map { r in
                moves.effects(noise.errors(r)).map { $0.reduce(0) { $0 + abs($1) } / Double($0.count) }
            }
        }
        return effects.inputs.enumerated().flatMap { input, effect in
            let own = chance.flatMap { samples in noise(samples.map { $0[input] }, of: sample.names.count, options) }
            return [
                Index(
                    kind: .muStar, inputs: [input], value: effect.muStar,
                    interval: effect.interval(confidence: options.confidence),
                    noise: own),
                Index(kind: .mu, inputs: [input], value: effect.mu, interval: nil, noise: nil),
                Index(kind: .sigma, inputs: [input], value: effect.sigma, interval: nil, noise: nil),
            ]
        }
    }

    private static func sobol(
        _ sample: SensitivitySample, _ means: [Double], _ options: Options
    ) throws(SensitivityFault) -> [Index] {
        let blocks = try SaltelliBlocks(rows: sample.rows, names: sample.names)
        func indices(_ results: [Double], resamples: Int) throws(SensitivityFault) -> SobolIndices {
            do throws(NumericsError) {
                return try SobolIndices(
                    results, dimensions: blocks.dimensions, secondOrder: blocks.secondOrder,
                    estimator: options.estimator,
                    resamples: resamples, stream: stream("sobol", options))
            } catch {
                throw .results(found: "\(error)", foundZh: "\(error)", wanted: "finite results", wantedZh: "有限的结果")
            }
        }
        let found = try indices(means, resamples: options.resamples)
        var chance: [[Double]] = []
        if let noise = ReplicateNoise(sample, stream: stream("noise", options)) {
            for r in 0..<options.resamples {
                chance.append(try indices(blocks.idle(means, errors: noise.errors(r)), resamples: 0).all)
            }
        }
        return found.labelled.enumerated().map { place, own in
            let count = found.labelled.count { $0.kind == own.kind }
            // A second-order index of chance may fall to either side.
            let samples = chance.map { own.kind == .second ? abs($0[place]) : $0[place] }
            return Index(
                kind: own.kind, inputs: own.inputs, value: own.index.value,
                interval: own.index.interval(confidence: options.confidence),
                noise: noise(samples, of: count, options))
        }
    }

    private static func pawn(
        _ sample: SensitivitySample, _ means: [Double], _ options: Options
    ) throws(SensitivityFault) -> [Index] {
        guard let whole = PAWN(inputs: sample.rows, results: means, slices: options.slices) else {
            throw .rows(
                found: means.count, method: "pawn", wanted: "\(2 * options.slices) or more, two a slice",
                wantedZh: "至少 \(2 * options.slices)（每段两个）")
        }
        let spreads = PAWN.spreads(
            inputs: sample.rows, results: means, slices: options.slices, resamples: options.resamples,
            stream: stream("pawn", options))
        let idle = PAWN.threshold(
            observations: whole.observations, inputs: sample.names.count, slices: options.slices,
            confidence: options.confidence,
            stream: stream("dummies", options))
        let z = StandardNormal.quantile(0.5 + options.confidence / 2)
        return whole.indices.enumerated().map { input, value in
            Index(
                kind: .pawn, inputs: [input], value: value,
                interval: (value - z * spreads[input])...(value + z * spreads[input]),
                noise: idle)
        }
    }
}

extension SaltelliBlocks {
    /// Results in which every crossing differs from the row that it is made from by errors alone.
    fileprivate func idle(_ results: [Double], errors: [Double]) -> [Double] {
        let length = SaltelliMatrix.rowsPerPoint(dimensions: dimensions, secondOrder: secondOrder)
        var idle = results
        for start in stride(from: 0, to: results.count, by: length) {
            for place in 1..<length - 1 {
                let base = place <= dimensions ? start : start + length - 1
                idle[start + place] = results[base] + errors[start + place] - errors[base]
            }
        }
        return idle
    }
}

extension SobolIndices {
    /// Every index with its kind and its inputs.
    fileprivate var labelled: [(kind: SensitivityAnalysis.Kind, inputs: [Int], index: Index)] {
        var all: [(kind: SensitivityAnalysis.Kind, inputs: [Int], index: Index)] = []
        for (input, index) in total.enumerated() { all.append((.total, [input], index)) }
        for (input, index) in first.enumerated() { all.append((.first, [input], index)) }
        for (j, own) in second.enumerated() {
            for (place, index) in own.enumerated() { all.append((.second, [j, j + 1 + place], index)) }
        }
        return all
    }

    /// Their values in that order.
    fileprivate var all: [Double] { labelled.map(\.index.value) }
}
