/// What residents asked for in a decision on money, and what of it came about.
///
///     asked_c   = sum of asks of c's proposals that residents made or voted for
///     granted_c = the part of it that was granted
///
/// Residents have voted for a proposal that the votes of all residents at the decision, taken alone, would have funded:
/// by the same rule and with the same money, but without committees' and organisations' votes and leaders' opinion. So
/// an own proposal and a vote count in one unit, and each proposal once. Where residents alone vote, what they voted for
/// is what was funded; where they have no vote, they have voted for nothing.
extension Review {
    /// Ids of the proposals that residents' votes alone would have funded.
    static func wishes(_ grants: [Grant]) -> Set<String> { Set(grants.map(\.proposal.id)) }

    /// Notes what a community's residents asked for in a decision, and what came about.
    static func hear(_ c: Int, _ line: FundLine, _ wished: Set<String>, _ grants: [Grant], _ world: World) {
        let granted = Set(grants.filter { $0.fen > 0 }.map(\.proposal.id))
        for proposal in proposals(world.communities[c], line)
        where proposal.provider == .residents || wished.contains(proposal.id) {
            world.communities[c].experience.voice.ask(
                Double(proposal.ask), granted: granted.contains(proposal.id) ? Double(proposal.ask) : 0)
        }
    }
}
