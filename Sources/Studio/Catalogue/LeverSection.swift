import Governance

/// What levers are about: the page shows them by it.
enum LeverSection: String, CaseIterable, Encodable {
    case committee, rights, sensing, activities, capacity, monitoring, coordination, support, residents, services

    /// The section of a lever, by what its key begins with.
    init(of key: String) {
        let head = String(key.prefix { $0 != "." })
        self = Self.heads[head] ?? .services
    }

    private static let heads: [String: LeverSection] = [
        "taskLoad": .committee, "projectWorkers": .committee, "taskReform": .committee, "rights": .rights,
        "sensing": .sensing, "engagement": .activities, "capacity": .capacity, "monitoring": .monitoring,
        "coordination": .coordination, "parties": .coordination, "linkage": .coordination, "support": .support,
        "cultivation": .residents, "federation": .residents, "neighbourTies": .residents,
        "microGovernance": .residents,
    ]

    var title: Text {
        switch self {
        case .committee: Text(en: "The committee's time", zh: "居委会的时间")
        case .rights: Text(en: "What residents decide", zh: "居民的决定权")
        case .sensing: Text(en: "Finding out needs", zh: "需求感知")
        case .activities: Text(en: "Activities and invitations", zh: "活动与邀请")
        case .capacity: Text(en: "Training and learning", zh: "培训与学习")
        case .monitoring: Text(en: "Audit and assessment", zh: "审计与评估")
        case .coordination: Text(en: "Working together", zh: "多方协作")
        case .support: Text(en: "Support from above", zh: "上级支持")
        case .residents: Text(en: "Residents' own organisations", zh: "居民自组织")
        case .services: Text(en: "Services and market", zh: "服务与市场")
        }
    }
}
