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
    /// Hours of committees spent on carrying out projects, and activities of outside organisations that they backed.
    var projectHours = 0.0
    var joint = 0

    mutating func add(_ other: DesignTally) {
        yearAgo += other.yearAgo
        survivors += other.survivors
        friction += other.friction
        worked += other.worked
        placed += other.placed
        placedVulnerable += other.placedVulnerable
        alignment += other.alignment
        projectHours += other.projectHours
        joint += other.joint
    }

    init() {}

    init(_ community: borrowing Community, _ month: Month) {
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
        projectHours = community.engagement.projectHours
        joint = community.engagement.activities.count { $0.provider == .socialOrganisation && $0.isBacked }
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
                "committee.projectShare", "share", "hours of committees spent on projects / all their hours", 0...1,
                "committee hours spent on carrying out projects", "居委会用于执行项目的工时占比"
            ) { ratio($0.design.projectHours, $0.committeeHours) },
            Self(
                "engagement.joint", "activities", "of outside organisations and backed by the committee, in the month",
                nil,
                "activities that organisation and committee hold together", "社会组织与居委会共同开展的活动"
            ) { Double($0.design.joint) },
            Self(
                "service.projects", "units/resident", "units of projects / residents", nil, "service by projects",
                "项目提供的服务"
            ) { ratio($0.service.projectUnits, Double($0.residents)) },
            Self(
                "service.residents", "units/resident", "units of residents' teams and organisations / residents", nil,
                "service by residents' teams and organisations", "居民团队与组织提供的服务"
            ) { ratio($0.service.residentUnits, Double($0.residents)) },
            Self(
                "quality.purchased", "index", "mean over units that projects and vouchers paid for", 0...1,
                "quality of service that is bought", "所购服务的质量"
            ) { ratio($0.service.purchasedStrength, $0.service.purchased) },
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
                ratio(tally.needVulnerable[domain.index], Double(tally.rungs.count(.vulnerable)))
            }
        }
}
