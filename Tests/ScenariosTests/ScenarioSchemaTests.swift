import Foundation
import Governance
import Testing

@testable import Scenarios

@Suite("JSON Schema of the scenario file")
struct ScenarioSchemaTests {
    let schema: [String: Any]

    init() throws {
        let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
        schema = try #require(object as? [String: Any])
    }

    /// The part of the schema at a path of keys.
    private func at(_ path: String...) throws -> [String: Any] {
        try path.reduce(schema) { try #require($0[$1] as? [String: Any], "\(path)") }
    }

    @Test("a file that extends another may leave keys out, a whole one may not")
    func required() throws {
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let whole = try #require(try at("then")["required"] as? [String])
        #expect(
            Set(whole) == [
                "id", "title", "summary", "sources", "period", "people", "committees", "publicService", "district",
            ])
        #expect(schema["required"] == nil)
        let listed = try at("properties", "funds", "items")
        #expect(listed["required"] as? [String] == ["id"])
    }

    @Test("no key but the declared ones")
    func closed() throws {
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(try at("properties", "committees")["additionalProperties"] as? Bool == false)
    }

    @Test("every lever stands there with its range and meaning")
    func levers() throws {
        for lever in Lever.all {
            var part = try at("properties", "institutions")
            for key in lever.key.split(separator: ".") {
                let properties = try #require(part["properties"] as? [String: Any], "\(lever.key)")
                part = try #require(properties[String(key)] as? [String: Any], "\(lever.key)")
            }
            #expect(part["description"] as? String == lever.meaning.en)
            guard case .number(let range, _) = lever.kind else { continue }
            let forms = try #require(part["anyOf"] as? [[String: Any]])
            #expect(forms[0]["minimum"] as? Double == range.lowerBound)
            #expect(forms[0]["maximum"] as? Double == range.upperBound)
        }
    }

    @Test("closed lists of words stand there")
    func choices() throws {
        let funds = try at("properties", "funds", "items", "properties", "holder")
        let forms = try #require(funds["anyOf"] as? [[String: Any]])
        #expect(forms[0]["enum"] as? [String] == FundLine.Holder.allCases.map(\.rawValue))
    }

    @Test("the schema is the same text each time")
    func steady() { #expect(ScenarioSchema.json() == ScenarioSchema.json()) }
}
