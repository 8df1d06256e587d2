import Foundation
import Testing

@testable import Archive

/// Two writers of one folder; locks belong to open files, so that two archives in one process stand for two processes.
@Suite struct ClaimsTests {
    let folder: TemporaryFolder
    let run = RunAddress(scenario: "late", replicate: 1)

    init() throws { folder = try TemporaryFolder() }

    private func open(fresh: Bool = false) throws -> Archive {
        try Archive.open(folder.path, for: .example(), fresh: fresh, cores: 3)
    }

    @Test func whatOneHasInHandTheOtherLeavesAlone() throws {
        let (first, second) = (try open(), try open())
        #expect(try first.claim(run, keeping: Keeping()) == .granted)
        #expect(try first.claim(run, keeping: Keeping()) == .granted, "one's own claim stays")
        #expect(try second.claim(run, keeping: Keeping()) == .taken)
        try first.add(.example("late", 1))
        #expect(try second.claim(run, keeping: Keeping()) == .done)
        #expect(try second.claim(run, keeping: Keeping(communities: true)) == .granted, "it lacks what is asked for")
    }

    @Test func whatAWriterLeftIsTakenOver() throws {
        let second = try open()
        do {
            let first = try open()
            #expect(try first.claim(run, keeping: Keeping()) == .granted)
            #expect(try second.claim(run, keeping: Keeping()) == .taken)
        }
        #expect(try second.claim(run, keeping: Keeping()) == .granted)
    }

    @Test func whatIsGivenBackIsFree() throws {
        let (first, second) = (try open(), try open())
        #expect(try first.claim(run, keeping: Keeping()) == .granted)
        try first.release(run)
        #expect(try second.claim(run, keeping: Keeping()) == .granted)
    }

    @Test func aFailureIsTriedAgainByTheNextButNotByTheOther() throws {
        let second = try open()
        do {
            let first = try open()
            #expect(try first.claim(run, keeping: Keeping()) == .granted)
            try first.enterFailure(of: run, month: 4, reason: "broke")
            #expect(try second.claim(run, keeping: Keeping()) == .failed(month: 4, reason: "broke"))
            try first.close()
        }
        #expect(try second.activity().failures.map(\.run) == [run])
        #expect(try second.claim(run, keeping: Keeping()) == .granted)
        try second.add(.example("late", 1))
        #expect(try second.activity().failures.isEmpty)
    }

    @Test func whoIsAtWorkIsTold() throws {
        let (first, second) = (try open(), try open())
        #expect(try first.claim(run, keeping: Keeping()) == .granted)
        let activity = try Archive.read(folder.path).activity()
        #expect(activity.writers.map(\.cores) == [3, 3] && activity.underWay == 1)
        #expect(activity.writers.allSatisfy { $0.process.hasSuffix(" \(ProcessInfo.processInfo.processIdentifier)") })
        try first.close()
        try second.close()
        #expect(try Archive.read(folder.path).activity().underWay == 0)
    }

    @Test func startingAnewIsRefusedWhileOthersWrite() throws {
        let first = try open()
        #expect(throws: ArchiveError.busy(path: folder.path, holder: "")) { try open(fresh: true) }
        try first.add(.example("late", 1))
        #expect(try first.replicates(of: "late").whole == [1])
    }

    @Test func anArchiveBegunAnewLetsOthersIn() throws {
        let first = try open(fresh: true)
        let second = try open()
        #expect(first.holder != second.holder)
    }

    @Test func oneThatClosesLeavesTheOtherAtWork() throws {
        let (first, second) = (try open(), try open())
        try first.add(.example("late", 1))
        try first.close()
        try second.add(.example("late", 2))
        try second.close()
        #expect(folder.names == [".lock", "results.sqlite"])
        #expect(try Archive.read(folder.path).replicates(of: "late").whole == [1, 2])
    }
}
