import Archive
import Governance

/// Lives one run from beginning to end, or from where it was left, and records every month.
struct Recorder {
    let scenario: PlannedScenario
    let address: RunAddress
    let seed: UInt64
    let keeping: Keeping
    let threads: Int
    let stop: StopSignal
    let time: Timekeeper
    /// Called with the resident-months done since the last call.
    let progress: (Int) -> Void
    /// Where the run is kept in its course; nil to keep it nowhere.
    var keeper: CheckpointKeeper?
    /// What it goes on from, where nothing newer was kept.
    var start: Checkpoint?
    /// The processes that live the run together; nil where this one does alone. They then all record it, and the first has the record.
    var company: Company?

    /// Why a run gave no record.
    enum Ending: Error {
        case stopped
        /// `month` counts from 1; 0 is the time before the start.
        case failed(month: Int, reason: String)
    }

    /// Months that the run has in common with its siblings.
    var sharedMonths: Int { min(scenario.past?.months ?? 0, scenario.specification.months) }

    func record() throws(Ending) -> RunRecord { try record(from: begin()) }

    func record(from begun: RunInCourse) throws(Ending) -> RunRecord {
        var run = begun
        try live(&run, until: max(1, scenario.specification.months))
        try run.recording.end(run.world)
        return run.recording.record(of: address, keeping)
    }

    /// The run where it was left, or before its first month.
    func begin() throws(Ending) -> RunInCourse {
        if try isStopped(month: 0) { throw .stopped }
        if let kept = kept() { return kept }
        if let start {
            do throws(CheckpointError) { return try resumed(start) } catch {
                throw .failed(month: start.recording.months, reason: error.message.en)
            }
        }
        do throws(WorldError) {
            let world = try World(
                founding: scenario.specification, seed: seed, replicate: UInt32(address.replicate), threads: threads,
                company: company)
            return RunInCourse(
                world: world,
                recording: Recording(
                    communities: world.communities.count, months: max(1, scenario.specification.months)))
        } catch {
            throw .failed(month: 0, reason: error.description)
        }
    }

    /// The run as an interrupted session has left it; nil where none has, or what it left is of no use.
    func kept() -> RunInCourse? {
        guard let checkpoint = keeper?.kept(), checkpoint.isOf(scenario, seed: seed, replicate: address.replicate)
        else {
            return nil
        }
        return try? resumed(checkpoint)
    }

    private func resumed(_ checkpoint: Checkpoint) throws(CheckpointError) -> RunInCourse {
        let run = try checkpoint.run(scenario, keeping: keeping, threads: threads)
        progress(scenario.specification.residentCount * run.world.monthsLived)
        return run
    }

    /// Whether the session is to end: in all processes as soon as in one.
    private func isStopped(month: Int) throws(Ending) -> Bool {
        guard let company else { return stop.isRaised }
        do throws(ModelError) { return try company.any("stop", stop.isRaised) } catch {
            throw .failed(month: month, reason: error.description)
        }
    }

    /// Lives until that month of the run has been recorded.
    func live(_ run: inout RunInCourse, until month: Int) throws(Ending) {
        var began = time.now()
        func note() {
            run.recording.seconds += (time.now() - began).inSeconds
            began = time.now()
            progress(scenario.specification.residentCount)
        }
        while run.recording.months < month {
            if try isStopped(month: run.recording.months) {
                keeper?.keep(run, of: self)
                throw .stopped
            }
            if run.world.monthsDone < 0 {
                do throws(WorldError) { try run.world.advanceBurnIn() } catch {
                    throw .failed(month: 0, reason: error.description)
                }
            } else {
                do throws(ModelError) { try run.world.advance() } catch {
                    throw .failed(month: run.recording.months + 1, reason: error.description)
                }
                try run.recording.add(run.world, keeping, of: scenario.specification.months)
            }
            note()
            keeper?.month(run, of: self)
        }
    }
}
