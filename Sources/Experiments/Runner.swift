import Archive
import Governance

/// Lives runs in parallel, as many at once as cores and memory allow.
struct Runner: Sendable {
    let experiment: Experiment
    let cores: Int
    /// Bytes that worlds may take together.
    let memory: Int
    let stop: StopSignal
    let time: Timekeeper

    private struct Ended: Sendable {
        let run: Run
        let threads: Int
        let bytes: Int
        let result: Result<RunRecord, Recorder.Ending>
    }

    /// Lives `runs`, gives each record to `keep` as it ends, and returns the failures in the order of the runs.
    ///
    /// - Throws: what `keep` throws; the runs under way are then stopped.
    func live(
        _ runs: [Run], meter: ProgressMeter, keep: (RunRecord) throws(ArchiveError) -> Void
    ) async throws(ArchiveError) -> [RunFailure] {
        var lanes = Lanes(cores: cores, memory: memory)
        var waiting = runs[...]
        var failures: [RunFailure] = []
        var broken: ArchiveError?
        await withTaskGroup(of: Ended.self) { group in
            func fill() {
                while let run = waiting.first, !stop.isRaised {
                    let bytes = World.bytes(for: experiment.scenarios[run.scenario].specification)
                    guard let threads = lanes.enter(waiting: waiting.count, bytes: bytes) else { return }
                    waiting.removeFirst()
                    group.addTask {
                        Ended(
                            run: run, threads: threads, bytes: bytes,
                            result: live(run, threads: threads, meter: meter))
                    }
                }
            }
            fill()
            while let ended = await group.next() {
                lanes.leave(threads: ended.threads, bytes: ended.bytes)
                fill()
                switch ended.result {
                case .success(let record):
                    guard broken == nil else { break }
                    do throws(ArchiveError) {
                        try keep(record)
                        meter.addRun()
                    } catch {
                        broken = error
                        stop.raise()
                    }
                case .failure(.failed(let month, let reason)):
                    let scenario = experiment.scenarios[ended.run.scenario].id
                    failures.append(
                        RunFailure(
                            scenario: scenario, replicate: ended.run.replicate, month: month, reason: reason))
                    meter.addRun()
                case .failure(.stopped): break
                }
            }
        }
        if let broken { throw broken }
        return failures.sorted { ($0.replicate, $0.scenario) < ($1.replicate, $1.scenario) }
    }

    private func live(_ run: Run, threads: Int, meter: ProgressMeter) -> Result<RunRecord, Recorder.Ending> {
        let recorder = Recorder(
            scenario: experiment.scenarios[run.scenario], replicate: run.replicate, seed: experiment.seed,
            communities: experiment.communities, threads: threads, stop: stop, time: time,
            progress: { meter.add(residentMonths: $0) })
        return Result { () throws(Recorder.Ending) in try recorder.record() }
    }
}
