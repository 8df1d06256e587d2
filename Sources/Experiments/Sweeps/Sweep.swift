public import Archive
import Foundation
import Governance
import Numerics
public import Scenarios
import Synchronization

/// A design with its points laid and checked against its scenarios.
public struct Sweep: Sendable {
    public let design: Design
    /// The design as the archive keeps it.
    public private(set) var input: DesignInput
    /// Points that constraints left out.
    public let leftOut: Int
    /// Places of the points in the order in which they are run.
    let order: [Int]
    private let points: [DesignPoints.Point]
    private let origins: [Origin]
    /// What a run of each scenario at each point takes.
    private let sizes: [[Size]]

    /// Where a scenario comes from.
    private enum Origin {
        /// A source, of its branches the one at a place, and what the design calls it.
        case file(ScenarioSource, branch: Int, name: String?)
        /// Two scenarios, and which of their switches a point turns.
        case pair(SwitchedPair)

        func scenario(_ design: Design, at point: DesignPoints.Point?) throws(ScenarioFaults) -> PlannedScenario {
            switch self {
            case .file(let source, let branch, let name):
                let changes = point.map { design.changes(at: $0) } ?? design.changes
                var scenario = PlannedScenario.all(of: try source.document(changes))[branch]
                if let name { scenario.rename(name) }
                return scenario
            case .pair(let pair): return try pair.scenario(point.map { SwitchedPair.coalition(at: $0) } ?? 0)
            }
        }

        func told(_ fault: ScenarioFault, at point: DesignPoints.Point, of id: String) -> ScenarioFault {
            switch self {
            case .file: fault.at(point: point.number, of: id)
            case .pair(let pair): fault.among(pair.words(SwitchedPair.coalition(at: point)))
            }
        }
    }

    struct Size: Sendable {
        /// Residents times months, months before the start included.
        var residentMonths: Int
        var months: Int
        var communities: Int
        /// Bytes of its world.
        var memory: Int
    }

    /// Reads the scenarios that a design names, lays its points, and reads every scenario at every point.
    ///
    /// - Parameters:
    ///   - library: the path of a scenario or place that is named by its id, and what kind it is.
    ///   - replicates: in place of the design's.
    /// - Returns: the sweep, and its scenarios as they stand before any factor is set.
    /// - Throws: every fault of the scenarios, and of the points as the scenarios take them.
    public static func plan(
        _ design: Design, library: (String, ScenarioLibrary.Shelf) -> String, replicates: Int? = nil
    ) throws(ScenarioFaults) -> Experiment {
        var planned: [PlannedScenario] = []
        var origins: [Origin] = []
        for subject in design.subjects {
            var source = try ScenarioSource(
                path: design.path(subject.scenario) { library($0, .regimes) },
                on: subject.place.map { name in design.path(name) { library($0, .places) } })
            if let words = design.experimental { source.declareExperimental(words, in: design.file) }
            let futures = max(1, try source.document(design.changes).branches.count)
            for branch in 0..<futures {
                let origin = Origin.file(source, branch: branch, name: subject.id)
                planned.append(try origin.scenario(design, at: nil))
                origins.append(origin)
            }
        }
        try design.checkNames(planned.map(\.id))
        let laid = try Self.points(design)
        let sizes = try Self.sizes(design, origins, laid.points, ids: planned.map(\.id))
        let sweep = Sweep(design: design, laid: laid, origins: origins, sizes: sizes, replicates: replicates)
        return Experiment(scenarios: planned, sweep: sweep)
    }

    /// The scenarios between two, at the points of some of their switches.
    ///
    /// - Parameter coalitions: which switches stand as in the second: bit j for switch j. A point's number is that plus 1.
    /// - Throws: what makes a scenario between the two invalid, with the switches that do.
    public static func between(
        _ pair: SwitchedPair, coalitions: [UInt64], seed: UInt64, replicates: Int, keeping: Keeping
    ) throws(ScenarioFaults) -> Experiment {
        let design = pair.design(seed: seed, replicates: replicates)
        let laid = DesignPoints(coalitions.map(pair.point))
        let origin = Origin.pair(pair)
        let planned = try origin.scenario(design, at: nil)
        let sizes = try Self.sizes(design, [origin], laid.points, ids: [planned.id])
        var sweep = Sweep(design: design, laid: laid, origins: [origin], sizes: sizes, replicates: replicates)
        sweep.input.keeping = keeping
        return Experiment(scenarios: [planned], sweep: sweep)
    }

    private init(
        design: Design, laid: DesignPoints, origins: [Origin], sizes: [[Size]], replicates: Int?
    ) {
        self.design = design
        self.origins = origins
        self.sizes = sizes
        points = laid.points
        leftOut = laid.leftOut
        var isSequence = false
        if case .sobol = design.sampling { isSequence = true }
        order = AnytimeOrder.order(of: laid.points, block: laid.block, isSequence: isSequence)
        let digests = design.files.map { Digest.sha256(of: $0.bytes) }
        input = DesignInput(
            id: design.id, title: design.title, file: design.file,
            sha256: digests.count == 1 ? digests[0] : Digest.sha256(of: digests.joined(separator: "\n")),
            sampling: design.sampling.name, block: laid.block, factors: design.factors.map(\.input),
            points: laid.points.map { PointInput(number: $0.number, values: $0.values.map(FactorValue.init)) },
            ownDraws: design.ownDraws, replicates: replicates ?? design.replicates, keeping: Keeping(design.keeping),
            watched: design.watched)
    }

    var count: Int { points.count }

    func number(_ point: Int) -> Int { points[point].number }

    func size(_ scenario: Int, _ point: Int) -> Size { sizes[scenario][point] }

    /// A scenario with the factors' values of a point laid over it, as `--set` does.
    ///
    /// - Throws: nothing that planning did not find; files were read then.
    func scenario(_ scenario: Int, _ point: Int) throws(ScenarioFaults) -> PlannedScenario {
        try origins[scenario].scenario(design, at: points[point])
    }

    private static func points(_ design: Design) throws(ScenarioFaults) -> DesignPoints {
        let laid: DesignPoints
        do throws(NumericsError) {
            laid = try DesignPoints(design)
        } catch {
            throw ScenarioFaults(faults: [design.fault("sampling", "\(error)", "\(error)")])
        }
        guard !laid.points.isEmpty else {
            throw ScenarioFaults(faults: [
                design.fault("constraints", "no point that keeps them all", "没有满足全部约束的点")
            ])
        }
        return laid
    }

    /// Reads every scenario at every point, all cores at once; of faults at many points the first of each is told.
    private static func sizes(
        _ design: Design, _ origins: [Origin], _ points: [DesignPoints.Point], ids: [String]
    ) throws(ScenarioFaults) -> [[Size]] {
        let count = points.count
        let results = Mutex(
            (sizes: [Size?](repeating: nil, count: count * origins.count), faults: [Int: [ScenarioFault]]()))
        DispatchQueue.concurrentPerform(iterations: count * origins.count) { place in
            guard results.withLock({ $0.faults.count < 100 }) else { return }
            do throws(ScenarioFaults) {
                let specification = try origins[place / count].scenario(design, at: points[place % count]).specification
                let size = Size(
                    residentMonths: specification.residentCount * (specification.burnIn + specification.months),
                    months: specification.months, communities: specification.people.communities.count,
                    memory: World.bytes(for: specification))
                results.withLock { $0.sizes[place] = size }
            } catch {
                results.withLock { $0.faults[place] = error.faults }
            }
        }
        let (found, faults) = results.withLock { ($0.sizes, $0.faults) }
        guard faults.isEmpty else {
            var told: [ScenarioFault] = []
            for (place, faults) in faults.sorted(by: { $0.key < $1.key }) {
                let point = points[place % count]
                for fault in faults where !told.contains(where: { $0.isLike(fault) }) {
                    told.append(origins[place / count].told(fault, at: point, of: ids[place / count]))
                }
            }
            throw ScenarioFaults(faults: told)
        }
        return origins.indices.map { scenario in
            found[scenario * count..<(scenario + 1) * count].compactMap(\.self)
        }
    }
}

extension Design {
    /// What a point sets in a scenario, after what holds at every point.
    func changes(at point: DesignPoints.Point) -> [ScenarioChange] {
        changes + zip(factors, point.values).map { $0.change(to: $1) }
    }
}

extension Factor {
    fileprivate var input: FactorInput {
        var input = FactorInput(id: id, key: key, unit: unit, meaning: meaning)
        switch space {
        case .listed(let values): input.values = values.map(FactorValue.init)
        case .range(let range, _): (input.low, input.high) = (range.lowerBound, range.upperBound)
        case .distribution(let spread):
            guard spread.isBounded, let low = try? spread.quantile(0), let high = try? spread.quantile(1) else { break }
            (input.low, input.high) = (low, high)
        }
        return input
    }
}

extension FactorValue {
    init(_ value: LeverValue) {
        switch value {
        case .number(let number): self = .number(number)
        case .flag, .choice: self = .word(value.text)
        }
    }
}

extension Keeping {
    init(_ keeping: Design.Keeping) {
        let months: Months =
            switch keeping.months {
            case .all: .all
            case .final: .final
            case .chosen(let months): .chosen(months)
            }
        self.init(months: months, money: keeping.money, communities: keeping.communities)
    }
}
