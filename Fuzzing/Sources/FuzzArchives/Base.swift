import Archive
import Foundation
import Fuzzing
import GRDBSQLite
import Governance

/// A small archive that is right, made once by the program's own writing: what inputs then damage.
struct Base {
    /// `results.sqlite`; its tables take NULL anywhere, as a flipped bit can have it.
    let image: [UInt8]
    /// `manifest.json`.
    let manifest: [UInt8]
    let inputs: Inputs

    /// - Parameter hasDesign: whether its runs are at points of a design.
    init(_ folder: String, hasDesign: Bool) throws {
        let months = 3
        let observables = CommunityKeys.all
        let scenarios = ["late", "early"].map { id in
            ScenarioInput(
                id: id, title: Text(en: id, zh: id), file: id + ".yaml", sha256: Digest.sha256(of: id),
                changes: ["a=1"],
                start: "2007-01", months: months, residents: 100, communities: ["c1", "c2"],
                communityNames: [Text(en: "a", zh: "b"), Text(en: "c", zh: "d")],
                communityTypes: [Text(en: "a", zh: "b"), Text(en: "c", zh: "d")], communityResidents: [40, 60],
                parametersChanged: [.init(key: "k", standard: 1, value: 2)], attentionUntil: 2,
                events: [.init(month: 2, title: Text(en: "e", zh: "f"))])
        }
        let factor = FactorInput(
            id: "load", key: "institutions.taskLoad", values: [.number(0.5), .word("x")], low: 0, high: 1)
        let points = [PointInput(number: 1, values: [.number(0.5)]), PointInput(number: 2, values: [.word("x")])]
        let design = DesignInput(
            id: "d", title: Text(en: "d", zh: "e"), file: "d.yaml", sha256: Digest.sha256(of: "d"), sampling: "sobol",
            factors: [factor], points: points, replicates: 2,
            keeping: Keeping(months: .chosen([1, 3]), communities: true),
            watched: ["need.mean"])
        inputs = Inputs(
            program: "Cogov fuzz", model: "m", seed: 7, observables: observables, scenarios: scenarios,
            design: hasDesign ? design : nil)
        let archive = try Archive.open(folder, for: inputs)
        let kept = hasDesign ? [1, 3] : [1, 2, 3]
        for scenario in scenarios {
            for point in hasDesign ? [1, 2] : [0] {
                for replicate in 1...2 {
                    let width = observables.count
                    try archive.add(
                        RunRecord(
                            scenario: scenario.id, point: point, replicate: replicate, months: months, kept: kept,
                            seconds: 0.5,
                            world: (0..<kept.count * width).map { $0 == 1 ? .nan : Double($0) * 0.25 },
                            communities: (0..<2 * kept.count * width).map { Double($0) },
                            standing: (0..<3 * Standing.measures.count).map { Double($0) },
                            money: [
                                .init(month: 1, from: "a", to: "b", purpose: "grant", fen: 5),
                                .init(month: 3, from: "b", to: "a", purpose: "wages", fen: 9_007_199_254_740_993),
                            ]))
                }
            }
        }
        try archive.close()
        var manifest = Manifest(
            inputs: inputs, replicates: 2,
            sessions: [
                .init(command: ["cogov", "run", "late.yaml"], threads: 2, started: Date(timeIntervalSince1970: 0))
            ])
        manifest.failures = [.init(scenario: "late", point: nil, replicate: 3, month: 2, reason: "r")]
        manifest.enter(["results.sqlite"], in: folder)
        try manifest.write(to: folder)
        self.manifest = try Self.bytes(folder + "/manifest.json")
        var plain = try Self.bytes(folder + "/results.sqlite")
        // Bytes 18 and 19 say that there is a log beside the file, which a database in memory cannot have.
        (plain[18], plain[19]) = (1, 1)
        let database = try Database(plain)
        database.run("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '        ')")
        image = database.bytes
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
