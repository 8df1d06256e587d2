import Foundation
import Governance
import Testing

@testable import Scenarios

/// A wrong file of `Fixtures/wrong` and one fault that it must give.
struct Wrong: Sendable {
    let name: String
    let line: Int
    let column: Int
    let keyPath: String
    /// Pieces of what the fault says.
    let found: String
    let expected: String
    let nearest: String?
    /// Where the fault lies in a file that it extends: what follows the fixture's name, or a path from its folder.
    let inFile: String

    init(
        _ name: String, _ line: Int, _ column: Int, _ keyPath: String, _ found: String, _ expected: String,
        nearest: String? = nil, inFile: String = ""
    ) {
        self.name = name
        self.line = line
        self.column = column
        self.keyPath = keyPath
        self.found = found
        self.expected = expected
        self.nearest = nearest
        self.inFile = inFile
    }

    static let all = text + keys + values + names + rules + counted + joined + sources

    var file: String { Fixture.path("wrong/") + (inFile.hasPrefix("..") ? inFile : name + ".yaml" + inFile) }
}

@Suite("Wrong scenario files")
struct WrongScenarioTests {
    static let byName = Dictionary(grouping: Wrong.all, by: \.name)

    @Test("each gives exactly its faults, at their places", arguments: byName.keys.sorted())
    func givesItsFaults(name: String) throws {
        let path = Fixture.path("wrong/\(name).yaml")
        let cases = try #require(Self.byName[name])
        let faults = try #require(refusals(path))
        #expect(faults.count == cases.count, "\(faults)")
        for (fault, wrong) in zip(faults, cases) {
            #expect(fault.file == wrong.file)
            #expect(fault.line == wrong.line && fault.column == wrong.column, "\(fault)")
            #expect(fault.keyPath == wrong.keyPath)
            #expect(fault.found.en.contains(wrong.found), "\(fault)")
            #expect(fault.expected.en.contains(wrong.expected), "\(fault)")
            #expect(fault.nearest == wrong.nearest)
            #expect(fault.description.hasPrefix("\(wrong.file):\(wrong.line):\(wrong.column):"))
            #expect(!fault.found.zh.isEmpty && !fault.expected.zh.isEmpty)
        }
    }

    @Test("every fixture is in the table, and there are sixty or more")
    func tableIsWhole() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.path("wrong"))
        let fixtures = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        #expect(Set(fixtures) == Set(Self.byName.keys))
        #expect(fixtures.count >= 60)
    }
}

/// The faults of the file, or nil where it is read.
func refusals(_ path: String, on place: String? = nil, _ overrides: [String] = []) -> [ScenarioFault]? {
    do throws(ScenarioFaults) {
        _ = try ScenarioReader.read(path: path, on: place, overrides: overrides)
        return nil
    } catch { return error.faults }
}

/// Files that tests read and write.
enum Fixture {
    static func path(_ name: String) -> String { (Bundle.module.resourcePath ?? ".") + "/Fixtures/" + name }
    static let right = path("right.yaml")

    /// Calls `body` with the path of a file that holds `bytes`, in a folder of its own beside a copy of the right one.
    static func with<Result>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scenarios-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(atPath: right, toPath: folder.path + "/right.yaml")
        let file = folder.appendingPathComponent("scenario.yaml")
        try Data(bytes).write(to: file)
        return try body(file.path)
    }

    static func with<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        try with(text.utf8, body)
    }
}
