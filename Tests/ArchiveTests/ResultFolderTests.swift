import Foundation
import Testing

@testable import Archive

@Suite struct ResultFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func missingFoldersAreMade() throws {
        let path = folder.path + "/a/b/c"
        try Archive.open(path, for: .example()).close()
        #expect(FileManager.default.fileExists(atPath: path + "/results.sqlite"))
    }

    @Test func pathsOfAnyForm() throws {
        for path in ["a", "b/", "c//d///", "./e", "e/../f/"] {
            #expect(throws: Never.self, "\(path)") {
                try Archive.open(folder.path + "/" + path, for: .example()).close()
            }
        }
        #expect(folder.names == ["a", "b", "c", "e", "f"])
    }

    @Test func whatCannotBeBegunLeavesNothing() throws {
        #expect(throws: ArchiveError.self) {
            try Archive.open(folder.path + "/a/b", for: .example(), bytes: .max)
        }
        #expect(folder.names.isEmpty)
    }

    @Test func aFileInTheWayIsNamed() throws {
        try "mine".write(toFile: folder.path + "/a", atomically: true, encoding: .utf8)
        let error = #expect(throws: ArchiveError.self) { try Archive.open(folder.path + "/a/b", for: .example()) }
        #expect(error?.message.en.contains("--out") == true)
        #expect(try folder.text("a") == "mine")
    }

    @Test func anotherProgramsFileIsLeftAlone() throws {
        let text = String(repeating: "not a database. ", count: 100)
        try text.write(toFile: folder.path + "/results.sqlite", atomically: true, encoding: .utf8)
        let error = #expect(throws: ArchiveError.self) { try Archive.open(folder.path, for: .example()) }
        #expect(error?.message.en.contains("not an archive of Cogov") == true)
        #expect(try folder.text("results.sqlite") == text)
    }

    @Test func anEmptyDatabaseFileIsTakenForABeginning() throws {
        try Data().write(to: URL(fileURLWithPath: folder.path + "/results.sqlite"))
        let archive = try Archive.open(folder.path, for: .example())
        #expect(throws: Never.self) { try archive.add(.example("late", 1)) }
    }

    @Test func readingWhereNothingIs() {
        #expect(throws: ArchiveError.missing(path: folder.path)) { try Archive.read(folder.path) }
    }

    @Test func bytesAsPeopleReadThem() {
        let texts = [0, 812, 4_200_000, 9_960_000, 31_000_000_000, 2_500_000_000_000].map { Bytes($0).description }
        #expect(texts == ["0 B", "812 B", "4.2 MB", "10 MB", "31 GB", "2.5 TB"])
    }
}
