public import Governance

/// A rule between factors: points that break it are left out.
///
/// Comparisons (`<`, `<=`, `>`, `>=`, `==`, `!=`, chained as in `0 < a <= b`) of sums, products, `min`, `max` and `abs` of
/// factors and numbers, joined by `and`, `or`, `not`. Words stand in quotes.
public struct Constraint: Sendable {
    public let text: String
    private let rule: Expression

    /// - Parameter kinds: what each factor's values are, by its id.
    /// - Throws: ``ExpressionError`` with the place in the text.
    init(_ text: String, factors: [(id: String, kind: Expression.Kind)]) throws(ExpressionError) {
        self.text = text
        var parser = ExpressionParser(text, factors: factors)
        rule = try parser.rule()
    }

    /// Whether a point keeps it; `values` are in the order of the factors.
    public func holds(_ values: [LeverValue]) -> Bool {
        rule.value(values.map { Expression.Value($0) }) == .truth(true)
    }
}

/// What is wrong in an expression.
struct ExpressionError: Error, Equatable {
    /// Counted from 0, in Unicode scalars.
    var column: Int
    var found: Text
    var expected: Text
    var nearest: String?
}

/// A rule as a tree, its kinds checked.
indirect enum Expression: Sendable {
    case literal(Value)
    /// The factor at that place.
    case factor(Int)
    case negated(Expression)
    case arithmetic(String, Expression, Expression)
    case call(String, [Expression])
    /// Each with the next by the sign between them.
    case comparison(first: Expression, rest: [(sign: String, other: Expression)])
    case inverted(Expression)
    case all([Expression])
    case any([Expression])

    enum Kind: Sendable, Equatable {
        case number, word, truth

        var label: Text {
            switch self {
            case .number: Text(en: "a number", zh: "数")
            case .word: Text(en: "a word", zh: "文字")
            case .truth: Text(en: "a comparison", zh: "比较式")
            }
        }
    }

    enum Value: Sendable, Equatable {
        case number(Double)
        case word(String)
        case truth(Bool)

        init(_ value: LeverValue) {
            switch value {
            case .number(let number): self = .number(number)
            case .flag(let flag): self = .truth(flag)
            case .choice(let word): self = .word(word)
            }
        }

        var number: Double {
            if case .number(let value) = self { value } else { .nan }
        }
    }

    func value(_ values: [Value]) -> Value {
        switch self {
        case .literal(let value): value
        case .factor(let place): values[place]
        case .negated(let part): .number(-part.value(values).number)
        case .arithmetic(let sign, let a, let b):
            .number(Self.result(sign, a.value(values).number, b.value(values).number))
        case .call(let name, let parts): .number(Self.result(of: name, parts.map { $0.value(values).number }))
        case .comparison(let first, let rest):
            .truth(
                zip([first] + rest.map(\.other), rest).allSatisfy { left, right in
                    Self.holds(right.sign, left.value(values), right.other.value(values))
                })
        case .inverted(let part): .truth(part.value(values) != .truth(true))
        case .all(let parts): .truth(parts.allSatisfy { $0.value(values) == .truth(true) })
        case .any(let parts): .truth(parts.contains { $0.value(values) == .truth(true) })
        }
    }

    private static func result(_ sign: String, _ a: Double, _ b: Double) -> Double {
        switch sign {
        case "+": a + b
        case "-": a - b
        case "*": a * b
        default: a / b
        }
    }

    static let functions = ["abs", "max", "min"]

    private static func result(of name: String, _ values: [Double]) -> Double {
        switch name {
        case "abs": abs(values[0])
        case "max": values.max() ?? .nan
        default: values.min() ?? .nan
        }
    }

    private static func holds(_ sign: String, _ a: Value, _ b: Value) -> Bool {
        switch sign {
        case "==": a == b
        case "!=": a != b
        case "<": a.number < b.number
        case "<=": a.number <= b.number
        case ">": a.number > b.number
        default: a.number >= b.number
        }
    }
}
