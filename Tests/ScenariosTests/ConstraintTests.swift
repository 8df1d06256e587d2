import Governance
import Testing

@testable import Scenarios

@Suite("Rules between factors")
struct ConstraintTests {
    private static let factors: [(id: String, kind: Expression.Kind)] = [
        ("a", .number), ("b.c", .number), ("open", .truth), ("rule", .word),
    ]
    private static let point: [LeverValue] = [.number(2), .number(-0.5), .flag(true), .choice("jury")]

    private func holds(_ text: String) throws -> Bool {
        try Constraint(text, factors: Self.factors).holds(Self.point)
    }

    @Test(arguments: [
        "a == 2", "a >= 2 and a <= 2", "a + b.c * 2 == 1", "(a + b.c) * 2 == 3", "a - 1 - 1 == 0", "8 / a / 2 == 2",
        "-a < b.c", "- -a == 2", "0 < a <= 2", "open", "not open or a > 1", "not (open and a > 2)", "rule == 'jury'",
        "rule != \"ballot\"", "open == true", "min(a, 1, 3) == 1", "max(a, b.c) == a", "abs(b.c) == .5", "a*1e3==2000",
        "a > 3 or a < 1 or b.c < 0", "a > 1 and b.c < 0 or a > 9", "not not open",
    ])
    func holdsWhereItShould(_ text: String) throws { #expect(try holds(text)) }

    @Test(arguments: [
        "a < 2", "0 < a < 2", "a > 1 and b.c > 0", "not open", "rule == 'ballot'", "a == 2 and not open",
        "a > 9 and b.c < 0 or a > 9",
    ])
    func failsWhereItShould(_ text: String) throws { #expect(try !holds(text)) }

    @Test(arguments: [
        ("", 0, "the end"), ("a", 0, "a number"), ("a <", 3, "the end"), ("a < < 1", 4, "<"), ("(a < 1", 6, "the end"),
        ("a < 1)", 5, ")"), ("a < 1 b", 6, "b"), ("a + open < 1", 4, "a comparison"), ("rule < 1", 0, "a word"),
        ("a == rule", 5, "a word"), ("a and open", 0, "a number"), ("a # 1", 2, "#"), ("1.2.3 < a", 0, "1.2.3"),
        ("rule == 'jury", 8, "a quote without its end"), ("ab < 1", 0, "the unknown name ab"), ("abs(a, 2) < 1", 5, ","),
        ("min() < 1", 4, ")"), ("a < 人", 4, "the unknown name 人"), ("not a", 4, "a number"),
    ])
    func aBadRuleTellsItsPlace(_ text: String, _ column: Int, _ found: String) {
        let error = #expect(throws: ExpressionError.self) { try Constraint(text, factors: Self.factors) }
        #expect(error?.column == column && error?.found.en == found, "\(text): \(error.debugDescription)")
    }

    @Test func aNearNameIsTold() {
        let error = #expect(throws: ExpressionError.self) { try Constraint("opne", factors: Self.factors) }
        #expect(error?.nearest == "open")
    }

    @Test func depthHasItsLimit() {
        let text = String(repeating: "(", count: 500) + "open" + String(repeating: ")", count: 500)
        #expect(throws: ExpressionError.self) { try Constraint(text, factors: Self.factors) }
    }
}
