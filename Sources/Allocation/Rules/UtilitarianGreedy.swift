/// Most votes first: the rule of most cities.
///
/// Projects are ranked by their votes (or points) and funded in full in that order while the budget lasts; one that does
/// not fit what remains is skipped and the next one tried. A project's cost does not count against it, so with
/// satisfaction by cost this is the greedy way to the highest total satisfaction for each yuan.
public struct UtilitarianGreedy: FundingRule, Equatable {
    /// Whether voters (cost, cardinality), points or places are counted; nil for the usual of the ballots.
    public var satisfaction: Satisfaction?

    public init(satisfaction: Satisfaction? = nil) { self.satisfaction = satisfaction }

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        let votes = try election.tally(satisfaction ?? .usual(for: election.ballots.kind))
        let claims = votes.indices.filter { votes[$0] > 0 }.map { Claim(project: $0, strength: votes[$0]) }
        let parts = Double(election.ballots.pointParts)
        return rankAndFund(
            claims, projects: election.projects, budget: election.budget, ties: ties,
            scoreMeaning: Text(en: "votes or points", zh: "票数或点数")
        ) { Double($0) / parts }
    }

    public static let description = RuleDescription(
        id: "greedy", name: Text(en: "most votes first", zh: "得票优先"),
        meaning: Text(
            en:
                "Projects are ranked by votes or points and funded in that order; one that does not fit what is left is "
                + "skipped.",
            zh: "按票数或点数排名，依次全额资助；余款不足的项目跳过。"),
        isVote: true,
        parameters: [.satisfaction],
        source: "the rule of most cities; Talmon and Faliszewski 2019")
}
