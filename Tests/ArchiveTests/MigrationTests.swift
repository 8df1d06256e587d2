import Foundation
import GRDB
import Testing

@testable import Archive

@Suite("Archives of an earlier layout")
struct MigrationTests {
    let folder: TemporaryFolder

    /// An archive as layout 2 had it.
    init() throws {
        folder = try TemporaryFolder()
        let file = try #require(
            Bundle.module.url(forResource: "layout-2", withExtension: "sql", subdirectory: "Resources"))
        let sql = try String(contentsOf: file, encoding: .utf8)
        try write { db in try db.execute(sql: sql) }
    }

    private func write(_ work: (Database) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let database = try DatabaseQueue(path: folder.path + "/results.sqlite", configuration: configuration)
        try database.writeWithoutTransaction(work)
        try database.close()
    }

    /// The same as layout 1 had it: without the table of how communities stand.
    private func makeLayout1() throws {
        try write { db in try db.execute(sql: "DROP TABLE standing; PRAGMA user_version = 1;") }
    }

    private func open() throws -> Archive { try Archive.open(folder.path, for: Archive.read(folder.path).inputs()) }

    private func tables(_ archive: Archive) throws -> [String] {
        let names = try Export(archive).write()
        return try names.map(folder.text)
    }

    @Test func layout2IsReadWhole() throws {
        let archive = try Archive.read(folder.path)
        #expect(try archive.replicates(of: "open", communities: true) == (whole: [1, 2], damaged: []))
        let run = try #require(try archive.run("open", 2, communities: true))
        #expect(run.kept == [1, 2] && run.hasMoney && !run.money.isEmpty && !run.communities.isEmpty)
        #expect(try archive.design() == nil)
        #expect(try archive.activity() == Archive.Activity())
    }

    @Test func layout2IsBroughtUpToDateAndLosesNothing() throws {
        let reading = try Archive.read(folder.path)
        let before = try (1...2).map { try reading.run("open", $0, communities: true) }
        let tablesBefore = try tables(reading)
        try reading.close()
        let archive = try open()
        #expect(try archive.database.read(Migration.version) == Schema.version)
        #expect(try archive.replicates(of: "open", communities: true) == (whole: [1, 2], damaged: []))
        #expect(
            try (1...2).map { try archive.run("open", $0, communities: true)?.checksum } == before.map { $0?.checksum })
        #expect(try tables(archive) == tablesBefore)
        let first = RunAddress(scenario: "open", replicate: 1)
        #expect(try archive.claim(first, keeping: Keeping(communities: true)) == .done)
        let broken = try archive.database.read { db in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count }
        #expect(broken == 0)
    }

    @Test func layout2TakesMoreRuns() throws {
        let archive = try open()
        var run = try #require(try archive.run("open", 1, communities: true))
        run.replicate = 3
        #expect(try archive.claim(run.address, keeping: Keeping()) == .granted)
        try archive.add(run)
        #expect(try archive.replicates(of: "open").whole == [1, 2, 3])
    }

    @Test func layout1CanBeRead() throws {
        try makeLayout1()
        let run = try #require(try Archive.read(folder.path).run("open", 1))
        #expect(run.standing.isEmpty && run.months == 2)
    }

    /// Opened for writing, the archive has the new tables; the run, which cannot tell how communities stand, is made again.
    @Test func layout1IsBroughtUpToDate() throws {
        var whole = try #require(try Archive.read(folder.path).run("open", 1, communities: true))
        try makeLayout1()
        let archive = try open()
        #expect(try archive.replicates(of: "open") == (whole: [], damaged: []))
        #expect(try archive.claim(whole.address, keeping: Keeping()) == .granted)
        whole.seconds = 1
        try archive.add(whole)
        #expect(try archive.replicates(of: "open").whole == [1])
    }

    @Test func laterLayoutsAreRefused() throws {
        let inputs = try Archive.read(folder.path).inputs()
        let layout = Schema.version + 1
        try write { db in try db.execute(sql: "PRAGMA user_version = \(layout)") }
        let refusal = ArchiveError.later(path: folder.path + "/results.sqlite", layout: layout, known: Schema.version)
        #expect(throws: refusal) { try Archive.read(folder.path) }
        #expect(throws: refusal) { try Archive.open(folder.path, for: inputs) }
        try write { db in try db.execute(sql: "PRAGMA user_version = 0") }
        #expect(throws: ArchiveError.self) { try Archive.read(folder.path) }
    }
}
