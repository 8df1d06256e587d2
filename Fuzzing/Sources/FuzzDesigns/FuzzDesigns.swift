import Fuzzing
import Governance

@testable import Scenarios

/// The files that stand beside scenarios: which reader gets an input says its first line; a second part, below a line of `%%`, is
/// the file of points that a design may name.
private enum Input: String, CaseIterable {
    case design, plan, claim, targets, lesson, task, table, switches, rule

    static let desk = Desk("designs")

    static let words = Words(joining: [
        Words(schema: ScenarioSchema.designJSON()), Words(schema: ScenarioSchema.planJSON()),
        Words(schema: ScenarioSchema.claimJSON()), Words(Lever.all.map(\.key)), Words(Observable.all.map(\.key)),
        Words(Parameters.all.map { "parameters." + $0.key }), Words(allCases.map { "# \($0.rawValue)\n" }),
        Words(["institutions.", UnsafeRawBufferPointer.mark, "file: points.csv"]),
        Words([
            "and", "or", "not", "min(", "max(", "abs(", "quantile(", "at month 3", "in months 1 to 3", "at end", "<=",
        ]),
    ])

    static let lines = Lines(words)

    static func seeds() -> [[UInt8]] {
        let files: [(Input, [String])] = [
            (.design, Repository.texts(in: "Designs").map(\.text)), (.plan, Repository.texts(in: "Plans").map(\.text)),
            (.claim, Repository.texts(in: "Claims").map(\.text)),
            (.targets, Repository.texts(in: "Scenarios").filter { $0.name == "calibration.yaml" }.map(\.text)),
            (.lesson, Repository.texts(in: "Studio/lessons").map(\.text)),
            (.task, Repository.texts(in: "Studio/tasks").map(\.text)),
            (.switches, Repository.texts(in: "Designs/switches").map(\.text)),
            (.table, ["a,b,word\n1,2.5,x\n-3,1e-4,y\n"]),
            (
                .rule,
                [
                    "need.mean at month 36 > 0.4 and trust.committee at end < quantile(0.25)",
                    "0.1 < need.mean in months 25 to 36 <= 0.2 or not abs(spirit - 1) * 2 >= min(efficacy, 1, -spirit)",
                    "quantile(need.mean at end, 0.9) / 3 != 0.5",
                ]
            ),
        ]
        let points = """
            id: listed
            title: {en: a, zh: b}
            summary: {en: a, zh: b}
            scenarios: [{scenario: jinsong}]
            factors: [{id: load, key: institutions.taskLoad}, {id: mode, key: institutions.serviceTargeting}]
            constraints: [load < 0.5 or mode == "proportional"]
            sampling: {kind: points, file: points.csv}
            """ + UnsafeRawBufferPointer.mark + "point,load,mode\n1,0.25,proportional\n2,0.5,vulnerableFirst\n"
        return (files + [(.design, [points])]).flatMap { input, texts in
            texts.map { Array("# \(input.rawValue)\n\($0)".utf8) }
        }
    }

    static func read(_ bytes: UnsafeRawBufferPointer) {
        let parts = bytes.parts
        desk.put(parts: parts, as: ["file.yaml", "points.csv"])
        let head = String(decoding: parts[0].prefix { $0 != 0x0A }.dropFirst(2), as: UTF8.self)
        guard let reader = Input(rawValue: head) else { return }
        let path = desk.file("file.yaml")
        switch reader {
        case .design: _ = try? Design.read(path: path)
        case .plan:
            if let plan = try? Plan.read(path: path) { for lever in plan.levers { _ = lever.domain } }
        case .claim: _ = try? Claim.read(path: path)
        case .targets: _ = try? CalibrationTargets.read(path: path)
        case .lesson: _ = try? Lesson.read(path: path)
        case .task: _ = try? WorkshopTask.read(path: path)
        case .table:
            // Below its first line, which no table has.
            let rest = UnsafeRawBufferPointer(rebasing: parts[0].dropFirst(head.utf8.count + 3))
            desk.put(rest, as: "table.csv")
            _ = try? DataTable.read(path: desk.file("table.csv"))
        case .switches: _ = try? SwitchFormat.read(path: path, differences: ["funds.venture", "rights.design"])
        case .rule:
            let text = String(decoding: parts[0].dropFirst(head.utf8.count + 3), as: UTF8.self)
            let names = Observable.all.map(\.key)
            if let rule = try? OutcomeRule(text, names: names, hasMonths: true, option: "--where") {
                _ = rule.holds(rule.measures.map { _ in 0.5 })
            }
        }
    }
}

@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: Start.Count, _ arguments: Start.Arguments) -> CInt {
    Start.begin("designs", count, arguments, words: Input.words, seeds: Input.seeds)
    return 0
}

@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32) -> Int {
    Input.lines.mutate(data, count, most: most, seed: seed)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Input.read(UnsafeRawBufferPointer(start: data, count: count))
    return 0
}
