import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("Design files")
struct DesignTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cogov-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private static let head = """
        id: d
        title: {en: T, zh: 题}
        summary: {en: S, zh: 摘要}
        scenarios: [{scenario: a.yaml}]

        """

    /// The design of the head and `rest`, in `d.yaml`.
    private func read(_ rest: String, head: String = head) throws -> Design {
        let path = folder.appendingPathComponent("d.yaml").path
        try (head + rest).write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try Design.read(path: path)
    }

    /// What is wrong with it, without the folder.
    private func faults(_ rest: String, head: String = head) throws -> [String] {
        let error = #expect(throws: ScenarioFaults.self) { try read(rest, head: head) }
        return (error?.faults ?? []).map {
            $0.description.replacing(folder.path + "/", with: "")
        }
    }

    @Test func everyKeyIsRead() throws {
        let design = try read(
            """
            set: [months=24]
            factors:
              - {id: load, key: institutions.taskLoad, range: [0.01, 1], scale: log, decimals: 3, levels: 4}
              - {key: institutions.rights.design}
              - {id: team, key: committees.staff, values: [3, 4.5]}
              - {id: habit, key: committees.facilitation, distribution: {kind: normal, mean: 0.5, sd: 0.1, low: 0, high: 1}}
              - {id: n, key: people.communities.upper.people, distribution: {kind: integers, low: 100, high: 200}}
            constraints: [load * 2 <= habit + 1]
            sampling: {kind: sobol, points: 64}
            replicates: 3
            seed: 9
            draws: own
            keep: {months: [24, 12], money: true, communities: true}
            watch: [need.mean]
            """)
        #expect(design.factors.map(\.id) == ["load", "institutions.rights.design", "team", "habit", "n"])
        #expect(design.factors[0].space == .range(0.01...1, isLogarithmic: true))
        #expect(design.factors[0].decimals == 3 && design.factors[0].levels == 4)
        #expect(design.factors[0].unit == Lever.named("taskLoad")?.unit && design.factors[0].meaning != nil)
        #expect(design.factors[1].space == .listed([.flag(false), .flag(true)]), "a lever's own values")
        #expect(design.factors[2].space == .listed([.number(3), .number(4.5)]))
        #expect(design.factors[3].space == .distribution(.normal(mean: 0.5, sd: 0.1, within: 0...1)))
        #expect(design.factors[4].space == .distribution(.integers(100...200)))
        #expect(design.sampling == .sobol(points: 64) && design.constraints.map(\.text) == ["load * 2 <= habit + 1"])
        #expect((design.replicates, design.seed, design.ownDraws) == (3, 9, true))
        #expect(design.keeping.months == .chosen([12, 24]) && design.keeping.money && design.keeping.communities)
        #expect(design.changes.map(\.text) == ["months=24"] && design.watched == ["need.mean"])
    }

    @Test func whatIsLeftOutHasItsDefault() throws {
        let design = try read("factors: [{key: institutions.taskLoad}]\nsampling: {kind: saltelli, base: 8}\n")
        #expect(design.sampling == .saltelli(base: 8, secondOrder: false))
        #expect(design.factors[0].space == .range(0...1, isLogarithmic: false))
        #expect(design.replicates == 1 && !design.ownDraws && design.keeping == Design.Keeping())
        #expect(design.watched.allSatisfy { Observable.named($0) != nil } && !design.watched.isEmpty)
    }

    private static let wrong: [(String, String)] = [
        (
            "factors: [{key: institutions.taskload}]\nsampling: {kind: factorial}\n",
            "d.yaml:5:17: factors[0].key: found institutions.taskload without values; expected values, range or "
                + "distribution; or a parameter or lever, whose declared range is then taken "
                + "(did you mean institutions.taskLoad?)"
        ),
        (
            "factors: [{key: a.b, range: [2, 1]}]\nsampling: {kind: sobol, points: 4}\n",
            "d.yaml:5:29: factors[0].range: found [2, 1]; expected two numbers, the second greater"
        ),
        (
            "factors: [{key: a.b, range: [0, 1], scale: log}]\nsampling: {kind: sobol, points: 4}\n",
            "d.yaml:5:29: factors[0].range: found [0, 1]; expected two numbers above 0, the second greater"
        ),
        (
            "factors: [{key: a.b, range: [0, 1], values: [1]}]\nsampling: {kind: sobol, points: 4}\n",
            "d.yaml:5:11: factors[0]: found 2 ways to take values; expected one of values, range and distribution"
        ),
        (
            "factors: [{key: a.b, values: [1, x]}]\nsampling: {kind: factorial}\n",
            "d.yaml:5:30: factors[0].values: found values of several kinds; expected only numbers, only true and false, "
                + "or only names"
        ),
        (
            "factors: [{key: a.b, range: [0, 1]}]\nsampling: {kind: factorial}\n",
            "d.yaml:5:17: factors.a.b: found a range without levels; expected values, or levels: how many values a full "
                + "factorial takes"
        ),
        (
            "factors:\n  - {id: x, key: a.b, values: [1]}\n  - {id: x, key: a.c, values: [1]}\nsampling: {kind: factorial}\n",
            "d.yaml:7:18: factors.x.id: found x a second time (first in line 6); expected an id that no other factor has"
        ),
        (
            "factors: [{key: a.b, distribution: {kind: normal, mean: 0, sd: 1}}]\nsampling: {kind: morris, trajectories: 4}\n",
            "d.yaml:5:17: factors.a.b: found a distribution without ends; expected low and high, since Morris' grid "
                + "reaches to the ends"
        ),
        (
            "factors: [{key: a.b, values: [1]}]\nsampling: {kind: morris, trajectories: 4, levels: 5}\n",
            "d.yaml:6:50: sampling.levels: found 5; expected an even number"
        ),
        (
            "factors: [{key: parameters.trust.prior}]\nsampling: {kind: sobol, points: 4}\n",
            "behavioural parameters; expected none, or experimental: with words that say why they are varied"
        ),
        (
            "factors: [{key: a.b, values: [1]}]\nsampling: {kind: latin, points: 4}\n",
            "d.yaml:6:18: sampling.kind: found latin; expected one of factorial, latinHypercube, sobol, morris, saltelli, "
                + "points"
        ),
        (
            "factors: [{key: a.b, values: [1]}]\nsampling: {kind: factorial}\nkeep: {months: some}\n",
            "d.yaml:7:16: keep.months: found some; expected all, final, or a list of 1 or more months, from 1"
        ),
        (
            "factors: [{id: x, key: a.b, values: [1]}]\nconstraints: [x + y <= 1]\nsampling: {kind: factorial}\n",
            "d.yaml:6:19: constraints[0]: found the unknown name y; expected a factor: x"
        ),
        (
            "factors: [{id: x, key: a.b, values: [1]}]\nconstraints:\n  - \"x <= (1 + 2\"\nsampling: {kind: factorial}\n",
            "d.yaml:7:17: constraints[0]: found the end; expected )"
        ),
        (
            "factors: [{key: a.b, values: [1]}]\nsampling: {kind: points, file: p.csv}\n",
            "d.yaml:6:32: sampling.file: found no file at p.csv; expected a readable scenario file"
        ),
    ]

    @Test(arguments: wrong.indices)
    func whatIsWrongIsToldWithItsPlace(_ place: Int) throws {
        let (text, expected) = Self.wrong[place]
        let found = try faults(text)
        #expect(found.count == 1 && found[0].hasSuffix(expected), "\(found)")
    }

    @Test func parametersAreVariedOnlyByDesignsThatSayWhy() throws {
        let key = try #require(Parameters.all.first).key
        let text = "factors: [{key: parameters.\(key)}]\nsampling: {kind: sobol, points: 4}\n"
        #expect(try faults(text).count == 1)
        #expect(try read("experimental: what they do\n" + text).experimental == "what they do")
    }

    // MARK: files of points

    private func points(_ text: String) throws -> Design {
        try text.write(
            to: folder.appendingPathComponent("points.csv"), atomically: true, encoding: .utf8)
        return try read(
            """
            factors: [{id: x, key: a.b, values: [0]}, {id: open, key: a.c, values: [0]}]
            constraints: [open or x > 1]
            sampling: {kind: points, file: points.csv}
            """)
    }

    @Test func aFileOfPointsGivesTheValues() throws {
        let design = try points("point,open,x\n7,true,0.5\n9, false ,2\n\n")
        #expect(design.sampling == .listed([[.number(0.5), .flag(true)], [.number(2), .flag(false)]]))
        #expect(design.constraints[0].holds([.number(2), .flag(false)]))
        #expect(design.files.count == 2, "its content is part of the design's digest")
    }

    @Test func whatIsWrongInAFileOfPointsIsToldWithItsLine() throws {
        func told(_ text: String) throws -> [String] {
            let error = #expect(throws: ScenarioFaults.self) { try points(text) }
            return (error?.faults ?? []).map { $0.description.replacing(folder.path + "/", with: "") }
        }
        #expect(
            try told("x,opn\n1,true\n") == [
                "points.csv:1: open: found no column open; expected a column for every factor (did you mean opn?)",
                "points.csv:1: opn: found the unknown column opn; expected a factor: x, open (did you mean open?)",
            ])
        #expect(try told("x,open\n1,true\n2\n") == ["points.csv:3: found 1 fields; expected 2, as in the first line"])
        #expect(try told("x,open\n1,true\n,true\n") == ["points.csv:3: x: found nothing; expected a value"])
        #expect(try told("x,open\n1,true\n2,7\n").first?.contains("open: found values of several kinds") == true)
        #expect(try told("x,open\n") == ["points.csv:1: found no points; expected a line for each point"])
    }
}
