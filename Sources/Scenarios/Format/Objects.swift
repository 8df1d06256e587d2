import Governance

/// A key of a mapping and what is read from it into `Root`.
struct Field<Root: Sendable>: Sendable {
    let key: String
    let isRequired: Bool
    let meaning: Text
    let expected: Text
    let paths: [String]
    let schema: @Sendable (_ isWhole: Bool) -> JSONValue
    let read: @Sendable (Tree, String, inout Root, inout Reading) -> Void

    private init<Value>(
        _ key: String, isRequired: Bool, _ shape: Shape<Value>, _ meaning: Text,
        store: @escaping @Sendable (Value, inout Root) -> Void
    ) {
        self.key = key
        self.isRequired = isRequired
        self.meaning = meaning
        expected = shape.expected
        paths = [key] + shape.paths.map { KeyPath.key(key, $0) }
        schema = { isWhole in shape.schema(isWhole).with(["description": .text(meaning.en)]) }
        read = { tree, path, root, reading in
            if let value = shape.read(tree, path, &reading) { store(value, &root) }
        }
    }

    static func required<Value>(
        _ key: String, _ path: WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>, _ en: String,
        _ zh: String
    ) -> Field {
        Field(key, isRequired: true, shape, Text(en: en, zh: zh)) { $1[keyPath: path] = $0 }
    }

    /// A key that may be missing; the blank value then stays.
    static func optional<Value>(
        _ key: String, _ path: WritableKeyPath<Root, Value> & Sendable, _ shape: Shape<Value>, _ en: String,
        _ zh: String
    ) -> Field {
        Field(key, isRequired: false, shape, Text(en: en, zh: zh)) { $1[keyPath: path] = $0 }
    }

    static func optional<Value>(
        _ key: String, _ path: WritableKeyPath<Root, Value?> & Sendable, _ shape: Shape<Value>, _ en: String,
        _ zh: String
    ) -> Field {
        Field(key, isRequired: false, shape, Text(en: en, zh: zh)) { $1[keyPath: path] = $0 }
    }

    /// A key whose value is added to what `Root` has.
    static func adding<Value>(
        _ key: String, _ shape: Shape<Value>, _ meaning: Text, _ store: @escaping @Sendable (Value, inout Root) -> Void
    ) -> Field { Field(key, isRequired: false, shape, meaning, store: store) }

    /// A key that must be there, but only names the thing in its list.
    static func naming(_ key: String, _ shape: Shape<String>, _ en: String, _ zh: String) -> Field {
        Field(key, isRequired: true, shape, Text(en: en, zh: zh)) { _, _ in }
    }

    /// Keys gathered under one, read into the same `Root`.
    static func section(
        _ key: String, isRequired: Bool = true, _ en: String, _ zh: String, _ fields: [Field<Root>]
    ) -> Field {
        let object = Mapping(expected: Text(en: "a mapping", zh: "映射"), fields: fields)
        return Field(section: key, isRequired: isRequired, Text(en: en, zh: zh), object)
    }

    private init(section key: String, isRequired: Bool, _ meaning: Text, _ mapping: Mapping<Root>) {
        self.key = key
        self.isRequired = isRequired
        self.meaning = meaning
        expected = mapping.expected
        paths = [key] + mapping.paths.map { KeyPath.key(key, $0) }
        schema = { isWhole in mapping.schema(isWhole).with(["description": .text(meaning.en)]) }
        read = { tree, path, root, reading in mapping.read(tree, path, &root, &reading) }
    }
}

/// The keys that a mapping may have.
struct Mapping<Root: Sendable>: Sendable {
    let expected: Text
    let fields: [Field<Root>]
    /// Keys that are read elsewhere.
    var others: [String: JSONValue] = [:]
    /// Whether `source:` and `assumed:` may stand in it.
    var isCovering = true

    var paths: [String] { fields.flatMap(\.paths) }
    private var keys: [String] { fields.map(\.key) + others.keys.sorted() }

    func read(_ tree: Tree, _ path: String, _ root: inout Root, _ reading: inout Reading) {
        reading.note(tree, at: path)
        guard case .mapping(let entries) = tree.content else { return reading.refuse(tree, path, expected) }
        for entry in entries {
            if let field = fields.first(where: { $0.key == entry.key }) {
                let inside = KeyPath.key(path, entry.key)
                reading.note(entry.value, at: inside)
                field.read(entry.value, inside, &root, &reading)
            } else if others[entry.key] == nil {
                refuse(entry, path, &reading)
            }
        }
        for field in fields where field.isRequired && !entries.contains(where: { $0.key == field.key }) {
            reading.refuse(
                tree.place, KeyPath.key(path, field.key), Text(en: "no \(field.key)", zh: "缺少 \(field.key)"),
                Text(
                    en: "\(field.meaning.en) (\(field.expected.en))", zh: "\(field.meaning.zh)(\(field.expected.zh))"))
        }
    }

    private func refuse(_ entry: Tree.Entry, _ path: String, _ reading: inout Reading) {
        guard !reading.isFull else { return }
        let elsewhere = paths.first { $0.hasSuffix("." + entry.key) }
        reading.refuse(
            entry.place, KeyPath.key(path, entry.key),
            Text(en: "the unknown key \(Tree.short(entry.key))", zh: "未知的键 \(Tree.short(entry.key))"),
            Text(en: "one of \(keys.shortList)", zh: "\(keys.shortList) 之一"),
            nearest: NearestName.of(entry.key, among: keys) ?? elsewhere)
    }

    func schema(_ isWhole: Bool) -> JSONValue {
        var properties = others
        if isCovering {
            for key in Coverage.keys { properties[key] = ["$ref": .text("#/$defs/\(key)")] }
        }
        for field in fields { properties[field.key] = field.schema(isWhole) }
        var schema: JSONValue = [
            "type": "object", "additionalProperties": false, "properties": .object(properties),
        ]
        let required = fields.filter { $0.isRequired && isWhole }.map { JSONValue.text($0.key) }
        if !required.isEmpty { schema = schema.with(["required": .list(required)]) }
        return schema
    }
}

extension Shape {
    /// A mapping whose keys are read into a copy of `blank`.
    static func object(
        _ expected: Text, blank: Value, _ fields: [Field<Value>], others: [String: JSONValue] = [:],
        isCovering: Bool = true
    ) -> Shape {
        let mapping = Mapping(expected: expected, fields: fields, others: others, isCovering: isCovering)
        return Shape(expected: expected, paths: mapping.paths, schema: mapping.schema) { tree, path, reading in
            var value = blank
            mapping.read(tree, path, &value, &reading)
            return value
        }
    }
}
