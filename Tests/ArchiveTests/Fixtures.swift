import Foundation
import Governance

@testable import Archive

/// A folder of its own for a test, removed at the end.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "cogov-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

extension Archive {
    /// Numbers of the replicates of a scenario that are here, and of those that are damaged.
    func replicates(of scenario: String, communities: Bool = false) throws -> (whole: Set<Int>, damaged: Set<Int>) {
        let runs = try runs(of: scenario, keeping: Keeping(communities: communities))
        return (Set(runs.whole.map(\.replicate)), Set(runs.damaged.map(\.replicate)))
    }
}

extension Inputs {
    /// Two small scenarios, two observables.
    static func example(
        seed: UInt64 = 7, content: String = "a", months: Int = 2, changes: [String] = [], model: String = "m"
    ) -> Inputs {
        Inputs(
            program: "Cogov test", model: model, seed: seed, observables: ["need.mean", "cost, \"all\""],
            scenarios: [
                .example("late", content: content, months: months, changes: changes),
                .example("early", content: "e", months: 2),
            ])
    }
}

extension ScenarioInput {
    static func example(_ id: String, content: String, months: Int, changes: [String] = []) -> ScenarioInput {
        ScenarioInput(
            id: id, title: .init(en: id, zh: id), file: id + ".yaml", sha256: Digest.sha256(of: content),
            changes: changes, start: "2007-01", months: months, residents: 100, communities: ["c1", "c2"],
            parametersChanged: [])
    }
}

extension RunRecord {
    static func example(
        _ scenario: String, _ replicate: Int, shift: Double = 0, communities: Bool = false, standing: Bool = true
    ) -> RunRecord {
        RunRecord(
            scenario: scenario, replicate: replicate, months: 2, seconds: 0.5,
            world: [0.1 + shift, .nan, 1e-7 + shift, 12],
            communities: communities ? [1, 2, 3, 4, 5, 6, 7, .nan] : [],
            standing: standing ? (0..<3 * Standing.measures.count).map { $0 == 4 ? .nan : shift + Double($0) } : [],
            money: [
                MoneyRow(month: 1, from: "a", to: "b", purpose: "grant", fen: 5),
                MoneyRow(month: 2, from: "b", to: "c, the third", purpose: "wages", fen: 9_007_199_254_740_993),
            ])
    }
}
