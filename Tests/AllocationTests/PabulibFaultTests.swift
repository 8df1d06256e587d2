import Testing

@testable import Allocation

/// Broken files: each is told by line, what was found, and what would be right.
@Suite struct PabulibFaultTests {
    static let good = """
        META
        key;value
        num_projects;2
        num_votes;2
        budget;100
        vote_type;approval
        PROJECTS
        project_id;cost
        a;60
        b;50.5
        VOTES
        voter_id;vote
        1;a,b
        2;b

        """

    static let cases: [(change: String, to: String, message: String)] = [
        ("META\n", "", "1: found “key”; expected the section META"),
        ("key;value", "key", "2: found the columns “key”; expected a column value"),
        ("num_projects;2", "num_projects;3", "3: found num_projects “3” and 2 projects; expected the same number"),
        ("num_votes;2", "num_votes;x", "4: found num_votes “x” and 2 votes; expected the same number"),
        ("num_votes;2", "budget;7", "5: found the key “budget”; expected a key that was not there before"),
        ("num_votes;2", "num_votes;2;3", "4: found 3 fields; expected 2: key;value"),
        ("num_votes;2", "num_votes", "4: found 1 fields; expected 2: key;value"),
        ("budget;100\n", "", "1: found no budget in META; expected a budget of at least 0, such as 150000 or 1234.50"),
        ("budget;100", "budget;-1", "5: found “-1”; expected a budget of at least 0, such as 150000 or 1234.50"),
        ("budget;100", "budget;1,000", "5: found “1,000”; expected a budget of at least 0, such as 150000 or 1234.50"),
        (
            "budget;100", "budget;999999999999999999",
            "5: found an amount too large or too fine; expected at most 6 decimals, and below 10^18 of the smallest unit"
        ),
        (
            "vote_type;approval", "vote_type;aproval",
            "6: found vote_type “aproval”; expected vote_type, one of approval, choose-1, cumulative, scoring, ordinal"
        ),
        ("PROJECTS\n", "", "10: found “VOTES”; expected the section PROJECTS"),
        ("PROJECTS\n", "VOTES\n", "7: found “VOTES”; expected the section PROJECTS"),
        ("project_id;cost", "id;cost", "8: found the columns “id;cost”; expected a column project_id"),
        ("project_id;cost", "project_id;project_id", "8: found two columns “project_id”; expected names that differ"),
        ("b;50.5", "a;50", "10: found the project_id “a” again; expected another id"),
        ("b;50.5", "b;", "10: found the cost “”; expected a number of at least 0, such as 12000 or 99.50"),
        ("b;50.5", "b;1e3", "10: found the cost “1e3”; expected a number of at least 0, such as 12000 or 99.50"),
        ("b;50.5", "b;50;x", "10: found 3 fields; expected 2: project_id;cost"),
        ("1;a,b", "1;a,a", "13: found “a” twice on a ballot; expected each project at most once"),
        ("1;a,b", "1;a,c", "13: found a vote for “c”; expected a project_id of the section PROJECTS"),
        (
            "1;a,b", "1;\"a,b",
            "13: found a quotation mark that is never closed; expected another quotation mark at the field's end"
        ),
        ("approval", "choose-1", "13: found 2 projects; expected one, as vote_type is choose-1"),
        ("approval", "scoring", "12: found the columns “voter_id;vote”; expected a column points"),
        ("2;b\n", "2;b\nPROJECTS\n", "15: found “PROJECTS”; expected nothing after the section VOTES"),
        (
            "VOTES\nvoter_id;vote\n1;a,b\n2;b\n", "",
            "10: found the end of the file; expected the section VOTES with its columns"
        ),
    ]

    @Test(arguments: cases.indices)
    func isToldByLine(_ place: Int) throws {
        let (change, to, message) = Self.cases[place]
        let text = Self.good.replacing(change, with: to, maxReplacements: 1)
        #expect(text != Self.good)
        let faults = #expect(throws: PabulibFaults.self) { try PabulibFile(Array(text.utf8)) }
        #expect(
            faults?.faults.first?.message.en.hasPrefix(message) == true, "\(faults?.faults.first?.message.en ?? "")")
    }

    @Test func everyFaultIsToldUpToALimit() throws {
        let text = Self.good.replacing("1;a,b\n", with: String(repeating: "1;c\n2\n", count: 50))
        let faults = #expect(throws: PabulibFaults.self) { try PabulibFile(Array(text.utf8)) }
        #expect(faults?.faults.count == PabulibFaults.limit)
        #expect(faults?.faults.map(\.line).prefix(4) == [13, 14, 15, 16])
    }

    @Test(arguments: [
        "", "\n\n", "\u{0}\u{1}", "{\"json\": 1}", "META", "META\n", "META\nkey;value\nPROJECTS\nVOTES\n", "\"",
    ])
    func junkIsRefused(_ text: String) {
        #expect(throws: PabulibFaults.self) { try PabulibFile(Array(text.utf8)) }
    }

    @Test func noBytesCrashIt() throws {
        let good = try PabulibFileTests.fixtures.map { try Example.bytes($0) }
        var random = Lottery(state: 11)
        var read = 0
        for round in 0..<4000 {
            var bytes = good[round % good.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert([0x3B, 0x0A, 0x22, 0x2C, 0x30, 0xFF].randomElement(using: &random)!, at: place)
                }
            }
            guard let file = try? PabulibFile(bytes) else { continue }
            read += 1
            #expect(try PabulibFile(file.bytes).election == file.election)
            guard round.isMultiple(of: 10) else { continue }
            for id in RuleRegistry.ids {
                _ = RuleTrial(id, on: file.election, ties: .identifier, satisfaction: .points)
            }
        }
        #expect(read > 400)
    }
}
