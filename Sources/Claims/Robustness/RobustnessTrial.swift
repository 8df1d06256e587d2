import Archive
public import Experiments
public import Governance
import Numerics
import Scenarios

/// Claims under other behaviour: sets of all behavioural parameters, drawn over their declared ranges, and what each claim's
/// metrics come to under each.
///
/// Sets are a Latin hypercube (McKay, Beckman and Conover 1979), so that each parameter covers its range evenly. The arms of a
/// claim share their draws within a set; every set has a seed of its own, so that no chance is shared by all sets. A claim is
/// lived on its first place, up to the last month that it asks for, with the arms that its verdict rests on; worlds that several
/// claims use are lived once a set.
public struct RobustnessTrial: Sendable {
    public let plan: ClaimPlan
    public let sets: Int
    /// Runs of a world in a set, at least 1.
    public let replicates: Int
    public let seed: UInt64
    /// All behavioural parameters.
    public let parameters: [ParameterField]
    /// By set, in the order of the parameters.
    public let points: [[Double]]
    /// Of a claim, by its place in the plan.
    private let needs: [Need]

    /// What a claim needs in a set.
    private struct Need: Sendable {
        /// Tells it from the same claim asked in another way.
        let content: String
        /// By arm: the world, for those that are used.
        let worlds: [String: Int]
        let terms: [Claim.Term]
    }

    public init(_ plan: ClaimPlan, sets: Int, replicates: Int, seed: UInt64) {
        self.plan = plan
        self.sets = sets
        self.replicates = max(1, replicates)
        self.seed = seed
        parameters = Parameters.all
        points = Self.points(parameters, sets: sets, seed: seed)
        needs = plan.claims.map { planned in
            let claim = planned.claim
            let used = claim.arms(in: claim.judged)
            let places = claim.arms.indices.filter { used.contains(claim.arms[$0].id) }
            let worlds = places.map { (claim.arms[$0].id, planned.worlds[0][$0]) }
            let terms = claim.judged.flatMap(\.parts).flatMap { $0.terms + $0.per }
            let told = worlds.map { plan.worlds[$0.1].id } + claim.judged.map { "\($0.parts)" }
            return Need(
                content: Digest.sha256(of: told.joined(separator: "\n")),
                worlds: Dictionary(uniqueKeysWithValues: worlds), terms: terms)
        }
    }

    private static func points(_ parameters: [ParameterField], sets: Int, seed: UInt64) -> [[Double]] {
        let stream = Stream(seed: seed, replicate: 0, name: "robustness")
        guard let cube = try? LowDiscrepancy.latinHypercube(count: sets, dimensions: parameters.count, stream: stream)
        else { preconditionFailure("a hypercube of \(sets) points in \(parameters.count) dimensions") }
        return cube.map { point in
            zip(point, parameters).map { u, field in
                field.range.lowerBound + u * (field.range.upperBound - field.range.lowerBound)
            }
        }
    }

    /// What the kept values depend on, beside each claim's own content.
    public var inputs: String {
        "\(sets) sets, \(replicates) replicates, seed \(seed), model \(ModelFingerprint.current)"
    }

    /// The seed of a set's draws.
    func seed(of set: Int) -> UInt64 {
        var draws = Stream(seed: seed, replicate: 0, name: "robustness sets").draws(agent: UInt64(set), month: 0)
        return draws.next()
    }
}

// MARK: Living

extension RobustnessTrial {
    /// One run to be lived.
    private struct Task: Sendable {
        let set: Int
        let world: Int
        let replicate: Int
    }

    /// Runs that the kept values lack, set by set.
    private func missing(in kept: RobustnessValues) -> [Task] {
        (0..<sets).flatMap { set in
            worlds(of: set, lacking: kept).sorted().flatMap { world in
                (0..<replicates).map { Task(set: set, world: world, replicate: $0) }
            }
        }
    }

    private func worlds(of set: Int, lacking kept: RobustnessValues) -> Set<Int> {
        Set(lacking(kept, set).flatMap { needs[$0].worlds.values })
    }

    /// Claims that have no values of that set yet.
    private func lacking(_ kept: RobustnessValues, _ set: Int) -> [Int] {
        needs.indices.filter { kept.values(of: plan.claims[$0].id, needs[$0].content, set: set) == nil }
    }

    /// Months that claims ask of a world, and columns by their names.
    private func asked(of world: Int) -> (months: Int, columns: [(key: String, column: ObservedRun.Column)]) {
        var months = 1
        var columns: [String: ObservedRun.Column] = [:]
        for (claim, need) in needs.enumerated() {
            for term in need.terms where need.worlds[term.arm] == world {
                months = max(months, term.quantity.until)
                let weights = term.quantity.group.map {
                    plan.claims[claim].weights(of: $0, place: 0, in: plan.worlds[world])
                }
                for observable in term.quantity.observables {
                    let place = Observable.all.firstIndex { $0.key == observable } ?? 0
                    columns[key(of: observable, term.quantity, claim)] = .init(place, weights: weights ?? [:])
                }
            }
        }
        return (months, columns.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// The name of a column: with the communities of the group where it is one's.
    private func key(of observable: String, _ quantity: Claim.Quantity, _ claim: Int) -> String {
        guard let group = quantity.group else { return observable }
        return observable + "@" + (plan.claims[claim].groups[0][group] ?? []).joined(separator: "+")
    }

    /// Lives what is missing, and hands over all that is known each time a set is whole.
    ///
    /// - Parameters:
    ///   - kept: what earlier calls handed over.
    ///   - cores: runs that are under way at once; changes nothing else.
    ///   - progress: told a few times a second, from any thread.
    public func live(
        _ kept: RobustnessValues, cores: Int, stop: StopSignal, time: Timekeeper,
        progress: @escaping @Sendable (SessionProgress) -> Void, keep: (RobustnessValues) throws -> Void
    ) async rethrows {
        let tasks = missing(in: kept)
        let asked = plan.worlds.indices.map(asked)
        let weights = plan.worlds.indices.map { world in
            let specification = plan.worlds[world].specification
            return specification.residentCount * (specification.burnIn + asked[world].months)
        }
        let meter = ProgressMeter(
            runs: tasks.count, residentMonths: tasks.reduce(0) { $0 + weights[$1.world] }, time: time, tell: progress)
        var known = kept
        var open: [Int: Int] = [:]
        for task in tasks { open[task.set, default: 0] += 1 }
        var recorded: [Int: [Int: [[String: [Double]]]]] = [:]
        try await Crew(hands: cores, stop: stop).work(
            tasks.count,
            { number in
                let task = tasks[number]
                let columns = live(task, asked[task.world].months, asked[task.world].columns, stop)
                if !stop.isRaised {
                    meter.add(residentMonths: weights[task.world])
                    meter.addRun()
                }
                return columns
            }
        ) { number, columns in
            let task = tasks[number]
            guard !stop.isRaised else { return }
            recorded[task.set, default: [:]][task.world, default: []].append(columns)
            open[task.set, default: 0] -= 1
            guard open[task.set] == 0, let runs = recorded.removeValue(forKey: task.set) else { return }
            for claim in lacking(known, task.set) {
                known.keep(
                    values(of: claim, runs), of: plan.claims[claim].id, needs[claim].content, set: task.set)
            }
            try keep(known)
        }
    }

    /// Months of the columns in a run; none where it broke. What an experimental scenario sets itself stays.
    private func live(
        _ task: Task, _ months: Int, _ columns: [(key: String, column: ObservedRun.Column)], _ stop: StopSignal
    ) -> [String: [Double]] {
        var specification = plan.worlds[task.world].specification
        specification.months = months
        for (field, value) in zip(parameters, points[task.set]) where !plan.settled[task.world].contains(field.key) {
            specification.parameters[keyPath: field.path] = value
        }
        let run = ObservedRun(
            specification, seed: seed(of: task.set), replicate: UInt32(task.replicate), stop: stop)
        guard let values = run.values(of: columns.map(\.column)) else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(columns.map(\.key), values))
    }

    /// A claim's judged metrics, from means over the replicates of a set.
    private func values(of claim: Int, _ runs: [Int: [[String: [Double]]]]) -> [Double] {
        plan.claims[claim].claim.judged.map { metric in
            metric.value { term in
                guard let world = needs[claim].worlds[term.arm], let replicates = runs[world] else { return .nan }
                let values = replicates.map { columns in
                    term.quantity.value { columns[key(of: $0, term.quantity, claim)] ?? [] }
                }
                return values.reduce(0, +) / Double(values.count)
            }
        }
    }

    /// What the sets say of each claim, in the plan's order; nil where none was lived.
    public func results(_ kept: RobustnessValues) -> [RobustnessResult?] {
        var thresholds: [Int: Double] = [:]
        return needs.indices.map { claim in
            RobustnessResult(
                plan.claims[claim].claim, parameters: parameters, points: points,
                values: (0..<sets).map { kept.values(of: plan.claims[claim].id, needs[claim].content, set: $0) },
                seed: seed, thresholds: &thresholds)
        }
    }
}
