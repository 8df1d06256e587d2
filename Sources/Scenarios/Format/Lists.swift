import Governance

extension Shape {
    /// A list of at least `minimum` items.
    ///
    /// - Parameter haveIDs: whether the items are things with an `id`, laid over those of an extended file one by one.
    static func list<Item>(
        of item: Shape<Item>, minimum: Int = 0, haveIDs: Bool = false, _ en: String, _ zh: String
    ) -> Shape where Value == [Item] {
        let expected =
            minimum == 0
            ? Text(en: "a list of \(en)", zh: "\(zh)的列表")
            : Text(en: "a list of \(minimum) or more \(en)", zh: "至少 \(minimum) 项\(zh)的列表")
        return Shape(
            expected: expected,
            schema: { isWhole in
                let part = haveIDs && !isWhole ? item.schema(false).requiring("id") : item.schema(true)
                return ["type": "array", "minItems": .integer(minimum), "items": part]
            },
            read: { tree, path, reading in
                guard case .list(let items) = tree.content, items.count >= minimum else {
                    reading.refuse(tree, path, expected)
                    return nil
                }
                return items.enumerated().compactMap { number, tree in
                    let inside = KeyPath.item(path, tree.id, number)
                    reading.note(tree, at: inside)
                    return item.read(tree, inside, &reading)
                }
            })
    }

    /// Names, each once.
    static func names(
        _ name: Shape<String>, minimum: Int = 0, _ en: String, _ zh: String
    ) -> Shape where Value == [String] {
        let names = list(of: name, minimum: minimum, en, zh)
        let unique = Shape(
            expected: names.expected, schema: { names.schema($0).with(["uniqueItems": true]) }, read: names.read)
        return unique.checked { names, tree, path, reading in
            guard case .list(let items) = tree.content else { return }
            var seen: Set<String> = []
            for (number, item) in items.enumerated() where item.text.map({ !seen.insert($0).inserted }) ?? false {
                reading.refuse(
                    item.place, KeyPath.item(path, nil, number),
                    Text(en: "\(item.found.en) a second time", zh: "重复的 \(item.found.zh)"),
                    Text(en: "each name once", zh: "每个名称只出现一次"))
            }
        }
    }
}

extension Shape {
    /// A mapping that says by `kind` which of several it is.
    ///
    /// - Parameter kinds: the name of each kind and the shape of its other keys.
    static func oneOf(_ kinds: [(name: String, shape: Shape)], _ en: String, _ zh: String) -> Shape {
        let names = Shape<String>.choice(kinds.map(\.name))
        let expected = Text(en: "\(en) with kind: \(names.expected.en)", zh: "\(zh)(kind:\(names.expected.zh))")
        return Shape(
            expected: expected,
            schema: { isWhole in
                [
                    "oneOf": .list(
                        kinds.map { $0.shape.schema(isWhole).requiring("kind") })
                ]
            },
            read: { tree, path, reading in
                guard case .mapping = tree.content, let kind = tree["kind"] else {
                    reading.refuse(tree, path, expected)
                    return nil
                }
                let name = names.read(kind, KeyPath.key(path, "kind"), &reading)
                return kinds.first { $0.name == name }.flatMap { $0.shape.read(tree, path, &reading) }
            })
    }
}
