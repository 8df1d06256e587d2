import Foundation

/// A piece of JSON, to be written.
enum JSONValue: Sendable, Encodable, Equatable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral
{
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([JSONValue])
    case object([String: JSONValue])

    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .flag(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// This object with more members, which win.
    func with(_ members: [String: JSONValue]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { $1 })
    }

    /// Of this schema and those below it only which keys must be there; nil where none must.
    var requirements: JSONValue? {
        guard case .object(let own) = self else { return nil }
        var kept = own.filter { $0.key == "required" || $0.key == "oneOf" }
        kept["items"] = own["items"]?.requirements
        if case .object(let properties)? = own["properties"] {
            let inside = properties.compactMapValues(\.requirements)
            if !inside.isEmpty { kept["properties"] = .object(inside) }
        }
        return kept.isEmpty ? nil : .object(kept)
    }

    /// This schema of an object, which then must have `key` too.
    func requiring(_ key: String) -> JSONValue {
        guard case .object(let own) = self else { return self }
        if case .list(let keys)? = own["required"] { return with(["required": .list([.text(key)] + keys)]) }
        return with(["required": [.text(key)]])
    }
}
