import Analysis
import Archive
import Experiments
import Foundation
import Governance
import Scenarios

/// How far a plan's search has come: what the same command goes on from.
struct PlanState: Codable {
    var search: NSGA2
    /// Runs without a plan under the draws of the search, and under fresh ones.
    var without: [PlanRun] = []
    var freshWithout: [PlanRun] = []
    /// Fresh runs by candidate of the front, as far as they were lived.
    var fresh: [[PlanRun?]] = []
    /// By set of parameters, as far as they were lived.
    var trials: [PlanRobustness.Trial] = []
}

/// What `plan` does once the file is read: searches, lives the front again, and under other behaviour.
struct Planning {
    let trial: PlanTrial
    let aims: [PlanAim]
    let folder: String
    let cores: Int
    let isShown: Bool
    let stop: StopSignal
    let clock = ContinuousClock()

    private var plan: Plan { trial.plan }
    private var kept: KeptState<PlanState> { KeptState(folder: folder, name: "plan.json") }

    init(_ trial: PlanTrial, folder: String, cores: Int, isShown: Bool, stop: StopSignal) {
        self.trial = trial
        self.folder = folder
        self.cores = cores
        self.isShown = isShown
        self.stop = stop
        aims = trial.plan.goals.map { PlanAim(isLess: $0.isLess, isCost: $0.kind == .cost, smallest: $0.smallest) }
    }

    var fresh: PlanState {
        let variables = plan.levers.map { lever -> Variable in
            switch lever.domain {
            case .continuous: .continuous(low: 0, high: 1)
            case .steps(let count): .integer(low: 0, high: count - 1)
            case .options(let count): .choice(count: count)
            }
        }
        return PlanState(search: NSGA2(variables, size: plan.search.population, seed: plan.search.seed))
    }

    /// What is kept in the folder, or a search that begins.
    ///
    /// - Throws: where the folder holds a search of other inputs.
    func begin(anew: Bool) throws -> PlanState {
        try anew ? fresh : kept.state(of: trial.inputs) ?? fresh
    }

    /// Searches to the end; false where it was stopped.
    func search(_ state: inout PlanState) async throws -> Bool {
        let goal = plan.search.generations * state.search.size
        guard state.search.tried.count < goal || state.without.isEmpty else { return true }
        let settings = (1...plan.search.replicates).map {
            PlanTrial.Setting(seed: plan.search.seed, replicate: UInt32($0))
        }
        guard let pasts = await pasts(settings) else { return try end() }
        if state.without.isEmpty {
            let runs = await lived([nil], settings, pasts).first ?? []
            guard !stop.isRaised else { return false }
            state.without = try whole(runs)
        }
        let (began, before) = (clock.now, state.search.tried.count)
        while state.search.tried.count < goal {
            let batch = Array(state.search.candidates.prefix(max(4, 2 * cores)))
            // What breaks a rule between levers need not be lived.
            let broken = batch.map { plan.broken(trial.values($0.values)) }
            let able = batch.indices.filter { broken[$0] == 0 }
            let runs = await lived(able.map { batch[$0].values }, settings, pasts)
            guard !stop.isRaised else { return false }
            var measured = broken.map { count -> NSGA2.Measured? in
                NSGA2.Measured(objectives: aims.map { _ in 0 }, violation: 1e6 * Double(count))
            }
            for (place, runs) in zip(able, runs) {
                measured[place] = PlanOutcome(runs, aims: aims).map {
                    NSGA2.Measured(objectives: $0.objectives, violation: $0.excess(over: plan.budget.yearly))
                }
            }
            state.search.take(measured)
            try kept.keep(state, of: trial.inputs)
            let (done, of) = (state.search.tried.count, state.search.generation)
            show(
                said("generation \(of), \(done) of \(goal) plans", "第 \(of) 代，\(done)/\(goal) 个规划"), done - before,
                goal - done, began)
        }
        return true
    }

    /// The front of the search, thinned to as many as are lived again.
    func candidates(_ state: PlanState) -> [NSGA2.Candidate] {
        let front = state.search.front
        return Dominance.spread(front.map(\.objectives), to: plan.check.plans).map { front[$0] }
    }

    /// Lives the front under draws that the search has not seen; false where it was stopped.
    func confirm(_ state: inout PlanState) async throws -> Bool {
        let candidates = candidates(state)
        guard state.fresh.count < candidates.count || state.freshWithout.isEmpty else { return true }
        let seed = trial.seed(of: nil)
        let settings = (1...plan.check.replicates).map { PlanTrial.Setting(seed: seed, replicate: UInt32($0)) }
        guard let pasts = await pasts(settings) else { return try end() }
        if state.freshWithout.isEmpty {
            let runs = await lived([nil], settings, pasts).first ?? []
            guard !stop.isRaised else { return false }
            state.freshWithout = try whole(runs)
        }
        let (began, before) = (clock.now, state.fresh.count)
        while state.fresh.count < candidates.count {
            let runs = await lived([candidates[state.fresh.count].values], settings, pasts)
            guard !stop.isRaised else { return false }
            state.fresh += runs
            try kept.keep(state, of: trial.inputs)
            let done = state.fresh.count
            show(
                said("lived again: \(done) of \(candidates.count) plans", "重新运行：\(done)/\(candidates.count) 个规划"),
                done - before, candidates.count - done, began)
        }
        return true
    }

    /// Lives the final front under sets of parameters; false where it was stopped.
    func shake(_ state: inout PlanState) async throws -> Bool {
        let candidates = candidates(state)
        let front = PlanFindings.front(
            of: state.fresh.map { PlanOutcome($0, aims: aims) }, budget: plan.budget.yearly, aims: aims
        ).front
        let points = PlanTrial.points(plan.check.sets, seed: plan.search.seed)
        let members = front.map { candidates[$0].values }
        let (began, before) = (clock.now, state.trials.count)
        while state.trials.count < points.count {
            let first = state.trials.count
            let count = min(max(1, cores), points.count - first)
            var found = [PlanRobustness.Trial?](repeating: nil, count: count)
            await Crew(hands: cores, stop: stop).work(
                count, { live(set: first + $0, points[first + $0], members) }
            ) { found[$0] = $1 }
            guard !stop.isRaised else { return false }
            state.trials += found.map {
                $0 ?? PlanRobustness.Trial(without: [nil], members: members.map { _ in [nil] })
            }
            try kept.keep(state, of: trial.inputs)
            let done = state.trials.count
            show(
                said("\(done) of \(points.count) sets of parameters", "\(done)/\(points.count) 组参数"), done - before,
                points.count - done, began)
        }
        return true
    }

    func findings(_ state: PlanState) throws -> PlanFindings {
        guard let without = PlanOutcome(state.without, aims: aims) else { return try broken() }
        return PlanFindings(
            candidates: candidates(state), searched: without, fresh: state.fresh, freshWithout: state.freshWithout,
            aims: aims, budget: plan.budget.yearly, trials: state.trials,
            points: PlanTrial.points(plan.check.sets, seed: plan.search.seed), seed: plan.search.seed)
    }

    // MARK: Living

    private func live(set: Int, _ point: [Double], _ members: [[Double]]) -> PlanRobustness.Trial {
        let parameters = trial.parameters(point)
        let seed = trial.seed(of: set)
        var result = PlanRobustness.Trial(without: [], members: members.map { _ in [] })
        for replicate in 1...plan.check.setReplicates {
            let setting = PlanTrial.Setting(seed: seed, replicate: UInt32(replicate), parameters: parameters)
            let past = trial.past(setting, stop: stop)
            result.without.append(past.flatMap { trial.run(nil, from: $0, setting, stop: stop) })
            for (place, member) in members.enumerated() {
                result.members[place].append(past.flatMap { trial.run(member, from: $0, setting, stop: stop) })
            }
        }
        return result
    }

    /// By setting; nil where one breaks or it was stopped.
    private func pasts(_ settings: [PlanTrial.Setting]) async -> [[UInt8]]? {
        if isShown { Terminal.showProgress(said("living the months before", "正在运行规划之前的月份")) }
        var pasts = [[UInt8]?](repeating: nil, count: settings.count)
        await Crew(hands: cores, stop: stop).work(settings.count, { trial.past(settings[$0], stop: stop) }) {
            pasts[$0] = $1
        }
        let lived = pasts.compactMap(\.self)
        return lived.count == settings.count ? lived : nil
    }

    /// By plan, then by setting.
    private func lived(
        _ plans: [[Double]?], _ settings: [PlanTrial.Setting], _ pasts: [[UInt8]]
    ) async -> [[PlanRun?]] {
        var runs = [[PlanRun?]](repeating: Array(repeating: nil, count: settings.count), count: plans.count)
        await Crew(hands: cores, stop: stop).work(
            plans.count * settings.count,
            { task in
                let (plan, setting) = (task / settings.count, task % settings.count)
                return trial.run(plans[plan], from: pasts[setting], settings[setting], stop: stop)
            }
        ) { runs[$0 / settings.count][$0 % settings.count] = $1 }
        return runs
    }

    private func whole(_ runs: [PlanRun?]) throws -> [PlanRun] {
        let lived = runs.compactMap(\.self)
        guard lived.count == runs.count else { return try broken() }
        return lived
    }

    /// Where nothing was lived: somebody stopped it, or the place cannot be lived.
    private func end() throws -> Bool {
        guard stop.isRaised else { return try broken() }
        return false
    }

    private func broken<Value>() throws -> Value {
        Terminal.complain(
            said(
                "\(plan.file): the place breaks, or a goal has no value there, without any plan.",
                "\(plan.file)：即使没有规划，该地点的运行也会中止或某个目标没有数值。"))
        throw Ending.failed
    }

    private func show(_ words: String, _ done: Int, _ rest: Int, _ began: ContinuousClock.Instant) {
        guard isShown else { return }
        let left = TimeText((clock.now - began) * rest / max(1, done))
        Terminal.showProgress(words + said(", about \(left) left", "，约剩余\(left)"))
    }
}
