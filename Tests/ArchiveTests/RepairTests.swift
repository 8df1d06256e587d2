import Foundation
import GRDB
import Testing

@testable import Archive

/// A damaged archive: runs that are whole are taken over into a new one, nothing else is, and the damaged file stays.
@Suite struct RepairTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var file: String { folder.path + "/results.sqlite" }

    private func make(_ runs: Int) throws {
        let archive = try Archive.open(folder.path, for: .example())
        for number in 1...runs { try archive.add(.example("late", number, shift: Double(number), communities: true)) }
        try archive.close()
    }

    /// Changes what stands in the file past SQLite.
    private func overwrite(_ change: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: file))
        change(&data)
        try data.write(to: URL(fileURLWithPath: file))
    }

    /// Whole runs of a new archive are those that were written, number by number.
    private func expectWhole(_ numbers: Set<Int>) throws {
        let archive = try Archive.open(folder.path, for: .example())
        #expect(try archive.replicates(of: "late", communities: true) == (whole: numbers, damaged: []))
        for number in numbers {
            let kept = try #require(try archive.run("late", number, communities: true))
            #expect(
                kept.checksum == RunRecord.example("late", number, shift: Double(number), communities: true).checksum)
        }
        try archive.close()
    }

    @Test func aTornPageCostsOnlyTheRunsOnIt() throws {
        try make(60)
        // A page of the table of transfers in the middle of the file: its kind of page is none that SQLite knows.
        let pages = try #require(try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) / 4096
        var kept: [Int] = []
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        for page in stride(from: pages / 3, to: pages, by: 5) {
            try whole.write(to: URL(fileURLWithPath: file))
            try overwrite { $0[page * 4096] = 0x77 }
            guard let repair = try? Archive.repair(folder.path, for: .example()) else { continue }
            kept.append(repair.kept)
            #expect(repair.kept + repair.lost <= 60 && repair.kept < 61)
            #expect(try Data(contentsOf: URL(fileURLWithPath: repair.damagedFile))[page * 4096] == 0x77)
            let archive = try Archive.open(folder.path, for: .example())
            let there = try archive.replicates(of: "late", communities: true)
            #expect(there.damaged.isEmpty && there.whole.count == repair.kept)
            try archive.close()
        }
        #expect(kept.contains { $0 > 30 && $0 < 60 }, "\(kept)")
    }

    /// A number that is another in the table than in its index is nobody's: the checksum is of what a run gave, not of whose it is.
    @Test func aRunUnderAnothersNumberIsNotTaken() throws {
        try make(5)
        let queue = try DatabaseQueue(path: file)
        let root = try queue.read { db in
            try #require(try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'run'"))
        }
        try queue.close()
        try overwrite { data in
            // The row of the second run: its checksum is in it, and before that its numbers, one byte each.
            let checksum = Data(RunRecord.example("late", 2, shift: 2, communities: true).checksum.utf8)
            let page = data[((root - 1) * 4096)..<(root * 4096)]
            guard let text = page.range(of: checksum) else { return }
            // Before the checksum stand 8 bytes of seconds; communities, money and kept take none as they are 1, 1 and empty.
            let replicate = text.lowerBound - 8 - 2
            if data[replicate] == 2 { data[replicate] = 9 }
        }
        let changed = try DatabaseQueue(path: file)
        let numbers = try changed.read { db in
            try Int.fetchAll(db, sql: "SELECT replicate FROM run NOT INDEXED ORDER BY key")
        }
        try changed.close()
        try #require(numbers == [1, 9, 3, 4, 5])
        let repair = try Archive.repair(folder.path, for: .example())
        #expect((repair.kept, repair.lost) == (4, 1))
        try expectWhole([1, 3, 4, 5])
    }

    @Test func whatNobodyKnowsTheNameOfIsNotTaken() throws {
        try make(3)
        let queue = try DatabaseQueue(path: file)
        try queue.write { db in try db.execute(sql: "UPDATE scenario SET input = '{}'") }
        try queue.close()
        #expect(throws: ArchiveError.self) { try Archive.repair(folder.path, for: .example()) }
        #expect(folder.names.allSatisfy { !$0.contains("damaged") && !$0.contains("repaired") })
    }

    @Test func runsOfOtherInputsAreRefused() throws {
        try make(3)
        #expect(throws: ArchiveError.self) { try Archive.repair(folder.path, for: .example(seed: 8)) }
        try expectWhole([1, 2, 3])
    }

    @Test func whileAnotherWritesNothingIsRepaired() throws {
        try make(3)
        let archive = try Archive.open(folder.path, for: .example())
        #expect(throws: ArchiveError.busy(path: folder.path, holder: "")) {
            try Archive.repair(folder.path, for: .example())
        }
        try archive.close()
    }

    /// Transactions that stood only in the log when a process was killed count as much as others, and its log is not left beside the new file.
    @Test func theLogIsReadAndGoesWithItsFile() throws {
        let elsewhere = try TemporaryFolder()
        let archive = try Archive.open(elsewhere.path, for: .example())
        for number in 1...3 { try archive.add(.example("late", number, shift: Double(number), communities: true)) }
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: elsewhere.path + "/results.sqlite" + end, toPath: file + end)
        }
        try archive.close()
        let repair = try Archive.repair(folder.path, for: .example())
        #expect((repair.kept, repair.lost) == (3, 0))
        #expect(!folder.names.contains("results.sqlite-wal"))
        try expectWhole([1, 2, 3])
    }
}
