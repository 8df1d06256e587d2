import Archive
import Governance

/// Lives runs in parallel, as many at once as cores and memory allow.
struct Runner {
    let experiment: Experiment
    let cores: Int
    /// Bytes that worlds may take together.
    let memory: Int
    let stop: StopSignal
    /// Lives a parcel of runs on so many threads; tells how each ended.
    let live: @Sendable (_ parcel: [Run], _ threads: Int) -> [(run: Run, result: Result<RunRecord, Recorder.Ending>)]
    /// Called as a run ends, whichever way.
    let onEnd: () -> Void

    private struct Ended: Sendable {
        let threads: Int
        let bytes: Int
        let results: [(run: Run, result: Result<RunRecord, Recorder.Ending>)]
    }

    /// Lives `runs`, gives each record to `keep` as it ends, and returns the failures in the order of the runs.
    ///
    /// - Throws: what `keep` throws; the runs under way are then stopped.
    func run(
        _ runs: [Run], keep: (RunRecord) throws(ArchiveError) -> Void
    ) async throws(ArchiveError) -> [RunFailure] {
        var lanes = Lanes(cores: cores, memory: memory)
        var waiting = experiment.parcels(of: runs)[...]
        var failures: [RunFailure] = []
        var broken: ArchiveError?
        await withTaskGroup(of: Ended.self) { group in
            func fill() {
                while let parcel = waiting.first, !stop.isRaised {
                    let bytes = experiment.bytes(of: parcel)
                    guard let threads = lanes.enter(waiting: waiting.count, bytes: bytes) else { return }
                    waiting.removeFirst()
                    group.addTask { [live] in
                        Ended(threads: threads, bytes: bytes, results: live(parcel, threads))
                    }
                }
            }
            fill()
            while let ended = await group.next() {
                lanes.leave(threads: ended.threads, bytes: ended.bytes)
                fill()
                for (run, result) in ended.results {
                    switch result {
                    case .success(let record):
                        guard broken == nil else { break }
                        do throws(ArchiveError) {
                            try keep(record)
                            onEnd()
                        } catch {
                            broken = error
                            stop.raise()
                        }
                    case .failure(.failed(let month, let reason)):
                        let scenario = experiment.scenarios[run.scenario].id
                        failures.append(
                            RunFailure(scenario: scenario, replicate: run.replicate, month: month, reason: reason))
                        onEnd()
                    case .failure(.stopped): break
                    }
                }
            }
        }
        if let broken { throw broken }
        return failures.sorted { ($0.replicate, $0.scenario) < ($1.replicate, $1.scenario) }
    }
}
