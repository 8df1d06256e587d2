import Governance

/// Reads a rule by descent, one function a level of binding, and checks that numbers meet numbers. Names are factors of a design
/// or, in an ``OutcomeRule``, what was measured.
struct ExpressionParser {
    private struct Token: Equatable {
        enum Kind: Equatable { case number(Double), word(String), name(String), sign(String), end }

        var kind: Kind
        var column: Int
    }

    private typealias Part = (expression: Expression, kind: Expression.Kind, column: Int)

    private let factors: [(id: String, kind: Expression.Kind)]
    /// What may be measured, and whether it has months; nil where names are factors.
    private let measurable: (names: [String], hasMonths: Bool)?
    /// What is measured, in the order in which it stands; an expression knows it by its place.
    private(set) var measures: [OutcomeRule.Measure] = []
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var token = Token(kind: .end, column: 0)
    private var depth = 0

    private static let signs = ["<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "(", ")", ","]
    private static let comparisons = ["<", "<=", ">", ">=", "==", "!="]
    private static let deepest = 100
    /// A rule is worked out and let go of level by level, and a chain of sums has a level for each part.
    private static let longest = 4000

    init(_ text: String, factors: [(id: String, kind: Expression.Kind)]) {
        self.factors = factors
        measurable = nil
        scalars = Array(text.unicodeScalars)
    }

    /// For a rule on what was measured.
    init(_ text: String, measuring names: [String], hasMonths: Bool) {
        factors = []
        measurable = (names, hasMonths)
        scalars = Array(text.unicodeScalars)
    }

    /// The whole text as one rule.
    mutating func rule() throws(ExpressionError) -> Expression {
        guard scalars.count <= Self.longest else {
            throw ExpressionError(
                column: Self.longest, found: Text(en: "\(scalars.count) letters", zh: "\(scalars.count) 个字符"),
                expected: Text(en: "a rule of at most \(Self.longest)", zh: "至多 \(Self.longest) 个字符的规则"))
        }
        try next()
        let part = try disjunction()
        guard token.kind == .end else {
            throw unexpected(Text(en: "and, or, a comparison or the end", zh: "and、or、比较号或结尾"))
        }
        try require(part, .truth)
        return part.expression
    }

    private mutating func disjunction() throws(ExpressionError) -> Part {
        try joined("or", { (parser) throws(ExpressionError) in try parser.conjunction() }, Expression.any)
    }

    private mutating func conjunction() throws(ExpressionError) -> Part {
        try joined("and", { (parser) throws(ExpressionError) in try parser.inversion() }, Expression.all)
    }

    private mutating func joined(
        _ word: String, _ part: (inout ExpressionParser) throws(ExpressionError) -> Part,
        _ join: ([Expression]) -> Expression
    ) throws(ExpressionError) -> Part {
        let first = try part(&self)
        guard token.kind == .name(word) else { return first }
        try require(first, .truth)
        var parts = [first.expression]
        while token.kind == .name(word) {
            try next()
            let other = try part(&self)
            try require(other, .truth)
            parts.append(other.expression)
        }
        return (join(parts), .truth, first.column)
    }

    private mutating func inversion() throws(ExpressionError) -> Part {
        guard token.kind == .name("not") else { return try comparison() }
        let column = token.column
        try next()
        let part = try deeper { (parser) throws(ExpressionError) in try parser.inversion() }
        try require(part, .truth)
        return (.inverted(part.expression), .truth, column)
    }

    private mutating func comparison() throws(ExpressionError) -> Part {
        let first = try sum()
        var rest: [(sign: String, other: Expression)] = []
        while case .sign(let sign) = token.kind, Self.comparisons.contains(sign) {
            try next()
            let other = try sum()
            if sign != "==", sign != "!=" { try require(first, .number) }
            try require(other, first.kind)
            rest.append((sign, other.expression))
        }
        return rest.isEmpty ? first : (.comparison(first: first.expression, rest: rest), .truth, first.column)
    }

    private mutating func sum() throws(ExpressionError) -> Part {
        try chain(["+", "-"]) { (parser) throws(ExpressionError) in try parser.product() }
    }

    private mutating func product() throws(ExpressionError) -> Part {
        try chain(["*", "/"]) { (parser) throws(ExpressionError) in try parser.signed() }
    }

    private mutating func chain(
        _ signs: [String], _ part: (inout ExpressionParser) throws(ExpressionError) -> Part
    ) throws(ExpressionError) -> Part {
        var left = try part(&self)
        while case .sign(let sign) = token.kind, signs.contains(sign) {
            try require(left, .number)
            try next()
            let right = try part(&self)
            try require(right, .number)
            left = (.arithmetic(sign, left.expression, right.expression), .number, left.column)
        }
        return left
    }

    private mutating func signed() throws(ExpressionError) -> Part {
        guard token.kind == .sign("-") else { return try primary() }
        let column = token.column
        try next()
        let part = try deeper { (parser) throws(ExpressionError) in try parser.signed() }
        try require(part, .number)
        return (.negated(part.expression), .number, column)
    }

    private mutating func primary() throws(ExpressionError) -> Part {
        let start = token
        switch start.kind {
        case .number(let value):
            try next()
            return (.literal(.number(value)), .number, start.column)
        case .word(let word):
            try next()
            return (.literal(.word(word)), .word, start.column)
        case .sign("("):
            try next()
            let part = try deeper { (parser) throws(ExpressionError) in try parser.disjunction() }
            try expect(")")
            return part
        case .name(let name) where !["and", "or", "not"].contains(name):
            try next()
            return try named(name, start.column)
        default: throw unexpected(Text(en: "a name, a number or (", zh: "名称、数或 ("))
        }
    }

    private mutating func named(_ name: String, _ column: Int) throws(ExpressionError) -> Part {
        if token.kind == .sign("("), Expression.functions.contains(name) { return try call(name, column) }
        if name == "true" || name == "false" { return (.literal(.truth(name == "true")), .truth, column) }
        if let measurable {
            if name == "quantile", token.kind == .sign("(") { return try quantile(column) }
            guard measurable.names.contains(name) else {
                throw unknown(name, column, among: measurable.names, Text(en: "something measured", zh: "某个指标"))
            }
            let months = measurable.hasMonths ? try months() : nil
            measures.append(OutcomeRule.Measure(name: name, months: months))
            return (.factor(measures.count - 1), .number, column)
        }
        guard let place = factors.firstIndex(where: { $0.id == name }) else {
            throw unknown(name, column, among: factors.map(\.id), Text(en: "a factor", zh: "某个因素"))
        }
        return (.factor(place), factors[place].kind, column)
    }

    private func unknown(_ name: String, _ column: Int, among names: [String], _ kind: Text) -> ExpressionError {
        ExpressionError(
            column: column, found: Text(en: "the unknown name \(name)", zh: "未知的名称 \(name)"),
            expected: Text(en: "\(kind.en): \(names.shortList)", zh: "\(kind.zh)：\(names.shortList)"),
            nearest: NearestName.of(name, among: names))
    }

    /// `at month 36`, `at 36`, `in months 25 to 36`, `at end`; without any the end.
    private mutating func months() throws(ExpressionError) -> ClosedRange<Int>? {
        if token.kind == .name("at") {
            try next()
            if token.kind == .name("end") {
                try next()
                return nil
            }
            if token.kind == .name("month") { try next() }
            let month = try month(from: 1)
            return month...month
        }
        guard token.kind == .name("in") else { return nil }
        try next()
        guard token.kind == .name("months") else { throw unexpected(Text(en: "months", zh: "months")) }
        try next()
        let first = try month(from: 1)
        guard token.kind == .name("to") else { throw unexpected(Text(en: "to", zh: "to")) }
        try next()
        return first...(try month(from: first))
    }

    private mutating func month(from least: Int) throws(ExpressionError) -> Int {
        guard case .number(let value) = token.kind, let month = Int(exactly: value), (least...1200).contains(month)
        else { throw unexpected(Text(en: "a month of the run from \(least) to 1200", zh: "运行月份（\(least) 至 1200）")) }
        try next()
        return month
    }

    /// `quantile(0.9)` of what was named before it, or `quantile(need.mean at end, 0.9)`.
    private mutating func quantile(_ column: Int) throws(ExpressionError) -> Part {
        try next()
        var measure = measures.last
        if case .name(let name) = token.kind {
            let start = token.column
            try next()
            _ = try named(name, start)
            measure = measures.popLast()
            try expect(",")
        }
        guard var measure, measure.quantile == nil else {
            throw ExpressionError(
                column: column, found: Text(en: "a quantile of nothing", zh: "没有对象的分位数"),
                expected: Text(
                    en: "something measured before it, or quantile(NAME, share)", zh: "之前的指标，或 quantile(名称, 份额)"))
        }
        guard case .number(let share) = token.kind, (0...1).contains(share) else {
            throw unexpected(Text(en: "a share from 0 to 1", zh: "0 至 1 之间的份额"))
        }
        try next()
        try expect(")")
        measure.quantile = share
        measures.append(measure)
        return (.factor(measures.count - 1), .number, column)
    }

    private mutating func call(_ name: String, _ column: Int) throws(ExpressionError) -> Part {
        var parts: [Expression] = []
        repeat {
            try next()
            let part = try deeper { (parser) throws(ExpressionError) in try parser.sum() }
            try require(part, .number)
            parts.append(part.expression)
        } while token.kind == .sign(",") && name != "abs"
        try expect(")")
        return (.call(name, parts), .number, column)
    }

    private mutating func deeper(
        _ part: (inout ExpressionParser) throws(ExpressionError) -> Part
    ) throws(ExpressionError) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw ExpressionError(
                column: token.column, found: Text(en: "more than \(Self.deepest) levels", zh: "超过 \(Self.deepest) 层嵌套"),
                expected: Text(en: "fewer parentheses", zh: "较少的括号"))
        }
        return try part(&self)
    }

    private func require(_ part: Part, _ kind: Expression.Kind) throws(ExpressionError) {
        guard part.kind != kind else { return }
        throw ExpressionError(column: part.column, found: part.kind.label, expected: kind.label)
    }

    private mutating func expect(_ sign: String) throws(ExpressionError) {
        guard token.kind == .sign(sign) else { throw unexpected(Text(en: sign, zh: sign)) }
        try next()
    }

    private func unexpected(_ expected: Text) -> ExpressionError {
        let end = token.kind == .end
        let text = end ? "" : Tree.short(String(String.UnicodeScalarView(scalars[token.column..<position])))
        return ExpressionError(
            column: token.column, found: end ? Text(en: "the end", zh: "结尾") : Text(en: text, zh: text),
            expected: expected)
    }

    /// Reads the next token.
    private mutating func next() throws(ExpressionError) {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
        let start = position
        guard start < scalars.count else {
            token = Token(kind: .end, column: start)
            return
        }
        let first = scalars[start]
        if first == "'" || first == "\"" {
            token = Token(kind: .word(try quoted(first)), column: start)
        } else if ("0"..."9").contains(first) || first == "." {
            token = Token(kind: .number(try number()), column: start)
        } else if first.properties.isAlphabetic || first == "_" {
            take { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "." }
            token = Token(kind: .name(text(from: start)), column: start)
        } else if let sign = Self.signs.first(where: { scalars[start...].starts(with: $0.unicodeScalars) }) {
            position += sign.unicodeScalars.count
            token = Token(kind: .sign(sign), column: start)
        } else {
            throw ExpressionError(
                column: start, found: Text(en: Tree.short(String(first)), zh: Tree.short(String(first))),
                expected: Text(en: "a name, a number or a sign", zh: "名称、数或运算符"))
        }
    }

    private mutating func number() throws(ExpressionError) -> Double {
        let start = position
        take { ("0"..."9").contains($0) || $0 == "." }
        if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
            position += 1
            if position < scalars.count, scalars[position] == "-" || scalars[position] == "+" { position += 1 }
            take { ("0"..."9").contains($0) }
        }
        guard let value = NumberText.double(text(from: start)) else {
            throw ExpressionError(
                column: start, found: Text(en: text(from: start), zh: text(from: start)),
                expected: Text(en: "a number", zh: "数"))
        }
        return value
    }

    private mutating func quoted(_ mark: Unicode.Scalar) throws(ExpressionError) -> String {
        let start = position
        position += 1
        take { $0 != mark }
        guard position < scalars.count else {
            throw ExpressionError(
                column: start, found: Text(en: "a quote without its end", zh: "未闭合的引号"),
                expected: Text(en: "a word in quotes", zh: "带引号的文字"))
        }
        position += 1
        return String(String.UnicodeScalarView(scalars[start + 1..<position - 1]))
    }

    private mutating func take(while isIn: (Unicode.Scalar) -> Bool) {
        while position < scalars.count, isIn(scalars[position]) { position += 1 }
    }

    private func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<position])) }
}
