import Governance

extension Shape {
    /// A single value in words of `expected`; `parse` gives nil for what is wrong.
    static func scalar(
        _ expected: Text, schema: JSONValue, isNumber: Bool = false,
        nearest: @escaping @Sendable (String) -> String? = { _ in nil },
        parse: @escaping @Sendable (_ text: String, _ isPlain: Bool) -> Value?
    ) -> Shape {
        Shape(expected: expected, schema: { _ in orWithSource(schema) }) { tree, path, reading in
            guard case .scalar(let text, let isPlain) = tree.content, !tree.isEmpty, let value = parse(text, isPlain)
            else {
                reading.refuse(tree, path, expected, nearest: tree.text.flatMap(nearest))
                return nil
            }
            if isNumber { reading.keepProvenance(of: tree, path) }
            return value
        }
    }

    /// The value itself, or `{value: ..., source: ...}`.
    private static func orWithSource(_ schema: JSONValue) -> JSONValue {
        let covered: JSONValue = ["$ref": "#/$defs/covered", "properties": ["value": schema]]
        return ["anyOf": [schema, covered]]
    }
}

extension Shape<Bool> {
    static let flag = Shape.scalar(Text(en: "true or false", zh: "true 或 false"), schema: ["type": "boolean"]) {
        text, isPlain in
        isPlain ? ["true": true, "false": false][text] : nil
    }
}

extension Shape<String> {
    /// A line or more for people to read.
    static let words = Shape.scalar(
        Text(en: "a text that is not blank", zh: "非空文本"), schema: ["type": "string", "minLength": 1]
    ) {
        text, _ in
        text.contains { !$0.isWhitespace } ? text.trimmingPrefix(while: \.isWhitespace).description : nil
    }

    /// A name for keys and accounts: small letters, digits, hyphens.
    static let name = Shape.scalar(
        Text(en: "an id of small letters, digits and hyphens, beginning with a letter", zh: "由小写字母、数字、连字符组成且以字母开头的 id"),
        schema: ["type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64]
    ) { text, _ in
        ScenarioTemplate.isID(text) ? text : nil
    }

    /// A letter and a number of two digits: how facts and claims are known.
    static func numbered(_ letter: String) -> Shape {
        let example = "\(letter)07"
        return scalar(
            Text(en: "\(letter) and a number, such as \(example)", zh: "\(letter) 加编号，如 \(example)"),
            schema: ["type": "string", "pattern": .text("^\(letter)[0-9]{1,2}$")]
        ) { text, _ in
            text.hasPrefix(letter) && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
                && (2...3).contains(text.count) ? text : nil
        }
    }

    /// A name that this place gives to a thing of that kind.
    static func id(of kind: NameKind) -> Shape {
        name.checked { name, tree, path, reading in reading.give(name, kind, tree.place, path) }
    }

    /// A name that another place gives.
    static func reference(to kind: NameKind) -> Shape {
        Shape(
            expected: Text(en: "the id of a \(kind.label.en)", zh: "\(kind.label.zh)的 id"), schema: name.schema
        ) { tree, path, reading in
            guard let name = name.read(tree, path, &reading) else { return nil }
            reading.use(name, kind, tree.place, path)
            return name
        }
    }

    /// One of the names.
    static func choice(_ names: [String]) -> Shape {
        scalar(
            Text(en: "one of \(names.shortList)", zh: "\(names.shortList) 之一"),
            schema: ["type": "string", "enum": .list(names.map(JSONValue.text))],
            nearest: { NearestName.of($0, among: names) }, parse: { text, _ in names.contains(text) ? text : nil })
    }
}

extension Shape where Value: Named {
    /// One of a closed list of things.
    static var choice: Shape {
        let names = Shape<String>.choice(Value.allCases.map(\.rawValue))
        return Shape(expected: names.expected, schema: names.schema) { tree, path, reading in
            names.read(tree, path, &reading).flatMap(Value.init(rawValue:))
        }
    }
}

extension Shape<YearMonth> {
    static let month = Shape.scalar(
        Text(en: "a month written YYYY-MM, from 1900-01 to 2199-12", zh: "以 YYYY-MM 书写的月份（1900-01 至 2199-12）"),
        schema: ["type": "string", "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"]
    ) { text, _ in
        YearMonth(text).flatMap { (1900..<2200).contains($0.year) ? $0 : nil }
    }
}

extension Shape<Text> {
    /// A text in both languages.
    static let bilingual = Shape<Text>.object(
        Text(en: "a text with en and zh", zh: "含 en 与 zh 的文本"), blank: Text(en: "", zh: ""),
        [
            .required("en", \.en, .words, "the text in English", "英文文本"),
            .required("zh", \.zh, .words, "the text in Chinese", "中文文本"),
        ], isCovering: false)
}
