/// What a voucher line gives, and to whom.
public struct VoucherTerms: Sendable, Equatable {
    public var entitled: Entitlement
    /// Fen a month for each who is entitled, as far as the line's money reaches.
    public var monthly: Int64
    /// Whether firms at work in the community take them, too.
    public var firms: Bool

    public init(entitled: Entitlement, monthly: Int64, firms: Bool = false) {
        self.entitled = entitled
        self.monthly = monthly
        self.firms = firms
    }
}

/// Who may have something.
public enum Entitlement: String, Named {
    case everyone, vulnerable, old, vulnerableOrOld

    func includes(_ traits: Traits) -> Bool {
        switch self {
        case .everyone: true
        case .vulnerable: traits.isVulnerable
        case .old: traits.age == .old
        case .vulnerableOrOld: traits.isVulnerable || traits.age == .old
        }
    }

    public var label: Text {
        switch self {
        case .everyone: Text(en: "everyone", zh: "所有居民")
        case .vulnerable: Text(en: "the vulnerable", zh: "弱势居民")
        case .old: Text(en: "people of 60 and older", zh: "60 岁及以上居民")
        case .vulnerableOrOld: Text(en: "the vulnerable and people of 60 and older", zh: "弱势居民与 60 岁及以上居民")
        }
    }
}
