/// Every rule there is, by its id.
public enum RuleRegistry {
    /// What the rules are, in the order in which tables show them.
    public static let descriptions: [RuleDescription] = entries.map(\.description)

    /// The rules in which all voters' ballots decide.
    public static let votes: [RuleDescription] = descriptions.filter(\.isVote)

    /// The ids of all rules.
    public static var ids: [String] { descriptions.map(\.id) }

    /// The rule of that id, so set; nil if there is none.
    public static func rule(_ id: String, _ settings: RuleSettings = RuleSettings()) -> (any FundingRule)? {
        entries.first { $0.description.id == id }?.make(settings)
    }

    private struct Entry: Sendable {
        let description: RuleDescription
        let make: @Sendable (RuleSettings) -> any FundingRule

        init<Rule: FundingRule>(_ make: @escaping @Sendable (RuleSettings) -> Rule) {
            description = Rule.description
            self.make = make
        }
    }

    private static let entries: [Entry] = [
        Entry { UtilitarianGreedy(satisfaction: $0.satisfaction) },
        Entry { CostEffectivenessGreedy(satisfaction: $0.satisfaction) },
        Entry { _ in SequentialPhragmen() },
        Entry { EqualShares(satisfaction: $0.satisfaction, completion: $0.completion) },
        Entry { MaximumWelfare(satisfaction: $0.satisfaction, limit: $0.limit, takesBestFound: $0.takesBestFound) },
        Entry { _ in WeightedReview() },
        Entry { Jury(seats: $0.seats, grouping: $0.quotaBy, quotas: $0.quotas, seed: $0.seed) },
        Entry { _ in EqualSplit() },
        Entry { AdministrativeDiscretion(favoured: $0.favoured) },
        Entry { Earmark(recipients: $0.recipients) },
        Entry { _ in Vouchers() },
    ]
}
