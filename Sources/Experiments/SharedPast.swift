import Archive
public import Governance

/// The months that a branch has in common with its siblings.
public struct SharedPast: Sendable {
    /// The scenario that all of them go on from.
    public internal(set) var trunk: ScenarioSpecification
    /// How many months of the run, burn-in not counted.
    public let months: Int
}

extension Experiment {
    /// The runs in parcels that one task lives: branches of one replicate go together, as their past is lived once.
    func parcels(of runs: [Run]) -> [[Run]] {
        var parcels: [[Run]] = []
        var places: [String: Int] = [:]
        for run in runs {
            guard let trunk = scenarios[run.scenario].past?.trunk else {
                parcels.append([run])
                continue
            }
            let family = "\(scenarios[run.scenario].file) \(trunk.id) \(run.point) \(run.replicate)"
            if let place = places[family] {
                parcels[place].append(run)
            } else {
                places[family] = parcels.count
                parcels.append([run])
            }
        }
        return parcels
    }

    /// Bytes that the worlds of a parcel take at once: with siblings, the past's, its snapshot's, and the branch's.
    func bytes(of parcel: [Run]) -> Int {
        let largest = parcel.map(memory).max() ?? 0
        return scenarios[parcel[0].scenario].past == nil ? largest : 3 * largest
    }
}

/// Lives branches of one replicate: the past once, then each from a copy of it, in the order in which they part.
struct SiblingRecorder {
    /// The past's own, and each branch's.
    let trunk: Recorder
    let branches: [(run: Run, recorder: Recorder)]

    /// What has been lived for siblings so far.
    private enum Past {
        case unborn
        case lived(RunInCourse)
        /// Nothing can go on from it.
        case ended(Recorder.Ending)
    }

    /// How each branch ended. What is stopped keeps the past too, for the branches that have not begun.
    func record() -> [(run: Run, result: Result<RunRecord, Recorder.Ending>)] {
        var past = Past.unborn
        let inOrder = branches.sorted { $0.recorder.sharedMonths < $1.recorder.sharedMonths }
        let results = inOrder.map { run, recorder in
            (run: run, result: Result { () throws(Recorder.Ending) in try record(recorder, &past) })
        }
        if case .lived(let run) = past, trunk.stop.isRaised { trunk.keeper?.keep(run, of: trunk) }
        return results
    }

    private func record(_ branch: Recorder, _ past: inout Past) throws(Recorder.Ending) -> RunRecord {
        if branch.stop.isRaised { throw .stopped }
        if let kept = branch.kept() { return try branch.record(from: kept) }
        let run: RunInCourse
        do throws(Recorder.Ending) { run = try live(past, for: branch) } catch {
            past = .ended(error)
            throw error
        }
        past = .lived(run)
        return try branch.record(from: run.branch(branch.scenario.specification, threads: branch.threads))
    }

    /// Lives the past up to where the branch parts.
    private func live(_ past: Past, for branch: Recorder) throws(Recorder.Ending) -> RunInCourse {
        var run: RunInCourse
        switch past {
        case .unborn: run = try trunk.begin()
        case .lived(let before):
            run = before
            // What siblings' progress has told of was lived for this branch too.
            branch.progress(branch.scenario.specification.residentCount * run.world.monthsLived)
        case .ended(let ending): throw ending
        }
        try trunk.live(&run, until: branch.sharedMonths)
        return run
    }
}
