import Archive
import Synchronization
import Testing

@testable import Experiments

@Suite struct RunnerTests {
    let stop = StopSignal()

    private func runner(
        cores: Int = 2, replicates: Int = 6, memory: Int = 1 << 30,
        live: @escaping @Sendable (Run, Int) -> Result<RunRecord, Recorder.Ending>
    ) -> Runner {
        let experiment = Experiment(scenarios: [.small("a"), .small("b")], replicates: replicates, seed: 1)
        return Runner(
            experiment: experiment, cores: cores, memory: memory, stop: stop,
            live: { parcel, threads in parcel.map { ($0, live($0, threads)) } }, onEnd: { _ in })
    }

    private static func record(_ run: Run) -> RunRecord {
        RunRecord(
            scenario: ["a", "b"][run.scenario], replicate: run.replicate, months: 1, seconds: 0, world: [], money: [])
    }

    @Test func everyRunIsKeptOnce() async throws {
        let runner = runner { run, _ in .success(Self.record(run)) }
        var kept: [String] = []
        let ended = try await runner.run(
            runner.experiment.runs,
            Runner.Keeper(keep: { run throws(ArchiveError) in kept.append("\(run.scenario)\(run.replicate)") }))
        #expect(ended.failures.isEmpty)
        #expect(kept.sorted() == ["a", "b"].flatMap { id in (1...6).map { "\(id)\($0)" } })
    }

    @Test func aFailureIsReportedAndTheOthersFinish() async throws {
        let runner = runner { run, _ in
            run == Run(scenario: 1, replicate: 2)
                ? .failure(.failed(month: 7, reason: "the ledger broke")) : .success(Self.record(run))
        }
        var kept = 0
        let failures = try await runner.run(
            runner.experiment.runs, Runner.Keeper(keep: { _ throws(ArchiveError) in kept += 1 })
        ).failures
        #expect(kept == 11)
        #expect(failures == [RunFailure(scenario: "b", replicate: 2, month: 7, reason: "the ledger broke")])
        #expect(failures.first?.message.en == "b, replicate 2, month 7: the ledger broke")
    }

    @Test func afterAStopNothingBegins() async throws {
        let begun = Mutex(0)
        let runner = runner { [stop] run, _ in
            begun.withLock { $0 += 1 }
            if run.replicate == 2 { stop.raise() }
            return stop.isRaised ? .failure(.stopped) : .success(Self.record(run))
        }
        var kept = 0
        _ = try await runner.run(
            runner.experiment.runs, Runner.Keeper(keep: { _ throws(ArchiveError) in kept += 1 }))
        #expect(begun.withLock { $0 } <= 5)
        #expect(kept < 5)
    }

    @Test func whatCannotBeKeptEndsTheSession() async throws {
        let runner = runner { run, _ in .success(Self.record(run)) }
        await #expect(throws: ArchiveError.full(path: "x", needed: 0, free: 0)) {
            _ = try await runner.run(
                runner.experiment.runs,
                Runner.Keeper(keep: { _ throws(ArchiveError) in throw .full(path: "x", needed: 0, free: 0) }))
        }
        #expect(stop.isRaised)
    }

    @Test func coresAreNeverOverspent() async throws {
        let busy = Mutex(0)
        let most = Mutex(0)
        let runner = runner(cores: 3, replicates: 4) { run, threads in
            let now = busy.withLock { busy in
                busy += threads
                return busy
            }
            most.withLock { $0 = max($0, now) }
            for _ in 0..<10_000 { _ = Self.record(run) }
            busy.withLock { $0 -= threads }
            return .success(Self.record(run))
        }
        _ = try await runner.run(runner.experiment.runs, Runner.Keeper(keep: { _ throws(ArchiveError) in }))
        #expect(most.withLock { $0 } <= 3)
    }

    @Test func whatAnotherHasInHandIsAskedForAgain() async throws {
        let runner = runner(replicates: 2) { run, _ in .success(Self.record(run)) }
        let runs = runner.experiment.runs
        var asked: [Run: Int] = [:]
        var kept: [RunAddress] = []
        let ended = try await runner.run(
            runs,
            Runner.Keeper(
                claim: { run throws(ArchiveError) in
                    asked[run, default: 0] += 1
                    // The first is done by another at last, the second is left by one that died.
                    if run == runs[0] { return asked[run] == 3 ? .done : .taken }
                    if run == runs[1] { return asked[run] == 2 ? .granted : .taken }
                    return .granted
                }, keep: { run throws(ArchiveError) in kept.append(run.address) }))
        #expect(ended.doneElsewhere == 1)
        #expect(Set(kept) == Set(runs.dropFirst().map(runner.experiment.address)))
        #expect(asked[runs[0]] == 3)
    }

    @Test func anOthersFailureIsToldAndNotTriedAgain() async throws {
        let runner = runner(replicates: 1) { run, _ in .success(Self.record(run)) }
        let ended = try await runner.run(
            runner.experiment.runs,
            Runner.Keeper(
                claim: { run throws(ArchiveError) in run.scenario == 0 ? .failed(month: 3, reason: "broke") : .granted },
                keep: { _ throws(ArchiveError) in }))
        #expect(ended.failures == [RunFailure(scenario: "a", replicate: 1, month: 3, reason: "broke")])
    }
}
