public import Allocation

/// A text as people see it, in English and Chinese.
public typealias Text = Allocation.Text

/// A closed list of things that scenario files, tables and charts name.
public protocol Named: CaseIterable, RawRepresentable<String>, Sendable, Hashable, Codable {
    /// What people read.
    var label: Text { get }
}

/// The eight domains of service; a resident has a need in each.
public enum Domain: String, Named {
    case elderCare, childYouth, environment, safety, culture, convenience, facilities, inclusion

    /// The domain's place in columns: 0 to 7.
    @inlinable public var index: Int {
        switch self {
        case .elderCare: 0
        case .childYouth: 1
        case .environment: 2
        case .safety: 3
        case .culture: 4
        case .convenience: 5
        case .facilities: 6
        case .inclusion: 7
        }
    }

    /// How many domains there are.
    public static let count = 8

    /// Whether officials can show what is done in it.
    public var isVisible: Bool { self == .facilities || self == .environment || self == .culture }

    public var label: Text {
        switch self {
        case .elderCare: Text(en: "elder care", zh: "为老服务")
        case .childYouth: Text(en: "children and youth", zh: "儿童青少年")
        case .environment: Text(en: "environment", zh: "环境绿化")
        case .safety: Text(en: "safety and order", zh: "治安秩序")
        case .culture: Text(en: "culture and sport", zh: "文化体育")
        case .convenience: Text(en: "daily convenience", zh: "便民服务")
        case .facilities: Text(en: "buildings and facilities", zh: "房屋设施")
        case .inclusion: Text(en: "inclusion and relief", zh: "融入帮扶")
        }
    }
}

/// The rungs of participation (after Arnstein's ladder and Lu's four co-es).
public enum Rung: Int, CaseIterable, Sendable {
    case none = 0, attends, delivers, decides, organises

    public var label: Text {
        switch self {
        case .none: Text(en: "none", zh: "未参与")
        case .attends: Text(en: "attends", zh: "参加活动")
        case .delivers: Text(en: "co-delivers", zh: "共同服务")
        case .decides: Text(en: "co-decides", zh: "共同决策")
        case .organises: Text(en: "organises", zh: "组织")
        }
    }
}

/// Age groups of residents, who are 16 or older.
public enum AgeGroup: String, Named {
    case young, middle, old

    public var label: Text {
        switch self {
        case .young: Text(en: "16-29", zh: "16-29 岁")
        case .middle: Text(en: "30-59", zh: "30-59 岁")
        case .old: Text(en: "60+", zh: "60 岁以上")
        }
    }
}

/// On what terms residents live in their home.
public enum Tenure: String, Named {
    case owner, tenant, resettled

    public var label: Text {
        switch self {
        case .owner: Text(en: "owner", zh: "业主")
        case .tenant: Text(en: "tenant", zh: "租户")
        case .resettled: Text(en: "resettled", zh: "回迁户")
        }
    }
}

/// Whom residents trust, in the order of the trust column's lanes.
public enum TrustSubject: String, Named {
    case committee, socialOrganisation, government, neighbours

    /// The lane of the trust column: 0 to 3.
    @inlinable public var lane: Int {
        switch self {
        case .committee: 0
        case .socialOrganisation: 1
        case .government: 2
        case .neighbours: 3
        }
    }

    public var label: Text {
        switch self {
        case .committee: Text(en: "residents' committee", zh: "居委会")
        case .socialOrganisation: Text(en: "social organisations", zh: "社会组织")
        case .government: Text(en: "government", zh: "政府")
        case .neighbours: Text(en: "neighbours", zh: "邻里")
        }
    }
}

/// The kinds of activity that organisers spend hours on.
public enum ActivityKind: String, Named {
    case culture, theatre, training, meeting, serviceDay

    /// The kind's place in tables: 0 to 4.
    @inlinable public var index: Int {
        switch self {
        case .culture: 0
        case .theatre: 1
        case .training: 2
        case .meeting: 3
        case .serviceDay: 4
        }
    }

    public static let count = 5

    public var label: Text {
        switch self {
        case .culture: Text(en: "culture", zh: "文化活动")
        case .theatre: Text(en: "theatre", zh: "参与式戏剧")
        case .training: Text(en: "training", zh: "培训")
        case .meeting: Text(en: "meeting", zh: "议事会")
        case .serviceDay: Text(en: "service day", zh: "服务日")
        }
    }
}

/// Who organises, proposes or delivers.
public enum Provider: String, Named {
    case committee, socialOrganisation, residents

    /// The provider's place in tables: 0 to 2.
    public var index: Int {
        switch self {
        case .committee: 0
        case .socialOrganisation: 1
        case .residents: 2
        }
    }

    /// The lane of trust in it; residents' own organisations are neighbours.
    var trustLane: Int {
        switch self {
        case .committee: TrustSubject.committee.lane
        case .socialOrganisation: TrustSubject.socialOrganisation.lane
        case .residents: TrustSubject.neighbours.lane
        }
    }

    public var label: Text {
        switch self {
        case .committee: Text(en: "residents' committee", zh: "居委会")
        case .socialOrganisation: Text(en: "social organisation", zh: "社会组织")
        case .residents: Text(en: "residents' team", zh: "居民团队")
        }
    }
}

/// Who is served first where a service does not reach all.
public enum Targeting: String, Named {
    case anyone, byNeed, vulnerableFirst

    public var label: Text {
        switch self {
        case .anyone: Text(en: "anyone", zh: "不分先后")
        case .byNeed: Text(en: "by need", zh: "按需求")
        case .vulnerableFirst: Text(en: "vulnerable first", zh: "弱势优先")
        }
    }
}
