import Foundation
import GRDB
import Testing

@testable import Archive

@Suite struct ArchiveTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func whatIsAddedIsReadBack() throws {
        let archive = try Archive.open(folder.path, for: .example())
        let run = RunRecord.example("late", 3, communities: true)
        try archive.add(run)
        let found = try #require(try archive.run("late", 3, communities: true))
        #expect(found.checksum == run.checksum)
        #expect(found.money == run.money)
        #expect(found.world[1].isNaN && found.world[2] == 1e-7)
        #expect(try archive.run("late", 2) == nil)
        #expect(try archive.inputs().scenarios.map(\.id) == ["early", "late"])
    }

    @Test func runsOutliveTheProcess() throws {
        let first = try Archive.open(folder.path, for: .example())
        try first.add(.example("late", 1))
        try first.add(.example("early", 1))
        try first.close()
        #expect(folder.names == [".lock", "results.sqlite"], "the log must be folded in")
        let second = try Archive.read(folder.path)
        #expect(second.observables == Inputs.example().observables)
        #expect(try second.replicates(of: "late") == (whole: [1], damaged: []))
    }

    @Test func aRunThatFailsHalfwayLeavesNothing() throws {
        let archive = try Archive.open(folder.path, for: .example())
        var broken = RunRecord.example("late", 1)
        // Twice the same transfer breaks the table's key after the series has been written.
        broken.money += [broken.money[0]]
        #expect(throws: ArchiveError.self) { try archive.add(broken) }
        #expect(try archive.replicates(of: "late").whole.isEmpty)
        let rows = try archive.database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM world_month") }
        #expect(rows == 0)
    }

    @Test func aRunReplacesAnEarlierOne() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1))
        try archive.add(.example("late", 1, shift: 1, communities: true))
        #expect(try archive.run("late", 1)?.world.first == 1.1)
        #expect(try archive.replicates(of: "late", communities: true).whole == [1])
    }

    @Test func runsWithoutCommunitiesDoNotCountWhereTheyAreWanted() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1))
        try archive.add(.example("late", 2, communities: true))
        #expect(try archive.replicates(of: "late").whole == [1, 2])
        #expect(try archive.replicates(of: "late", communities: true).whole == [2])
    }

    @Test func aChangedNumberIsFound() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1))
        try archive.add(.example("late", 2))
        try archive.database.write { db in
            try db.execute(sql: "UPDATE world_month SET \"need.mean\" = 0.5 WHERE run = 1 AND month = 2")
        }
        try archive.close()
        let reading = try Archive.read(folder.path)
        #expect(throws: ArchiveError.self) { try reading.run("late", 1) }
        #expect(try reading.replicates(of: "late") == (whole: [2], damaged: [1]))
    }

    @Test func aDamagedRunIsRemovedWhereItCanBeMadeAgain() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1))
        try archive.database.write { db in try db.execute(sql: "DELETE FROM transfer WHERE month = 2") }
        let address = RunAddress(scenario: "late", replicate: 1)
        #expect(try archive.claim(address, keeping: Keeping()) == .done, "only reading it tells")
        #expect(try archive.replicates(of: "late").damaged == [1])
        #expect(try archive.claim(address, keeping: Keeping()) == .granted)
        #expect(try archive.run("late", 1) == nil)
    }

    @Test func howCommunitiesStandIsKeptAndGuarded() throws {
        let archive = try Archive.open(folder.path, for: .example())
        let run = RunRecord.example("late", 1)
        try archive.add(run)
        let kept = try #require(try archive.run("late", 1)).standing
        #expect(kept.count == run.standing.count && kept[4].isNaN && kept[5] == 5)
        try archive.database.write { db in
            try db.execute(sql: "UPDATE standing SET need = 0.5 WHERE community = 1")
        }
        #expect(try archive.replicates(of: "late").damaged == [1])
    }


    @Test func freshForgetsWhatWasThere() throws {
        let first = try Archive.open(folder.path, for: .example())
        try first.add(.example("late", 1))
        try first.close()
        let archive = try Archive.open(folder.path, for: .example(seed: 8), fresh: true)
        #expect(try archive.replicates(of: "late").whole.isEmpty)
        #expect(try archive.inputs().seed == 8)
    }

    @Test func layoutOfTheViewsIsThatOfTheFiles() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1, communities: true))
        let (series, money, communities) = try archive.database.read { db in
            (
                try db.columns(in: "series").map(\.name), try db.columns(in: "money").map(\.name),
                try Int.fetchOne(db, sql: "SELECT count(*) FROM communities")
            )
        }
        #expect(series == ["scenario", "point", "replicate", "month", "need.mean", "cost, \"all\""])
        #expect(money == ["scenario", "point", "replicate", "month", "from", "to", "purpose", "fen"])
        #expect(communities == 4)
    }
}
