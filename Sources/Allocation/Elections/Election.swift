/// An election on what to fund.
public struct Election: Sendable, Equatable {
    /// What there is to give, in the smallest unit of money, at least 0.
    public var budget: Budget
    /// What asks for it.
    public var projects: [BallotProject]
    /// What the voters said; choices are places in ``projects``.
    public var ballots: Ballots
    /// How many of the smallest units make one unit of the currency: 1, or 100 where money is written with cents.
    public var currencyUnit: Int64
    /// What is known of the voters.
    public var groupings: [VoterGrouping]

    public init(
        budget: Budget, projects: [BallotProject], ballots: Ballots, currencyUnit: Int64 = 1,
        groupings: [VoterGrouping] = []
    ) {
        self.budget = budget
        self.projects = projects
        self.ballots = ballots
        self.currencyUnit = currencyUnit
        self.groupings = groupings
    }

    /// Checks what every rule requires.
    func check() throws(AllocationError) {
        try checkMoney(projects, budget)
        guard currencyUnit > 0 else {
            throw .outOfRange(
                of: Text(en: "the unit of currency", zh: "货币单位"), found: "\(currencyUnit)", allowed: "1...")
        }
        guard let highest = ballots.choices.max(), let lowest = ballots.choices.min() else { return }
        guard lowest >= 0, highest < projects.count else {
            throw .outOfRange(
                of: Text(en: "a choice on a ballot", zh: "选票上的选项"), found: "\(lowest < 0 ? lowest : highest)",
                allowed: "0..<\(projects.count)")
        }
    }
}

/// One way to divide the voters: by sex, age, district, or whatever the organiser wrote down.
public struct VoterGrouping: Sendable, Equatable {
    /// What it divides by ("sex", "age", "neighborhood").
    public var name: String
    /// The groups.
    public var labels: [String]
    /// Each voter's place in ``labels``; -1 where it is not known.
    public var members: [Int32]

    public init(name: String, labels: [String], members: [Int32]) {
        self.name = name
        self.labels = labels
        self.members = members
    }
}
