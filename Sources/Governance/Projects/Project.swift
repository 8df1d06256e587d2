/// A project: money and people put to one domain for some months.
public struct Project: Sendable, Equatable, Codable {
    /// Running, or how it ended: completed, failed by itself, or terminated by the rules.
    public enum State: String, Sendable, Codable { case running, completed, failed, terminated }

    /// Why a project ends.
    public enum Ending: String, Named {
        case spent, failed, forsaken, enough, late, terminated

        var state: State {
            switch self {
            case .spent, .enough: .completed
            case .failed, .forsaken, .late: .failed
            case .terminated: .terminated
            }
        }

        public var label: Text {
            switch self {
            case .spent: Text(en: "completed: its grant is spent", zh: "完成：资助已用完")
            case .failed: Text(en: "failed: the draw fell below the chance of failure", zh: "失败：随机数低于失败概率")
            case .forsaken: Text(en: "failed: the organisation that ran it is gone", zh: "失败：执行的社会组织已离开")
            case .enough:
                Text(en: "completed after its term, with enough of the plan done", zh: "逾期结束，计划完成足够，视为完成")
            case .late: Text(en: "failed: its term is over and too little is done", zh: "失败：逾期且完成过少")
            case .terminated: Text(en: "terminated by the rules, being far behind", zh: "因进度严重落后被终止")
            }
        }
    }

    /// `community/line/year/slot`: who it is does not depend on when it was made.
    public let id: String
    let identity: UInt64
    public let line: String
    /// The account that paid, into which what is left returns.
    let fund: String
    /// Who asked for it.
    let proposer: ProposerKey
    public let domain: Domain
    public var provider: Provider { proposer.provider }
    /// Who work together on it, each with a profile of priorities; one is single-handed.
    let partners: [Provider]
    let targeting: Targeting
    /// The grant, in fen.
    public let grant: Int64
    public var spent: Int64 = 0
    public var diverted: Int64 = 0
    /// Service units planned a month, and months planned.
    public let plannedUnits: Double
    public let plannedMonths: Int
    /// 0 to 1.
    public let feasibility: Double
    /// Share of every payment that is diverted.
    let diversion: Double
    public let started: UInt32
    public var state = State.running
    /// Fen spent this month, and how partners hindered each other.
    var spentThisMonth: Int64 = 0
    var friction = 0.0
    /// Units delivered so far.
    public var delivered = 0.0
    /// Units delivered this month, and the share of a need that one meets.
    var unitsThisMonth = 0.0
    var quality = 0.0

    var left: Int64 { grant - spent - diverted }
    /// Share of the plan that is done.
    var progress: Double { delivered / max(1e-9, plannedUnits * Double(plannedMonths)) }
}

/// Who proposes in a community: a kind of provider, and among residents which organisation.
struct ProposerKey: Sendable, Hashable, Codable {
    let provider: Provider
    /// A resident organisation's slot; 0 for the provider itself, and for a team of residents without organisation.
    let slot: UInt16
}

/// A proposal before it is decided: what is asked, and what it is worth in truth, which those who decide see blurred.
struct Proposal: Sendable, Codable {
    let id: String
    let identity: UInt64
    let line: String
    let proposer: ProposerKey
    let domain: Domain
    let partners: [Provider]
    /// Fen.
    let ask: Int64
    /// Each 0 to 1.
    let benefit: Double
    let feasibility: Double
    let sustainability: Double
    /// The price of a service unit beside what the kind of provider usually takes; 1 but where bids compete by price.
    var priceFactor = 1.0

    var provider: Provider { proposer.provider }
    /// What a voter looks at.
    var merit: Merit {
        Merit(identity: identity, domain: domain, criteria: SIMD4(benefit, feasibility, sustainability, 0))
    }

    /// A proposal's number and domain, and its worth by the three criteria in lanes 0 to 2: all that thousands of voters need
    /// of it, without its names.
    struct Merit {
        let identity: UInt64
        let domain: Domain
        let criteria: SIMD4<Double>
    }
}
