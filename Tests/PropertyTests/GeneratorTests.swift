import Foundation
import Governance
import RandomScenarios
import Testing

@testable import Scenarios

@Suite("Random scenarios")
struct GeneratorTests {
    @Test("every one is valid", arguments: Cases.first(60))
    func valid(_ number: Int) throws {
        let document = try RandomScenario(number).document()
        #expect(document.specification.id == "random-\(number)")
    }

    @Test func theSameNumberGivesTheSame() {
        for number in 0..<5 { #expect(RandomScenario(number).yaml == RandomScenario(number).yaml) }
        #expect(RandomScenario(0).yaml != RandomScenario(1).yaml)
    }

    /// What is not drawn cannot break: a key more in the format has to come into the generator.
    @Test func everyKeyOfTheFormatComesUp() throws {
        var drawn: Set<String> = []
        for number in 0..<150 { RandomScenario(number).draft.note("", &drawn) }
        // What joins files, and where numbers come from.
        let apart: Set<String> = ["extends", "place"]
        let keys = try Self.keys(of: ScenarioFormat.root.schema(true))
            .filter { !apart.contains($0) && !$0.hasPrefix("branches.set.") }
        #expect(keys.count > 300)
        #expect(keys.subtracting(drawn).sorted() == [])
    }

    /// Keys by their paths, without the places of listed things.
    private static func keys(of schema: JSONValue, _ path: String = "") throws -> Set<String> {
        guard case .object(let own) = schema else { return [] }
        var keys: Set<String> = []
        if case .object(let properties)? = own["properties"] {
            for (key, inside) in properties where !Coverage.keys.contains(key) {
                let name = KeyPath.key(path, key)
                keys.insert(name)
                keys.formUnion(try Self.keys(of: inside, name))
            }
        }
        if let items = own["items"] { keys.formUnion(try Self.keys(of: items, path)) }
        for list in ["oneOf"] {
            if case .list(let parts)? = own[list] {
                for part in parts { keys.formUnion(try Self.keys(of: part, path)) }
            }
        }
        return keys
    }
}

extension Draft {
    fileprivate func note(_ path: String, _ keys: inout Set<String>) {
        switch self {
        case .mapping(let entries):
            for entry in entries {
                let name = KeyPath.key(path, entry.key)
                keys.insert(name)
                entry.value.note(name, &keys)
            }
        case .list(let items): for item in items { item.note(path, &keys) }
        case .plain, .words: break
        }
    }
}
