import Foundation
import Governance

/// The scenario format as JSON Schema (draft 2020-12), from the declaration that reading goes by.
public enum ScenarioSchema {
    /// The schema as text, keys sorted.
    public static func json() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(schema), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("the schema holds what JSON cannot: \(error)")
        }
    }

    /// A file that extends another may leave out what that one has.
    static var schema: JSONValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov scenario",
            "description": .text(
                "A way to govern communities: people, places, money, institutions and dated events. Every number is covered "
                    + "by source or assumed, in its own mapping or one that encloses it."),
            "type": "object",
            "if": ["required": ["extends"]],
            "then": ScenarioFormat.root.schema(false),
            "else": ScenarioFormat.root.schema(true),
            "$defs": [
                "source": [
                    "type": "string", "minLength": 1,
                    "description": "who says so (author, year) and what; covers the numbers here and below",
                ],
                "assumed": [
                    "type": "string", "minLength": 1,
                    "description": "why the numbers here and below are assumed as they are",
                ],
            ],
        ]
    }
}
