public import Archive
public import Governance
import Numerics
public import Scenarios

/// Lives plans, and measures what they cost and what they bring.
///
/// All share the months before they begin, which are lived once a replicate: a plan goes on from the snapshot. Replicate r of every plan
/// has the same draws, so that plans differ by what they do.
///
/// A plan costs what the ledger books in each of its years from the payers' accounts, for all purposes but those that are excepted, less what
/// flows back to them.
public struct PlanTrial: Sendable {
    public let plan: Plan
    private let source: ScenarioSource
    /// The place as it goes on without a plan.
    public let before: PlannedScenario
    private let observables: [Int?]
    private let except: Set<String>

    /// - Parameter library: the path of a scenario or place that is named by its id, and what kind it is.
    /// - Throws: every fault of the scenario with the first value of every lever, and with each other value or end of each.
    public init(
        _ plan: Plan, library: (String, ScenarioLibrary.Shelf) -> String
    ) throws(ScenarioFaults) {
        self.plan = plan
        source = try ScenarioSource(
            path: plan.path(plan.scenario) { library($0, .regimes) },
            on: plan.place.map { name in plan.path(name) { library($0, .places) } })
        observables = plan.goals.map { goal in
            goal.observable.flatMap { key in Observable.all.firstIndex { $0.key == key } }
        }
        except = Set(plan.budget.except.map(\.rawValue))
        let first = plan.levers.map { _ in 0.0 }
        before = try Self.without(plan, source, first)
        var faults: [ScenarioFault] = []
        for (place, lever) in plan.levers.enumerated() {
            for value in Self.tries(lever) {
                var values = first
                values[place] = value
                do throws(ScenarioFaults) { _ = try specification(values) } catch {
                    for fault in error.faults where !faults.contains(where: { $0.isLike(fault) }) {
                        faults.append(fault)
                    }
                }
            }
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: faults) }
    }

    private static func tries(_ lever: Plan.Lever) -> [Double] {
        switch lever.domain {
        case .continuous: [0, 1]
        case .steps(let count): [0, Double(count - 1)]
        case .options(let count): (0..<count).map(Double.init)
        }
    }

    private static func without(
        _ plan: Plan, _ source: ScenarioSource, _ first: [Double]
    ) throws(ScenarioFaults) -> PlannedScenario {
        let document = try source.document(plan, values(first, of: plan))
        var trunk = PlannedScenario(document)
        trunk.last(plan.months)
        if let month = plan.attentionUntil { trunk.endAttention(after: month) }
        return trunk
    }

    /// What the numbers of a search stand for, by lever.
    public func values(_ numbers: [Double]) -> [Plan.Lever.Value] { Self.values(numbers, of: plan) }

    private static func values(_ numbers: [Double], of plan: Plan) -> [Plan.Lever.Value] {
        zip(plan.levers, numbers).map { lever, number in
            lever.value(number) { factor, u in (try? factor.value(at: u)) ?? .number(.nan) }
        }
    }

    /// The scenario of a plan.
    func specification(_ numbers: [Double]) throws(ScenarioFaults) -> ScenarioSpecification {
        let all = PlannedScenario.all(of: try source.document(plan, values(numbers)))
        var planned = all[0]
        planned.last(plan.months)
        if let month = plan.attentionUntil { planned.endAttention(after: month) }
        return planned.specification
    }

    /// Residents times months that a run takes once its past has been lived.
    public var residentMonths: Int { before.specification.residentCount * (plan.months - plan.from + 1) }

    /// What the results depend on beside the plan's file.
    public var inputs: String {
        let files = plan.files.map { Digest.sha256(of: $0.bytes) } + [before.sha256]
        return Digest.sha256(of: files.joined(separator: "\n")) + "/" + ModelFingerprint.current
    }

    // MARK: Living

    /// Under which draws and which behaviour plans are lived.
    public struct Setting: Sendable {
        public var seed: UInt64
        public var replicate: UInt32
        public var parameters: Parameters?

        public init(seed: UInt64, replicate: UInt32, parameters: Parameters? = nil) {
            self.seed = seed
            self.replicate = replicate
            self.parameters = parameters
        }

        func applied(to specification: ScenarioSpecification) -> ScenarioSpecification {
            guard let parameters else { return specification }
            var other = specification
            other.parameters = parameters
            return other
        }
    }

    /// The months before plans begin, as they are lived under a setting; nil where the run breaks or is stopped.
    public func past(_ setting: Setting, stop: StopSignal) -> [UInt8]? {
        let specification = setting.applied(to: before.specification)
        guard let world = try? World(specification, seed: setting.seed, replicate: setting.replicate) else {
            return nil
        }
        while world.monthsDone < plan.from - 1 {
            guard !stop.isRaised else { return nil }
            if world.monthsDone < 0 {
                guard (try? world.advanceBurnIn()) != nil else { return nil }
            } else {
                guard (try? world.advance()) != nil else { return nil }
            }
        }
        return world.snapshot()
    }

    /// A plan from the past on; without numbers the place as it goes on without one. Nil where the run breaks or is stopped.
    public func run(
        _ numbers: [Double]?, from past: [UInt8], _ setting: Setting, stop: StopSignal
    ) -> PlanRun? {
        guard let specification = try? numbers.map({ try self.specification($0) }) ?? before.specification,
            let world = try? World(past, setting.applied(to: specification))
        else { return nil }
        var tally = Tally(plan, observables, except)
        for month in plan.from...plan.months {
            guard !stop.isRaised, (try? world.advance()) != nil else { return nil }
            tally.add(world, month: month)
        }
        return tally.result
    }

    /// What a run is measured by, month by month.
    private struct Tally {
        let plan: Plan
        let observables: [Int?]
        let except: Set<String>
        var sums: [(sum: Double, count: Int)]
        var early: [(sum: Double, count: Int)]
        var years: [[String: Double]] = []

        init(_ plan: Plan, _ observables: [Int?], _ except: Set<String>) {
            self.plan = plan
            self.observables = observables
            self.except = except
            sums = plan.goals.map { _ in (0, 0) }
            early = sums
        }

        mutating func add(_ world: World, month: Int) {
            let year = (month - plan.from) / 12
            if year == years.count { years.append([:]) }
            for flow in world.flows where !except.contains(flow.purpose) {
                let yuan = Double(flow.fen) / 100
                if plan.budget.payers.contains(flow.from) { years[year][flow.purpose, default: 0] += yuan }
                if plan.budget.payers.contains(flow.to) { years[year][flow.purpose, default: 0] -= yuan }
            }
            let isAsked = plan.goals.contains {
                ($0.months?.contains(month) ?? false) || ($0.before?.contains(month) ?? false)
            }
            guard isAsked else { return }
            let values = world.observe()
            for (place, goal) in plan.goals.enumerated() {
                guard let observable = observables[place], values[observable].isFinite else { continue }
                if goal.months?.contains(month) ?? false {
                    sums[place].sum += values[observable]
                    sums[place].count += 1
                }
                if goal.before?.contains(month) ?? false {
                    early[place].sum += values[observable]
                    early[place].count += 1
                }
            }
        }

        var result: PlanRun {
            let run = PlanRun(goals: [], before: [], years: years)
            let cost = run.costs.reduce(0, +) / Double(max(1, years.count))
            func mean(_ tally: (sum: Double, count: Int)) -> Double? {
                tally.count > 0 ? tally.sum / Double(tally.count) : nil
            }
            return PlanRun(
                goals: plan.goals.indices.map { plan.goals[$0].kind == .cost ? cost : mean(sums[$0]) },
                before: plan.goals.indices.map { plan.goals[$0].before == nil ? nil : mean(early[$0]) }, years: years)
        }
    }

    // MARK: Behaviour

    /// Sets of all behavioural parameters over their declared ranges: a Latin hypercube.
    public static func points(_ sets: Int, seed: UInt64) -> [[Double]] {
        let stream = Stream(seed: seed, replicate: 0, name: "plan.robustness")
        let cube =
            (try? LowDiscrepancy.latinHypercube(count: sets, dimensions: Parameters.all.count, stream: stream)) ?? []
        return cube.map { point in
            zip(point, Parameters.all).map { u, field in
                field.range.lowerBound + u * (field.range.upperBound - field.range.lowerBound)
            }
        }
    }

    /// The parameters of a set: what an experimental scenario sets itself stays.
    public func parameters(_ point: [Double]) -> Parameters {
        var parameters = before.specification.parameters
        for (field, value) in zip(Parameters.all, point)
        where before.specification.parameters[keyPath: field.path] == field.defaultValue {
            parameters[keyPath: field.path] = value
        }
        return parameters
    }

    /// The seed of a set's draws, or of others than the search had where `set` is nil.
    public func seed(of set: Int?) -> UInt64 {
        Identity.compose(plan.search.seed, UInt64(bitPattern: Int64(set ?? -1)), 0x706C_616E)
    }
}
