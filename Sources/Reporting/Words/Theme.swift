public import Governance

/// What an observable is about; tables and charts are grouped by it.
public enum Theme: Int, CaseIterable, Sendable, Comparable {
    case participation, attitudes, ties, need, supply, cost, organisations, projects, money, market, government, order,
        other

    /// The theme of the observable of that key, told by what the key begins with.
    public init(of key: String) {
        let head = key.prefix { $0 != "." }
        self = Self.heads[String(head)] ?? (head.hasPrefix("cost") ? .cost : .other)
    }

    private static let heads: [String: Theme] = [
        "participation": .participation, "engagement": .participation, "heeded": .participation,
        "ballots": .participation,
        "trust": .attitudes, "spirit": .attitudes, "efficacy": .attitudes, "skill": .attitudes, "habit": .attitudes,
        "fatigue": .attitudes,
        "ties": .ties,
        "need": .need, "needMet": .need, "satisfaction": .need, "vulnerableShare": .need,
        "match": .supply, "absent": .supply, "misplaced": .supply, "overreach": .supply, "sensing": .supply,
        "service": .supply, "quality": .supply,
        "cost": .cost,
        "organisations": .organisations, "committee": .organisations, "coordination": .organisations,
        "hours": .organisations,
        "projects": .projects,
        "money": .money,
        "attention": .government, "government": .government,
        "firms": .market, "merchants": .market, "vouchers": .market, "workUnits": .market,
        "issues": .order, "compliance": .order, "microGovernance": .order, "petitions": .order, "protests": .order,
        "functions": .order,
    ]

    public var label: Text {
        switch self {
        case .participation: Text(en: "Participation", zh: "居民参与")
        case .attitudes: Text(en: "Trust and attitudes", zh: "信任与态度")
        case .ties: Text(en: "Ties", zh: "社会联系")
        case .need: Text(en: "Need", zh: "需求")
        case .supply: Text(en: "Match of supply and need", zh: "供需匹配")
        case .cost: Text(en: "Cost", zh: "成本")
        case .organisations: Text(en: "Organisations and committees", zh: "组织与居委会")
        case .projects: Text(en: "Projects", zh: "项目")
        case .money: Text(en: "Money", zh: "资金")
        case .market: Text(en: "Market and employers", zh: "市场与单位")
        case .government: Text(en: "Government", zh: "政府")
        case .order: Text(en: "Order and the four functions", zh: "秩序与四项职能")
        case .other: Text(en: "Other", zh: "其他")
        }
    }

    public static func < (a: Theme, b: Theme) -> Bool { a.rawValue < b.rawValue }
}
