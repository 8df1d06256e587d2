import Governance

/// What may stand at a place of a scenario file: declared once, it reads a value, checks it, says in words what was
/// expected, and describes itself as JSON Schema.
struct Shape<Value: Sendable>: Sendable {
    /// What a right value looks like, in words.
    let expected: Text
    /// The keys below it, in full from here: for finding where a misplaced key belongs.
    var paths: [String] = []
    /// JSON Schema of the value, for a file that is whole or one that extends another and may leave keys out.
    let schema: @Sendable (_ isWhole: Bool) -> JSONValue
    /// The value; nil after a fault that leaves none.
    let read: @Sendable (_ tree: Tree, _ path: String, _ reading: inout Reading) -> Value?

    /// The same, read into another type.
    func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
        let read = read
        return Shape<Other>(expected: expected, paths: paths, schema: schema) { tree, path, reading in
            read(tree, path, &reading).map(transform)
        }
    }

    /// The same with a rule that joins its parts; `rule` refuses by the reading.
    func checked(_ rule: @escaping @Sendable (Value, Tree, String, inout Reading) -> Void) -> Shape {
        let read = read
        return Shape(expected: expected, paths: paths, schema: schema) { tree, path, reading in
            let value = read(tree, path, &reading)
            if let value { rule(value, tree, path, &reading) }
            return value
        }
    }
}
