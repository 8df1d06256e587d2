/// A line of money for projects: where it comes from, who holds it, who may ask for it, and how it is decided.
public struct FundLine: Sendable, Equatable {
    public var id: String
    public var name: Text
    /// Outside accounts that pay: shares of the yearly money (summing to 1), or so much for every yuan that others pay.
    public var sources: [Source]
    /// Money a year, in fen: for each community that takes part if `perCommunity`, else for each street.
    public var yearly: Int64
    public var perCommunity = false
    public var holder = Holder.street
    /// Who may propose.
    public var proposers: Set<Provider>
    public var rule: AllocationRule
    /// Month of the calendar in which projects are decided, 1 to 12.
    public var reviewMonth: Int
    /// Months that a project is planned to run.
    public var projectMonths: Int
    /// First and last month in which the line exists.
    public var from: YearMonth
    public var until: YearMonth?
    /// Whether money comes as pledged or only as far as the upper level's attention goes (Lu's reactive release).
    public var release = Release.fixed
    /// Who is served first by projects of this line.
    public var targeting = Targeting.anyone
    /// Resident organisations of a community that may propose, the largest first; beside them a team of residents may.
    public var organisations = 2
    /// The communities that take part.
    public var communities: CommunitySelection = .all
    /// Money promised by date beside the yearly sum: for each community or street, as `yearly` is. It comes whatever the
    /// government attends to.
    public var pledges: [Pledge] = []
    /// What changes at dates.
    public var changes: [Change] = []

    public init(
        id: String, name: Text, sources: [Source], yearly: Int64, proposers: Set<Provider>, rule: AllocationRule,
        reviewMonth: Int, projectMonths: Int, from: YearMonth, until: YearMonth? = nil
    ) {
        self.id = id
        self.name = name
        self.sources = sources
        self.yearly = yearly
        self.proposers = proposers
        self.rule = rule
        self.reviewMonth = reviewMonth
        self.projectMonths = projectMonths
        self.from = from
        self.until = until
    }

    /// A payer of the line: an outside account's name, and its share of every yuan of the yearly money, 0 to 1, or what it
    /// adds to every yuan that others pay.
    public struct Source: Sendable, Equatable {
        public var account: String
        public var share: Double
        public var match: Double

        public init(account: String, share: Double = 0, match: Double = 0) {
            self.account = account
            self.share = share
            self.match = match
        }
    }

    /// New terms from a month on; what is nil stays.
    public struct Change: Sendable, Equatable {
        public var at: YearMonth
        public var yearly: Int64?
        public var sources: [Source]?
        public var rule: AllocationRule?

        public init(at: YearMonth, yearly: Int64? = nil, sources: [Source]? = nil, rule: AllocationRule? = nil) {
            self.at = at
            self.yearly = yearly
            self.sources = sources
            self.rule = rule
        }
    }

    /// The line under the terms of that month.
    func on(_ date: YearMonth) -> FundLine {
        changes.filter { $0.at <= date }.sorted { $0.at < $1.at }.reduce(into: self) { line, change in
            line.yearly = change.yearly ?? line.yearly
            line.sources = change.sources ?? line.sources
            line.rule = change.rule ?? line.rule
        }
    }

    /// Whether its money goes to projects that are proposed and decided.
    var fundsProjects: Bool {
        if case .vouchers = rule { return false }
        return true
    }

    var isTender: Bool {
        if case .tender = rule { return true }
        return false
    }

    /// Where its money for a street stands.
    func account(street: Int) -> String { Account.fund(id, street: street, holder: holder) }

    /// Who keeps the money until it is granted: where it stands, whose opinion leaders' is in a review, and, if it is not
    /// the one who runs the project, through whose hands the money goes besides.
    public enum Holder: String, Named {
        case street, committee, socialOrganisation, foundation

        public var label: Text {
            switch self {
            case .street: Text(en: "street office", zh: "街道办事处")
            case .committee: Text(en: "residents' committee", zh: "居委会")
            case .socialOrganisation: Text(en: "social organisation", zh: "社会组织")
            case .foundation: Text(en: "community foundation", zh: "社区基金会")
            }
        }
    }

    /// Whether pledged money comes whole or by the gate of attention of the district.
    public enum Release: String, Named {
        case fixed, reactive

        public var label: Text {
            switch self {
            case .fixed: Text(en: "as pledged", zh: "按承诺拨付")
            case .reactive: Text(en: "with attention", zh: "随注意力拨付")
            }
        }
    }

    /// How a street's money is divided.
    public enum AllocationRule: Sendable, Equatable {
        /// Every community that takes part gets the same.
        case equalSplit
        /// All present vote on three criteria; leaders' and experts' opinion enters with a weight (Song).
        case weightedReview(WeightedReviewTerms)
        /// Those communities get equal shares, the others nothing.
        case earmark(CommunitySelection)
        /// Who holds the money decides by what it cares for and by how well proposers stand with officials (Lu).
        case discretion
        /// A jury decides, most votes first (Lu).
        case jury(JuryTerms)
        /// Residents vote on the proposals of their community; the electorate is a term, so that a comparison can isolate
        /// it (Qin's electronic ballots).
        case ballot(BallotTerms)
        /// Providers compete by price and quality, in each community (Qin's supervised procurement).
        case tender(TenderTerms)
        /// Residents get vouchers and choose among providers, month by month (Qin).
        case vouchers(VoucherTerms)
    }

    /// What a street has agreed on for its review.
    public struct WeightedReviewTerms: Sendable, Equatable {
        /// Weights of the criteria; they sum to 1.
        public var publicBenefit: Double
        public var feasibility: Double
        public var sustainability: Double
        /// Weight of leaders' and experts' opinion beside the vote, 0 to 1.
        public var opinion: Double
        /// Residents that each community sends, if it has them.
        public var delegates: Int

        public init(
            publicBenefit: Double, feasibility: Double, sustainability: Double, opinion: Double, delegates: Int
        ) {
            self.publicBenefit = publicBenefit
            self.feasibility = feasibility
            self.sustainability = sustainability
            self.opinion = opinion
            self.delegates = delegates
        }
    }
}

/// Which communities something applies to.
public enum CommunitySelection: Sendable, Equatable, Codable {
    case all
    /// Those that carry the group's name.
    case group(String)
    /// Those named by id.
    case listed([String])

    /// Whether a community of that id and those groups is among them.
    public func includes(_ id: String, groups: [String]) -> Bool {
        switch self {
        case .all: true
        case .group(let name): groups.contains(name)
        case .listed(let ids): ids.contains(id)
        }
    }
}
