import Foundation
import GRDB
import Testing

@testable import Archive

/// SQLite lets any column hold any value: what cannot be is told, and never ends the program.
@Suite("Cells that hold what they cannot")
struct WrongCellsTests {
    /// Columns that are read, by table.
    static let columns: [(table: String, column: String)] = [
        ("run", "point"), ("run", "replicate"), ("run", "months"), ("run", "kept"), ("run", "money"),
        ("run", "communities"),
        ("run", "seconds"), ("run", "checksum"), ("scenario", "id"), ("scenario", "hash"), ("scenario", "input"),
        ("setting", "name"), ("setting", "value"), ("world_month", "month"), ("world_month", "need.mean"),
        ("community_month", "community"), ("standing", "community"), ("transfer", "month"), ("transfer", "fen"),
        ("account", "name"), ("purpose", "name"), ("holder", "process"), ("holder", "cores"), ("claim", "month"),
        ("claim", "reason"), ("claim", "holder"), ("factor", "input"), ("factor_value", "number"),
        ("factor_value", "word"),
    ]

    static let values = ["NULL", "'x'", "x'ff'", "-1", "9223372036854775807", "'1,2,99999999999999999999'"]

    /// Databases without a design and with one, whose tables take NULL anywhere: a flipped bit asks no constraint.
    private static func bases() throws -> [Data] {
        try [false, true].map { hasDesign in
            let folder = try TemporaryFolder()
            try fill(folder, hasDesign: hasDesign)
            let path = folder.path + "/results.sqlite"
            try change(path, "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')")
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }

    private static func change(_ path: String, _ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let database = try DatabaseQueue(path: path, configuration: configuration)
        try database.inDatabase { db in try db.execute(sql: "PRAGMA writable_schema = ON; " + sql) }
        try database.close()
    }

    @Test("each column with each kind of value")
    func cells() throws {
        let folder = try TemporaryFolder()
        for base in try Self.bases() {
            for (table, column) in Self.columns {
                for value in Self.values {
                    let path = folder.path + "/results.sqlite"
                    try base.write(to: URL(fileURLWithPath: path))
                    try Self.change(path, "UPDATE OR IGNORE \"\(table)\" SET \"\(column)\" = \(value)")
                    try Self.readAll(folder)
                }
            }
        }
    }

    /// Reads everything; what is refused is refused as an ``ArchiveError``, as the types say.
    private static func readAll(_ folder: TemporaryFolder) throws {
        guard let archive = try? Archive.read(folder.path) else { return }
        _ = try? archive.inputs()
        _ = try? archive.contents()
        _ = try? archive.design()
        _ = try? archive.activity()
        _ = try? archive.summaries(of: archive.observables)
        _ = try? archive.means(of: "need.mean", months: nil)
        _ = try? archive.communityMeans(of: ["need.mean"], scenario: "late", replicate: 1, months: 1...2)
        _ = try? archive.run("late", 1, communities: true)
        _ = try? archive.runs(of: "late")
        _ = try? Export(archive).write()
        try archive.close()
    }

    private static func fill(_ folder: TemporaryFolder, hasDesign: Bool) throws {
        var inputs = Inputs.example()
        if hasDesign {
            inputs.design = DesignInput(
                id: "d", title: .init(en: "d", zh: "d"), file: "d.yaml", sha256: "0", sampling: "sobol",
                factors: [FactorInput(id: "a", key: "k", low: 0, high: 1)],
                points: [PointInput(number: 1, values: [.number(0.5)])], replicates: 1)
        }
        let archive = try Archive.open(folder.path, for: inputs)
        for replicate in 1...2 {
            var run = RunRecord.example("late", replicate, communities: true)
            run.point = hasDesign ? 1 : 0
            try archive.add(run)
        }
        _ = try archive.claim(RunAddress(scenario: "late", replicate: 9), keeping: Keeping())
        try archive.enterFailure(of: RunAddress(scenario: "late", replicate: 9), month: 1, reason: "r")
        try archive.close()
    }

    @Test("a run that tells of more months than can be is made again, others stay")
    func months() throws {
        let folder = try TemporaryFolder()
        try Self.fill(folder, hasDesign: false)
        let database = try DatabaseQueue(path: folder.path + "/results.sqlite")
        try database.inDatabase { db in try db.execute(sql: "UPDATE run SET months = 1 << 62 WHERE replicate = 1") }
        try database.close()
        let archive = try Archive.open(folder.path, for: .example())
        #expect(try archive.replicates(of: "late").whole == [2])
        #expect(throws: ArchiveError.self) { try archive.run("late", 1) }
        try archive.add(.example("late", 1))
        #expect(try archive.replicates(of: "late").whole == [1, 2])
    }

    @Test("communities without their names are no scenario's")
    func names() throws {
        let folder = try TemporaryFolder()
        var inputs = Inputs.example()
        inputs.scenarios[0].communityNames = [.init(en: "one", zh: "一")]
        let archive = try Archive.open(folder.path, for: inputs)
        #expect(throws: ArchiveError.self) { try archive.inputs() }
    }

    @Test("what is no file is not opened")
    func pipes() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path + "/results.sqlite", 0o600) == 0)
        for open in [{ try Archive.read(folder.path) }, { try Archive.open(folder.path, for: .example()) }] {
            let error = #expect(throws: ArchiveError.self) { _ = try open() }
            #expect(error?.message.en.contains("it is not a file") == true)
        }
    }

    @Test(
        "a manifest that cannot be is none",
        arguments: [#""replicates" : -1"#, #""replicates" : 1e30"#, #""replicates" : null"#])
    func manifests(change: String) throws {
        let folder = try TemporaryFolder()
        try Manifest(inputs: .example(), replicates: 2, sessions: []).write(to: folder.path)
        #expect(Manifest.read(from: folder.path)?.replicates == 2)
        let text = try folder.text("manifest.json")
        let changed = text.replacing(#""replicates" : 2"#, with: change)
        #expect(changed != text)
        try changed.write(toFile: folder.path + "/manifest.json", atomically: true, encoding: .utf8)
        #expect(Manifest.read(from: folder.path) == nil)
        #expect(truncate(folder.path + "/manifest.json", 1 << 30) == 0)
        #expect(Manifest.read(from: folder.path) == nil)
    }
}
