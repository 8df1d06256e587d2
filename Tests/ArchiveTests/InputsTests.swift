import Foundation
import Testing

@testable import Archive

@Suite struct InputsTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let archive = try Archive.open(folder.path, for: .example())
        try archive.add(.example("late", 1))
        try archive.close()
    }

    private func refusal(of inputs: Inputs) throws -> String {
        let error = #expect(throws: ArchiveError.self) { try Archive.open(folder.path, for: inputs) }
        guard case .different(_, let differences) = try #require(error) else { return "\(error.debugDescription)" }
        return differences.map(\.message.en).joined(separator: "\n")
    }

    @Test func sameInputsContinue() throws {
        let archive = try Archive.open(folder.path, for: .example())
        #expect(try archive.replicates(of: "late").whole == [1])
    }

    @Test func aFileMovedElsewhereIsTheSameInput() throws {
        var inputs = Inputs.example()
        inputs.scenarios[0].file = "elsewhere/late.yaml"
        #expect(throws: Never.self) { try Archive.open(folder.path, for: inputs) }
    }

    @Test func otherInputsAreRefusedWithWhatDiffers() throws {
        #expect(try refusal(of: .example(seed: 8)) == "the seed: 7 then, 8 now")
        #expect(try refusal(of: .example(content: "b")).contains("late: the file late.yaml has another content"))
        #expect(try refusal(of: .example(months: 3)) == "late: 2 months then, 3 now")
        #expect(
            try refusal(of: .example(changes: ["institutions.taskLoad=0.5"]))
                == "late: --set nothing then, institutions.taskLoad=0.5 now")
        #expect(try refusal(of: .example(model: "n")).contains("model is another"))
        #expect(try refusal(of: .example(seed: 8, months: 3)).contains("\n"), "all differences are told at once")
    }

    @Test func aRefusalChangesNothing() throws {
        let before = try Digest.sha256(ofFile: folder.path + "/results.sqlite")
        var inputs = Inputs.example(months: 3)
        inputs.scenarios.append(.example("third", content: "t", months: 2))
        _ = try refusal(of: inputs)
        let archive = try Archive.read(folder.path)
        #expect(try archive.inputs().scenarios.map(\.id) == ["early", "late"])
        try archive.close()
        #expect(try Digest.sha256(ofFile: folder.path + "/results.sqlite") == before)
    }

    @Test func anotherScenarioJoins() throws {
        var inputs = Inputs.example()
        inputs.scenarios = [.example("third", content: "t", months: 2)]
        let archive = try Archive.open(folder.path, for: inputs)
        #expect(try archive.inputs().scenarios.map(\.id) == ["early", "late", "third"])
        #expect(try archive.replicates(of: "late").whole == [1])
    }
}
