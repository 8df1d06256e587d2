import Foundation
import Testing

@testable import Scenarios

@Suite("Files that are too much, or not there")
struct FileBytesTests {
    @Test("what is no readable regular file")
    func notFiles() throws {
        let missing = try #require(refusals("no-such-file.yaml"))
        #expect(
            missing.map(\.description) == [
                "no-such-file.yaml: found no file at no-such-file.yaml; expected a readable scenario file"
            ])
        let folder = try #require(refusals(Fixture.path("wrong")))
        #expect(folder[0].found.en.hasPrefix("a directory at "))
        let device = try #require(refusals("/dev/zero"))
        #expect(device[0].found.en == "no regular file at /dev/zero")
    }

    @Test("a file that cannot be read", .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem")))
    func unreadable() throws {
        // Regular and open to root as well, but its first bytes are nobody's.
        let unreadable = try #require(refusals("/proc/self/mem"))
        #expect(unreadable[0].found.en == "a file at /proc/self/mem that cannot be read")
    }

    @Test("more than 4 MiB are refused unread")
    func huge() throws {
        let line = Array("# nothing here\n".utf8)
        var bytes: [UInt8] = []
        while bytes.count <= FileBytes.limit { bytes += line }
        try Fixture.with(bytes) { path in
            let faults = try #require(refusals(path))
            #expect(faults.map(\.found.en) == ["a file of more than 4 MiB at \(path)"])
        }
    }

    @Test("nesting without end", arguments: ["[", "{a: ", "- ", "? "])
    func bottomless(piece: String) throws {
        try Fixture.with(String(repeating: piece, count: 100_000)) { path in
            let faults = try #require(refusals(path))
            #expect(faults.map(\.expected.en) == ["at most 32 levels"])
        }
    }

    @Test("one key again and again is told once")
    func doubledWithoutEnd() throws {
        try Fixture.with(String(repeating: "a:\n", count: 20_000)) { path in
            let faults = try #require(refusals(path))
            #expect(faults.map(\.found.en) == ["the key a a second time (first in line 1)"])
        }
    }

    @Test("aliases that would unfold for ever are refused before they are parsed")
    func aliasBomb() throws {
        var text = "a0: &a0 [x, x, x, x]\n"
        for level in 1..<30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        try Fixture.with(text + "? *a29\n: boom\n") { path in
            let faults = try #require(refusals(path))
            #expect(faults.map(\.found.en) == ["59 aliases"])
        }
    }

    @Test("of thousands of faults the first thousand are told")
    func faultsWithoutEnd() throws {
        let keys = (0..<5000).map { "k\($0): 1\n" }.joined()
        try Fixture.with("extends: right.yaml\n" + keys) { path in
            let faults = try #require(refusals(path))
            #expect(faults.count == 1000)
        }
    }

    @Test("stars in words are no aliases")
    func stars() throws {
        let summary = String(repeating: "2 * 3 is * and a*b, ", count: 20)
        try Fixture.with("extends: right.yaml\nsummary: {en: \"\(summary)\", zh: \"星 *\"}\n") { path in
            #expect(refusals(path) == nil)
        }
    }

    @Test("a chain of extended files has an end")
    func longChain() throws {
        try Fixture.with("extends: right.yaml\n") { path in
            let folder = (path as NSString).deletingLastPathComponent
            for link in 0..<20 {
                let next = link == 19 ? "right.yaml" : "link\(link + 1).yaml"
                try "extends: \(next)\n".write(toFile: "\(folder)/link\(link).yaml", atomically: true, encoding: .utf8)
            }
            let long = try #require(refusals("\(folder)/link0.yaml"))
            #expect(long.map(\.found.en) == ["more than 16 files that extend one another"])
            #expect(refusals("\(folder)/link10.yaml") == nil)
        }
    }

    @Test("changed bytes give faults or a scenario, never a crash")
    func mutations() throws {
        let right = Array(try Data(contentsOf: URL(fileURLWithPath: Fixture.right)))
        var state: UInt64 = 1
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = [
            "\n", " ", "  ", ":", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a ", "!t ", "9", "|", "? ", "\t",
        ]
        for _ in 0..<150 {
            var bytes = right
            for _ in 0...draw(3) {
                let place = draw(bytes.count)
                switch draw(3) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8(draw(256))
                default: bytes.insert(contentsOf: pieces[draw(pieces.count)].utf8, at: place)
                }
            }
            try Fixture.with(bytes) { path in
                for fault in refusals(path) ?? [] { #expect(fault.line.map { $0 >= 1 } ?? true) }
            }
        }
    }
}
