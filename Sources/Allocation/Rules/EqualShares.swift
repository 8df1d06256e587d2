/// The method of equal shares.
///
/// Every voter gets an equal share of the budget. A project is affordable at price q if its supporters can pay for it
/// together, each at most q for a unit of satisfaction and at most what it has left. The affordable project with the
/// lowest price is funded, its supporters pay, and so on, until none is affordable. Groups of voters thereby decide over
/// money in proportion to their size. What is left over is dealt with by a ``Completion``.
///
/// Exactness: prices are bounded from both sides in whole numbers (``SharePrices``), and where the bounds do not decide,
/// computed as exact fractions of any size (``ExactShares``); equal prices are equal, and the convention decides them.
/// Cost: for one run of p purchases among v voter types that name a ballots' mean of c projects about p * v * c / m
/// steps for each project looked at again; add1u repeats that some dozens to thousands of times.
/// Source: Peters, Pierczynski and Skowron, "Proportional Participatory Budgeting with Additive Utilities", 2021;
/// equalshares.net for the completions.
public struct EqualShares: FundingRule, Equatable {
    /// What becomes of money that equal shares leaves.
    public enum Completion: String, CaseIterable, Sendable {
        /// It is left.
        case none
        /// Everyone's share is raised by one unit of currency at a time, as long as the outcome stays within the budget
        /// and something that fits is unfunded.
        case add1u
        /// The rest is funded by total satisfaction over cost.
        case utilitarian
        /// Both, in this order.
        case add1uUtilitarian = "add1u-utilitarian"

        var raises: Bool { self == .add1u || self == .add1uUtilitarian }
        var fillsUp: Bool { self == .utilitarian || self == .add1uUtilitarian }

        /// What people read.
        public var label: Text {
            switch self {
            case .none: Text(en: "left over", zh: "留存")
            case .add1u: Text(en: "raise everyone's share", zh: "逐步提高每人份额")
            case .utilitarian: Text(en: "then by satisfaction per cost", zh: "再按单位资金满意度")
            case .add1uUtilitarian: Text(en: "raise shares, then by satisfaction per cost", zh: "提高份额后再按单位资金满意度")
            }
        }
    }

    /// How much a project serves its supporters; nil for the usual of the ballots.
    public var satisfaction: Satisfaction?
    public var completion: Completion

    public init(satisfaction: Satisfaction? = nil, completion: Completion = .add1uUtilitarian) {
        self.satisfaction = satisfaction
        self.completion = completion
    }

    public func fund(_ election: Election, ties: TieBreaking) throws(AllocationError) -> Outcome {
        let satisfaction = satisfaction ?? .usual(for: election.ballots.kind)
        let shares = try SharesElection(election, satisfaction, ties)
        var outcome = Outcome(
            budget: election.budget, steps: [],
            scoreMeaning: Text(en: "price of a unit of satisfaction", zh: "单位满意度的价格"))
        for project in shares.free { outcome.fund(project, of: election.projects, score: 0) }
        guard shares.support.voters > 0 else { return outcome }
        let search = SharesSearch(election: shares)
        for purchase in try search.run(completion.raises ? search.raise() : 0) {
            if !purchase.level.isEmpty { outcome.ties.append(.init(step: outcome.steps.count, others: purchase.level)) }
            outcome.fund(purchase.project, of: election.projects, score: purchase.price)
        }
        if completion.fillsUp { try fillUp(&outcome, election, satisfaction, ties) }
        return outcome
    }

    /// Funds of what is unfunded, by total satisfaction over cost, what fits the rest.
    private func fillUp(
        _ outcome: inout Outcome, _ election: Election, _ satisfaction: Satisfaction, _ ties: TieBreaking
    ) throws(AllocationError) {
        let funded = Set(outcome.steps.map(\.project))
        let claims = try CostEffectivenessGreedy.claims(election, satisfaction).filter { !funded.contains($0.project) }
        // The price of a unit of satisfaction is the inverse of satisfaction over cost.
        let isByCost = satisfaction == .cost
        let rest = rankAndFund(
            claims, projects: election.projects, budget: outcome.leftOver, ties: ties,
            scoreMeaning: outcome.scoreMeaning
        ) { isByCost ? 1 / Double($0.numerator) : Double($0.denominator) / Double($0.numerator) }
        outcome.ties += rest.ties.map { .init(step: $0.step + outcome.steps.count, others: $0.others) }
        outcome.steps += rest.steps
    }

    static let completionID = "completion"

    public static let description = RuleDescription(
        id: "equal-shares", name: Text(en: "method of equal shares", zh: "均等份额法"),
        meaning: Text(
            en: "Every voter gets an equal share of the budget; supporters of a project pay for it together, the best "
                + "value for their money first.",
            zh: "预算平均分给每位投票人；支持同一项目者共同出资，最划算的项目先得资助。"),
        isVote: true,
        parameters: [
            .satisfaction,
            RuleParameter(
                id: completionID, allowed: .names(Completion.allCases.map(\.rawValue)),
                usual: Text(en: "add1u-utilitarian", zh: "add1u-utilitarian"),
                meaning: Text(en: "what becomes of money that is left", zh: "余款如何处理")),
        ],
        source: "Peters, Pierczynski and Skowron 2021; equalshares.net")
}
