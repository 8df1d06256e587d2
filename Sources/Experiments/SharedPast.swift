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
            let family = "\(scenarios[run.scenario].file) \(trunk.id) \(run.replicate)"
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
        let largest = parcel.map { World.bytes(for: scenarios[$0.scenario].specification) }.max() ?? 0
        return scenarios[parcel[0].scenario].past == nil ? largest : 3 * largest
    }
}

/// Lives branches of one replicate: the past once, then each from a copy of it, in the order in which they part.
struct SiblingRecorder {
    /// The past's own, and each branch's.
    let trunk: Recorder
    let branches: [(run: Run, recorder: Recorder)]

    /// How each branch ended.
    func record() -> [(run: Run, result: Result<RunRecord, Recorder.Ending>)] {
        var past: RunInCourse?
        var told = 0
        let inOrder = branches.sorted { $0.recorder.sharedMonths < $1.recorder.sharedMonths }
        return inOrder.map { run, recorder in
            let result = Result { () throws(Recorder.Ending) in
                if let kept = recorder.kept() { return try recorder.record(from: kept) }
                var own: RunInCourse
                if let past { own = past } else { own = try trunk.begin() }
                // What a sibling's past has told of already was lived for this one too.
                recorder.progress(told)
                try trunk.live(&own, until: recorder.sharedMonths)
                past = own
                told = recorder.scenario.specification.residentCount * own.world.monthsLived
                return try recorder.record(from: own.branch(recorder.scenario.specification, threads: recorder.threads))
            }
            return (run, result)
        }
    }
}
