public import Archive
import Governance

/// Lives the worlds of a scale-up, as many at once as there are cores, and hands over each run as it ends.
public struct ScaleUpTrial: Sendable {
    public let plan: ScaleUpPlan
    /// Runs of each world, at least 1.
    public let replicates: Int
    public let seed: UInt64
    private let observable: Int

    /// - Parameter plan: whose observable is one of the model's.
    public init(_ plan: ScaleUpPlan, replicates: Int, seed: UInt64) {
        self.plan = plan
        self.replicates = max(1, replicates)
        self.seed = seed
        observable = Observable.all.firstIndex { $0.key == plan.terms.observable } ?? 0
    }

    /// What a run depends on beside its world and replicate: what is kept under other words is of no use here.
    ///
    /// - Parameter content: what the scenario's files say.
    public func inputs(content: String) -> String {
        let terms = plan.terms
        return Digest.sha256(
            of: """
                \(content)
                seed \(seed), model \(ModelFingerprint.current), observable \(terms.observable), window \(plan.window), \
                people \(terms.people ?? 1), pilots \(plan.rollout.pilots), expansion \(plan.rollout.expansion ?? 0), \
                trainers \(plan.trainers)
                """)
    }

    private struct Piece: Sendable {
        let world: ScaleUpWorld
        let replicate: Int
        let residentMonths: Int
        let bytes: Int
    }

    /// Resident-months that are still to be lived, and bytes of the largest world.
    public func cost(_ kept: ScaleUpRuns) -> (runs: Int, residentMonths: Int, bytes: Int) {
        let pieces = missing(in: kept)
        return (
            pieces.count, pieces.reduce(0) { $0 + $1.residentMonths }, pieces.map(\.bytes).max() ?? 0
        )
    }

    /// Replicate after replicate, so that an interrupted trial has whole ones; the large worlds first.
    private func missing(in kept: ScaleUpRuns) -> [Piece] {
        let sizes = plan.worlds.map { world -> (ScaleUpWorld, Int, Int) in
            let own = plan.specification(of: world)
            return (world, own.residentCount * (own.burnIn + own.months), World.bytes(for: own))
        }.sorted { $0.1 > $1.1 }
        return (1...replicates).flatMap { replicate in
            sizes.filter { kept[$0.0, replicate] == nil }.map {
                Piece(world: $0.0, replicate: replicate, residentMonths: $0.1, bytes: $0.2)
            }
        }
    }

    /// Lives what is missing.
    ///
    /// - Parameters:
    ///   - kept: what earlier calls handed over.
    ///   - cores: runs that are under way at once; changes nothing else.
    ///   - memory: bytes that worlds may take together.
    ///   - progress: told a few times a second, from any thread.
    ///   - keep: called with all that is known when a run ends.
    /// - Returns: runs that broke, by world and replicate.
    public func live(
        _ kept: ScaleUpRuns, cores: Int, memory: Int, stop: StopSignal, time: Timekeeper,
        progress: @escaping @Sendable (SessionProgress) -> Void, keep: (ScaleUpRuns) throws -> Void
    ) async rethrows -> [RunFailure] {
        let pieces = missing(in: kept)
        let meter = ProgressMeter(
            runs: pieces.count, residentMonths: pieces.reduce(0) { $0 + $1.residentMonths }, time: time, tell: progress)
        let hands = max(1, min(cores, memory / max(1, pieces.map(\.bytes).max() ?? 1)))
        var known = kept
        var failures: [RunFailure] = []
        try await Crew(hands: hands, stop: stop).work(
            pieces.count,
            { number -> Result<ScaleUpRun?, RunFailure> in
                let piece = pieces[number]
                let result = Result { () throws(RunFailure) in try live(piece, stop) }
                if !stop.isRaised {
                    meter.add(residentMonths: piece.residentMonths)
                    meter.addRun()
                }
                return result
            }
        ) { number, result in
            switch result {
            case .success(let run?):
                known[pieces[number].world, pieces[number].replicate] = run
                try keep(known)
            case .success(nil): break
            case .failure(let failure): failures.append(failure)
            }
        }
        return failures
    }

    /// A run; nil where it was stopped.
    private func live(_ piece: Piece, _ stop: StopSignal) throws(RunFailure) -> ScaleUpRun? {
        let specification = plan.specification(of: piece.world)
        guard var run = try live(specification, piece, stop) else { return nil }
        if case .alone = piece.world.role, piece.world.size == plan.terms.sizes.first, !run.pilots.isEmpty {
            let ids = specification.people.communities.map(\.id).sorted()
            let own = specification.apart(Set(run.pilots.map { ids[$0] }))
            var nobody = own
            nobody.rollout?.pilots = 0
            guard let treated = try live(own, piece, stop), let untreated = try live(nobody, piece, stop) else {
                return nil
            }
            run.apart = treated.effect(over: treated.joined, against: untreated)
        }
        return run
    }

    private func live(
        _ specification: ScenarioSpecification, _ piece: Piece, _ stop: StopSignal
    ) throws(RunFailure) -> ScaleUpRun? {
        func failure(_ month: Int, _ reason: String) -> RunFailure {
            RunFailure(scenario: piece.world.key, replicate: piece.replicate, month: month, reason: reason)
        }
        let world: World
        do { world = try World(specification, seed: seed, replicate: UInt32(piece.replicate)) } catch {
            throw failure(0, error.description)
        }
        let count = world.communityIDs.count
        let begin = plan.rollout.at - specification.start
        let windows = [0, plan.rollout.expansion ?? 0].map {
            begin + $0 + plan.window.lowerBound...begin + $0 + plan.window.upperBound
        }
        var sums = windows.map { _ in [Double](repeating: 0, count: count) }
        let leaving = Observable.all.firstIndex { $0.key == "organisations.social.left" }
        var run = ScaleUpRun()
        for month in 1...specification.months {
            guard !stop.isRaised else { return nil }
            do { try world.advance() } catch { throw failure(month, error.description) }
            for (w, window) in windows.enumerated() where window.contains(month) {
                for c in 0..<count { sums[w][c] += world.observe(community: c)[observable] }
            }
            if let leaving {
                let left = world.observe()[leaving]
                if left.isFinite { run.left += left }
            }
        }
        run.lags = world.communities.map(\.arrival.lag)
        run.signals = world.communities.map(\.arrival.signal)
        let means = zip(windows, sums).map { window, sums in
            window.upperBound <= specification.months
                ? sums.map { sum -> Double? in sum.isFinite ? sum / Double(window.count) : nil } : []
        }
        (run.early, run.late) = (means[0], means[1])
        return run
    }
}
