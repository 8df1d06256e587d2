import Archive
import Foundation
import Testing

@testable import Experiments

@Suite struct SessionTests {
    let folder: TemporaryFolder
    let experiment = Experiment(scenarios: [.small("b"), .small("a")], replicates: 3, seed: 5)

    init() throws { folder = try TemporaryFolder() }

    @Test func leavesTheFilesOfTheContract() async throws {
        let outcome = try await Session.inFolder(folder, experiment).run()
        #expect((outcome.found, outcome.added, outcome.isInterrupted) == (0, 6, false))
        #expect(folder.names == ["manifest.json", "results.sqlite", "series.csv", "money.csv"])
        #expect(folder.names == Set(outcome.files))
        let lines = try folder.text("series.csv").split(separator: "\n")
        #expect(lines.count == 25)
        #expect(lines[1].hasPrefix("b,1,1,"), "scenarios stand in the order given")
        #expect(lines[24].hasPrefix("a,3,4,"))
        let manifest = try #require(Manifest.read(from: folder.path))
        #expect(manifest.state == .complete)
        #expect(manifest.sessions.map(\.added) == [6])
    }

    @Test func bytesDoNotDependOnCores() async throws {
        let other = try TemporaryFolder()
        _ = try await Session.inFolder(folder, experiment, cores: 1).run()
        _ = try await Session.inFolder(other, experiment, cores: 8).run()
        for name in ["series.csv", "money.csv"] { #expect(try folder.text(name) == other.text(name)) }
    }

    @Test func replicatesDiffer() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        let archive = try Archive.read(folder.path)
        let (first, second) = (try archive.run("a", 1), try archive.run("a", 2))
        #expect(first?.world.map(\.description) != second?.world.map(\.description))
    }

    @Test func goesOnWhereItStopped() async throws {
        let undisturbed = try TemporaryFolder()
        _ = try await Session.inFolder(undisturbed, experiment).run()
        let session = Session.inFolder(folder, experiment, cores: 1)
        let first = try await session.run(progress: { [stop = session.stop] in
            if $0.runsDone == 2 { stop.raise() }
        })
        #expect(first.isInterrupted && first.added == 2)
        #expect(!folder.names.contains("series.csv"))
        #expect(Manifest.read(from: folder.path)?.state == .interrupted)
        let second = try await Session.inFolder(folder, experiment).run()
        #expect((second.found, second.added) == (2, 4))
        #expect(try folder.text("series.csv") == undisturbed.text("series.csv"))
        #expect(Manifest.read(from: folder.path)?.sessions.map(\.added) == [2, 4])
    }

    @Test func moreReplicatesAddToThoseThere() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        var more = experiment
        more.replicates = 5
        let outcome = try await Session.inFolder(folder, more).run()
        #expect((outcome.found, outcome.added) == (6, 4))
    }

    @Test func nothingMissingWritesTheSameAgain() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        let before = try folder.text("series.csv")
        let outcome = try await Session.inFolder(folder, experiment).run()
        #expect((outcome.found, outcome.added) == (6, 0))
        #expect(try folder.text("series.csv") == before)
    }

    @Test func freshStartsAnew() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        var session = Session.inFolder(folder, experiment)
        session.fresh = true
        let outcome = try await session.run()
        #expect((outcome.found, outcome.added) == (0, 6))
        #expect(Manifest.read(from: folder.path)?.sessions.count == 1)
    }

    @Test func otherInputsAreRefused() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        let before = try folder.text("manifest.json")
        var other = experiment
        other.seed = 6
        await #expect(throws: SessionError.self) { try await Session.inFolder(folder, other).run() }
        #expect(try folder.text("manifest.json") == before)
    }

    @Test func tooLargeForTheMemoryIsRefusedAndNothingWritten() async throws {
        var session = Session.inFolder(folder, experiment)
        session.memory = 100
        let error = await #expect(throws: SessionError.self) { try await session.run() }
        #expect(error?.message.en.contains("memory") == true)
        #expect(folder.names.isEmpty)
    }

    @Test func communitiesOnRequestAreRunAgainWhereTheyLack() async throws {
        _ = try await Session.inFolder(folder, experiment).run()
        var other = experiment
        other.keeping.communities = true
        let outcome = try await Session.inFolder(folder, other).run()
        #expect(outcome.added == 6)
        let lines = try folder.text("communities.csv").split(separator: "\n")
        #expect(lines.count == 49)
        #expect(lines[1].hasPrefix("b,1,1,a,"), "communities stand in the order of their ids")
    }

    @Test func whatTheReportAddsIsInTheManifest() async throws {
        let path = folder.path
        _ = try await Session.inFolder(folder, experiment).run(report: { archive, manifest throws(ArchiveError) in
            #expect(manifest.replicates == 3)
            let file = try WholeFile("summary.csv", in: path)
            try file.append("x\n")
            try file.finish()
            return ["summary.csv"]
        })
        #expect(
            Manifest.read(from: folder.path)?.files.map(\.name) == ["series.csv", "money.csv", "summary.csv"])
    }
}
