import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("Archives of an earlier layout")
struct MigrationTests {
    let folder: TemporaryFolder

    /// An archive as layout 1 had it: the same without the table of how communities stand.
    init() throws {
        folder = try TemporaryFolder()
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1, standing: false))
        try archive.database.write { db in
            try db.execute(sql: "DROP TABLE standing; PRAGMA user_version = 1;")
        }
        try archive.close()
    }

    @Test func canBeRead() throws {
        let run = try #require(try Archive.read(folder.path).run("late", 1))
        #expect(run.standing.isEmpty && run.world.first == 0.1)
    }

    /// Opened for writing, the archive has the new table; the run, which cannot tell, is made again.
    @Test func areBroughtUpToDate() throws {
        let archive = try Archive.open(folder.path, for: .example())
        #expect(try archive.replicates(of: "late") == (whole: [], damaged: []))
        try archive.add(.example("late", 1))
        #expect(try archive.replicates(of: "late").whole == [1])
        let version = try archive.database.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
        #expect(version == Schema.version)
        try archive.close()
        #expect(
            try Archive.read(folder.path).run("late", 1)?.standing.count == RunRecord.example("late", 1).standing.count)
    }

    @Test func laterLayoutsAreRefused() throws {
        let database = try DatabaseQueue(path: folder.path + "/results.sqlite")
        try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 3") }
        try database.close()
        #expect(throws: ArchiveError.self) { try Archive.read(folder.path) }
        #expect(throws: ArchiveError.self) { try Archive.open(folder.path, for: .example()) }
    }
}
