/// Why money could not be allocated: what was wrong, where, and what would be right.
public enum AllocationError: Error, Equatable, Sendable {
    /// There is less than nothing to give.
    case negativeBudget(Int64)
    /// A project asks for less than nothing.
    case negativeCost(project: String, cost: Int64)
    /// Two projects carry the same id.
    case duplicateProject(String)
    /// There must be `expected` of something and there are `found`.
    case wrongCount(of: Text, expected: Int, found: Int)
    /// A number lies outside what is allowed, which is written as a range ("0...10").
    case outOfRange(of: Text, found: String, allowed: String)
    /// The rule needs something that the election does not have.
    case missing(rule: Text, needs: Text)
    /// The numbers are too large for exact arithmetic.
    case tooLarge(Text)
    /// The exact answer takes more work than was allowed.
    case tooMuchWork(rule: Text, steps: Int)

    /// What people read.
    public var message: Text {
        switch self {
        case .negativeBudget(let budget):
            Text(en: "the budget is \(budget); it must be at least 0", zh: "预算为 \(budget)；不得为负")
        case .negativeCost(let project, let cost):
            Text(
                en: "project \(project) costs \(cost); a cost must be at least 0",
                zh: "项目 \(project) 的费用为 \(cost)；不得为负")
        case .duplicateProject(let id):
            Text(en: "two projects have the id \(id); every id must be unique", zh: "两个项目的编号同为 \(id)；编号不得重复")
        case .wrongCount(let of, let expected, let found):
            Text(en: "\(found) \(of.en); there must be \(expected)", zh: "\(of.zh)为 \(found) 个；应为 \(expected) 个")
        case .outOfRange(let of, let found, let allowed):
            Text(en: "\(of.en) is \(found); allowed: \(allowed)", zh: "\(of.zh)为 \(found)；允许：\(allowed)")
        case .missing(let rule, let needs):
            Text(en: "\(rule.en) needs \(needs.en)", zh: "\(rule.zh)需要\(needs.zh)")
        case .tooLarge(let what):
            Text(
                en: "\(what.en) too large for exact arithmetic; use a larger unit of money",
                zh: "\(what.zh)过大，无法精确计算；请改用更大的货币单位")
        case .tooMuchWork(let rule, let steps):
            Text(
                en: "\(rule.en) found no proof within \(steps) steps; allow more, or choose another rule",
                zh: "\(rule.zh)在 \(steps) 步内未能得出可证明的结果；请放宽步数限制或改用其他规则")
        }
    }
}

extension AllocationError: CustomStringConvertible {
    public var description: String { message.en }
}
