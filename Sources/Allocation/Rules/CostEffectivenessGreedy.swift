/// Most satisfaction for each yuan first.
///
/// Projects are ranked by total satisfaction over cost, compared exactly as fractions, and funded in full in that order
/// while the budget lasts; one that does not fit what remains is skipped. With satisfaction by cost the ratio is the
/// number of votes.
public struct CostEffectivenessGreedy: FundingRule, Equatable {
    /// What is maximised; nil for 1 a project, or points where voters give them.
    public var satisfaction: Satisfaction?

    public init(satisfaction: Satisfaction? = nil) { self.satisfaction = satisfaction }

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        try election.check()
        return rankAndFund(
            try Self.claims(election, chosen(for: election.ballots.kind)), projects: election.projects,
            budget: election.budget, ties: ties,
            scoreMeaning: Text(en: "satisfaction for each unit of money", zh: "单位资金的满意度")
        ) { $0.value * Double(election.currencyUnit) / Double(election.ballots.pointParts) }
    }

    private func chosen(for kind: BallotKind) -> Satisfaction {
        let usual = Satisfaction.usual(for: kind)
        return satisfaction ?? (usual == .cost ? .cardinality : usual)
    }

    /// Satisfaction over cost of every project that has any.
    static func claims(
        _ election: Election, _ satisfaction: Satisfaction
    ) throws(AllocationError) -> [Claim<Ratio>] {
        let votes = try election.tally(satisfaction)
        return votes.indices.filter { votes[$0] > 0 }.map {
            // Satisfaction by cost is votes times cost; the cost cancels.
            let divisor = satisfaction == .cost ? 1 : election.projects[$0].cost
            return Claim(project: $0, strength: Ratio(votes[$0], over: divisor))
        }
    }

    public static let description = RuleDescription(
        id: "cost-effectiveness", name: Text(en: "most satisfaction per yuan first", zh: "单位资金满意度优先"),
        meaning: Text(
            en: "Projects are ranked by total satisfaction over cost and funded in that order; one that does not fit "
                + "what is left is skipped.",
            zh: "按总满意度与费用之比排名，依次全额资助；余款不足的项目跳过。"),
        isVote: true,
        parameters: [.satisfaction],
        source: "Talmon and Faliszewski 2019")
}

/// A fraction of whole numbers above 0 over whole numbers of at least 0, compared exactly; over 0 it is above all others.
struct Ratio: Comparable {
    let numerator: Int64
    let denominator: Int64

    init(_ numerator: Int64, over denominator: Int64) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var value: Double { Double(numerator) / Double(denominator) }

    static func == (a: Ratio, b: Ratio) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) == Int128(b.numerator) * Int128(a.denominator)
    }

    static func < (a: Ratio, b: Ratio) -> Bool {
        Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
    }
}
