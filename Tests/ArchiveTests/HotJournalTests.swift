import Foundation
import GRDB
import Testing

@testable import Archive

/// A process that is killed while it makes the database leaves a journal that only a writer may roll back; reading
/// alone, SQLite refuses. The next process must go on all the same.
@Suite struct HotJournalTests {
    /// The database file and its journal as a kill in the middle of a transaction leaves them.
    private func leaveJournal(in folder: TemporaryFolder) throws {
        let elsewhere = try TemporaryFolder()
        let queue = try DatabaseQueue(path: elsewhere.path + "/half.sqlite")
        try queue.inDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = 1; BEGIN; CREATE TABLE half(text)")
            for _ in 0..<500 {
                try db.execute(sql: "INSERT INTO half VALUES (?)", arguments: [String(repeating: "y", count: 500)])
            }
            for end in ["", "-journal"] {
                try FileManager.default.copyItem(
                    atPath: elsewhere.path + "/half.sqlite" + end, toPath: folder.path + "/results.sqlite" + end)
            }
            try db.execute(sql: "ROLLBACK")
        }
    }

    /// Before its tables are there, an archive that another process has just begun holds no results: it is no other program's.
    @Test func aDatabaseWithoutTablesHoldsNothingYet() throws {
        let folder = try TemporaryFolder()
        var configuration = Configuration()
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: folder.path + "/results.sqlite", configuration: configuration)
        let error = #expect(throws: ArchiveError.self) { try Archive.read(folder.path) }
        guard case .missing = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        try queue.close()
    }

    @Test func aHalfMadeDatabaseIsTakenBackAndMadeWhole() throws {
        let folder = try TemporaryFolder()
        try leaveJournal(in: folder)
        #expect(folder.names == ["results.sqlite", "results.sqlite-journal"])
        do {
            let archive = try Archive.open(folder.path, for: .example())
            try archive.add(.example("late", 1))
            try archive.close()
        }
        #expect(!folder.names.contains("results.sqlite-journal"))
        let again = try Archive.open(folder.path, for: .example())
        #expect(try again.replicates(of: "late").whole == [1])
        try again.close()
    }
}
