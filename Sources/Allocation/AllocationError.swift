/// Why money could not be allocated: what was wrong, where, and what would be right.
public enum AllocationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is less than nothing to give.
    case negativeBudget(Int64)
    /// A project asks for less than nothing.
    case negativeCost(project: String, cost: Int64)
    /// Two projects carry the same id.
    case duplicateProject(String)
    /// There must be `expected` of something and there are `found`.
    case wrongCount(of: String, expected: Int, found: Int)
    /// A number lies outside what is allowed.
    case outOfRange(of: String, found: String, allowed: String)
    /// The rule needs something the election does not have.
    case missing(rule: String, needs: String)
    /// The numbers are too large for exact arithmetic.
    case tooLarge(String)

    public var description: String {
        switch self {
        case .negativeBudget(let budget): "the budget is \(budget); it must be at least 0"
        case .negativeCost(let project, let cost): "project \(project) costs \(cost); a cost must be at least 0"
        case .duplicateProject(let id): "two projects have the id \(id); every id must be unique"
        case .wrongCount(let of, let expected, let found): "\(found) \(of); there must be \(expected)"
        case .outOfRange(let of, let found, let allowed): "\(of) is \(found); it must be \(allowed)"
        case .missing(let rule, let needs): "\(rule) needs \(needs), and this election has none"
        case .tooLarge(let what): "\(what) too large for exact arithmetic; use a larger unit of money"
        }
    }
}
