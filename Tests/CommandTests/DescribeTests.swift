import Foundation
import Testing

@Suite struct DescribeTests {
    let tool: CommandLineTool

    init() throws { tool = try CommandLineTool() }

    @Test(arguments: ["parameters", "levers", "observables", "schedule", "rules"])
    func everyRegistryInEveryFormat(registry: String) throws {
        let table = try tool.run("describe", registry)
        #expect(table.code == 0 && table.output.split(separator: "\n").count > 1)
        let markdown = try tool.run("describe", registry, "--format", "md")
        #expect(markdown.output.hasPrefix("| ") && markdown.output.contains("\n| --- |"))
        let json = try tool.run("describe", registry, "--format", "json")
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(rows.count == markdown.output.split(separator: "\n").count - 2)
        #expect(rows.allSatisfy { ($0["meaning"] as? [String: String])?["zh"]?.isEmpty == false })
    }

    @Test func schemaIsJSON() throws {
        let result = try tool.run("schema")
        #expect(result.code == 0)
        #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) is [String: Any])
    }

    @Test func checkTellsWhatItReadAndWritesNothing() throws {
        let result = try tool.run("check", "open.yaml", "closed.yaml", "--estimate", "--replicates", "2")
        #expect(result.code == 0)
        #expect(result.output.split(separator: "\n").count == 3)
        #expect(result.output.contains("4 runs"))
        #expect(tool.written.isEmpty)
    }
}
