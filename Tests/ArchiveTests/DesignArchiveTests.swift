import Foundation
import Testing

@testable import Archive

@Suite struct DesignArchiveTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func inputs(_ loads: [Double], own: Bool = false, months: Keeping.Months = .all) -> Inputs {
        var inputs = Inputs.example()
        inputs.design = DesignInput(
            id: "d", title: .init(en: "d", zh: "d"), file: "d.yaml", sha256: "0", sampling: "sobol",
            factors: [
                FactorInput(id: "load", key: "institutions.taskLoad", low: 0, high: 1),
                FactorInput(id: "open", key: "institutions.rights.design", values: [.word("true"), .word("false")]),
            ],
            points: loads.enumerated().map {
                PointInput(number: 2 * $0 + 1, values: [.number($1), .word($0 == 0 ? "true" : "false")])
            }, ownDraws: own, replicates: 2, keeping: Keeping(months: months, money: false), watched: ["need.mean"])
        return inputs
    }

    private func run(_ scenario: String, _ point: Int, _ replicate: Int, shift: Double = 0, kept: [Int]? = nil) -> RunRecord {
        var run = RunRecord.example(scenario, replicate, shift: shift)
        run.point = point
        run.money = []
        run.hasMoney = false
        if let kept {
            run.world = kept.flatMap { Array(run.world[2 * $0 - 2..<2 * $0]) }
            run.kept = kept
        }
        return run
    }

    @Test func aDesignIsReadBackAsItWas() throws {
        let design = inputs([0.25, 1e-7]).design
        _ = try Archive.open(folder.path, for: inputs([0.25, 1e-7]))
        #expect(try Archive.read(folder.path).design() == design)
        #expect(design?.points[1].number == 3)
    }

    @Test func furtherPointsJoinAndOthersAreRefused() throws {
        let archive = try Archive.open(folder.path, for: inputs([0.25, 0.5]))
        try archive.add(run("late", 3, 1))
        try archive.close()
        let more = try Archive.open(folder.path, for: inputs([0.25, 0.5, 0.75]))
        #expect(try more.design()?.points.count == 3)
        #expect(try more.runs(of: "late").whole == [RunAddress(scenario: "late", point: 3, replicate: 1)])
        try more.close()
        func refusal(_ inputs: Inputs) throws -> String {
            let error = #expect(throws: ArchiveError.self) { try Archive.open(folder.path, for: inputs) }
            guard case .different(_, let differences) = try #require(error) else { return "\(error.debugDescription)" }
            return differences.map(\.message.en).joined(separator: "\n")
        }
        #expect(try refusal(inputs([0.25, 0.6])) == "point 3: load was 0.5, and is 0.6 now")
        #expect(try refusal(inputs([0.25, 0.5], own: true)) == "common draws then, draws of each point's own now")
        #expect(try refusal(.example()) == "the design d then, runs without one now")
    }

    @Test func runsWithoutADesignStayAlone() throws {
        let archive = try Archive.open(folder.path, for: .example())
        try archive.close()
        #expect(throws: ArchiveError.self) { try Archive.open(folder.path, for: inputs([0.5])) }
    }

    @Test func tablesHaveThePointsAndTheMonthsAskedFor() throws {
        let archive = try Archive.open(folder.path, for: inputs([0.25, 0.5], months: .final))
        try archive.add(run("late", 3, 1, shift: 1, kept: [2]))
        try archive.add(run("late", 1, 1))
        #expect(try Export(archive).write() == ["points.csv", "series.csv"])
        #expect(try folder.text("points.csv") == "point,load,open\n1,0.25,true\n3,0.5,false\n")
        #expect(
            try folder.text("series.csv").split(separator: "\n").dropFirst() == [
                "late,1,1,2,1e-07,12.0", "late,3,1,2,1.0000001,12.0",
            ])
    }

    @Test func aRunCountsWhereItHasTheMonthsAskedFor() throws {
        let archive = try Archive.open(folder.path, for: inputs([0.25]))
        try archive.add(run("late", 1, 1, kept: [2]))
        func counts(_ months: Keeping.Months, money: Bool = false) throws -> Bool {
            try !archive.runs(of: "late", keeping: Keeping(months: months, money: money)).whole.isEmpty
        }
        #expect(try counts(.final) && counts(.chosen([2])) && !counts(.all) && !counts(.chosen([1, 2])))
        #expect(try counts(.chosen([2, 60])), "months after the end are asked of no run")
        #expect(try !counts(.final, money: true))
    }

    @Test func lastMonthsAreReadWithoutTheRest() throws {
        let archive = try Archive.open(folder.path, for: inputs([0.25, 0.5]))
        try archive.add(run("late", 3, 1))
        try archive.add(run("early", 1, 2, kept: [1]))
        let summaries = try archive.summaries(of: ["cost, \"all\"", "need.mean"])
        #expect(summaries.map(\.run.point) == [3, 1], "in the order of writing")
        #expect(summaries[0].values == [12, 1e-7] && summaries[1].values[0].isNaN)
    }

    @Test func shardsJoinIntoTheTablesOfTheWhole() throws {
        let inputs = inputs([0.25, 0.5])
        let runs = ["early", "late"].flatMap { id in
            [1, 3].flatMap { point in (1...2).map { run(id, point, $0, shift: Double(point * $0)) } }
        }
        var folders: [TemporaryFolder] = []
        for part in [runs, runs.enumerated().filter { $0.offset % 3 == 0 }.map(\.element),
            runs.enumerated().filter { $0.offset % 3 != 0 }.map(\.element).reversed(), []]
        {
            let folder = try TemporaryFolder()
            let archive = try Archive.open(folder.path, for: inputs)
            for run in part { try archive.add(run) }
            try archive.close()
            folders.append(folder)
        }
        let keeping = Keeping(money: false)
        let joined = try Archive.open(folders[3].path, for: inputs)
        #expect(try joined.merge(Archive.read(folders[1].path), keeping: keeping) == 3)
        #expect(try joined.merge(Archive.read(folders[2].path), keeping: keeping) == 5)
        #expect(try joined.merge(Archive.read(folders[2].path), keeping: keeping) == 0, "nothing is there twice")
        _ = try Export(joined).write()
        _ = try Export(Archive.read(folders[0].path)).write()
        for name in ["points.csv", "series.csv"] { #expect(try folders[3].text(name) == folders[0].text(name)) }
        var others = inputs
        others.seed = 99
        let strange = try TemporaryFolder()
        _ = try Archive.open(strange.path, for: others)
        #expect(throws: ArchiveError.self) { try joined.merge(Archive.read(strange.path), keeping: keeping) }
    }
}
