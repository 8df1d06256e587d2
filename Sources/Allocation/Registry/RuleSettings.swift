/// What can be set about rules, for those who choose one by its id.
public struct RuleSettings: Sendable, Equatable {
    /// How much a project serves its supporters; nil for the usual of each rule and kind of ballot.
    public var satisfaction: Satisfaction?
    /// What equal shares does with money that is left.
    public var completion: EqualShares.Completion
    /// The branches that maximum welfare may look at.
    public var limit: Int
    /// Whether maximum welfare funds the best set found where that is too few for a proof.
    public var takesBestFound: Bool
    /// Of the jury.
    public var seats: Int
    /// What divides voters into groups with seats on the jury; nil for no quotas.
    public var quotaBy: String?
    /// Seats by the group's label; empty for seats in proportion to the groups' sizes.
    public var quotas: [String: Int]
    /// Of the jury's lottery.
    public var seed: UInt64
    /// Tags that officials favour.
    public var favoured: [String]
    /// Who has earmarked money: ids of projects, or tags.
    public var recipients: [String]

    public init(
        satisfaction: Satisfaction? = nil, completion: EqualShares.Completion = .add1uUtilitarian,
        limit: Int = 20_000_000, takesBestFound: Bool = false, seats: Int = 15, quotaBy: String? = nil,
        quotas: [String: Int] = [:], seed: UInt64 = 1, favoured: [String] = [], recipients: [String] = []
    ) {
        self.satisfaction = satisfaction
        self.completion = completion
        self.limit = limit
        self.takesBestFound = takesBestFound
        self.seats = seats
        self.quotaBy = quotaBy
        self.quotas = quotas
        self.seed = seed
        self.favoured = favoured
        self.recipients = recipients
    }
}

extension RuleSettings {
    /// Sets by their ids what is chosen from a list or counted; false where there is no such thing or value.
    public mutating func set(_ parameter: String, to value: String) -> Bool {
        switch parameter {
        case RuleParameter.satisfaction.id:
            guard let satisfaction = Satisfaction(rawValue: value) else { return false }
            self.satisfaction = satisfaction
        case EqualShares.completionID:
            guard let completion = EqualShares.Completion(rawValue: value) else { return false }
            self.completion = completion
        case MaximumWelfare.limitID:
            guard let limit = Int(value), limit > 0 else { return false }
            self.limit = limit
        default: return false
        }
        return true
    }
}
