/// One rule tried on an election, and what can be said of its outcome.
public struct RuleTrial: Sendable {
    /// What came out, measured.
    public struct Finding: Sendable, Equatable {
        public var outcome: Outcome
        public var measures: OutcomeMeasures
        /// Groups that could have paid for something they miss; empty if there are none.
        public var wronged: [WrongedGroup]
    }

    /// The rule.
    public let rule: RuleDescription
    /// What came out, or why nothing did.
    public let result: Result<Finding, AllocationError>

    /// Tries the rule of that id; nil if there is none.
    /// - Parameter satisfaction: what voters' satisfaction is measured by, whatever the rule goes by.
    public init?(
        _ id: String, _ settings: RuleSettings = RuleSettings(), on election: Election, ties: TieBreaking,
        satisfaction: Satisfaction
    ) {
        guard let description = RuleRegistry.descriptions.first(where: { $0.id == id }),
            let rule = RuleRegistry.rule(id, settings)
        else { return nil }
        self.rule = description
        result = Result { () throws(AllocationError) in
            let outcome = try rule.fund(election, ties: ties)
            return Finding(
                outcome: outcome,
                measures: try OutcomeMeasures(outcome, of: election, satisfaction: satisfaction),
                wronged: try JustifiedRepresentation(outcome, of: election, satisfaction: satisfaction).wronged)
        }
    }

    /// What came out, if anything did.
    public var finding: Finding? { try? result.get() }
}

extension Outcome {
    /// The ties that mattered: some of the others came to nothing.
    public var decisiveTies: [Tie] {
        let funded = Set(steps.map(\.project))
        return ties.compactMap { tie in
            let losers = tie.others.filter { !funded.contains($0) }
            return losers.isEmpty ? nil : Tie(step: tie.step, others: losers)
        }
    }
}
