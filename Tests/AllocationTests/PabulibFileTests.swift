import Testing

@testable import Allocation

@Suite struct PabulibFileTests {
    static let fixtures = ["village.pb", "points.pb", "ranking.pb", "scores.pb"]

    @Test func everythingIsRead() throws {
        let file = try Example.file("village.pb")
        let election = file.election
        #expect(file["comment"] == "#1: made up; with a semicolon and a \"quotation\"")
        #expect(election.budget == 1000)
        #expect(election.projects.map(\.id) == ["playground", "library", "benches", "bus", "choir", "statue"])
        #expect(election.projects[0].categories == ["play", "greenery"])
        #expect(election.projects[1].targets == ["children", "elderly"])
        #expect(election.projects[2].name == "Benches; and a table")
        #expect(election.projects[3].district == "West")
        #expect(election.ballots.count == 10)
        #expect(election.ballots[3].choices == [0, 1, 3])
        #expect(file.selected == [0, 1])
        #expect(election.groupings.map(\.name) == ["sex", "age", "neighborhood"])
        #expect(election.groupings[1].labels == ["18-29", "30-44", "45-59", "60-74", "75+"])
        #expect(election.groupings[0].members == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
        #expect(file.warnings.isEmpty)
    }

    /// Budget 1000.50, costs with two decimals at most: money in hundredths; points with one: in tenths.
    @Test func decimalsBecomeWholeNumbers() throws {
        let file = try Example.file("points.pb")
        let election = file.election
        #expect(election.currencyUnit == 100)
        #expect(election.budget == 100_050)
        #expect(election.projects.map(\.cost) == [60_025, 40_025, 33_310])
        #expect(election.ballots.pointParts == 10)
        #expect(election.ballots[1] == Ballot([1, 0], points: [40, 10]))
        #expect(try election.tally(.points) == [65, 75, 50])
        #expect(try election.tally(.cardinality) == [3, 3, 1])
    }

    @Test(arguments: fixtures)
    func whatIsWrittenIsWhatWasRead(_ name: String) throws {
        let bytes = try Example.bytes(name)
        let file = try PabulibFile(bytes)
        #expect(String(decoding: file.bytes, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    }

    /// Pieces of any size, a byte order mark, lines that end as on Windows, columns in another order: all the same.
    @Test func formDoesNotMatter() throws {
        let bytes = try Example.bytes("village.pb")
        let file = try PabulibFile(bytes)
        for size in [1, 2, 3, 7, 1000] {
            var reader = PabulibReader()
            for start in stride(from: 0, to: bytes.count, by: size) {
                reader.add(Array(bytes[start..<min(bytes.count, start + size)]))
            }
            #expect(try reader.finish() == file)
        }
        let windows: [UInt8] = [0xEF, 0xBB, 0xBF] + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        #expect(try PabulibFile(windows) == file)
        #expect(try PabulibFile(bytes.dropLast()) == file)
        let text = String(decoding: bytes, as: UTF8.self).replacing("PROJECTS\n", with: "projects;;;;\n")
        #expect(try PabulibFile(Array(text.utf8)) == file)
    }

    @Test func anElectionMadeElsewhereCanBeWritten() throws {
        for kind in BallotKind.allCases {
            for seed in 0..<20 {
                var election = Example.random(kind, seed: UInt64(seed))
                election.currencyUnit = seed.isMultiple(of: 2) ? 1 : 100
                let read = try PabulibFile(PabulibFile(election).bytes).election
                #expect(
                    read.projects.map(\.cost).map { $0 * election.currencyUnit / read.currencyUnit }
                        == election.projects.map(\.cost))
                #expect(read.budget * election.currencyUnit / read.currencyUnit == election.budget)
                #expect(read.projects.map(\.id) == election.projects.map(\.id))
                #expect(
                    (0..<read.ballots.count).map { read.ballots[$0] }
                        == (0..<election.ballots.count).map { election.ballots[$0] })
            }
        }
    }

    @Test func odditiesAreTold() throws {
        let text = String(decoding: try Example.bytes("village.pb"), as: UTF8.self)
            .replacing("East;6;1", with: "East;7;1").replacing("max_length;4", with: "max_length;2")
        let warnings = try PabulibFile(Array(text.utf8)).warnings
        #expect(
            warnings.map(\.message.en) == [
                "29: found a ballot of 3 projects; expected max_length 2, as META says",
                "18: found votes 7; expected 6, counted from the ballots",
            ])
    }
}
