/// A rule that decides from ballots what to fund.
///
/// What every rule keeps to: the outcome depends on nothing but the election, the rule's own settings and the
/// tie-breaking convention; it never spends more than the budget; a project that no voter supports gets nothing, unless
/// the rule does not look at votes; every comparison is exact.
public protocol FundingRule: Sendable {
    /// What the rule is.
    static var description: RuleDescription { get }

    /// Decides.
    /// - Parameter ties: who goes first where the rule leaves a choice open.
    func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome
}
