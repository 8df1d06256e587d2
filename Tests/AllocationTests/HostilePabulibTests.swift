import Testing

@testable import Allocation

/// Files that mean harm: each is refused, or read, in bounded time and memory.
@Suite struct HostilePabulibTests {
    private static let pieces = 64

    /// How many pieces of a mebibyte are taken, and what is told then.
    private func told(_ piece: [UInt8], after head: String = "", most: Int = 256 << 20) throws -> (Int, String) {
        var reader = PabulibReader(most: most)
        reader.add(Array(head.utf8))
        var taken = 0
        while taken < Self.pieces, reader.add(piece) { taken += 1 }
        let faults = try #require(#expect(throws: PabulibFaults.self) { try reader.finish() })
        return (taken, try #require(faults.faults.first).message.en)
    }

    @Test(arguments: [UInt8(0), 0x22, 0x3B, 0x41])
    func aLineWithoutEndIsNotReadOn(byte: UInt8) throws {
        let (taken, fault) = try told(Array(repeating: byte, count: 1 << 20))
        // Two quotation marks are one.
        #expect(taken <= 8 && fault == "1: found a line of more than 4 MiB; expected fields that end with the line")
    }

    @Test func aFileWithoutEndIsNotReadOn() throws {
        let head = PabulibFaultTests.good
        let votes = Array(String(repeating: "3;a,b\n", count: 1000).utf8)
        let (taken, fault) = try told(votes, after: head, most: 10_000)
        #expect(taken == 1 && fault.hasSuffix("found more than 0 MiB; expected an election of at most that"))
    }

    @Test(.timeLimit(.minutes(1)))
    func manyColumnsKeysAndChoicesTakeNoMoreThanTheirNumber() throws {
        let columns = (0..<100_000).map { "c\($0)" }.joined(separator: ";")
        #expect(throws: PabulibFaults.self) { try PabulibFile(Array("META\n\(columns)\n".utf8)) }
        let keys = (0..<100_000).map { "k\($0);1\n" }.joined()
        let meta = PabulibFaultTests.good.replacing("key;value\n", with: "key;value\n" + keys)
        #expect(try PabulibFile(Array(meta.utf8)).meta.count == 100_004)
        let many = 100_000
        let projects = (0..<many).map { "p\($0);1\n" }.joined()
        let all = (0..<many).map { "p\($0)" }.joined(separator: ",")
        let election = """
            META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\n\(projects)VOTES\nvoter_id;vote\n1;\(all)\n
            """
        #expect(try PabulibFile(Array(election.utf8)).election.projects.count == many)
    }

    /// The count of points that a file tells of, in parts of a point, is more than 64 bits hold.
    @Test func aScoreBeyondAllPointsIsOnlyOdd() throws {
        let text = """
            META\nkey;value\nbudget;100\nvote_type;scoring\nPROJECTS\nproject_id;cost;score;votes
            a;60;999999999999999999;999999999999999999\nVOTES\nvoter_id;vote;points\n1;a;0.000001\n
            """
        let warnings = try PabulibFile(Array(text.utf8)).warnings.map(\.message.en)
        #expect(warnings.count == 2 && warnings.allSatisfy { $0.contains("999999999999999999") })
    }

    @Test(arguments: [
        "NaN", "nan", "inf", "-inf", "1e308", "18446744073709551616", "-9223372036854775808", "0x10", "１２", "",
    ])
    func noNumberThatIsNone(value: String) {
        for (change, to) in [("budget;100", "budget;\(value)"), ("b;50.5", "b;\(value)"), ("a;60", "a;\(value)")] {
            let text = PabulibFaultTests.good.replacing(change, with: to, maxReplacements: 1)
            #expect(throws: PabulibFaults.self) { try PabulibFile(Array(text.utf8)) }
        }
    }

    @Test func marksOfByteOrderAndEndsOfLinesDoNotMatter() throws {
        let plain = try PabulibFile(Array(PabulibFaultTests.good.utf8)).election
        let windows = PabulibFaultTests.good.replacing("\n", with: "\r\n")
        for text in ["\u{FEFF}" + PabulibFaultTests.good, windows, "\u{FEFF}" + windows] {
            #expect(try PabulibFile(Array(text.utf8)).election == plain)
        }
        let wide: [UInt8] = [0xFF, 0xFE] + Array(PabulibFaultTests.good.utf8).flatMap { [$0, UInt8(0)] }
        #expect(throws: PabulibFaults.self) { try PabulibFile(wide) }
        let latin = PabulibFaultTests.good.utf8.map { $0 == 0x61 ? 0xE4 : $0 }
        let faults = #expect(throws: PabulibFaults.self) { try PabulibFile(Array(latin)) }
        #expect(faults?.faults.first?.message.en.contains("bytes that are no UTF-8 text") == true)
    }
}
