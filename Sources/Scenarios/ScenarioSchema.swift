import Foundation
import Governance

/// The scenario format as JSON Schema (draft 2020-12), from the declaration that reading goes by.
public enum ScenarioSchema {
    /// The schema of scenarios as text, keys sorted.
    public static func json() -> String { text(of: schema) }

    /// The schema of places.
    public static func placeJSON() -> String { text(of: placeSchema) }

    /// The schema of designs.
    public static func designJSON() -> String { text(of: designSchema) }
    /// The schema of claims.
    public static func claimJSON() -> String { text(of: claimSchema) }

    /// The schema of plans.
    public static func planJSON() -> String { text(of: planSchema) }

    private static func text(of schema: JSONValue) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(schema), as: UTF8.self) + "\n"
        } catch {
            preconditionFailure("the schema holds what JSON cannot: \(error)")
        }
    }

    /// What holds for every file, and which keys a file must have that extends no other.
    static var schema: JSONValue {
        ScenarioFormat.root.schema(false).with([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov scenario",
            "description": .text(
                "A way to govern communities: people, places, money, institutions and dated events. Every number is "
                    + "covered by source or assumed, in its own mapping or one that encloses it."),
            "if": ["not": ["anyOf": [["required": ["extends"]], ["required": ["place"]]]]],
            "then": ScenarioFormat.root.schema(true).requirements ?? true,
            "$defs": notes,
        ])
    }

    /// The same for a place.
    static var placeSchema: JSONValue {
        ScenarioFormat.place.schema(false).with([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov place",
            "description":
                "People, communities and offices that scenarios are put on. Every number is covered by source or assumed.",
            "if": ["not": ["required": ["extends"]]],
            "then": ScenarioFormat.place.schema(true).requirements ?? true,
            "$defs": notes,
        ])
    }

    /// The same for a design.
    static var designSchema: JSONValue {
        DesignFormat.root.schema(false).with([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov design",
            "description": "Scenarios, what is varied in them and how, and what is kept of the runs.",
            "if": ["not": ["required": ["extends"]]],
            "then": DesignFormat.root.schema(true).requirements ?? true,
            "$defs": notes,
        ])
    }

    /// A plan's file; it extends no other.
    static var planSchema: JSONValue {
        PlanFormat.root.schema(true).with([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov plan",
            "description": .text(
                "A plan to be found: what may be decided, what it may cost a year by the ledger, and the goals between which it is "
                    + "to choose. Numbers of measures, budget and goals are covered by source or assumed."),
            "$defs": notes,
        ])
    }

    /// A claim's file; it extends no other.
    static var claimSchema: JSONValue {
        ClaimFormat.root.schema(true).with([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Cogov claim",
            "description": .text(
                "What a source claims, as an experiment: sides that differ in named levers only, and what must be seen for the "
                    + "claim to be supported."),
            "oneOf": [["required": ["arms"]], ["required": ["factors"]]],
            "$defs": notes,
        ])
    }

    private static let notes: JSONValue = [
        "source": [
            "type": "string", "minLength": 1,
            "description": "who says so (author, year) and what; covers the numbers here and below",
        ],
        "assumed": [
            "type": "string", "minLength": 1,
            "description": "why the numbers here and below are assumed as they are",
        ],
        "covered": [
            "type": "object", "required": ["value"], "additionalProperties": false,
            "properties": [
                "value": true, "source": ["$ref": "#/$defs/source"], "assumed": ["$ref": "#/$defs/assumed"],
            ],
            "not": ["required": ["source", "assumed"]],
        ],
    ]
}
