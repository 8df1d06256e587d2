import Foundation
import GRDB

extension Archive {
    /// Refuses inputs that contradict those kept in a database.
    ///
    /// - Throws: ``ArchiveError`` `different`.
    static func compare(_ inputs: Inputs, with db: Database, path: String) throws {
        let kept = try settings(db)
        var differences =
            InputDifference.of("the seed", "随机种子", kept: kept["seed"], asked: String(inputs.seed))
            + InputDifference.of("the program", "程序版本", kept: kept["program"], asked: inputs.program)
        if let model = kept["model"], model != inputs.model {
            differences.append(
                InputDifference(
                    "the model is another now: other observables, defaults or results", "模型已改变：观测指标、默认参数或结果不同"))
        }
        for asked in inputs.scenarios {
            guard let entry = try scenario(asked.id, db) else { continue }
            differences += InputDifference.between(kept: entry.input, asked: asked)
        }
        differences += try InputDifference.between(kept: design(db), asked: inputs.design, isNew: kept.isEmpty)
        guard differences.isEmpty else { throw ArchiveError.different(path: path, differences: differences) }
    }

    /// Writes what is new of inputs that do not contradict those kept.
    static func admit(_ inputs: Inputs, _ db: Database) throws {
        if try settings(db).isEmpty {
            for (name, value) in [
                ("seed", String(inputs.seed)), ("program", inputs.program), ("model", inputs.model),
            ] {
                try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name, value])
            }
        }
        for scenario in inputs.scenarios where try self.scenario(scenario.id, db) == nil {
            try insert(scenario, db)
        }
        if let design = inputs.design { try admit(design, db) }
    }

    /// The inputs whose runs are kept here; scenarios in the order of their ids.
    public func inputs() throws(ArchiveError) -> Inputs {
        try reading(Self.inputs(of:))
    }

    static func inputs(of db: Database) throws -> Inputs {
        let kept = try settings(db)
        let ids = try String.fetchAll(db, sql: "SELECT id FROM scenario ORDER BY id")
        return Inputs(
            program: kept["program"] ?? "", model: kept["model"] ?? "", seed: UInt64(kept["seed"] ?? "") ?? 0,
            observables: try Self.observables(of: db), scenarios: try ids.compactMap { try scenario($0, db)?.input },
            design: try design(db))
    }

    /// Keys of the observables, in the order of the columns.
    static func observables(of db: Database) throws -> [String] {
        try db.columns(in: "world_month").dropFirst(2).map(\.name)
    }

    static func settings(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting")
        return Dictionary(try rows.map { (try $0.cell("name"), try $0.cell("value")) }) { $1 }
    }

    /// The scenario of that id as it is kept, and its key; nil if it is not.
    static func scenario(_ id: String, _ db: Database) throws -> (key: Int64, input: ScenarioInput)? {
        guard let row = try Row.fetchOne(db, sql: "SELECT key, hash, input FROM scenario WHERE id = ?", arguments: [id])
        else { return nil }
        let text: String = try row.cell("input")
        let input = try JSONDecoder().decode(ScenarioInput.self, from: Data(text.utf8))
        guard try input.hash == row.cell("hash") else {
            throw ArchiveError.damaged(path: "scenario \(id)", reason: "its hash is not that of its content")
        }
        guard input.isWhole else {
            throw ArchiveError.damaged(
                path: "scenario \(id)", reason: "what it tells of its communities or months cannot be")
        }
        return (try row.cell("key"), input)
    }

    private static func insert(_ scenario: ScenarioInput, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO scenario (id, hash, input) VALUES (?, ?, ?)",
            arguments: [scenario.id, scenario.hash, try json(scenario)])
        let key = db.lastInsertedRowID
        for (place, community) in scenario.communities.enumerated() {
            try db.execute(sql: "INSERT INTO community VALUES (?, ?, ?)", arguments: [key, place, community])
        }
    }

    /// As JSON with sorted keys.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
