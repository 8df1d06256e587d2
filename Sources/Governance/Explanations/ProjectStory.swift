/// A project's life: who proposed it, how it fared against others, who paid, month by month what it met with, and its end.
public struct ProjectStory: Sendable, Equatable, Encodable {
    public let id: String
    public let community: String
    public let provider: Provider
    /// The organisation that proposed it, if it was one.
    public let organisation: String?
    public let domain: Domain
    public let line: String
    public let lineName: Text
    /// The month of the scenario in which it was proposed and decided.
    public let proposed: Int
    public let date: String
    /// Fen.
    public let ask: Int64
    /// Each 0 to 1.
    public let benefit: Double
    public let feasibility: Double
    public let sustainability: Double
    public internal(set) var contest: Contest?
    /// What it was given; nil where it was not funded.
    public internal(set) var grant: Grant?
    public internal(set) var months: [MonthOfWork] = []
    public internal(set) var end: End?

    /// How the money of its line was decided on.
    public struct Contest: Sendable, Equatable, Encodable {
        /// The rule's name in scenario files, and what people call it.
        public let rule: String
        public let ruleName: Text
        /// Fen that could be granted.
        public let pot: Int64
        /// Those whose votes were counted, where votes were.
        public let voters: Int?
        /// All proposals, the best score first; without scores in the order of ids.
        public let candidates: [Candidate]
    }

    public struct Candidate: Sendable, Equatable, Encodable {
        public let id: String
        public let provider: Provider
        public let domain: Domain
        public let ask: Int64
        /// What the rule ranks by: a share of weighted votes and opinion, an opinion, votes, or a tender's score; nil where
        /// the rule does not rank.
        public let score: Double?
        /// Votes by criterion (benefit, feasibility, sustainability) in a weighted review.
        public let votes: [Int]
        /// Leaders' and experts' opinion there.
        public let opinion: Double?
        /// Fen.
        public let granted: Int64
    }

    public struct Grant: Sendable, Equatable, Encodable {
        /// Fen in all, and by who paid.
        public let fen: Int64
        public let sources: [Source]
        /// Service units a month and months planned.
        public let plannedUnits: Double
        public let plannedMonths: Int
        /// Share of every payment that is diverted.
        public let diversion: Double
    }

    public struct Source: Sendable, Equatable, Encodable {
        public let name: Text
        public let fen: Int64
    }

    public struct MonthOfWork: Sendable, Equatable, Encodable {
        public let month: Int
        /// tau: how partners hinder each other.
        public let friction: Double
        /// Labour that it had beside what money buys, and that it needed.
        public let hours: Double
        public let needed: Double
        /// Effort, 0 to 1.
        public let effort: Double
        /// Fen.
        public let spent: Int64
        public let diverted: Int64
        public let units: Double
        /// Share of the plan that is done by then.
        public let progress: Double
        public let failure: Chance
    }

    public struct End: Sendable, Equatable, Encodable {
        public let month: Int
        public let cause: Project.Ending
        public let name: Text
        /// Units delivered, as a share of the plan, and the share of a need that one met in the last month.
        public let delivered: Double
        public let progress: Double
        public let quality: Double
        /// Fen spent, diverted, returned to the fund, and lost.
        public let spent: Int64
        public let diverted: Int64
        public let returned: Int64
        public let lost: Int64
        /// Whether anybody told of diverted money; nil where there was none. And whether it was pursued.
        public internal(set) var audit: Chance?
        public internal(set) var isPursued = false
    }
}

extension ProjectStory {
    init(_ proposal: Proposal, _ community: Community, _ month: Month) {
        let line = month.run.specification.fundLines.first { $0.id == proposal.line }
        (id, self.community) = (proposal.id, community.id)
        (provider, domain) = (proposal.provider, proposal.domain)
        organisation =
            switch proposal.provider {
            case .committee: nil
            case .socialOrganisation: community.presence.organisation(proposal.proposer.slot)?.id
            case .residents: community.organisations.first { $0.slot == proposal.proposer.slot }?.name(in: community)
            }
        (self.line, lineName) = (proposal.line, line?.name ?? Text(en: proposal.line, zh: proposal.line))
        (proposed, date) = (month.of(month.run.specification), month.date.description)
        ask = proposal.ask
        (benefit, feasibility, sustainability) = (proposal.benefit, proposal.feasibility, proposal.sustainability)
    }
}

extension ProjectStory.Contest {
    init(_ sheet: CountSheet) {
        (rule, ruleName) = (sheet.line.rule.key, sheet.line.rule.label)
        (pot, voters) = (sheet.pot, sheet.voters)
        candidates = sheet.candidates.enumerated().map { place, candidate in
            let proposal = candidate.proposal
            return ProjectStory.Candidate(
                id: proposal.id, provider: proposal.provider, domain: proposal.domain, ask: proposal.ask,
                score: sheet.scores[proposal.id], votes: sheet.votes.isEmpty ? [] : sheet.votes[place],
                opinion: sheet.opinions.isEmpty ? nil : sheet.opinions[place],
                granted: sheet.granted[proposal.id, default: 0])
        }
        .sorted { ($1.score ?? 0, $0.id) < ($0.score ?? 0, $1.id) }
    }
}

extension FundLine.AllocationRule {
    /// The rule's name in scenario files.
    public var key: String {
        switch self {
        case .equalSplit: "equalSplit"
        case .earmark: "earmark"
        case .weightedReview: "weightedReview"
        case .discretion: "discretion"
        case .jury: "jury"
        case .ballot: "ballot"
        case .tender: "tender"
        case .vouchers: "vouchers"
        }
    }

    public var label: Text {
        switch self {
        case .equalSplit: Text(en: "equal split", zh: "平均分配")
        case .earmark: Text(en: "earmarked", zh: "定向拨付")
        case .weightedReview: Text(en: "competitive weighted review", zh: "竞争性加权评审")
        case .discretion: Text(en: "the holder's discretion", zh: "资金保管方裁量")
        case .jury: Text(en: "jury", zh: "评审团")
        case .ballot(let terms):
            Text(en: "residents' ballot, \(terms.counting.label.en)", zh: "居民投票，\(terms.counting.label.zh)")
        case .tender: Text(en: "tender", zh: "招标")
        case .vouchers: Text(en: "vouchers", zh: "服务券")
        }
    }
}
