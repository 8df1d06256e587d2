import Numerics
import Testing

@testable import Analysis

@Suite("Patient rule induction")
struct PRIMTests {
    /// Uniform noise in five inputs, and a verdict for each case.
    static func cases(_ count: Int, seed: UInt64 = 1, _ verdict: ([Double], inout Draws) -> Bool) -> (CaseTable, [Bool])
    {
        let stream = Stream(seed: seed, replicate: 0, name: "cases")
        var (points, verdicts): ([[Double]], [Bool]) = ([], [])
        for number in 0..<count {
            var draws = stream.draws(agent: UInt64(number), month: 0)
            let point = (0..<5).map { _ in draws.uniform() }
            points.append(point)
            verdicts.append(verdict(point, &draws))
        }
        let inputs = (0..<5).map { input in
            CaseTable.Input(id: "x\(input)", values: .numbers(points.map { $0[input] }))
        }
        return (CaseTable(inputs), verdicts)
    }

    /// Boxes found, each held against twelve samples of the cases.
    private static func boxes(_ table: CaseTable, _ verdicts: [Bool]) throws -> [Discovery.FoundBox] {
        var settings = Discovery.Settings()
        settings.samples = 12
        return try Discovery(
            table, isOfInterest: verdicts, values: verdicts.map { $0 ? 1 : 0 }, settings: settings
        ).boxes
    }

    private func ends(_ box: Box, _ input: Int) -> (low: Double?, high: Double?) {
        if case .range(let low, let high) = box.limits[input] { (low, high) } else { (nil, nil) }
    }

    /// All cases in a box with known corners, and none elsewhere: it is found to within the gaps between cases. Of 2,000 cases
    /// about 400 are in it, so that beyond a face the next case is nearer than 0.02 with a probability above 0.999; and what is
    /// peeled off too much is pasted back up to a last part of less than a twentieth.
    @Test func aBoxWithKnownCornersIsFound() throws {
        let (table, verdicts) = Self.cases(2000) { x, _ in (0.2...0.6).contains(x[1]) && x[3] >= 0.5 }
        let found = try #require(
            try Self.boxes(table, verdicts).first)
        #expect(found.final.box.restricted == [1, 3])
        let (density, coverage) = (found.final.density, found.final.coverage)
        #expect(2 * density * coverage / (density + coverage) > 0.95)
        let (first, second) = (ends(found.final.box, 1), ends(found.final.box, 3))
        #expect(abs((first.low ?? 0) - 0.2) < 0.03 && abs((first.high ?? 1) - 0.6) < 0.03)
        #expect(abs((second.low ?? 0) - 0.5) < 0.03 && second.high == nil)
        #expect(found.quasiP.values.allSatisfy { ($0.most ?? 1) < 1e-6 })
        #expect([1, 3].allSatisfy { found.reproducibility.shares[$0] > 0.9 })
        #expect(found.reproducibility.density > 0.85)
    }

    /// The same box among noise: nine of ten inside are of interest and one of ten outside. What is told of the cases left out is
    /// near the truth, 0.9.
    @Test func noiseBlursItALittle() throws {
        let (table, verdicts) = Self.cases(2000) { x, draws in
            draws.uniform() < ((0.2...0.6).contains(x[1]) && x[3] >= 0.5 ? 0.9 : 0.1)
        }
        let found = try #require(
            try Self.boxes(table, verdicts).first)
        #expect(Set(found.final.box.restricted).isSuperset(of: [1, 3]))
        let (first, second) = (ends(found.final.box, 1), ends(found.final.box, 3))
        #expect(abs((first.low ?? 0) - 0.2) < 0.06 && abs((first.high ?? 1) - 0.6) < 0.06)
        #expect(abs((second.low ?? 0) - 0.5) < 0.06)
        #expect((0.75...0.97).contains(found.reproducibility.density))
        for input in [0, 2, 4] { #expect(found.reproducibility.shares[input] < 0.7, "\(input)") }
    }

    /// Where nothing decides, boxes that look dense are no denser on the cases left out: a fifth, whose standard error over some 150
    /// cases a sample and 50 samples that overlap is below 0.03.
    @Test func noiseAloneIsToldApart() throws {
        let (table, verdicts) = Self.cases(600, seed: 3) { _, draws in draws.uniform() < 0.2 }
        let prim = PRIM(table, isOfInterest: verdicts)
        let rows = Array(0..<table.count)
        let last = try #require(prim.trajectory(among: rows).last)
        #expect(last.density > 0.24)
        let again = Reproducibility(
            last, of: prim, among: rows, samples: 50, stream: Stream(seed: 1, replicate: 0, name: "t"))
        #expect(abs(again.density - 0.2) < 0.09)
    }

    @Test func labelsAreLeftOut() throws {
        let (numbers, _) = Self.cases(600) { _, _ in true }
        let words = (0..<600).map { ["a", "b", "c", "d"][($0 * 7) % 4] }
        let table = CaseTable(Array(numbers.inputs.prefix(2)) + [.init(id: "w", values: .words(words))])
        let verdicts = words.map { $0 == "b" || $0 == "d" }
        let found = try #require(
            try Self.boxes(table, verdicts).first)
        #expect(found.final.box.limits[2] == .labels([false, true, false, true]))
        #expect(found.final.density == 1 && found.final.coverage == 1)
    }

    /// Two boxes far apart are found one after another.
    @Test func whatTheFirstBoxLeavesIsFoundNext() throws {
        let (table, verdicts) = Self.cases(2000) { x, _ in x[0] < 0.3 && x[1] < 0.4 || x[2] > 0.8 && x[1] > 0.6 }
        let boxes = try Self.boxes(table, verdicts)
        #expect(boxes.count >= 2)
        #expect(boxes.prefix(2).reduce(0) { $0 + $1.final.coverage } > 0.85)
        #expect(boxes.prefix(2).allSatisfy { $0.final.density > 0.8 })
    }

    @Test func stepsAreChosenByRule() throws {
        let (table, verdicts) = Self.cases(500) { x, _ in x[0] < 0.3 }
        let steps = PRIM(table, isOfInterest: verdicts).trajectory(among: Array(0..<500))
        let dense = try #require(BoxChoice.density(0.6).place(in: steps))
        #expect(steps[dense].density >= 0.6 && steps[dense - 1].density < 0.6)
        let wide = try #require(BoxChoice.coverage(0.99).place(in: steps))
        #expect(steps[wide].coverage >= 0.99)
        #expect(BoxChoice.step(0).place(in: steps) == 0 && BoxChoice.step(steps.count).place(in: steps) == nil)
        #expect(throws: Discovery.MissingStep(box: 1, steps: steps.count)) {
            var settings = Discovery.Settings()
            settings.choices = [.step(steps.count)]
            _ = try Discovery(table, isOfInterest: verdicts, values: verdicts.map { $0 ? 1 : 0 }, settings: settings)
        }
    }

    /// P(Bin(3, 1/2) >= 2) = 1/2; and none, all, and more than all.
    @Test func binomialTails() {
        #expect(abs(Binomial.upperTail(2, of: 3, probability: 0.5) - 0.5) < 1e-12)
        #expect(
            Binomial.upperTail(0, of: 3, probability: 0.5) == 1 && Binomial.upperTail(4, of: 3, probability: 0.5) == 0)
        #expect(Binomial.upperTail(3, of: 3, probability: 1) == 1 && Binomial.upperTail(1, of: 3, probability: 0) == 0)
    }
}

/// Against the EMA workbench's PRIM (PyPI: ema-workbench) on the same cases.
@Suite(
    .enabled(
        if: Python.has("ema_workbench"),
        "no Python with the EMA workbench: pip install ema-workbench, or set COGOV_PYTHON"))
struct PRIMAgainstWorkbenchTests {
    private struct Given: Encodable {
        var x: [[Double]]
        var y: [Bool]
    }

    private struct Answer: Decodable {
        var n: [Int]
        var k: [Int]
        var quasi: [[Double]]
    }

    @Test func trajectoryPastingAndQuasiP() throws {
        let (table, verdicts) = PRIMTests.cases(800, seed: 5) { x, draws in
            draws.uniform() < (x[1] < 0.5 && x[4] > 0.35 ? 0.85 : 0.15)
        }
        let columns = table.inputs.map { input -> [Double] in
            if case .numbers(let values) = input.values { values } else { [] }
        }
        let theirs: Answer = try Python.run(
            """
            import sys, json, warnings
            warnings.simplefilter('ignore')
            import numpy as np, pandas as pd
            from ema_workbench.analysis import prim
            given = json.load(sys.stdin)
            x = pd.DataFrame({f'x{i}': column for i, column in enumerate(given['x'])})
            box = prim.Prim(x, np.array(given['y']), threshold=0.5, peel_alpha=0.05, paste_alpha=0.05, mass_min=0.05).find_box()
            path = box.peeling_trajectory
            quasi = [[float(q) for u in x.columns for q in step.get(u, [-1, -1])] for step in box.qp]
            print(json.dumps({'n': [int(n) for n in path['n']], 'k': [int(k) for k in path['k']], 'quasi': quasi}))
            """, Given(x: columns, y: verdicts))
        let rows = Array(0..<table.count)
        let prim = PRIM(table, isOfInterest: verdicts)
        let steps = prim.trajectory(among: rows)
        #expect(steps.map(\.cases) == Array(theirs.n.prefix(steps.count)))
        #expect(steps.map(\.interest) == Array(theirs.k.prefix(steps.count)))
        let last = try #require(steps.last)
        let pasted = prim.pasted(last, among: rows)
        #expect(pasted.cases == theirs.n.last && pasted.interest == theirs.k.last)
        for (step, theirs) in zip(steps, theirs.quasi).dropFirst() {
            let ours = table.inputs.indices.flatMap { input -> [Double] in
                let quasi = QuasiP(step, input: input, of: prim, among: rows)
                return [quasi.low ?? -1, quasi.high ?? -1]
            }
            #expect(zip(ours, theirs).allSatisfy { abs($0 - $1) < 1e-9 })
        }
    }
}
