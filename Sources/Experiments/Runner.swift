import Archive
import Governance

/// Lives runs in parallel, as many at once as cores and memory allow.
///
/// Free cores take the next run of one list, so that none waits for another's long run. Before a run is begun it is claimed; one
/// that another process has in hand is put aside and asked for again at the end, when it is there or its process has died.
struct Runner {
    let experiment: Experiment
    let cores: Int
    /// Bytes that worlds may take together.
    let memory: Int
    let stop: StopSignal
    /// Lives a parcel of runs on so many threads; tells how each ended.
    let live: @Sendable (_ parcel: [Run], _ threads: Int) -> [(run: Run, result: Result<RunRecord, Recorder.Ending>)]
    /// Called as a run ends, whichever way and in whichever process.
    let onEnd: (Run) -> Void

    private struct Ended: Sendable {
        let threads: Int
        let bytes: Int
        let results: [(run: Run, result: Result<RunRecord, Recorder.Ending>)]
    }

    /// What the runner asks and tells about runs.
    struct Keeper {
        var claim: (Run) throws(ArchiveError) -> Archive.Claim = { _ in .granted }
        var keep: (RunRecord) throws(ArchiveError) -> Void
        var fail: (Run, _ month: Int, _ reason: String) throws(ArchiveError) -> Void = { _, _, _ in }
    }

    /// How a list of runs ended.
    struct Outcome {
        /// In the order of replicate, point and scenario.
        var failures: [RunFailure] = []
        /// Runs that other processes did meanwhile.
        var doneElsewhere = 0
    }

    /// Between two questions whether others have done what they have in hand.
    private static let patience = Duration.milliseconds(100)

    /// Lives `runs`, gives each record to `keeper` as it ends, and tells the failures.
    ///
    /// - Throws: what `keeper` throws; the runs under way are then stopped.
    func run(_ runs: [Run], _ keeper: Keeper) async throws(ArchiveError) -> Outcome {
        var lanes = Lanes(cores: cores, memory: memory)
        var waiting = experiment.parcels(of: runs)[...]
        var aside: [Run] = []
        var outcome = Outcome()
        var broken: ArchiveError?
        await withTaskGroup(of: Ended.self) { group in
            func attempt(_ work: () throws(ArchiveError) -> Void) {
                guard broken == nil else { return }
                do throws(ArchiveError) { try work() } catch {
                    broken = error
                    stop.raise()
                }
            }
            /// Whether the run is to be lived here.
            func isGranted(_ run: Run) -> Bool {
                var isGranted = false
                attempt { () throws(ArchiveError) in
                    switch try keeper.claim(run) {
                    case .granted: isGranted = true
                    case .taken: aside.append(run)
                    case .done:
                        outcome.doneElsewhere += 1
                        onEnd(run)
                    case .failed(let month, let reason):
                        outcome.failures.append(failure(run, month, reason))
                        onEnd(run)
                    }
                }
                return isGranted
            }
            func fill() {
                while let parcel = waiting.first, !stop.isRaised {
                    let bytes = experiment.bytes(of: parcel)
                    guard lanes.hasRoom(for: bytes) else { return }
                    let granted = parcel.filter(isGranted)
                    guard !granted.isEmpty, let threads = lanes.enter(waiting: waiting.count, bytes: bytes) else {
                        waiting.removeFirst()
                        continue
                    }
                    waiting.removeFirst()
                    group.addTask { [live] in
                        Ended(threads: threads, bytes: bytes, results: live(granted, threads))
                    }
                }
            }
            func end(_ run: Run, _ result: Result<RunRecord, Recorder.Ending>) {
                switch result {
                case .success(let record):
                    attempt { () throws(ArchiveError) in
                        try keeper.keep(record)
                        onEnd(run)
                    }
                case .failure(.failed(let month, let reason)):
                    outcome.failures.append(failure(run, month, reason))
                    attempt { () throws(ArchiveError) in try keeper.fail(run, month, reason) }
                    onEnd(run)
                case .failure(.stopped): break
                }
            }
            while true {
                fill()
                while let ended = await group.next() {
                    lanes.leave(threads: ended.threads, bytes: ended.bytes)
                    fill()
                    for (run, result) in ended.results { end(run, result) }
                }
                guard !aside.isEmpty, !stop.isRaised else { break }
                try? await Task.sleep(for: Self.patience)
                waiting = experiment.parcels(of: aside)[...]
                aside = []
            }
        }
        if let broken { throw broken }
        outcome.failures.sort { ($0.replicate, $0.point, $0.scenario) < ($1.replicate, $1.point, $1.scenario) }
        return outcome
    }

    private func failure(_ run: Run, _ month: Int, _ reason: String) -> RunFailure {
        let address = experiment.address(of: run)
        return RunFailure(
            scenario: address.scenario, point: address.point, replicate: address.replicate, month: month,
            reason: reason)
    }
}
