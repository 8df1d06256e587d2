import Foundation
import Testing

@testable import Archive

@Suite struct ExportTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func filesHoldTheRunsAskedForInOrder() throws {
        let archive = try Archive.open(folder.path, for: .example())
        for run in [RunRecord.example("early", 2), .example("late", 11), .example("late", 2), .example("late", 1)] {
            try archive.add(run)
        }
        try Export(archive, scenarios: ["late", "early"], replicates: 10).write()
        #expect(
            try folder.text("series.csv") == """
                scenario,replicate,month,need.mean,"cost, ""all\"""
                late,1,1,0.1,
                late,1,2,1e-07,12.0
                late,2,1,0.1,
                late,2,2,1e-07,12.0
                early,2,1,0.1,
                early,2,2,1e-07,12.0

                """)
        #expect(
            try folder.text("money.csv").split(separator: "\n").prefix(3) == [
                "scenario,replicate,month,from,to,purpose,fen", "late,1,1,a,b,grant,5",
                "late,1,2,b,\"c, the third\",wages,9007199254740993",
            ])
        #expect(!folder.names.contains("communities.csv"))
    }

    @Test func communitiesOnRequest() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1, communities: true))
        try Export(archive, scenarios: ["late"], replicates: 1, keeping: Keeping(communities: true)).write()
        #expect(
            try folder.text("communities.csv").split(separator: "\n").dropFirst() == [
                "late,1,1,c1,1.0,2.0", "late,1,1,c2,3.0,4.0", "late,1,2,c1,5.0,6.0", "late,1,2,c2,7.0,",
            ])
    }

    @Test func orderOfAddingLeavesNoTrace() throws {
        let other = try TemporaryFolder()
        let runs = [RunRecord.example("early", 1), .example("late", 1), .example("early", 2), .example("late", 2)]
        var texts: [String] = []
        for (place, order) in [(folder, runs), (other, runs.reversed())] {
            let archive = try Archive.open(place.path, for: .example())
            for run in order { try archive.add(run) }
            try Export(archive, scenarios: ["early", "late"], replicates: 2).write()
            texts.append(try place.text("series.csv") + place.text("money.csv"))
        }
        #expect(texts[0] == texts[1])
    }

    @Test func numbersReadBackAsTheSameValue() {
        for value in [0.1 + 0.2, 1e22, -2.5e-308, 0, 123_456_789, .pi] {
            #expect(Double(CSV.number(value)) == value)
        }
        #expect(CSV.number(.nan).isEmpty)
    }

    @Test func aFileAppearsOnlyWhenWhole() throws {
        try "before".write(toFile: folder.path + "/x.csv", atomically: true, encoding: .utf8)
        do {
            let file = try WholeFile("x.csv", in: folder.path)
            try file.append("half")
        }
        #expect(try folder.text("x.csv") == "before")
        let file = try WholeFile("x.csv", in: folder.path)
        try file.append("whole")
        try file.finish()
        #expect(try folder.text("x.csv") == "whole")
        #expect(folder.names == ["x.csv"])
    }
}
