import Archive
import Foundation
import Governance
import Synchronization
import Testing

@testable import Experiments

@Suite("Runs kept in their course")
struct CheckpointTests {
    let folder: TemporaryFolder
    let undisturbed: TemporaryFolder
    /// Long enough for the last year to be counted apart.
    let experiment = Experiment(scenarios: [.small("run", months: 30, people: 60)], replicates: 1, seed: 4)
    static let file = "run-month-15.snapshot"

    init() throws {
        folder = try TemporaryFolder()
        undisturbed = try TemporaryFolder()
    }

    private func save() async throws -> Checkpoint {
        var session = Session.inFolder(folder, experiment)
        session.saveAt = 15
        let outcome = try await session.run()
        #expect(outcome.files.contains(Self.file))
        return try Checkpoint(path: folder.path + "/" + Self.file)
    }

    private func isSame(_ a: TemporaryFolder, _ b: TemporaryFolder) throws -> Bool {
        try ["series.csv", "money.csv"].allSatisfy { try a.text($0) == b.text($0) }
    }

    @Test("a run saved on its way is gone on from as if nothing had happened")
    func saved() async throws {
        let start = try await save()
        #expect(start.scenario == "run" && start.months == 15 && start.seed == 4 && start.replicate == 1)
        var session = Session.inFolder(undisturbed, experiment)
        session.start = start
        let outcome = try await session.run()
        #expect(outcome.added == 1)
        #expect(try isSame(folder, undisturbed))
        let (whole, resumed) = (try Archive.read(folder.path), try Archive.read(undisturbed.path))
        #expect(try whole.run("run", 1)?.standing == resumed.run("run", 1)?.standing)
    }

    @Test("what is there already is lived again where only the snapshot is missing")
    func savedLater() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        let series = try folder.text("series.csv")
        _ = try await save()
        #expect(try folder.text("series.csv") == series)
    }

    @Test("a longer run can go on from a shorter one's snapshot, but not into its counted year")
    func longer() async throws {
        let start = try await save()
        var longer = experiment
        longer.scenarios[0].last(36)
        var session = Session.inFolder(undisturbed, longer)
        session.start = start
        #expect(try await session.run().added == 1)
        let whole = try TemporaryFolder()
        _ = try await Session.inFolder(whole, longer).run()
        #expect(try isSame(whole, undisturbed))
        var shorter = experiment
        shorter.scenarios[0].last(20)
        session = Session.inFolder(try TemporaryFolder(), shorter)
        session.start = start
        await #expect(throws: SessionError.refused(CheckpointError.otherLength(30, least: 27).message)) {
            try await session.run()
        }
    }

    @Test("another scenario, past, replicate or recording is refused before anything is written")
    func refused() async throws {
        let start = try await save()
        func refusal(_ change: (inout Experiment) -> Void) async -> Bool {
            var other = experiment
            change(&other)
            var session = Session.inFolder(undisturbed, other)
            session.start = start
            do throws(SessionError) {
                _ = try await session.run()
                return false
            } catch { return error.isRefusal && undisturbed.names.isEmpty }
        }
        #expect(await refusal { $0.scenarios[0].specification.id = "other" })
        #expect(await refusal { $0.scenarios[0].specification.people.adultShare = 0.7 })
        #expect(await refusal { $0.scenarios[0].last(12) })
        #expect(await refusal { $0.keeping.communities = true })
        #expect(await !refusal { $0.scenarios[0].specification.title = Text(en: "Other words", zh: "别的说法") })
    }

    @Test("a file cut off, altered or of another kind is refused")
    func damaged() async throws {
        _ = try await save()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + Self.file))
        func refusal(_ data: Data) throws -> CheckpointError? {
            let path = undisturbed.path + "/x"
            try data.write(to: URL(fileURLWithPath: path))
            do throws(CheckpointError) {
                _ = try Checkpoint(path: path)
                return nil
            } catch { return error }
        }
        let path = undisturbed.path + "/x"
        #expect(try refusal(bytes) == nil)
        for count in [30, 90, 100, 1000, bytes.count - 1] {
            #expect(try refusal(bytes.prefix(count)) == .damaged(path))
        }
        for place in [20, 85, 95, 500, bytes.count / 2, bytes.count - 3] {
            var altered = bytes
            altered[place] ^= 4
            #expect(try refusal(altered) == .damaged(path))
        }
        #expect(try refusal(Data("hello".utf8)) == .foreign(path))
        #expect(throws: CheckpointError.unreadable("nowhere")) { try Checkpoint(path: "nowhere") }
    }

    /// By a clock that ticks a second at every look, the run takes minutes: it is kept on its way, so that a killed process
    /// loses little.
    @Test("a long run is kept every few minutes, its burn-in too")
    func nowAndThen() async throws {
        var long = experiment
        long.scenarios[0].specification.burnIn = 100
        var session = Session.inFolder(folder, long, cores: 1)
        session.time = TickingClock().timekeeper
        let seen = Mutex(Set<Int>())
        let path = folder.path
        _ = try await session.run(progress: { _ in
            let kept = try? Checkpoint(path: path + "/unfinished-run-1.snapshot")
            if let kept { seen.withLock { _ = $0.insert(kept.snapshot.monthsDone) } }
        })
        let months = seen.withLock { $0.sorted() }
        #expect(months.count >= 2 && months.contains { $0 < 0 })
        #expect(folder.names.allSatisfy { !$0.hasPrefix("unfinished-") })
    }

    @Test("a burn-in that is stopped goes on where it stopped")
    func burnIn() async throws {
        var long = experiment
        long.scenarios[0].specification.burnIn = 20
        var session = Session.inFolder(folder, long, cores: 1)
        session.time = TickingClock().timekeeper
        let fiveMonths = 5 * long.scenarios[0].specification.residentCount
        let first = try await session.run(progress: { [stop = session.stop] in
            if $0.residentMonthsDone > fiveMonths { stop.raise() }
        })
        #expect(first.isInterrupted && first.keepsBegun && first.added == 0)
        let kept = try Checkpoint(path: folder.path + "/unfinished-run-1.snapshot")
        #expect(kept.snapshot.monthsDone < 0 && kept.snapshot.monthsLived > 4)
        _ = try await Session.inFolder(folder, long).run()
        _ = try await Session.inFolder(undisturbed, long).run()
        #expect(try isSame(folder, undisturbed))
    }

    @Test("what was kept of other inputs is not gone on from")
    func foreignKept() async throws {
        var session = Session.inFolder(folder, experiment, cores: 1)
        session.time = TickingClock().timekeeper
        _ = try await session.run(progress: { [stop = session.stop] in
            if $0.residentMonthsDone > 900 { stop.raise() }
        })
        #expect(folder.names.contains("unfinished-run-1.snapshot"))
        var other = experiment
        other.seed = 9
        let fresh = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: folder.path + "/unfinished-run-1.snapshot", toPath: fresh.path + "/unfinished-run-1.snapshot")
        _ = try await Session.inFolder(fresh, other).run()
        _ = try await Session.inFolder(undisturbed, other).run()
        #expect(try isSame(fresh, undisturbed))
    }
}
