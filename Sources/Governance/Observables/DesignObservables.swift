/// What the design asks for beside what other files of this folder tell.
struct DesignTally: Sendable, Equatable, Codable {
    /// Residents' organisations of a year ago where that is known, and those of them that are still there.
    var yearAgo = 0
    var survivors = 0
    /// Sum over running projects of friction, and how many were at work.
    var friction = 0.0
    var worked = 0
    /// Fen spent by projects in domains where need was met, and the part that reached the vulnerable.
    var placed = 0.0
    var placedVulnerable = 0.0
    /// Sum over communities of how far partners have been aligned.
    var alignment = 0.0

    mutating func add(_ other: DesignTally) {
        yearAgo += other.yearAgo
        survivors += other.survivors
        friction += other.friction
        worked += other.worked
        placed += other.placed
        placedVulnerable += other.placedVulnerable
        alignment += other.alignment
    }

    init() {}

    init(_ community: Community, _ month: Month) {
        let months = UInt32(OrganisationHistory.months)
        if let before = community.history.yearAgo {
            yearAgo = before
            survivors = community.organisations.count { $0.founded + months <= month.number }
        }
        worked = community.projects.count
        friction = community.projects.reduce(0) { $0 + $1.friction }
        placed = community.service.placed
        placedVulnerable = community.service.placedVulnerable
        alignment = community.alignment
    }
}

extension Observable.Definition {
    static let design: [Self] =
        [
            Self(
                "organisations.survival", "share", "organisations that are a year old or older / those of a year ago",
                0...1, "residents' organisations of a year ago that are still there", "一年前的居民组织存续率"
            ) { ratio(Double($0.design.survivors), Double($0.design.yearAgo)) },
            Self(
                "projects.friction", "1", "mean tau over projects at work in the month", nil,
                "friction among projects' partners, which co-destruction comes of", "项目伙伴间的摩擦（“合作破坏”之源）"
            ) { ratio($0.design.friction, Double($0.design.worked)) },
            Self(
                "coordination.alignment", "index", "mean over communities of A", 0...1,
                "how far a coordinating body has aligned partners", "协调机构促成的价值趋同程度"
            ) { ratio($0.design.alignment, Double($0.communities)) },
            Self(
                "money.vulnerableShare", "share",
                "sum over domains of project spending x (need met of the vulnerable / need met) / project spending",
                0...1,
                "share of projects' money that reaches the vulnerable", "项目资金惠及弱势居民的占比"
            ) { ratio($0.design.placedVulnerable, $0.design.placed) },
        ]
        + Domain.allCases.map { domain in
            Self(
                "need.vulnerable.\(domain.rawValue)", "share", "mean over the vulnerable", 0...1,
                "unmet need of the vulnerable: \(domain.label.en)", "弱势居民的未满足需求：\(domain.label.zh)"
            ) { tally in
                ratio(tally.needVulnerable[domain.index], Double(tally.rungs(from: 0) { $0.isVulnerable }))
            }
        }
}
