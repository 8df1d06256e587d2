/// A line of money for projects: where it comes from, who holds it, who may ask for it, and how it is decided.
public struct FundLine: Sendable, Equatable {
    public var id: String
    public var name: Text
    /// Outside accounts that pay, with their shares (summing to 1).
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
    /// The communities that take part.
    public var communities: CommunitySelection = .all

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

    /// A payer of the line: an outside account's name and its share of every yuan, 0 to 1.
    public struct Source: Sendable, Equatable {
        public var account: String
        public var share: Double

        public init(account: String, share: Double) {
            self.account = account
            self.share = share
        }
    }

    public enum Holder: String, Named {
        case street, committee

        public var label: Text {
            switch self {
            case .street: Text(en: "street office", zh: "街道办事处")
            case .committee: Text(en: "residents' committee", zh: "居委会")
            }
        }
    }

    public enum Release: String, Named {
        case fixed, reactive

        public var label: Text {
            switch self {
            case .fixed: Text(en: "as pledged", zh: "按承诺拨付")
            case .reactive: Text(en: "with attention", zh: "随注意力拨付")
            }
        }
    }

    public enum AllocationRule: Sendable, Equatable {
        /// Every community that takes part gets the same.
        case equalSplit
        /// All present vote on three criteria; leaders' and experts' opinion enters with a weight (Song).
        case weightedReview(WeightedReviewTerms)
        /// The named communities get equal shares, the others nothing.
        case earmark([String])
    }

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
public enum CommunitySelection: Sendable, Equatable {
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
